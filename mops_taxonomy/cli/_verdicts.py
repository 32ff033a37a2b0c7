"""What there is to say about the names of a batch of rows, each name judged once.

What decides about a name is its text, the period of the taxonomy that its day is in, and what forms ask of its
record: rows alike in all of that share their verdict. Of most names nothing is to be said, and their rows are passed
over. What was found out is remembered from batch to batch, up to a bound.
"""

from __future__ import annotations

from bisect import bisect_right
from datetime import date, timedelta
from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple

from mops_taxonomy.finding import Report

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from mops_taxonomy.cli._judge import Judge
    from mops_taxonomy.cli._sources import Plan
    from mops_taxonomy.inputs import Batch, Notice, RowProblem

__all__ = ["Alike", "Verdict", "Verdicts"]

_MOST_SILENT = 131_072
_MOST_FOUND = 65_536
_MOST_SETTINGS = 16_384
"""What is remembered at most, beside what the rows of one batch need."""

_MANY = 50_000
"""So many different names take longer one by one than the libraries that judge columns take to be imported."""


class Verdict(NamedTuple):
    """What there is to say about a row.

    Attributes:
        at: which row of its batch, from 0.
        report: on its name.
        complaint: why its day of creation cannot be read, if that is so.
    """

    at: int
    report: Report
    complaint: str | None


class Alike:
    """Names that are judged alike.

    Attributes:
        record: what is known of their records, as far as it matters.
        day: to judge by; every other day of its period would do.
        silent: those of which there is nothing to say.
        found: the reports on the others.
    """

    __slots__ = ("day", "found", "record", "silent")

    def __init__(self, record: dict[str, str], day: date) -> None:
        self.record = record
        self.day = day
        self.silent: set[str] = set()
        self.found: dict[str, Report] = {}


class Verdicts:
    """Judges the names of one input.

    Args:
        plan: how the input is read.
        judge: knows how its names are judged.
        tick: called now and then while that takes time.
    """

    def __init__(self, plan: Plan, judge: Judge, tick: Callable[[], None] = lambda: None) -> None:
        self._convention = plan.convention
        self._resolved = plan.resolved
        self._judge = judge
        self._tick = tick
        self._alike: dict[tuple[Any, ...], Alike] = {}
        self._settings: dict[tuple[str | None, ...], tuple[Alike, str | None]] = {}
        self._judged = 0

    def of(self, batch: Batch) -> Iterator[Verdict | RowProblem | Notice]:
        """What there is to tell of a batch, in order: rows with findings or a comment, and what is no row."""
        told = self._told(batch)
        for before, other in batch.others:
            while told and told[-1].at < before:
                yield told.pop()
            yield other
        while told:
            yield told.pop()

    def _told(self, batch: Batch) -> list[Verdict]:
        """The rows to tell of, the last first."""
        self._forget()
        keys = self._judge.keys
        loud = self._loud(list(batch.distinct(keys)))
        found = {at: loud[asked] for at, asked in batch.places(keys, loud)} if loud else {}
        for at in batch.marked:
            found.setdefault(at, (_NOTHING, None))
        return [Verdict(at, *found[at]) for at in sorted(found, reverse=True)]

    def _loud(
        self, asked: list[tuple[str | None, ...]]
    ) -> Mapping[tuple[str | None, ...], tuple[Report, str | None]]:
        """What there is to say, by a name and what its record has."""
        settings = [self._setting(facts) for _, *facts in asked]
        names: dict[Alike, list[str]] = {}
        for (name, *_), (alike, _) in zip(asked, settings, strict=True):
            names.setdefault(alike, []).append(name or "")
        for alike, some in names.items():
            self._learn(alike, some)
        return {
            one: (alike.found.get(one[0] or "", _NOTHING), complaint)
            for one, (alike, complaint) in zip(asked, settings, strict=True)
            if complaint is not None or one[0] in alike.found
        }

    def _setting(self, facts: Iterable[str | None]) -> tuple[Alike, str | None]:
        """The names judged like those whose records have this; and what to complain of."""
        key = tuple(facts)
        known = self._settings.get(key)
        if known is None:
            found = {name: fact for name, fact in zip(self._judge.keys, key, strict=True) if fact is not None}
            record, day, complaint = self._judge.judged_by(found)
            kept = {name: record[name] for name in self._judge.facts if name in record}
            alike = (self._period(day), *kept.items())
            if alike not in self._alike:
                self._alike[alike] = Alike(kept, day)
            known = self._settings[key] = self._alike[alike], complaint
        return known

    def _period(self, day: date) -> int:
        return bisect_right(self._turns, day) if "created" in self._judge.keys else 0

    @cached_property
    def _turns(self) -> list[date]:
        """The days on which anything in the taxonomy begins, or has ended the day before."""
        return sorted(set(_turns_in(self._resolved)))

    def _learn(self, alike: Alike, names: list[str]) -> None:
        """Judge the names that are not known."""
        unknown: Iterable[str] = set(names).difference(alike.silent, alike.found)
        if not unknown:
            return
        self._judged += len(unknown)  # type: ignore[arg-type]
        if self._judged > _MANY:
            from mops_taxonomy.cli._sieve import silent_names

            silent = silent_names(self._convention, list(unknown), alike.record, alike.day)
            alike.silent.update(silent)
            unknown = set(unknown).difference(silent)
        for name in unknown:
            report = self._convention.check(name, alike.record, alike.day)
            if report.ok and not report.findings:
                alike.silent.add(name)
            else:
                alike.found[name] = report
                self._tick()

    def _forget(self) -> None:
        """Begin anew where too much is remembered."""
        groups = self._alike.values()
        if sum(len(alike.silent) for alike in groups) > _MOST_SILENT:
            for alike in groups:
                alike.silent.clear()
        if len(self._settings) > _MOST_SETTINGS or sum(len(alike.found) for alike in groups) > _MOST_FOUND:
            self._settings.clear()
            self._alike.clear()


_NOTHING = Report(())


def _turns_in(plain: Any) -> Iterator[date]:
    """The days on which something in plain data begins, or has ended the day before."""
    if isinstance(plain, list):
        for item in plain:
            yield from _turns_in(item)
    elif isinstance(plain, dict):
        for key, by in (("since", 0), ("until", 1)):
            if isinstance(day := plain.get(key), str) and day < str(date.max):
                yield date.fromisoformat(day) + timedelta(by)
        for item in plain.values():
            yield from _turns_in(item)
