"""MT302: dates swapped."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mops_taxonomy.governance._dates import are_exchanged, differing, suggested
from mops_taxonomy.governance._stamps import stamped
from mops_taxonomy.governance.rule import Breach, RecordRule
from mops_taxonomy.rules._words import quoted

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from mops_taxonomy.portfolio import Dated, Portfolio
    from mops_taxonomy.records import Record

__all__ = ["RULE"]


def check(portfolio: Portfolio) -> Iterator[Breach]:
    """Find what starts after its end, and dates that differ by the order of day and month only."""
    for record in portfolio.records:
        if record.start is not None and record.end is not None and record.start > record.end:
            yield Breach(
                record,
                f"the {record.object} starts on {record.start}, after its end on {record.end}",
                field="start",
                found=str(record.start),
                expected=f"a start on {record.end} or before",
            )
    freezes = portfolio.freezes
    for record, dated, day in differing(portfolio):
        if are_exchanged(dated, day) and freezes.of(record) is None:
            yield _exchanged(portfolio, record, dated, day)


def _exchanged(portfolio: Portfolio, record: Record, dated: Dated, day: date) -> Breach:
    return Breach(
        record,
        f"day and month are exchanged: {quoted(dated.text)} in `{dated.field}` is {dated.value}, and the "
        f"`{dated.role}` of the {record.object} is {day}",
        field=dated.field,
        span=dated.span,
        found=dated.text,
        expected=f"the same day in the name and in `{dated.role}`",
        suggestions=suggested(dated, day, f"the `{dated.role}` of the {record.object}"),
        consequence=stamped(portfolio, record, dated.span),
    )


RULE = RecordRule(
    code="MT302",
    title="dates swapped",
    severity="error",
    check=check,
    why=(
        "A start after the end is a slip of the hand. So is 4 March where 3 April is meant: people write day and "
        "month in different orders, and forms read them in yet another."
    ),
    bad="name: 20260304_EMEA_WBN_Customer-Stories\nstart: 2026-04-03",
    good="name: 20260304_EMEA_WBN_Customer-Stories\nstart: 2026-03-04",
    repair="Find out which of the two days is meant, and write it in both places.",
    consequence="what is planned or reported by these dates goes to the wrong days, or to none",
)
