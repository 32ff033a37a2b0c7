"""Readers: outside systems that read raw names. They are as they are; the taxonomy only knows them better."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mops_taxonomy.diff.change import Change
from mops_taxonomy.diff.pair import Members
from mops_taxonomy.diff.parts._part import Part
from mops_taxonomy.diff.words import quoted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mops_taxonomy.diff.change import Impact
    from mops_taxonomy.diff.pair import Pair

__all__ = ["PART"]


def _compare(pair: Pair) -> Iterator[Change]:
    old, new = pair.both("readers")
    members = Members.of(old, new)
    for name in members.removed:
        message = f"there is no reader {quoted(name)} any more"
        yield Change("removed", "reader", (name,), message, "compatible")
    for name in members.added:
        message = f"there is a new reader {quoted(name)}"
        yield Change("added", "reader", (name,), message, "compatible")
    for name in members.kept:
        keys = [key for key in new[name] if old[name][key] != new[name][key]]
        if keys:
            message = f"the reader {quoted(name)} is described in another way: {', '.join(map(quoted, keys))}"
            before, after = ({key: one[name][key] for key in keys} for one in (old, new))
            impact: Impact = "cosmetic" if keys == ["effect"] else "compatible"
            yield Change("changed", "reader", (name,), message, impact, old=before, new=after)


PART = Part(120, _compare)
