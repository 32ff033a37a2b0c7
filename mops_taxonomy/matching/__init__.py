"""Which program of marketing automation and which campaign of the CRM are the same thing.

One way of matching is one file of this folder. They are tried in the order of how sure they are: the link between the
two, the same name, the same values in another spelling, the nearest name. Each takes what the ways before it left.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from mops_taxonomy.matching.by_id import by_id
from mops_taxonomy.matching.by_name import by_name
from mops_taxonomy.matching.by_nearest import by_nearest
from mops_taxonomy.matching.by_values import by_values
from mops_taxonomy.matching.match import LinkedTwice, Match, Matching, Way
from mops_taxonomy.matching.sides import Sides

if TYPE_CHECKING:
    from collections.abc import Iterable

    from mops_taxonomy.portfolio import Portfolio
    from mops_taxonomy.records import Program

__all__ = ["LinkedTwice", "Match", "Matching", "Way", "matched"]


def matched(portfolio: Portfolio) -> Matching:
    """Match programs with campaigns, one to one within each system of marketing automation.

    The same records in the same order give the same matches.
    """
    matches: list[Match] = []
    twice: list[LinkedTwice] = []
    all_programs, campaigns = portfolio.distinct(portfolio.programs), portfolio.distinct(portfolio.campaigns)
    for programs in _by_system(all_programs):
        linked, linked_twice = by_id(programs, campaigns)
        sides = Sides(portfolio, programs, campaigns).without(linked)
        named = list(by_name(sides))
        # What another program's link has taken may still find its own campaign by name, but not by likeness. Nor has
        # what doubles another record drifted.
        sides = sides.without(named).without_programs(one.program for one in linked_twice)
        sides = sides.named_once(all_programs, campaigns)
        matches += [*linked, *named]
        for way in (by_values, by_nearest):
            found = list(way(sides))
            sides = sides.without(found)
            matches += found
        twice += linked_twice
    return Matching(all_programs, campaigns, matches, twice)


def _by_system(programs: Iterable[Program]) -> list[list[Program]]:
    found: dict[str | None, list[Program]] = {}
    for program in programs:
        found.setdefault(program.system, []).append(program)
    return list(found.values())
