"""The fields of the forms that are in both taxonomies. What changed alike in several forms is told once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from mops_taxonomy.diff.attribute import Thing
from mops_taxonomy.diff.change import Change
from mops_taxonomy.diff.pair import Members
from mops_taxonomy.diff.parts._fields import Place, field
from mops_taxonomy.diff.parts._part import Part
from mops_taxonomy.diff.parts.forms import called
from mops_taxonomy.diff.words import listed, quoted
from mops_taxonomy.template import Slot, parse_template

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from mops_taxonomy.diff.change import Kind
    from mops_taxonomy.diff.pair import Pair

__all__ = ["PART"]


class _Use(NamedTuple):
    """A field in a form that is in both taxonomies."""

    convention: str
    old: Mapping[str, Any]
    new: Mapping[str, Any]

    @property
    def words(self) -> str:
        return called(self.new, self.convention)


def _compare(pair: Pair) -> Iterator[Change]:
    uses: dict[str, list[_Use]] = {}
    for convention in pair.conventions:
        for old, new in pair.forms(convention).kept:
            use = _Use(convention, old, new)
            yield from _listed(use, pair.holders([convention]))
            for name in Members.of(old["fields"], new["fields"]).kept:
                uses.setdefault(name, []).append(use)
    for name, places in uses.items():
        yield from _told_once(pair, name, places)


def _listed(use: _Use, holders: tuple[str, ...]) -> Iterator[Change]:
    """The fields that a form has lost or gained. Where one must be filled in, older names lack it."""
    members = Members.of(use.old["fields"], use.new["fields"])
    needed = {name for part in parse_template(use.new["template"]).parts for name in _alone(part)}
    for name in members.removed:
        message = f"{quoted(name)} is no longer a field of {use.words}"
        yield _member(use, name, "removed", message, holders)
    for name in members.added:
        if name in needed:
            message = f"{quoted(name)} is a new field of {use.words}"
            yield _member(use, name, "added", message, holders)
        else:
            message = f"{quoted(name)} is a new field of {use.words}, which may go without"
            yield _member(use, name, "added", message, holders)._replace(impact="compatible")


def _alone(part: object) -> tuple[str, ...]:
    """The field of a slot that takes no other and stands in no group."""
    return part.fields if isinstance(part, Slot) and len(part.fields) == 1 else ()


def _member(use: _Use, name: str, kind: Kind, message: str, holders: tuple[str, ...]) -> Change:
    path = (use.convention, use.new["name"], name)
    return Change(kind, "field", path, message, "breaking", use.convention, bears_on=holders)


def _told_once(pair: Pair, name: str, places: list[_Use]) -> Iterator[Change]:
    """How a field changed, each change with the forms where it did."""
    found: dict[str, tuple[Change, list[_Use]]] = {}
    for use in places:
        one, other = (
            Place(resolved["conventions"][use.convention], resolved["vocabularies"])
            for resolved in (pair.old, pair.new)
        )
        thing = Thing("field", (name,), quoted(name), bears_on=("any",))
        for change in field(thing, use.old["fields"][name], use.new["fields"][name], one, other):
            found.setdefault(change.message, (change, []))[1].append(use)
    for change, changed in found.values():
        conventions = list(dict.fromkeys(use.convention for use in changed))
        where = "" if len(changed) == len(places) else f"in {_where(changed)}, "
        yield change._replace(
            message=where + change.message,
            convention=conventions[0] if len(conventions) == 1 else None,
            bears_on=pair.holders(conventions) if change.bears_on else (),
        )


def _where(changed: list[_Use]) -> str:
    """Up to three forms by name, more by their number."""
    return listed(use.words for use in changed) if len(changed) <= 3 else f"{len(changed)} of the forms"


PART = Part(80, _compare)
