"""A field of any kind against the field of the same name."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from mops_taxonomy.diff.attribute import (
    Flag,
    Several,
    Thing,
    Value,
    breaking,
    compatible,
    cosmetic,
    differences,
    least,
    most,
    replaced,
)
from mops_taxonomy.diff.parts._terms import terms
from mops_taxonomy.diff.parts._texts import texts
from mops_taxonomy.diff.parts.vocabularies import policy
from mops_taxonomy.diff.words import quoted

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from mops_taxonomy.diff.attribute import Attribute
    from mops_taxonomy.diff.change import Change, Impact

__all__ = ["Place", "field"]


def _unique(old: Any, new: Any) -> Impact:
    del old
    return "breaking" if new else "compatible"


_COMMON: tuple[Attribute, ...] = (
    Value("label", "label", cosmetic),
    Value("help", "help", cosmetic),
    Value("role", "role", replaced),
    Value("case", "case", breaking, names=True),
    Several("except", "a value refused in", "breaking", "compatible", names=True),
)
_FORMATS = Several("formats", "a format of", "compatible", "breaking", names=True)
_WRITTEN = Value("written", "written format", compatible)
_PREFER = Value("prefer", "preferred reading", breaking, names=True)
_ACCEPT = Several("accept", "a spelling accepted in", "compatible", "breaking", names=True)
_KINDS: dict[str, tuple[Attribute, ...]] = {
    "term": (
        Value("vocabulary", "vocabulary", breaking, names=True),
        Several("only", "a code allowed in", "compatible", "breaking", names=True),
        _ACCEPT,
        Value("codes", "system whose codes are written", breaking, names=True),
        Value("policy", "policy", policy, names=True),
    ),
    "date": (
        _FORMATS, _WRITTEN, _ACCEPT,
        Value("min", "first day allowed", least, names=True), Value("max", "last day allowed", most, names=True),
    ),
    "integer": (
        _FORMATS, _WRITTEN,
        Value("width", "number of digits", breaking, names=True),
        Value("min", "least number", least, names=True), Value("max", "greatest number", most, names=True),
    ),
    "text": (_PREFER, _ACCEPT),
    "list": (
        Value("separator", "separator", breaking, names=True),
        Value("min", "least number of items", least, names=True),
        Value("max", "greatest number of items", most, names=True),
        Flag("unique", "holds no item twice now", "may hold an item twice now", _unique, names=True),
        _PREFER,
    ),
    "name": (
        Value("template", "template", breaking, names=True),
        Value("convention", "convention", breaking, names=True),
    ),
}  # fmt: skip
_INHERITED = ("case", "codes")


class Place(NamedTuple):
    """What surrounds a field: its convention and the vocabularies."""

    convention: Mapping[str, Any]
    vocabularies: Mapping[str, Any]


def field(
    thing: Thing, old: Mapping[str, Any], new: Mapping[str, Any], before: Place, after: Place
) -> Iterator[Change]:
    """How a field changed; what it has from its convention or its vocabulary is told there.

    Args:
        thing: the field.
        old: it was so.
        new: it is so.
        before: what surrounded it.
        after: what surrounds it.
    """
    one, other = _own(old, new, before, after)
    if old["kind"] != new["kind"]:
        yield from differences(thing, (*_COMMON, Value("kind", "kind", breaking, names=True)), one, other)
        return
    yield from differences(thing, (*_COMMON, *_KINDS[new["kind"]]), one, other)
    yield from _inside(thing, one, other, before, after)


def _inside(
    thing: Thing, old: Mapping[str, Any], new: Mapping[str, Any], before: Place, after: Place
) -> Iterator[Change]:
    match new["kind"]:
        case "term":
            if old["terms"] is not None and new["terms"] is not None:
                yield from terms(
                    thing, old["terms"], new["terms"], lambda system: _writers(thing, system, old, new)
                )
            yield from texts(thing, old["text"], new["text"])
        case "text":
            yield from texts(thing, old, new)
        case "list":
            item = thing._replace(path=(*thing.path, "of"), words=f"an item of {thing.words}")
            yield from field(item, old["of"], new["of"], before, after)
        case "name":
            for name, inner in new["fields"].items():
                if name in old["fields"]:
                    path = f"{thing.path[0]}.{name}"
                    part = thing._replace(path=(path, *thing.path[1:]), words=quoted(path))
                    yield from field(part, old["fields"][name], inner, before, after)


def _writers(thing: Thing, system: str, old: Mapping[str, Any], new: Mapping[str, Any]) -> tuple[str, ...]:
    return thing.bears_on if system in {old["codes"], new["codes"]} else ()


def _own(
    old: Mapping[str, Any], new: Mapping[str, Any], before: Place, after: Place
) -> tuple[dict[str, Any], dict[str, Any]]:
    """Both without what they have from outside, and with the format that is written."""
    one, other = ({**field, "written": (field.get("formats") or [None])[0]} for field in (old, new))
    for key in _INHERITED:
        if old.get(key) == before.convention[key] and new.get(key) == after.convention[key]:
            one[key] = other[key] = None
    if "written" in one and one["written"] not in (new.get("formats") or ()):
        one["written"] = other["written"] = None  # said already: it is no format any more
    name = new.get("vocabulary")
    if name and name == old.get("vocabulary") and name != "channels":
        outer = [place.vocabularies[name] for place in (before, after)]
        for key in ("policy", "text"):
            if old[key] == outer[0][key] and new[key] == outer[1][key]:
                one[key] = other[key] = None
    return one, other
