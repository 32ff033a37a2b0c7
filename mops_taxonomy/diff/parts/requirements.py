"""Requirements: what records must state. To ask for more is to find fault with records that had none."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

from mops_taxonomy.diff.attribute import Several, Table, Thing, Value, cosmetic, differences, least
from mops_taxonomy.diff.change import Change
from mops_taxonomy.diff.pair import Members
from mops_taxonomy.diff.parts._part import Part
from mops_taxonomy.diff.words import quoted, shown

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from mops_taxonomy.diff.change import Impact
    from mops_taxonomy.diff.pair import Pair

__all__ = ["PART"]

_OBJECTS = {"program": "programs", "campaign": "campaigns", None: "all records"}


def _amount(old: str | None, new: str | None) -> Impact:
    return least(*(None if one is None else Decimal(one) for one in (old, new)))


_REQUIREMENT = (
    Several("fields", "a field that must have a value in", "breaking", "compatible"),
    Table("min", "least amount of {}", _amount),
    Value("effect", "effect", cosmetic),
)


def _compare(pair: Pair) -> Iterator[Change]:
    old, new = (_by_records(one) for one in pair.both("requirements"))
    members = Members.of(old, new)
    for key in members.removed:
        message = f"there is no {_called(old[key])} any more"
        yield Change("removed", "requirement", (key,), message, "compatible")
    for key in members.added:
        yield Change("added", "requirement", (key,), f"there is a new {_called(new[key])}", "breaking")
    for key in members.kept:
        thing = Thing("requirement", (key,), f"the {_called(new[key])}")
        yield from differences(thing, _REQUIREMENT, old[key], new[key])
        yield from _values(thing, old[key]["values"], new[key]["values"])


def _values(thing: Thing, old: Mapping[str, Any], new: Mapping[str, Any]) -> Iterator[Change]:
    """How the values changed that fields may have; a field not listed may have any."""
    for field in dict.fromkeys((*old, *new)):
        allowed = Several("values", f"a value of {quoted(field)} allowed by", "compatible", "breaking")
        if field not in old:
            message = f"{quoted(field)} may only be {shown(new[field])} by {thing.words} now"
            yield thing.change("values", message, "breaking", None, {field: new[field]})
        elif field not in new:
            message = f"{quoted(field)} may be any value by {thing.words} now"
            yield thing.change("values", message, "compatible", {field: old[field]}, None)
        else:
            yield from allowed.changes(thing, old[field], new[field])


def _by_records(requirements: list[Mapping[str, Any]]) -> dict[str, Mapping[str, Any]]:
    """Requirements by the records that they are about; of several for the same, the number tells."""
    found: dict[str, Mapping[str, Any]] = {}
    for requirement in requirements:
        asked = [f"{key}={'|'.join(sorted(texts))}" for key, texts in sorted(requirement["when"].items())]
        key = " ".join([requirement["object"] or "record", *asked])
        number = 1 + sum(one.rpartition(" #")[0] == key for one in found)
        found[f"{key} #{number}"] = requirement
    return {key.removesuffix(" #1"): one for key, one in found.items()}


def _called(requirement: Mapping[str, Any]) -> str:
    of = f"requirement of {_OBJECTS[requirement['object']]}"
    return f"{of} with {shown(requirement['when'])}" if requirement["when"] else of


PART = Part(115, _compare)
