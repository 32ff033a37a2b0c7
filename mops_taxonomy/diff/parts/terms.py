"""The terms of the vocabularies that are in both taxonomies."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mops_taxonomy.diff.attribute import Thing
from mops_taxonomy.diff.parts._part import Part
from mops_taxonomy.diff.parts._terms import terms
from mops_taxonomy.diff.words import quoted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mops_taxonomy.diff.change import Change
    from mops_taxonomy.diff.pair import Pair

__all__ = ["PART"]


def _compare(pair: Pair) -> Iterator[Change]:
    for name in pair.new["vocabularies"]:
        if name == "channels" or name not in pair.old["vocabularies"]:
            continue
        old, new = pair.both("vocabularies", name, "terms")

        def writers(system: str, name: str = name) -> tuple[str, ...]:
            return pair.users(name, system)

        thing = Thing("vocabulary", (name,), quoted(name), bears_on=pair.users(name))
        yield from terms(thing, old, new, writers)


PART = Part(30, _compare)
