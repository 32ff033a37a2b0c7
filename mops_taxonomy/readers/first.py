"""Readers that take the first characters of a name for a date."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mops_taxonomy.fields.date_format import DateFormat
from mops_taxonomy.readers.look import Look, Sight

if TYPE_CHECKING:
    from mops_taxonomy.readers.look import Way

__all__ = ["First"]


class First(Look):
    """`first: 8, as: "{YYYY}{MM}{DD}"`: the fault is that they are no date.

    Args:
        count: how many characters are read.
        form: the format of the date.
    """

    absent = True

    def __init__(self, count: int, form: str) -> None:
        self._count = count
        self._form = DateFormat.parse(form)
        self.expected = f"a date as {form} in the first {count} characters"

    def sees(self, text: str, way: Way) -> Sight:
        """Whether they are a date; names of months in any case, where case does not matter."""
        read = text[: self._count]
        span = (0, len(read))
        written = (self._form.recased(read) if way.case == "ignore" else None) or read
        try:
            there = self._form.read(written) is not None
        except ValueError as error:
            return Sight(there=False, span=span, why=str(error))
        return Sight(there, span, None if there else self._form.out_of_range(written))

    def told(self, text: str, sight: Sight, *, may: bool) -> str:
        """That there is no date, and why not."""
        why = f" ({sight.why})" if sight.why else ""
        verb = "may find" if may else "finds"
        return f"{verb} no date in `{text[: self._count]}`, the first {self._count} characters{why}"
