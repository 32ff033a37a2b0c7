"""Waivers: dated exceptions to rules. What is not waived any more is a finding again."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from mops_taxonomy.diff.attribute import Flag, Thing, Value, compatible, cosmetic, differences, least, most
from mops_taxonomy.diff.change import Change
from mops_taxonomy.diff.pair import Members
from mops_taxonomy.diff.parts._part import Part
from mops_taxonomy.diff.words import shown

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from mops_taxonomy.diff.pair import Pair

__all__ = ["PART"]

_WAIVER = (
    Value("owner", "owner", cosmetic),
    Value("reason", "reason", cosmetic),
    Value("since", "first day", least),
    Value("until", "last day", most),
    Flag("frozen", "forbids renames now", "allows renames now", compatible),
)


def _compare(pair: Pair) -> Iterator[Change]:
    old, new = (_by_object(one) for one in pair.both("waivers"))
    members = Members.of(old, new)
    for key in members.removed:
        yield Change("removed", "waiver", (key,), f"there is no {_called(old[key])} any more", "breaking")
    for key in members.added:
        yield Change("added", "waiver", (key,), f"there is a new {_called(new[key])}", "compatible")
    for key in members.kept:
        yield from differences(
            Thing("waiver", (key,), f"the {_called(new[key])}"), _WAIVER, old[key], new[key]
        )


def _by_object(waivers: list[Mapping[str, Any]]) -> dict[str, Mapping[str, Any]]:
    """Waivers by what they except; of several for the same, the number tells."""
    found: dict[str, Mapping[str, Any]] = {}
    for waiver in waivers:
        key = repr([waiver[part] for part in ("rules", "names", "pattern", "when")])
        number = 1 + sum(one.rpartition(" #")[0] == key for one in found)
        found[f"{key} #{number}"] = waiver
    return {key.removesuffix(" #1"): waiver for key, waiver in found.items()}


def _called(waiver: Mapping[str, Any]) -> str:
    of = waiver["names"] or waiver["pattern"] or waiver["when"]
    return (
        f"waiver of {shown(waiver['rules'])} for {shown(of)}" if of else f"waiver of {shown(waiver['rules'])}"
    )


PART = Part(130, _compare)
