"""Matching by the nearest name."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from mops_taxonomy.matching.folding import folded
from mops_taxonomy.matching.likeness import clear_pairs
from mops_taxonomy.matching.match import Match
from mops_taxonomy.matching.sides import only_pairs
from mops_taxonomy.matching.support import MOST, support
from mops_taxonomy.platforms import find

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mops_taxonomy.matching.sides import Sides
    from mops_taxonomy.portfolio import Portfolio
    from mops_taxonomy.records import Campaign, Program, Record

__all__ = ["by_nearest", "cut_at"]


def by_nearest(sides: Sides) -> Iterator[Match]:
    """Match records whose names look the same, are cut, or are clearly nearer to each other than to any other."""
    for way in (_folded, _cut, _near):
        found = list(way(sides))
        yield from found
        sides = sides.without(found)


def _folded(sides: Sides) -> Iterator[Match]:
    def key(record: Record) -> str | None:
        return folded(record.name) or None

    why = "the same name but for case, delimiters, white space and look-alikes"
    for program, campaign in only_pairs(sides, key, key):
        yield Match(program, campaign, "nearest", 0.93, why)


def cut_at(campaign: Campaign) -> int | None:
    """How many characters its system lets the name of a campaign have; None where that is not known."""
    limit = find(campaign.system, "campaign") if campaign.system is not None else None
    return limit.max_length if limit is not None and limit.unit == "characters" else None


def _cut(sides: Sides) -> Iterator[Match]:
    for length in sorted({cut for one in sides.campaigns if (cut := cut_at(one)) is not None}):
        why = f"a name that is the first {length} characters of the program's"
        pairs = only_pairs(sides, partial(_beginning, length), partial(_at_limit, length))
        yield from (Match(program, campaign, "nearest", 0.9, why) for program, campaign in pairs)


def _beginning(length: int, program: Program) -> str | None:
    return program.name[:length].rstrip() if len(program.name) > length else None


def _at_limit(length: int, campaign: Campaign) -> str | None:
    """The name of a campaign that may have been cut there: white space before the cut is lost."""
    return campaign.name.rstrip() if length - 3 <= len(campaign.name) <= length else None


def _near(sides: Sides) -> Iterator[Match]:
    def speaks(program: int, campaign: int) -> float:
        ours, theirs = sides.programs[program], sides.campaigns[campaign]
        if _are_numbered_apart(sides.portfolio, ours, theirs):
            return -1
        return support(sides.portfolio, ours, theirs)

    texts = [[folded(one.name) for one in side] for side in (sides.programs, sides.campaigns)]
    for program, campaign, likeness in clear_pairs(texts[0], texts[1], speaks, MOST):
        match = sides.programs[program], sides.campaigns[campaign]
        yield Match(
            *match, "nearest", _confidence(likeness), f"the nearest name, {100 * likeness:.0f} % alike"
        )


def _confidence(likeness: float) -> float:
    """Never so much that a record would be changed on the strength of it."""
    return min(round(likeness * 0.9, 2), 0.89)


def _are_numbered_apart(portfolio: Portfolio, program: Program, campaign: Campaign) -> bool:
    """Whether both names hold the same number field with different numbers: `v01` and `v02` are two things."""
    ours, theirs = portfolio.name(program), portfolio.name(campaign)
    if ours is None or theirs is None:
        return False
    others = theirs.values
    return any(
        isinstance(value, int) and others.get(path, value) != value for path, value in ours.values.items()
    )
