"""The examples of the conventions that are in both taxonomies."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from mops_taxonomy.diff.change import Change
from mops_taxonomy.diff.pair import Members
from mops_taxonomy.diff.parts._part import Part
from mops_taxonomy.diff.words import quoted

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from mops_taxonomy.diff.pair import Pair

__all__ = ["PART"]


def _compare(pair: Pair) -> Iterator[Change]:
    for convention in pair.conventions:
        for verdict in ("valid", "invalid"):
            old, new = (_by_name(one) for one in pair.both("conventions", convention, "examples", verdict))
            yield from _examples((convention, verdict), old, new)


def _examples(place: tuple[str, str], old: Mapping[str, Any], new: Mapping[str, Any]) -> Iterator[Change]:
    convention, verdict = place
    members = Members.of(old, new)
    what = f"example of {'a valid name' if verdict == 'valid' else 'a wrong name'} of {quoted(convention)}"
    for name in members.removed:
        message = f"{quoted(name)} is no longer an {what}"
        yield Change("removed", "example", (*place, name), message, "cosmetic", convention)
    for name in members.added:
        message = f"{quoted(name)} is a new {what}"
        yield Change("added", "example", (*place, name), message, "cosmetic", convention)
    for name in members.kept:
        if old[name] != new[name]:
            message = f"{quoted(name)}, an {what}, expects something else"
            path, before, after = (*place, name), old[name], new[name]
            yield Change("changed", "example", path, message, "cosmetic", convention, old=before, new=after)


def _by_name(examples: list[Mapping[str, Any]]) -> dict[str, Any]:
    """Examples by name; the same name may be judged several times, on other days or for other records."""
    found: dict[str, list[Any]] = {}
    for example in examples:
        found.setdefault(example["name"], []).append(example)
    return found


PART = Part(150, _compare)
