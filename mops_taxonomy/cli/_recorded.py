"""Checking records that systems export: gathered file by file, then judged together."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any, NamedTuple

from mops_taxonomy.cli._problem import Problem
from mops_taxonomy.finding import Finding
from mops_taxonomy.judgement import day_of_judgement
from mops_taxonomy.platforms.reading import ReadError, gathered, read
from mops_taxonomy.records import Record
from mops_taxonomy.reporters import CheckedName

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from mops_taxonomy.cli._sources import Export
    from mops_taxonomy.portfolio import Portfolio
    from mops_taxonomy.taxonomy import Taxonomy

__all__ = ["Judged", "Recorded"]


class Judged(NamedTuple):
    """A record after it was judged, or what could not be read.

    Attributes:
        taxonomy: by which it was judged; None for what could not be read.
        checked: its place, its name and everything that was found.
        facts: what is known of it, as waivers ask it.
        is_record: whether it counts as a record: one that was read, or one that could not be.
    """

    taxonomy: Taxonomy | None
    checked: CheckedName
    facts: Mapping[str, str]
    is_record: bool = True


class _Gathered(NamedTuple):
    """The records that are judged by one taxonomy."""

    taxonomy: Taxonomy
    records: list[Any]
    conventions: dict[tuple[str, str | None], str]


class Recorded:
    """The records of one call. Some rules look at all of them together, so none is judged before all are read.

    Args:
        as_of: the day to judge by, or a revision; None for the day on which each record was created.
    """

    def __init__(self, as_of: str | None) -> None:
        self._as_of = as_of
        self._gathered: dict[str | None, _Gathered] = {}
        self._unchecked: Counter[str] = Counter()
        self._passed_over = 0
        self._unread: list[tuple[str, Finding]] = []

    def read(self, path: str, export: Export, taxonomy: Taxonomy) -> None:
        """Read the records of one export.

        Args:
            path: the file; `-` for standard input.
            export: what is known of it.
            taxonomy: by which the records are judged.

        Raises:
            Problem: nothing can be read, or the day to judge by is neither a day nor a revision.
        """
        self._check_day(taxonomy)
        gathered = self._gathered.setdefault(taxonomy.file, _Gathered(taxonomy, [], {}))
        try:
            for item in read(_opened(path), export.system):
                if isinstance(item, Finding):
                    self._unread.append((path, item))
                else:
                    gathered.records.append(_told(item, export.record))
                    if export.convention is not None and isinstance(item, Record):
                        gathered.conventions[item.object, item.system] = export.convention
        except ReadError as error:
            raise Problem(str(error)) from None

    def _check_day(self, taxonomy: Taxonomy) -> None:
        if self._as_of is None:
            return
        try:
            day_of_judgement(self._as_of, None, taxonomy.resolved["revisions"])
        except ValueError as error:
            raise Problem(f"--as-of: {error}") from None

    def judged(self) -> Iterator[Judged]:
        """What could not be read; then the records of each taxonomy with what was found, in their order."""
        from mops_taxonomy.governance.report import judged
        from mops_taxonomy.portfolio import Portfolio

        for number, (path, finding) in enumerate(self._unread, 1):
            yield Judged(None, _unread(path, number, finding), {}, finding.code == "MT350")
        for taxonomy, items, conventions in self._gathered.values():
            records, _, others = gathered(items)
            self._passed_over += len(others)
            portfolio = Portfolio(taxonomy, records, self._as_of, conventions=conventions)
            for number, (record, findings) in enumerate(judged(portfolio), 1):
                checked = _checked(portfolio, record, number, tuple(findings))
                facts = portfolio.facts(record) if isinstance(record, Record) else {}
                if isinstance(record, Record) and not portfolio.conventions(record):
                    self._unchecked[record.object] += 1
                yield Judged(taxonomy, checked, facts)

    def notes(self) -> Iterator[str]:
        """What to say when all records are judged."""
        if self._passed_over:
            records = "1 record" if self._passed_over == 1 else f"{self._passed_over:,} records"
            yield f"{records} of another kind (tag types, tokens) not checked"
        for kind, count in self._unchecked.items():
            names = f"the name of 1 {kind} was" if count == 1 else f"the names of {count:,} {kind}s were"
            yield (
                f"{names} not checked: no convention has `object: {kind}`; "
                "write it into the taxonomy, or name the convention with --convention"
            )


def _opened(path: str) -> Any:
    if path != "-":
        return path
    import sys

    return sys.stdin.buffer


def _told(record: Any, known: Mapping[str, str]) -> Any:
    """The record with what else is known of it; what it says itself goes before."""
    return record.model_copy(update={"other": {**known, **record.other}}) if known else record


def _checked(portfolio: Portfolio, record: Any, number: int, findings: tuple[Finding, ...]) -> CheckedName:
    origin = record.origin
    convention = portfolio.convention(record) if isinstance(record, Record) else None
    return CheckedName(
        (origin.file if origin else None) or "standard input",
        (origin.line or origin.position if origin else None) or number,
        (origin.position if origin else None) or number,
        None,
        str(getattr(record, "name", record)),
        findings,
        not any(one.severity == "error" for one in findings),
        convention.id if convention is not None else type(record).__name__.lower(),
    )


def _unread(path: str, number: int, finding: Finding) -> CheckedName:
    place = finding.place
    line = place.line if place and place.line else number
    file = "standard input" if path == "-" else path
    return CheckedName(
        file,
        line,
        number,
        None,
        finding.record or "",
        (finding,),
        finding.severity != "error",
        "",
    )
