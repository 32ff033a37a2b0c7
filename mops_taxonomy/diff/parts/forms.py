"""The forms of the conventions that are in both taxonomies."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from mops_taxonomy.diff.attribute import Several, Thing, Value, breaking, compatible, differences, least, most
from mops_taxonomy.diff.change import Change
from mops_taxonomy.diff.parts._part import Part
from mops_taxonomy.diff.words import listed, quoted, shown

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from mops_taxonomy.diff.change import Impact
    from mops_taxonomy.diff.pair import Pair, PairedForms

__all__ = ["PART", "called"]


def _tolerated(old: Any, new: Any) -> Impact:
    """Names of a tolerated form are read with a warning; why is only for people."""
    return "cosmetic" if old and new else "compatible"


_FORM = (
    Value("template", "template", breaking, names=True),
    Value("since", "first day", least, names=True),
    Value("until", "last day", most, names=True),
    Value("replaced_by", "successor", compatible),
    Value("tolerated", "reason to tolerate names", _tolerated),
)


def called(form: Mapping[str, Any], convention: str) -> str:
    """How messages name a form, by its template where it was given no name."""
    name = form["template"] if form["name"].isdecimal() else form["name"]
    return f"the form {quoted(name)} of {quoted(convention)}"


def _compare(pair: Pair) -> Iterator[Change]:
    for convention in pair.conventions:
        forms = pair.forms(convention)
        yield from _listed(convention, forms, pair.holders([convention]))
        for old, new in forms.kept:
            thing = Thing(
                "form",
                (convention, new["name"]),
                called(new, convention),
                convention,
                pair.holders([convention]),
            )
            yield from _renamed(thing, old, new)
            yield from differences(thing, _FORM, old, new)
            yield from _when(thing, old["when"], new["when"])
        yield from _order(convention, pair, forms)


def _listed(convention: str, forms: PairedForms, holders: tuple[str, ...]) -> Iterator[Change]:
    for form in forms.removed:
        message = f"{called(form, convention)} is gone"
        path = (convention, form["name"])
        yield Change("removed", "form", path, message, "breaking", convention, bears_on=holders)
    for form in forms.added:
        message = f"{called(form, convention)} is new"
        path = (convention, form["name"])
        yield Change("added", "form", path, message, "compatible", convention, bears_on=holders)


def _renamed(thing: Thing, old: Mapping[str, Any], new: Mapping[str, Any]) -> Iterator[Change]:
    """A form may be asked for by its name, unless that is only its number."""
    if old["name"] != new["name"] and not (old["name"].isdecimal() and new["name"].isdecimal()):
        message = f"{called(old, thing.path[0])} was renamed: it is {quoted(new['name'])} now"
        impact: Impact = "compatible" if old["name"].isdecimal() else "breaking"
        yield thing.change("name", message, impact, old["name"], new["name"])


def _when(thing: Thing, old: Mapping[str, Any], new: Mapping[str, Any]) -> Iterator[Change]:
    """How the records changed to which a form applies."""
    for key in dict.fromkeys((*old, *new)):
        if key not in new:
            message = f"{thing.words} no longer asks for the record's {quoted(key)}"
            yield thing.change("when", message, "compatible", {key: old[key]}, None, names=True)
        elif key not in old:
            message = f"{thing.words} now asks for the record's {quoted(key)}: {shown(new[key])}"
            yield thing.change("when", message, "breaking", None, {key: new[key]}, names=True)
        else:
            words = f"a value of {quoted(key)} in the records of"
            asked = Several("when", words, "compatible", "breaking", names=True)
            yield from asked.changes(thing, old[key], new[key])


def _order(convention: str, pair: Pair, forms: PairedForms) -> Iterator[Change]:
    """Of two forms that fit, the first is written, and may be the one that is read."""
    places = [pair.old["conventions"][convention]["forms"].index(old) for old, _ in forms.kept]
    if places != sorted(places):
        thing = Thing("convention", (convention,), quoted(convention), convention, pair.holders([convention]))
        before = _names(old for old, _ in sorted(forms.kept, key=lambda both: places[forms.kept.index(both)]))
        after = _names(new for _, new in forms.kept)
        order = listed(map(quoted, after))
        message = f"the forms of {thing.words} are in another order: {order}"
        yield thing.change("forms", message, "compatible", before, after, names=True)


def _names(forms: Iterable[Mapping[str, Any]]) -> list[str]:
    return [form["template"] if form["name"].isdecimal() else form["name"] for form in forms]


PART = Part(70, _compare)
