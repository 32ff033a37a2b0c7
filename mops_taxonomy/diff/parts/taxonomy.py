"""The taxonomy itself: its name, its version, its calendar, its revisions, its severities, its systems."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from mops_taxonomy.diff.attribute import Table, Thing, Value, breaking, compatible, cosmetic, differences
from mops_taxonomy.diff.parts._part import Part

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mops_taxonomy.diff.change import Change, Impact
    from mops_taxonomy.diff.pair import Pair

__all__ = ["PART"]


def _revision(old: Any, new: Any) -> Impact:
    """What a day of a revision decides is told where it does; only asking for a revision may fail."""
    del old
    return "breaking" if new is None else "compatible"


_TAXONOMY = (
    Value("taxonomy", "name", cosmetic),
    Value("version", "version", cosmetic),
    Table("revisions", "revision {}", _revision),
)
# A fiscal period is written alike in every calendar, but is made of other days: no proof about names softens that.
_CALENDAR = (
    Value("fiscal_year_start", "first month of the fiscal year", breaking),
    Value("fiscal_year_named_by", "naming of fiscal years", breaking),
)
_SYSTEMS = (Table("systems", "system {}", compatible),)


def _compare(pair: Pair) -> Iterator[Change]:
    thing = Thing("taxonomy", (), "the taxonomy")
    yield from differences(thing, _TAXONOMY, pair.old, pair.new)
    yield from differences(thing, _CALENDAR, pair.old["calendar"], pair.new["calendar"])
    limited = {
        limit["system"]
        for resolved in (pair.old, pair.new)
        for convention in resolved["conventions"].values()
        for limit in convention["limits"]
    }
    idle = [
        {"systems": {name: one for name, one in resolved["systems"].items() if name not in limited}}
        for resolved in (pair.old, pair.new)
    ]
    yield from differences(thing, _SYSTEMS, idle[0], idle[1])


PART = Part(10, _compare)
