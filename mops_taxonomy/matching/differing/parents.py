"""The parent of the campaign against that of its program."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mops_taxonomy.matching.differing.difference import Difference

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mops_taxonomy.matching.match import Match
    from mops_taxonomy.portfolio import Portfolio

__all__ = ["parents"]


def parents(portfolio: Portfolio, match: Match) -> Iterator[Difference]:
    """The parents, where those of both sides have partners too.

    Programs are seldom nested where campaigns are: a program without a parent agrees with any. A campaign without one
    differs only where the export holds the parents of campaigns at all.
    """
    program, campaign = match.program, match.campaign
    above = portfolio.parent(program)
    wanted = portfolio.matches.of(above)[0].campaign if above and portfolio.matches.of(above) else None
    if wanted is None or wanted.id is None or wanted.id in {campaign.parent_id, campaign.id}:
        return
    if campaign.parent_id is not None or portfolio.matches.has_parents(campaign.system):
        yield Difference(campaign, program, "parent_id", campaign.parent_id, wanted.id)
