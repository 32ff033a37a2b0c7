"""How much findings matter, in the taxonomy and in its conventions."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from mops_taxonomy.diff.attribute import Table, Thing, differences
from mops_taxonomy.diff.parts._part import Part
from mops_taxonomy.diff.words import quoted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mops_taxonomy.diff.change import Change, Impact
    from mops_taxonomy.diff.pair import Pair

__all__ = ["PART", "SEVERITY"]


def _judge(old: Any, new: Any) -> Impact:
    """What is called an error refuses names; what is not called one any more may have been one before."""
    return "breaking" if new == "error" or (new is None and old != "error") else "compatible"


SEVERITY = (Table("severity", "severity of {} findings", _judge, names=True),)
"""What is compared wherever severities may stand."""


def _compare(pair: Pair) -> Iterator[Change]:
    whole = Thing("severity", (), "the whole taxonomy", bears_on=pair.conventions)
    yield from differences(whole, SEVERITY, pair.old, pair.new)
    for name in pair.conventions:
        thing = Thing("severity", (name,), quoted(name), name, (name,))
        yield from differences(thing, SEVERITY, *pair.both("conventions", name))


PART = Part(100, _compare)
