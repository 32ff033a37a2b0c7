"""Matching by what the names say, however they are spelt."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mops_taxonomy.matching.match import Match
from mops_taxonomy.matching.sides import only_pairs

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterator

    from mops_taxonomy.matching.sides import Sides
    from mops_taxonomy.records import Record

__all__ = ["by_values"]


def by_values(sides: Sides) -> Iterator[Match]:
    """Match records whose names have the same values by their conventions, and one reading."""

    def values(record: Record) -> Hashable:
        name = sides.portfolio.name(record)
        return None if name is None or name.ambiguous else frozenset(name.values.items())

    for program, campaign in only_pairs(sides, values, values):
        yield Match(program, campaign, "values", 0.95, "a name with the same values, spelt in another way")
