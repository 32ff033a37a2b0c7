"""Ordered tables: the first row that fits gives the value, so a row bears on all below it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from mops_taxonomy.diff.attribute import Several, Thing, Value, breaking, differences, replaced
from mops_taxonomy.diff.change import Change
from mops_taxonomy.diff.pair import Members
from mops_taxonomy.diff.parts._part import Part
from mops_taxonomy.diff.words import quoted, shown

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from mops_taxonomy.diff.change import Impact
    from mops_taxonomy.diff.pair import Pair

__all__ = ["PART"]

_TABLE = (
    Several("inputs", "an input of", "compatible", "breaking"),
    Value("gives", "output", breaking),
    Value("case", "treatment of case", breaking),
    Value("otherwise", "value where no row fits", replaced),
)
_ROW = (Value("gives", "value", breaking),)


def _compare(pair: Pair) -> Iterator[Change]:
    old, new = pair.both("tables")
    members = Members.of(old, new)
    for name in members.removed:
        message = f"there is no table {quoted(name)} any more"
        yield Change("removed", "table", (name,), message, "breaking")
    for name in members.added:
        yield Change("added", "table", (name,), f"there is a new table {quoted(name)}", "compatible")
    for name in members.kept:
        thing = Thing("table", (name,), f"the table {quoted(name)}")
        yield from differences(thing, _TABLE, old[name], new[name])
        yield from _rows(thing, old[name], new[name])


def _rows(thing: Thing, old: Mapping[str, Any], new: Mapping[str, Any]) -> Iterator[Change]:
    before, after = _by_condition(old["rows"]), _by_condition(new["rows"])
    members = Members.of(before, after)
    for key in members.removed:
        message = f"there is no {_called(thing, before[key])} any more"
        yield Change("removed", "row", (*thing.path, key), message, "breaking")
    for key in members.added:
        impact = _impact(list(after), key, members.kept, old["otherwise"])
        message = f"there is a new {_called(thing, after[key])}"
        yield Change("added", "row", (*thing.path, key), message, impact)
    for key in members.kept:
        row = Thing("row", (*thing.path, key), f"the {_called(thing, after[key])}")
        yield from differences(row, _ROW, before[key], after[key])
    if [key for key in before if key in after] != members.kept:
        message = f"the rows of {thing.words} are in another order, and the first that fits gives the value"
        yield thing.change("rows", message, "breaking", list(before), list(after))


def _impact(rows: list[str], key: str, kept: list[str], otherwise: str | None) -> Impact:
    """A row below all that were there changes no answer; it gives one where there was none."""
    below = not kept or rows.index(key) > rows.index(kept[-1])
    return "compatible" if below and otherwise is None else "breaking"


def _by_condition(rows: list[Mapping[str, Any]]) -> dict[str, Mapping[str, Any]]:
    """Rows by what they ask; of several that ask the same, the number tells."""
    found: dict[str, Mapping[str, Any]] = {}
    for row in rows:
        key = " ".join(f"{one}={'|'.join(patterns)}" for one, patterns in row["when"].items())
        number = 1 + sum(one.rpartition(" #")[0] == key for one in found)
        found[f"{key} #{number}"] = row
    return {key.removesuffix(" #1"): row for key, row in found.items()}


def _called(thing: Thing, row: Mapping[str, Any]) -> str:
    return f"row for {shown(row['when'])} of {thing.words}"


PART = Part(125, _compare)
