"""What names are judged by where each row of a column says itself what is known of its record."""

from __future__ import annotations

from bisect import bisect_right
from datetime import date, datetime
from typing import TYPE_CHECKING, Any, NamedTuple

from mops_taxonomy.judgement import is_unknown
from mops_taxonomy.moments import MOST, moments

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from mops_taxonomy.convention import Convention

__all__ = ["Situation", "Situations"]


class Situation(NamedTuple):
    """What a name is judged by.

    Attributes:
        known: what is known of its record, as far as the convention asks.
        day: the day to judge by.
    """

    known: tuple[tuple[str, str | bool | None], ...]
    day: date

    @property
    def record(self) -> dict[str, Any] | None:
        """The record, as `Convention.parse` takes it."""
        return dict(self.known) or None


class Situations:
    """The situations in which names of a convention may be.

    Attributes:
        keys: what the convention asks of a record.
    """

    def __init__(self, convention: Convention, as_of: date | str | None) -> None:
        convention.day(None, as_of)  # what is no day is refused here, and not by the first query
        self._convention = convention
        self._as_of = as_of
        asked = [key for form in convention.forms for key in form.when]
        self.keys = tuple(dict.fromkeys([*asked, *(("created",) if as_of is None else ())]))
        periods = moments(convention, date.min)
        self._periods = periods if len(periods) < MOST else None  # so many may be not all

    def unknown(self) -> Situation:
        """That of a name of whose record nothing is known."""
        return Situation((), self._convention.day(None, self._as_of))

    def rows(self, known: Mapping[str, Sequence[Any]]) -> dict[Situation, list[int]]:
        """The rows that are in each situation, by number.

        Args:
            known: for some of the keys, what is known in each row.

        Raises:
            ValueError: something was created on what is no day.
        """
        numbers: dict[tuple[Any, ...], list[int]] = {}
        columns = [[_plain(value) for value in values] for values in known.values()]
        for row, values in enumerate(zip(*columns, strict=True)):
            numbers.setdefault(values, []).append(row)
        found: dict[Situation, list[int]] = {}
        for values, rows in numbers.items():
            situation = self._situation(dict(zip(known, values, strict=True)))
            found.setdefault(situation, []).extend(rows)
        return found

    def _situation(self, record: dict[str, Any]) -> Situation:
        day = self._convention.day(record, self._as_of)
        return Situation(tuple((key, value) for key, value in record.items() if key != "created"), day)

    def joined(self, rows: Mapping[Situation, list[int]]) -> dict[Situation, list[int]]:
        """The same, with one situation for all days between which nothing changes."""
        if self._periods is None:
            return dict(rows)
        found: dict[Situation, list[int]] = {}
        for situation, numbers in rows.items():
            first = self._periods[bisect_right(self._periods, situation.day) - 1]
            found.setdefault(situation._replace(day=first), []).extend(numbers)
        return found


def _plain(value: Any) -> Any:
    """A value that can be told apart from others as far as it matters: of a time the day, of a number its text."""
    if is_unknown(value):
        return None
    if isinstance(value, datetime):
        return value.date()
    return value if isinstance(value, (bool, date)) else str(value)
