"""The name of the campaign against that of its program."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mops_taxonomy.matching.by_nearest import cut_at
from mops_taxonomy.matching.differing.difference import Difference

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mops_taxonomy.matching.match import Match
    from mops_taxonomy.portfolio import Portfolio
    from mops_taxonomy.records import Record

__all__ = ["names"]


def names(portfolio: Portfolio, match: Match) -> Iterator[Difference]:
    """The names, to the letter.

    The program's goes to the campaign. It is the program that has to change where the CRM has no room for its name,
    where a waiver freezes the campaign's name alone, where only that one keeps the convention, and where the program's
    own dates agree with it alone.
    """
    program, campaign = match.program, match.campaign
    if program.name == campaign.name:
        return
    room = cut_at(campaign)
    if room is not None and len(program.name) > room:
        yield Difference(program, campaign, "name", program.name, None)
    elif _is_frozen(portfolio, campaign, program) or (
        not _is_frozen(portfolio, program, campaign) and _is_right(portfolio, campaign, program)
    ):
        yield Difference(program, campaign, "name", program.name, campaign.name)
    else:
        yield Difference(campaign, program, "name", campaign.name, program.name)


def _is_frozen(portfolio: Portfolio, record: Record, other: Record) -> bool:
    """Whether a waiver freezes the name of the record, and not that of the other one."""
    return portfolio.freezes.of(record) is not None and portfolio.freezes.of(other) is None


def _is_right(portfolio: Portfolio, campaign: Record, program: Record) -> bool:
    """Whether it is the name of the campaign that both should have."""
    convention = portfolio.convention(program)
    if convention is None or portfolio.convention(campaign) is not convention:
        return False
    if portfolio.name(campaign) is None:
        return False
    return portfolio.name(program) is None or _has_moved(portfolio, program, campaign)


def _has_moved(portfolio: Portfolio, program: Record, campaign: Record) -> bool:
    """Whether the program starts on the day in the campaign's name, and not on that in its own."""
    if program.start is None:
        return False
    ours, theirs = (
        [one for one in portfolio.dates(record) if one.role == "start"] for record in (program, campaign)
    )
    return (
        bool(ours and theirs)
        and not ours[0].first <= program.start <= ours[0].last
        and theirs[0].first <= program.start <= theirs[0].last
    )
