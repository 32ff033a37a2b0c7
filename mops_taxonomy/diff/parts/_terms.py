"""Terms, wherever they are listed: in a vocabulary, in a field, as channels."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from mops_taxonomy.diff.attribute import (
    Several,
    Value,
    breaking,
    compatible,
    cosmetic,
    differences,
    least,
    most,
    replaced,
)
from mops_taxonomy.diff.change import Change
from mops_taxonomy.diff.pair import Members
from mops_taxonomy.diff.words import quoted

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from mops_taxonomy.diff.attribute import Thing
    from mops_taxonomy.diff.change import Impact, Kind

__all__ = ["TERM", "codes", "order", "renames", "terms"]

TERM = (
    Value("label", "label", cosmetic),
    Several("aliases", "an alias of", "compatible", "breaking", names=True),
    Value("parent", "parent", replaced, names=True),
    Value("since", "first day", least, names=True),
    Value("until", "last day", most, names=True),
    Value("replaced_by", "successor", compatible),
)
"""The attributes of every term, but for its spellings: what those bear on depends on who writes them."""


def codes(
    thing: Thing, old: Mapping[str, Any], new: Mapping[str, Any], writers: Callable[[str], tuple[str, ...]]
) -> Iterator[Change]:
    """How the spellings of a term in systems changed.

    Args:
        thing: the term.
        old: its attributes before.
        new: its attributes now.
        writers: gives the conventions whose names are written as a system spells its terms.
    """
    for system in dict.fromkeys((*old["codes"], *new["codes"])):
        written = writers(system)
        spelling = Value("codes", f"code for {quoted(system)}", breaking if written else replaced, names=True)
        on = thing._replace(bears_on=written)
        yield from spelling.changes(on, old["codes"].get(system), new["codes"].get(system))


def terms(
    container: Thing,
    old: Mapping[str, Any],
    new: Mapping[str, Any],
    writers: Callable[[str], tuple[str, ...]],
) -> Iterator[Change]:
    """How a list of terms changed.

    Args:
        container: the vocabulary or field; its attributes but for the noun hold for its terms.
        old: the terms before, by code.
        new: the terms now, by code.
        writers: as in `codes`.
    """
    members = Members.of(old, new)
    called = renames(members, old, new)
    before = {after: one for one, after in called.items()}
    thing = container._replace(noun="term")
    for code in members.removed:
        is_now = (
            f"{quoted(code)} of {thing.words} was renamed: it is {quoted(called[code])} now"
            if code in called
            else ""
        )
        message = is_now or f"{quoted(code)} is no longer a term of {thing.words}"
        yield _member(thing, code, "removed", message)
    for code in members.added:
        was = f"; it was {quoted(before[code])}" if code in before else ""
        yield _member(thing, code, "added", f"{quoted(code)} is a new term of {thing.words}{was}")
    for code in members.kept:
        one = thing._replace(path=(*thing.path, code), words=f"{quoted(code)} in {thing.words}")
        yield from differences(one, TERM, old[code], new[code])
        yield from codes(one, old[code], new[code], writers)
    yield from order(container, "terms", old, new)


def _member(thing: Thing, code: str, kind: Kind, message: str) -> Change:
    impact: Impact = "breaking" if kind == "removed" else "compatible"
    path = (*thing.path, code)
    return Change(kind, "term", path, message, impact, thing.convention, bears_on=thing.bears_on)


def order(container: Thing, plural: str, old: Mapping[str, Any], new: Mapping[str, Any]) -> Iterator[Change]:
    """Whether those that are in both stand in another order, which only people see."""
    before = [one for one in old if one in new]
    after = [one for one in new if one in old]
    if before != after:
        message = f"the {plural} of {container.words} are in another order"
        yield container.change(plural, message, "cosmetic", before, after)


def renames(members: Members, old: Mapping[str, Any], new: Mapping[str, Any]) -> dict[str, str]:
    """What became of terms that are gone: a new one has the label, or one is an alias of the other."""
    found: dict[str, str] = {}
    for code in members.removed:
        for other in members.added:
            if other not in found.values() and _one_term(code, old[code], other, new[other]):
                found[code] = other
                break
    return found


def _one_term(code: str, old: Mapping[str, Any], other: str, new: Mapping[str, Any]) -> bool:
    same_label = bool(old["label"]) and old["label"] == new["label"]
    return same_label or code in new["aliases"] or other in old["aliases"]
