"""Conventions: what holds for all their forms."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mops_taxonomy.diff.attribute import Thing, Value, breaking, cosmetic, differences
from mops_taxonomy.diff.change import Change
from mops_taxonomy.diff.pair import Members
from mops_taxonomy.diff.parts._part import Part
from mops_taxonomy.diff.parts._terms import order
from mops_taxonomy.diff.words import quoted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mops_taxonomy.diff.pair import Pair

__all__ = ["PART"]

_CONVENTION = (
    Value("label", "label", cosmetic),
    Value("help", "help", cosmetic),
    Value("object", "object", breaking),
    Value("prefer", "preferred reading", breaking, names=True),
    Value("case", "case", breaking, names=True),
    Value("codes", "system whose codes are written", breaking, names=True),
)


def _compare(pair: Pair) -> Iterator[Change]:
    old, new = pair.both("conventions")
    members = Members.of(old, new)
    for name in members.removed:
        message = f"there is no convention {quoted(name)} any more"
        yield Change("removed", "convention", (name,), message, "breaking", name)
    for name in members.added:
        message = f"there is a new convention {quoted(name)}"
        yield Change("added", "convention", (name,), message, "compatible", name)
    for name in members.kept:
        thing = Thing("convention", (name,), quoted(name), name, pair.holders([name]))
        yield from differences(thing, _CONVENTION, old[name], new[name])
    yield from order(Thing("taxonomy", (), "the taxonomy"), "conventions", old, new)


PART = Part(60, _compare)
