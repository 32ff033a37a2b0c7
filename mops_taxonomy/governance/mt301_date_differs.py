"""MT301: the date differs."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from mops_taxonomy.governance._dates import SAID, are_crossed, are_exchanged, differing, suggested
from mops_taxonomy.governance._stamps import stamped
from mops_taxonomy.governance.rule import Breach, RecordRule
from mops_taxonomy.rules._words import quoted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mops_taxonomy.portfolio import Dated, Portfolio
    from mops_taxonomy.records import Record

__all__ = ["RULE"]


def check(portfolio: Portfolio) -> Iterator[Breach]:
    """Compare each date of a name with the day of the record for the same role."""
    freezes = portfolio.freezes
    for record, dated, day in differing(portfolio):
        exchanged = are_exchanged(dated, day) and freezes.of(record) is None
        if not exchanged and not are_crossed(record, dated):
            yield _breach(portfolio, record, dated, day)


def _breach(portfolio: Portfolio, record: Record, dated: Dated, day: date) -> Breach:
    role = str(dated.role)
    does = f"the {record.object} {SAID[role]}"
    label = f"the `{role}` of the {record.object}"
    suggestions = suggested(dated, day, label)
    right = " or ".join(
        [*(f"`{one.text}` in the name" for one in suggestions), f"a day of {dated.value} in `{role}`"]
    )
    return Breach(
        record,
        f"by {quoted(dated.text)} in `{dated.field}` {does} {_when(dated)}; its `{role}` is {day}",
        field=dated.field,
        span=dated.span,
        found=dated.text,
        expected=right if not isinstance(dated.value, date) else right.replace("a day of ", ""),
        suggestions=suggestions,
        consequence=stamped(portfolio, record, dated.span),
    )


def _when(dated: Dated) -> str:
    if isinstance(dated.value, date):
        return f"on {dated.value}"
    return f"in {dated.value}, from {dated.first} to {dated.last}"


RULE = RecordRule(
    code="MT301",
    title="date differs",
    severity="error",
    check=check,
    why=(
        "People read the date in the name, systems the date of the record. Where they differ, the program stands "
        "in one quarter for those who look at names and in another for those who look at dates. What role the date "
        "has is said by the field: start, end, send or expiry; a date without a role is not compared. A date that "
        "is a month or a quarter must hold the day of the record."
    ),
    bad="name: 20260324_EMEA_WBN_Customer-Stories\nstart: 2026-04-01",
    good="name: 20260401_EMEA_WBN_Customer-Stories\nstart: 2026-04-01",
    repair=(
        "Find out which of the two is right. Where the name must stay as it is, a waiver with `frozen: true` "
        "says so, and who answers for it."
    ),
    consequence="reports by name and reports by date put it into different periods",
)
