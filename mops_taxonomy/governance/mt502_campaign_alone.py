"""MT502: campaign without program."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mops_taxonomy.governance._across import named
from mops_taxonomy.governance.rule import Breach, RecordRule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mops_taxonomy.matching import Match
    from mops_taxonomy.portfolio import Portfolio
    from mops_taxonomy.records import Campaign

__all__ = ["RULE"]


def check(portfolio: Portfolio) -> Iterator[Breach]:
    """Every campaign without a program, but for those that only hold others together."""
    if not portfolio.programs:
        return
    matching = portfolio.matches
    by_name = {match.campaign.name: match for match in reversed(matching.matches)}
    for campaign in matching.campaigns:
        if not portfolio.children(campaign):
            yield _breach(campaign, by_name.get(campaign.name))


def _breach(campaign: Campaign, same: Match | None) -> Breach:
    message = "no program corresponds to it"
    if same is not None:
        message += f": that of the same name, {named(same.program)}, belongs to {named(same.campaign)}"
    return Breach(campaign, message, expected="a program of the same name")


RULE = RecordRule(
    code="MT502",
    title="campaign without program",
    severity="warning",
    check=check,
    why=(
        "A campaign that no program stands behind gets no members and no costs from marketing automation. It is a "
        "duplicate, a leftover, or its program has been removed or was renamed beyond recognition. Parents of other "
        "campaigns are left out: they hold campaigns together and need no program."
    ),
    bad="salesforce campaign 701Hn000000aBcDEAU: 20260324_EMEA_WBN_Robotics, and no such program in Marketo",
    good="marketo program 1110: 20260324_EMEA_WBN_Robotics, linked with campaign 701Hn000000aBcDEAU of that name",
    repair="Remove the campaign, merge it with the one that has the program, or make the program.",
    consequence="nothing of marketing automation is counted in it",
)
