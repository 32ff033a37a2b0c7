"""Vocabularies: who owns them and what may stand there, not yet their terms."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from mops_taxonomy.diff.attribute import Thing, Value, compatible, cosmetic, differences
from mops_taxonomy.diff.change import Change
from mops_taxonomy.diff.pair import Members
from mops_taxonomy.diff.parts._part import Part
from mops_taxonomy.diff.parts._terms import order
from mops_taxonomy.diff.parts._texts import texts
from mops_taxonomy.diff.words import quoted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mops_taxonomy.diff.change import Impact
    from mops_taxonomy.diff.pair import Pair

__all__ = ["PART", "policy"]


def policy(old: Any, new: Any) -> Impact:
    """Only a vocabulary that is closed now refuses what it took."""
    del old
    return "breaking" if new == "closed" else "compatible"


_VOCABULARY = (
    Value("label", "label", cosmetic),
    Value("owner", "owner", cosmetic),
    Value("help", "help", cosmetic),
    Value("policy", "policy", policy, names=True),
    Value("parents", "vocabulary above", compatible),
)


def _compare(pair: Pair) -> Iterator[Change]:
    old, new = (
        {k: v for k, v in one["vocabularies"].items() if k != "channels"} for one in (pair.old, pair.new)
    )
    members = Members.of(old, new)
    for name in members.removed:
        message = f"there is no vocabulary {quoted(name)} any more"
        yield Change("removed", "vocabulary", (name,), message, "breaking", bears_on=pair.users(name))
    for name in members.added:
        message = f"there is a new vocabulary {quoted(name)}"
        yield Change("added", "vocabulary", (name,), message, "compatible", bears_on=pair.users(name))
    for name in members.kept:
        thing = Thing("vocabulary", (name,), quoted(name), bears_on=pair.users(name))
        yield from differences(thing, _VOCABULARY, old[name], new[name])
        yield from texts(thing, old[name]["text"], new[name]["text"])
    yield from order(Thing("taxonomy", (), "the taxonomy"), "vocabularies", old, new)


PART = Part(20, _compare)
