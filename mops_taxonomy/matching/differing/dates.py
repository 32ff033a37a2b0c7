"""The days on which program and campaign begin and end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mops_taxonomy.matching.differing.difference import Difference

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mops_taxonomy.matching.match import Match
    from mops_taxonomy.portfolio import Portfolio
    from mops_taxonomy.records import Campaign, Program, Record

__all__ = ["dates"]


def dates(portfolio: Portfolio, match: Match) -> Iterator[Difference]:
    """The first and the last day, where both are known.

    The program's go to the campaign, unless they cannot be right: the program starts after its end, or on another day
    than its name says, and the campaign does not.
    """
    program, campaign = match.program, match.campaign
    fields = [
        (field, ours, theirs)
        for field in ("start", "end")
        if (ours := getattr(program, field)) is not None
        and (theirs := getattr(campaign, field)) is not None
        and ours != theirs
    ]
    campaign_is_right = bool(fields) and (
        (_is_crossed(program) and not _is_crossed(campaign)) or _keeps_name(portfolio, campaign, program)
    )
    for field, ours, theirs in fields:
        if campaign_is_right:
            yield Difference(program, campaign, field, ours, theirs)
        else:
            yield Difference(campaign, program, field, theirs, ours)


def _is_crossed(record: Record) -> bool:
    return record.start is not None and record.end is not None and record.start > record.end


def _keeps_name(portfolio: Portfolio, campaign: Campaign, program: Program) -> bool:
    """Whether the campaign starts on the day in both names, and the program does not."""
    if program.start is None or campaign.start is None or program.name != campaign.name:
        return False
    day = next((one for one in portfolio.dates(program) if one.role == "start"), None)
    return (
        day is not None
        and day.first <= campaign.start <= day.last
        and not day.first <= program.start <= day.last
    )
