"""Sources: which file holds what."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from mops_taxonomy.diff.attribute import Table, Thing, Value, breaking, differences, replaced
from mops_taxonomy.diff.change import Change
from mops_taxonomy.diff.pair import Members
from mops_taxonomy.diff.parts._part import Part
from mops_taxonomy.diff.parts.severities import SEVERITY
from mops_taxonomy.diff.words import quoted

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from mops_taxonomy.diff.pair import Pair

__all__ = ["PART"]

_SOURCE = (
    Value("convention", "convention", breaking),
    Value("from", "system", breaking),
    Table("columns", "column for {}", replaced),
    Table("record", "{} in the record", breaking),
    *SEVERITY,
)


def _compare(pair: Pair) -> Iterator[Change]:
    old, new = (_by_files(one) for one in pair.both("sources"))
    members = Members.of(old, new)
    for files in members.removed:
        message = f"there is no source {quoted(files)} any more"
        yield Change("removed", "source", (files,), message, "breaking")
    for files in members.added:
        yield Change("added", "source", (files,), f"there is a new source {quoted(files)}", "compatible")
    for files in members.kept:
        thing = Thing("source", (files,), f"the source {quoted(files)}")
        yield from differences(thing, _SOURCE, old[files], new[files])
    before = [files for files in old if files in new]
    if before != members.kept:
        message = "the sources are in another order, and the first that matches a file is meant"
        yield Change("changed", "source", (), message, "breaking", old=before, new=members.kept)


def _by_files(sources: list[Mapping[str, Any]]) -> dict[str, Mapping[str, Any]]:
    """Sources by their files; the first counts."""
    found: dict[str, Mapping[str, Any]] = {}
    for source in sources:
        found.setdefault(source["files"], source)
    return found


PART = Part(140, _compare)
