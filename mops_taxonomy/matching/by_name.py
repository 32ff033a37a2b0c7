"""Matching by exactly the same name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mops_taxonomy.matching.match import Match
from mops_taxonomy.matching.sides import grouped

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterator

    from mops_taxonomy.matching.sides import Sides
    from mops_taxonomy.records import Campaign, Program, Record

__all__ = ["by_name"]


def by_name(sides: Sides) -> Iterator[Match]:
    """Match programs with the campaigns of the same name; of several, with the one that has the same dates."""
    campaigns = grouped(sides.campaigns, lambda one: one.name)
    for name, programs in grouped(sides.programs, lambda one: one.name).items():
        fitting = campaigns.get(name, [])
        if len(programs) == len(fitting) == 1:
            yield Match(programs[0], fitting[0], "name", 0.98, "the same name")
        elif fitting:
            yield from _of_several(programs, fitting)


def _of_several(programs: list[Program], campaigns: list[Campaign]) -> Iterator[Match]:
    """Pairs of equally named records: those with the same dates first, then those in the same place of the order."""
    there = grouped(campaigns, _dates)
    dated = [
        pair
        for dates, group in grouped(programs, _dates).items()
        for pair in zip(group, there.get(dates, ()), strict=False)
    ]
    for program, campaign in dated:
        yield Match(program, campaign, "name", 0.9, "the same name, which several have, and the same dates")
    taken = {id(record) for pair in dated for record in pair}
    ours = [one for one in programs if id(one) not in taken]
    theirs = [one for one in campaigns if id(one) not in taken]
    for program, campaign in zip(ours, theirs, strict=False):
        yield Match(program, campaign, "name", 0.6, "the same name, which several have")


def _dates(record: Record) -> Hashable:
    return None if record.start is None else (record.start, record.end)
