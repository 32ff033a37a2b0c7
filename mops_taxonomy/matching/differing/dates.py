"""The days on which program and campaign begin and end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mops_taxonomy.matching.differing.difference import Difference

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mops_taxonomy.matching.match import Match
    from mops_taxonomy.portfolio import Portfolio

__all__ = ["dates"]


def dates(portfolio: Portfolio, match: Match) -> Iterator[Difference]:  # noqa: ARG001  as all kinds are asked
    """The first and the last day, where both are known."""
    program, campaign = match.program, match.campaign
    for field in ("start", "end"):
        ours, theirs = getattr(program, field), getattr(campaign, field)
        if ours is not None and theirs is not None and ours != theirs:
            yield Difference(campaign, program, field, theirs, ours)
