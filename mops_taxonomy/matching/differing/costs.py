"""What the program costs against the actual cost of its campaign."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mops_taxonomy.matching.differing.difference import Difference

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mops_taxonomy.matching.match import Match
    from mops_taxonomy.portfolio import Portfolio

__all__ = ["costs"]


def costs(portfolio: Portfolio, match: Match) -> Iterator[Difference]:  # noqa: ARG001  as all kinds are asked
    """The sum of the period costs, where both are known and in one currency."""
    program, campaign = match.program, match.campaign
    spent, actual = program.cost, campaign.actual_cost
    in_one_currency = program.currency is None or campaign.currency in {None, program.currency}
    if spent is not None and actual is not None and spent != actual and in_one_currency:
        yield Difference(campaign, program, "actual_cost", actual, spent)
