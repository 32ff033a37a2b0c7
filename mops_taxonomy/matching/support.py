"""What the records themselves say for and against being one thing, beside their names."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mops_taxonomy.portfolio import Portfolio
    from mops_taxonomy.records import Campaign, Program

__all__ = ["MOST", "support"]

_START = 0.05
_COST = 0.04
_TYPE = 0.02
_OTHER_TYPE = 0.1
"""A webinar that was renamed still is no mailing: the type speaks louder against a pair than for it."""

MOST = _START + _COST + _TYPE
"""What speaks for a pair that agrees in everything."""

_NEVER = -1.0


def support(portfolio: Portfolio, program: Program, campaign: Campaign) -> float:
    """How much more alike two records are than their names: less than nothing where the records disagree.

    What is not known on both sides says nothing. Records that start on other days and cost other amounts are two
    things, however alike their names: those of a series are.
    """
    start, cost = _has_same_start(program, campaign), _has_same_cost(program, campaign)
    if start is False and cost is False:
        return _NEVER
    kind = _has_same_type(portfolio, program, campaign)
    said = ((start, _START, _START), (cost, _COST, _COST), (kind, _TYPE, _OTHER_TYPE))
    return sum(0 if agrees is None else yes if agrees else -no for agrees, yes, no in said)


def _has_same_start(program: Program, campaign: Campaign) -> bool | None:
    return None if program.start is None or campaign.start is None else program.start == campaign.start


def _has_same_cost(program: Program, campaign: Campaign) -> bool | None:
    """That both cost nothing is no coincidence to speak of."""
    cost, actual = program.cost, campaign.actual_cost
    return None if cost is None or actual is None or not (cost or actual) else cost == actual


def _has_same_type(portfolio: Portfolio, program: Program, campaign: Campaign) -> bool | None:
    channel = portfolio.channel(program)
    wanted = channel.campaign_type if channel is not None else None
    return None if wanted is None or campaign.type is None else wanted == campaign.type
