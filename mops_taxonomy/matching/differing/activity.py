"""Whether program and campaign run."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mops_taxonomy.matching.differing.difference import Difference

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mops_taxonomy.matching.match import Match
    from mops_taxonomy.portfolio import Portfolio

__all__ = ["activity"]


def activity(portfolio: Portfolio, match: Match) -> Iterator[Difference]:  # noqa: ARG001  as all kinds are asked
    """Whether both are active, where both say so."""
    program, campaign = match.program, match.campaign
    if program.active is not None and campaign.active is not None and program.active != campaign.active:
        yield Difference(campaign, program, "active", campaign.active, program.active)
