"""MT507: costs differ."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mops_taxonomy.governance._across import certainty, differing, is_synced, named
from mops_taxonomy.governance.rule import Breach, RecordRule
from mops_taxonomy.matching.differing import costs

if TYPE_CHECKING:
    from collections.abc import Iterator
    from decimal import Decimal

    from mops_taxonomy.portfolio import Portfolio

__all__ = ["RULE"]

_MARKETO = "Marketo writes the actual cost of a campaign from the period costs of its program, and never the other way"


def check(portfolio: Portfolio) -> Iterator[Breach]:
    """Every campaign whose actual cost is not the sum of the period costs of its program."""
    for match, difference in differing(portfolio, costs):
        currency = match.campaign.currency or match.program.currency
        actual, spent = _amount(difference.old, currency), _amount(difference.new, currency)
        yield Breach(
            match.campaign,
            f"the actual cost is {actual}, and the period costs of {named(match.program)} add up to {spent}",
            field="actual_cost",
            found=actual,
            expected=spent,
            consequence=_MARKETO if is_synced(match) else None,
            certainty=certainty(match),
        )


def _amount(amount: Decimal, currency: str | None) -> str:
    """`1,500 EUR`, `1,499.5`: without the noughts that say nothing."""
    shown = f"{amount:,f}"
    if "." in shown:
        shown = shown.rstrip("0").rstrip(".")
    return f"{shown} {currency}" if currency else shown


RULE = RecordRule(
    code="MT507",
    title="costs differ",
    severity="warning",
    check=check,
    why=(
        "What a tactic cost is stated in both systems, and what it brought in only in the CRM: return on investment is "
        "wrong where the cost is. Amounts in different currencies are not compared."
    ),
    bad="program: 1,000 in March and 500 in April; campaign: actual cost 1,000",
    good="program: 1,000 in March and 500 in April; campaign: actual cost 1,500",
    repair="Set the actual cost of the campaign, or correct the period costs of the program.",
    consequence="the return on what was spent differs by the system that one asks",
)
