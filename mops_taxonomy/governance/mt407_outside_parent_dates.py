"""MT407: outside the parent's dates."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mops_taxonomy.governance._hierarchy import cycles
from mops_taxonomy.governance.rule import Breach, RecordRule
from mops_taxonomy.rules._words import quoted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mops_taxonomy.portfolio import Portfolio
    from mops_taxonomy.records import Record

__all__ = ["RULE"]


def check(portfolio: Portfolio) -> Iterator[Breach]:
    """Each end of a record's time that lies outside the time of its parent."""
    circular = {id(one) for ring in cycles(portfolio) for one in ring}  # which MT406 tells
    for record in portfolio.distinct(portfolio.records):
        parent = portfolio.parent(record)
        if parent is not None and id(record) not in circular:
            yield from _outside(record, parent)


def _outside(record: Record, parent: Record) -> Iterator[Breach]:
    of = f"its parent {quoted(parent.name)}"
    if record.start is not None:
        if parent.start is not None and record.start < parent.start:
            said = f"it begins on {record.start}, before {of} does, on {parent.start}"
            yield _breach(record, "start", said, f"{parent.start} or later")
        elif parent.end is not None and record.start > parent.end:
            said = f"it begins on {record.start}, after {of} has ended, on {parent.end}"
            yield _breach(record, "start", said, f"{parent.end} or earlier")
            return
    if record.end is not None:
        if parent.end is not None and record.end > parent.end:
            said = f"it ends on {record.end}, after {of} does, on {parent.end}"
            yield _breach(record, "end", said, f"{parent.end} or earlier")
        elif record.start is None and parent.start is not None and record.end < parent.start:
            said = f"it ends on {record.end}, before {of} begins, on {parent.start}"
            yield _breach(record, "end", said, f"{parent.start} or later")


def _breach(record: Record, field: str, said: str, expected: str) -> Breach:
    return Breach(record, said, field=field, found=str(getattr(record, field)), expected=expected)


RULE = RecordRule(
    code="MT407",
    title="outside the parent's dates",
    severity="warning",
    check=check,
    why=(
        "A parent stands for the time of its children. One that begins earlier or ends later is left out, in part, "
        "wherever somebody looks at the parent's time. A date that is not known is no fault."
    ),
    bad="2026-Q1 (2026-01-01 to 2026-03-31) > 20260324_EMEA_WBN_Robotics (2026-03-24 to 2026-04-02)",
    good="2026-Q1 (2026-01-01 to 2026-03-31) > 20260324_EMEA_WBN_Robotics (2026-03-24 to 2026-03-26)",
    repair="Move the dates of the child, or let the parent run as long as its children do.",
    consequence="a report on the time of the parent leaves out what falls outside it",
)
