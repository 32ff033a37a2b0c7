"""MT960: unreachable row."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mops_taxonomy.lint.rule import Flaw, LintRule
from mops_taxonomy.tables import Table
from mops_taxonomy.tables.pattern import filled
from mops_taxonomy.tables.reach import Reach

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mops_taxonomy.lint.subject import Subject
    from mops_taxonomy.tables import Row

__all__ = ["RULE"]


def check(subject: Subject) -> Iterator[Flaw]:
    """Find the rows of tables before which others take everything."""
    for name, spec in subject.resolved["tables"].items():
        table = Table(name, spec)
        reach = Reach(table)
        for row in table.rows:
            earlier = range(1, row.number)
            takers = [piece.others.intersection(earlier) for piece in reach.pieces(row.number)]
            if all(takers):
                yield _flaw(table, reach, row, _cover(takers))


def _cover(takers: list[frozenset[int]]) -> list[int]:
    """Rows that leave nothing, none of them in vain; the last one stands as early as may be."""
    last = max(map(min, takers))
    kept = {row for rows in takers for row in rows if row <= last}
    for one in sorted(kept - {last}):
        if not any(rows & kept == {one} for rows in takers):
            kept.remove(one)
    return sorted(kept)


def _flaw(table: Table, reach: Reach, row: Row, cover: list[int]) -> Flaw:
    harmless = all(table.rows[one - 1].gives == row.gives for one in cover)
    same = " with the same value" if harmless else ""
    return Flaw(
        f"row {row.number} of the table `{table.name}`, which gives `{row.gives}`, never counts: "
        f"{_numbered(cover)} whatever it fits{same}",
        ("tables", table.name, "rows", row.number - 1, "when"),
        witness=", ".join(f"{key}={_shortest(row.when[key][0])}" for key in table.inputs if key in row.when),
        ways_out=("remove it",) if harmless else (*_moved(reach, row, cover[-1]), "remove it"),
        severity="info" if harmless else None,
    )


def _shortest(pattern: str) -> str:
    """A text that a pattern fits; a star alone wants some."""
    return filled(pattern, "") or filled(pattern, "x")


def _numbered(rows: list[int]) -> str:
    if len(rows) == 1:
        return f"row {rows[0]} fits"
    return f"rows {', '.join(map(str, rows[:-1]))} and {rows[-1]} together fit"


def _moved(reach: Reach, row: Row, last: int) -> Iterator[str]:
    """That it shall stand earlier, where that does not cost the other row its place."""
    before = {*range(1, last), row.number}
    if any(piece.others.isdisjoint(before) for piece in reach.pieces(last)):
        yield f"put it before row {last}"


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
