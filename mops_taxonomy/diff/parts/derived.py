"""Derived names: record fields whose value follows from the name."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

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
    for convention in pair.conventions:
        old, new = pair.both("conventions", convention, "derived")
        members = Members.of(old, new)
        for field in members.removed:
            message = f"{_called(convention, field)} is not derived any more"
            yield Change("removed", "derived name", (convention, field), message, "breaking", convention)
        for field in members.added:
            message = f"{_called(convention, field)} is derived now"
            yield Change("added", "derived name", (convention, field), message, "compatible", convention)
        for field in members.kept:
            yield from _derived(convention, field, old[field], new[field])


def _derived(convention: str, field: str, old: list[Any], new: list[Any]) -> Iterator[Change]:
    if old != new:
        written = [[{**one, "effect": None} for one in derivations] for derivations in (old, new)]
        same = written[0] == written[1]
        message = f"{_called(convention, field)} is {'explained' if same else 'derived'} in another way"
        path = (convention, field)
        impact: Impact = "cosmetic" if same else "breaking"
        yield Change("changed", "derived name", path, message, impact, convention, old=old, new=new)


def _called(convention: str, field: str) -> str:
    return f"{quoted(field)} from the names of {quoted(convention)}"


PART = Part(110, _compare)
