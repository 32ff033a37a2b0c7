"""Which values go together."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from mops_taxonomy.diff.attribute import Several, Thing, Value, breaking, differences
from mops_taxonomy.diff.change import Change
from mops_taxonomy.diff.pair import Members
from mops_taxonomy.diff.parts._part import Part
from mops_taxonomy.diff.words import listed, quoted

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from mops_taxonomy.diff.change import Impact, Kind
    from mops_taxonomy.diff.pair import Pair

__all__ = ["PART"]


def _severity(old: Any, new: Any) -> Impact:
    del old
    return "breaking" if new == "error" else "compatible"


_SEVERITY = Value("severity", "severity", _severity, names=True)
_ALLOW = Value("allow", "rule", breaking, names=True)


def _compare(pair: Pair) -> Iterator[Change]:
    for convention in pair.conventions:
        old, new = (_by_fields(one) for one in pair.both("conventions", convention, "combinations"))
        holders = pair.holders([convention])
        members = Members.of(old, new)
        for key in (*members.removed, *members.added):
            gone = key in members.removed
            words = _called((old if gone else new)[key], convention)
            message = (
                f"{words} go together in every way now"
                if gone
                else f"{words} go together in some ways only now"
            )
            impact: Impact = "compatible" if gone else "breaking"
            kind: Kind = "removed" if gone else "added"
            path = (convention, key)
            yield Change(kind, "combination", path, message, impact, convention, bears_on=holders)
        for key in members.kept:
            words = f"the combination of {_called(new[key], convention)}"
            thing = Thing("combination", (convention, key), words, convention, holders)
            yield from differences(thing, [_SEVERITY], old[key], new[key])
            yield from _allowed(thing, old[key]["allow"], new[key]["allow"])


def _allowed(thing: Thing, old: Any, new: Any) -> Iterator[Change]:
    if not (isinstance(old, dict) and isinstance(new, dict)):
        yield from _ALLOW.changes(thing, old, new)
        return
    for code in dict.fromkeys((*old, *new)):
        words = f"a value that goes with {quoted(code)} in"
        if code not in old:
            message = f"{quoted(code)} goes with some values only in {thing.words} now"
            yield thing.change("allow", message, "breaking", None, {code: new[code]}, names=True)
        elif code not in new:
            message = f"{quoted(code)} goes with any value in {thing.words} now"
            yield thing.change("allow", message, "compatible", {code: old[code]}, None, names=True)
        else:
            allowed = Several("allow", words, "compatible", "breaking", names=True)
            yield from allowed.changes(thing, old[code], new[code])


def _by_fields(combinations: list[Mapping[str, Any]]) -> dict[str, Mapping[str, Any]]:
    """Combinations by their fields; where two have the same, by their number too."""
    found: dict[str, Mapping[str, Any]] = {}
    for combination in combinations:
        key = " + ".join(combination["fields"])
        number = 1 + sum(one.split(" #")[0] == key for one in found)
        found[key if number == 1 else f"{key} #{number}"] = combination
    return found


def _called(combination: Mapping[str, Any], convention: str) -> str:
    return f"{listed(map(quoted, combination['fields']))} of {quoted(convention)}"


PART = Part(90, _compare)
