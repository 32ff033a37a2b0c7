"""MT960: unreachable row."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from mops_taxonomy.algebra.automaton import TooLarge
from mops_taxonomy.lint.rule import Flaw, LintRule
from mops_taxonomy.tables import Table
from mops_taxonomy.tables.reach import Reach

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from mops_taxonomy.lint.subject import Subject
    from mops_taxonomy.tables import Row

__all__ = ["RULE"]


def check(subject: Subject) -> Iterator[Flaw]:
    """Find the rows of tables before which others take everything."""
    for name, spec in subject.resolved["tables"].items():
        table = Table(name, spec)
        reach = Reach(table)
        for row in table.rows:
            path = ("tables", name, "rows", row.number - 1, "when")
            try:
                if reach.point(row.number, range(1, row.number)) is None:
                    yield _flaw(table, reach, row, path)
            except TooLarge:
                message = f"whether row {row.number} of the table `{name}` can ever count was not decided"
                yield Flaw(message, path, severity="info", certainty="unknown")


def _flaw(table: Table, reach: Reach, row: Row, path: tuple[str | int, ...]) -> Flaw:
    cover = _cover(reach, row.number)
    harmless = all(table.rows[one - 1].gives == row.gives for one in cover)
    same = " with the same value" if harmless else ""
    return Flaw(
        f"row {row.number} of the table `{table.name}`, which gives `{row.gives}`, never counts: "
        f"{_numbered(cover)} whatever it fits{same}",
        path,
        witness=_shown(row, reach.point(row.number, ())),
        ways_out=("remove it",) if harmless else (*_moved(reach, row, cover[-1]), "remove it"),
        severity="info" if harmless else None,
    )


def _numbered(rows: list[int]) -> str:
    if len(rows) == 1:
        return f"row {rows[0]} fits"
    return f"rows {', '.join(map(str, rows[:-1]))} and {rows[-1]} together fit"


def _cover(reach: Reach, number: int) -> list[int]:
    """Rows that leave a later one nothing, none of them in vain; the last one stands as early as may be."""
    # Beyond some row, all together take everything: that is found by halving.
    last = bisect_left(range(number), x=True, key=lambda upto: _is_covered(reach, number, range(1, upto + 1)))
    kept = [*range(1, last + 1)]
    for one in range(1, last):
        fewer = [other for other in kept if other != one]
        if _is_covered(reach, number, fewer):
            kept = fewer
    return kept


def _is_covered(reach: Reach, number: int, others: Iterable[int]) -> bool:
    return reach.point(number, others) is None


def _moved(reach: Reach, row: Row, last: int) -> Iterator[str]:
    """That it shall stand earlier, where that does not cost the other row its place."""
    if not _is_covered(reach, last, [*range(1, last), row.number]):
        yield f"put it before row {last}"


def _shown(row: Row, point: dict[str, str] | None) -> str:
    """Inputs that the row fits, as far as it asks them."""
    return ", ".join(f"{key}={text}" for key, text in (point or {}).items() if key in row.when)


RULE = LintRule(
    code="MT960",
    title="unreachable row",
    severity="warning",
    check=check,
    why=(
        "The rows of a table are tried in their order, and the first that fits gives the value. A row before which "
        "others take everything is never looked at: whoever reads the table believes that it counts."
    ),
    bad="""\
tables:
  channel_group:
    inputs: [source, medium]
    gives: group
    rows:
      - {when: {medium: "*cp*"}, gives: Paid Other}
      - {when: {source: [google, bing], medium: cpc}, gives: Paid Search}
""",
    good="""\
tables:
  channel_group:
    inputs: [source, medium]
    gives: group
    rows:
      - {when: {source: [google, bing], medium: cpc}, gives: Paid Search}
      - {when: {medium: "*cp*"}, gives: Paid Other}
""",
    repair="Put the narrower row first, or remove the one that never counts.",
)
