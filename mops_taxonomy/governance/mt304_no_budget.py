"""MT304: money without a budget."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mops_taxonomy.governance._stated import Stated
from mops_taxonomy.governance.rule import Breach, RecordRule
from mops_taxonomy.records import Program

if TYPE_CHECKING:
    from collections.abc import Iterator
    from decimal import Decimal

    from mops_taxonomy.finding import Finding
    from mops_taxonomy.governance.rule import Told
    from mops_taxonomy.portfolio import Portfolio
    from mops_taxonomy.records import Campaign

__all__ = ["RULE"]


def check(portfolio: Portfolio) -> Iterator[Breach]:
    """Find what costs money and has no budget."""
    stated = Stated(portfolio, "budgeted_cost")
    records: tuple[Program | Campaign, ...] = (*portfolio.programs, *portfolio.campaigns)
    for record in records:
        spent = record.cost if isinstance(record, Program) else record.actual_cost
        if spent is None or spent <= 0 or record.budgeted_cost:
            continue
        if record.budgeted_cost is not None or stated.by(record):
            yield _breach(record, spent)
        elif not isinstance(record, Program):
            yield _unsure(record, spent)
        # Some marketing automation has no budgets at all: there the campaign of the CRM holds them.


def _breach(record: Program | Campaign, spent: Decimal) -> Breach:
    known = "and it has no budget" if record.budgeted_cost is None else "and its budget is 0"
    return Breach(
        record,
        f"{_amount(record, spent)} were spent on the {record.object} {known}",
        field="budgeted_cost",
        found=None if record.budgeted_cost is None else str(record.budgeted_cost),
        expected="an amount above 0",
    )


def _unsure(record: Campaign, spent: Decimal) -> Breach:
    return Breach(
        record,
        f"{_amount(record, spent)} were spent on the campaign and no budget is known: it has none, or the export "
        "leaves budgets out",
        field="budgeted_cost",
        expected="an amount above 0",
        severity="warning",
        certainty="unknown",
    )


def _amount(record: Program | Campaign, amount: Decimal) -> str:
    return f"{amount:f} {record.currency}" if record.currency else f"{amount:f}"


def needless(told: Told) -> Iterator[Finding]:
    """A budget that is required and missing is told by MT305."""
    if any(one.field == "budgeted_cost" for one in told.by("MT305")):
        yield from told.by("MT304")


RULE = RecordRule(
    code="MT304",
    title="no budget",
    severity="error",
    check=check,
    why=(
        "Money that was spent without a budget was approved by nobody, and no report can say whether it was more than "
        "planned. Period costs count as spent, and so does the actual cost of a campaign. Where no record of a "
        "system has a budget, its export may leave budgets out: that is said as not known."
    ),
    bad="name: 20260324_EMEA_WBN_Customer-Stories\nactual_cost: 1200\nbudgeted_cost: 0",
    good="name: 20260324_EMEA_WBN_Customer-Stories\nactual_cost: 1200\nbudgeted_cost: 1500",
    repair="Enter the budget, or put the cost where it belongs.",
    consequence="spending cannot be compared with a plan",
    needless=needless,
)
