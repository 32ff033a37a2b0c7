"""What the systems of a convention allow, and its own greatest length."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from mops_taxonomy.diff.attribute import Thing, Value, compatible, cosmetic, differences, most
from mops_taxonomy.diff.change import Change
from mops_taxonomy.diff.pair import Members
from mops_taxonomy.diff.parts._part import Part
from mops_taxonomy.diff.words import quoted

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from mops_taxonomy.diff.change import Impact, Kind
    from mops_taxonomy.diff.pair import Pair

__all__ = ["PART"]


def _unit(old: Any, new: Any) -> Impact:
    """A text has no fewer bytes than characters."""
    del old
    return "breaking" if new == "bytes" else "compatible"


def _forbidden(old: Any, new: Any) -> Impact:
    return "breaking" if set(new or "") - set(old or "") else "compatible"


_LIMIT = (
    Value("max_length", "greatest length", most, names=True),
    Value("unit", "unit of length", _unit, names=True),
    Value("forbidden", "set of forbidden characters", _forbidden, names=True),
    Value("status", "certainty of the limit", compatible),
    Value("source", "source of the limit", cosmetic),
)


def _compare(pair: Pair) -> Iterator[Change]:
    for convention in pair.conventions:
        old, new = (_by_system(one) for one in pair.both("conventions", convention, "limits"))
        members = Members.of(old, new)
        # Names inside names need not keep the limits of their own convention.
        for key in (*members.removed, *members.added):
            limit = (old if key in members.removed else new)[key]
            yield _member(convention, key, limit, gone=key in members.removed)
        for key in members.kept:
            system = f" in {quoted(new[key]['system'])}" if new[key]["system"] else ""
            words = f"names of {quoted(convention)}{system}"
            thing = Thing("limit", (convention, key), words, convention, (convention,))
            yield from differences(thing, _LIMIT, old[key], new[key])


def _member(convention: str, key: str, limit: Mapping[str, Any], *, gone: bool) -> Change:
    if limit["system"] is None:
        what = "may have any length now" if gone else f"may have {limit['max_length']} characters at most now"
    else:
        system = quoted(limit["system"])
        what = f"need not fit {system} any more" if gone else f"must fit {system} now"
    message = f"names of {quoted(convention)} {what}"
    impact: Impact = "compatible" if gone else "breaking"
    kind: Kind = "removed" if gone else "added"
    return Change(kind, "limit", (convention, key), message, impact, convention, bears_on=(convention,))


def _by_system(limits: list[Mapping[str, Any]]) -> dict[str, Mapping[str, Any]]:
    """Limits by system; what the taxonomy adds to a built-in one is one of its own."""
    found: dict[str, Mapping[str, Any]] = {}
    for limit in limits:
        name = limit["system"] or "max_length"
        added = limit["status"] == "declared" and limit["system"] is not None
        found[f"{name} (declared)" if added else name] = limit
    return found


PART = Part(95, _compare)
