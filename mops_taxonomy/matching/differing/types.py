"""The type of the campaign against the channel of its program."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mops_taxonomy.matching.differing.difference import Difference

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mops_taxonomy.matching.match import Match
    from mops_taxonomy.portfolio import Portfolio

__all__ = ["types"]


def types(portfolio: Portfolio, match: Match) -> Iterator[Difference]:
    """The type that the taxonomy gives campaigns of the program's channel."""
    program, campaign = match.program, match.campaign
    channel = portfolio.channel(program)
    wanted = channel.campaign_type if channel is not None else None
    if wanted is not None and campaign.type is not None and campaign.type != wanted:
        yield Difference(campaign, program, "type", campaign.type, wanted)
