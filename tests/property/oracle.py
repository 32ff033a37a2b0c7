"""A second reader of names: slow, naive, and written from the page on the format alone.

It tries every way to divide a text among the fields of a form, and asks of every piece whether it is a value. It
shares nothing with the engine but the resolved taxonomy.
"""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING, Any, NamedTuple
from unicodedata import is_normalized

from tests.property.oracle_values import days_of_value, in_force, values_in

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

    Spec = Mapping[str, Any]

__all__ = ["Oracle", "Place"]


class Place(NamedTuple):
    """A piece of a text that a reading gives to something.

    Attributes:
        path: the field, or an empty text for what is fixed.
        choices: which option was taken of which alternatives around it, outermost first.
    """

    path: str
    start: int
    end: int
    spec: Spec
    choices: tuple[tuple[str, int, bool], ...]


class Found(NamedTuple):
    """One reading, with all values that its pieces have."""

    form: int
    places: tuple[Place, ...]
    values: dict[str, Any]


Part = tuple[str, Any]
"""("text", "_"), ("slot", ["a", "b"]) or ("group", parts)."""


class Oracle:
    """Reads the names of one convention of a resolved taxonomy on one day."""

    def __init__(self, taxonomy: Spec, convention: str, record: Spec | None, day: date) -> None:
        self.taxonomy = taxonomy
        self.spec = taxonomy["conventions"][convention]
        self.record = record or {}
        self.day = day

    def readings(self, text: str) -> list[dict[str, Any]]:
        """The values of every reading that is left of a name; none for an invalid text."""
        if not self._allowed(text):
            return []
        found = [
            one
            for number, form in enumerate(self.spec["forms"])
            if self._asks(form)
            for one in self.read(text, number)
        ]
        return [one.values for one in _preferred(_different(found), first=self.spec["prefer"] == "first")]

    def read(self, text: str, number: int) -> Iterator[Found]:
        """Every reading without error by one form, whether or not it is in force."""
        form = self.spec["forms"][number]
        ordered = self.spec["prefer"] == "first"
        for places in self._parts(
            parsed(form["template"]), text, 0, _Within(form["fields"], ordered=ordered)
        ):
            if sum(place.end - place.start for place in places) == len(text):
                yield from self._valued(number, tuple(places), text)

    def _asks(self, form: Spec) -> bool:
        """Whether a form is in force and for the record; what is unknown excludes nothing."""
        return in_force(form, self.day) and all(
            self.record.get(key) in {None, "", *values} for key, values in form["when"].items()
        )

    def _allowed(self, text: str) -> bool:
        if not is_normalized("NFC", text):
            return False
        for limit in self.spec["limits"]:
            size = len(text.encode("utf-8", "surrogatepass")) if limit["unit"] == "bytes" else len(text)
            if (limit["max_length"] and size > limit["max_length"]) or set(limit["forbidden"]) & set(text):
                return False
        return True

    # -- dividing --

    def _parts(self, parts: list[Part], text: str, at: int, within: _Within) -> Iterator[list[Place]]:
        """Every way to lay parts over the text from a place on; the first part decides where the next begins."""
        if not parts:
            yield []
            return
        for first in self._part(parts[0], text, at, within):
            end = first[-1].end if first else at
            for rest in self._parts(parts[1:], text, end, within):
                yield first + rest

    def _part(self, part: Part, text: str, at: int, within: _Within) -> Iterator[list[Place]]:
        sort, content = part
        if sort == "text":
            if text.startswith(content, at):
                yield [Place("", at, at + len(content), {}, within.choices)]
        elif sort == "group":
            yield []
            for places in self._parts(content, text, at, within):
                if places:
                    yield places
        elif len(content) == 1:
            yield from self._field(content[0], text, at, within)
        else:
            for rank, name in enumerate(content):
                label = (f"{within.prefix}{'|'.join(content)}", rank, within.ordered)
                yield from self._field(name, text, at, within._replace(choices=(*within.choices, label)))

    def _field(self, name: str, text: str, at: int, within: _Within) -> Iterator[list[Place]]:
        spec, path = within.fields[name], within.prefix + name
        if spec["kind"] == "name":
            yield from self._name(spec, path, text, at, within)
            return
        for end in range(at + 1, len(text) + 1):
            if values_in(spec, text[at:end], self.taxonomy, self.day):
                yield [Place(path, at, end, spec, within.choices)]

    def _name(self, spec: Spec, path: str, text: str, at: int, within: _Within) -> Iterator[list[Place]]:
        if not spec["convention"]:
            inner = within._replace(fields=spec["fields"], prefix=f"{path}.")
            yield from self._parts(parsed(spec["template"]), text, at, inner)
            return
        convention = self.taxonomy["conventions"][spec["convention"]]
        ordered = convention["prefer"] == "first"
        for rank, form in enumerate(convention["forms"]):
            if in_force(form, self.day):
                choices = (*within.choices, (f"{path} by form", rank, ordered))
                inner = _Within(form["fields"], f"{path}.", choices, within.ordered)
                yield from self._parts(parsed(form["template"]), text, at, inner)

    # -- what depends on several fields --

    def _valued(self, number: int, places: tuple[Place, ...], text: str) -> Iterator[Found]:
        fields = [place for place in places if place.path]
        options = [
            values_in(place.spec, text[place.start : place.end], self.taxonomy, self.day) for place in fields
        ]
        for values in product(*options):
            read = {place.path: value for place, value in zip(fields, values, strict=True)}
            if self._in_order(fields, read) and self._combine(number, read):
                yield Found(number, places, read)

    def _in_order(self, fields: list[Place], values: dict[str, Any]) -> bool:
        dated = [place for place in fields if place.spec["kind"] == "date"]
        days = {place.path: days_of_value(values[place.path], self.taxonomy["calendar"]) for place in dated}
        starts = [days[place.path] for place in dated if place.spec["role"] == "start"]
        ends = [days[place.path] for place in dated if place.spec["role"] == "end"]
        return not any(start and end and start[0] > end[1] for start in starts for end in ends)

    def _combine(self, number: int, values: dict[str, Any]) -> bool:
        fields = self.spec["forms"][number]["fields"]
        for prefix, convention in self._conventions(fields):
            for combination in convention["combinations"]:
                known = self._known(fields if not prefix else None, convention)
                if combination["severity"] == "error" and set(combination["fields"]) <= known.keys():
                    first, second = (values.get(prefix + field) for field in combination["fields"])
                    if not self._together(combination, first, second, known[combination["fields"][1]]):
                        return False
        return True

    def _conventions(self, fields: Spec) -> Iterator[tuple[str, Spec]]:
        yield "", self.spec
        for name, spec in fields.items():
            if spec["kind"] == "name" and spec["convention"]:
                yield f"{name}.", self.taxonomy["conventions"][spec["convention"]]

    def _known(self, fields: Spec | None, convention: Spec) -> dict[str, Any]:
        if fields is not None:
            return dict(fields)
        return {name: spec for form in convention["forms"] for name, spec in form["fields"].items()}

    def _together(self, combination: Spec, first: Any, second: Any, spec: Spec) -> bool:
        allow = combination["allow"]
        if first is None or (second is None and not isinstance(allow, dict)):
            return True
        if allow == "same":
            return bool(first == second)
        firsts = first if isinstance(first, tuple) else (first,)
        seconds = ("",) if second is None else second if isinstance(second, tuple) else (second,)
        if allow == "parent":
            spec = spec["of"] if spec["kind"] == "list" else spec
            terms = self.taxonomy["vocabularies"][spec["vocabulary"]]["terms"]
            return all(one in terms and terms[one]["parent"] in firsts for one in seconds)
        return all(
            str(one) not in allow or str(other) in allow[str(one)] or ("*" in allow[str(one)] and other != "")
            for one in firsts
            for other in seconds
        )


class _Within(NamedTuple):
    """Where parts stand: the fields in scope, and what was chosen around them."""

    fields: Spec
    prefix: str = ""
    choices: tuple[tuple[str, int, bool], ...] = ()
    ordered: bool = False


def parsed(template: str) -> list[Part]:
    """The parts of a template that is known to be right."""
    parts, _ = _parsed(template, 0, inside=False)
    return parts


def _parsed(template: str, at: int, *, inside: bool) -> tuple[list[Part], int]:
    parts: list[Part] = []
    while at < len(template):
        if not inside and template[at : at + 2] in {"{{", "}}"}:
            parts.append(("text", template[at]))
            at += 2
        elif template.startswith("{?", at):
            inner, at = _parsed(template, at + 2, inside=True)
            parts.append(("group", inner))
        elif template[at] == "{":
            end = template.index("}", at)
            parts.append(("slot", template[at + 1 : end].split("|")))
            at = end + 1
        elif template[at] == "}":
            return parts, at + 1
        else:
            parts.append(("text", template[at]))
            at += 1
    return parts, at


# -- preferences --


def _different(found: list[Found]) -> list[Found]:
    """Readings with other values, each once: as it was found first."""
    different: list[Found] = []
    for one in found:
        if all(one.values != other.values for other in different):
            different.append(one)
    return different


def _preferred(found: list[Found], *, first: bool) -> list[Found]:
    if first and found:
        earliest = min(one.form for one in found)
        found = [one for one in found if one.form == earliest]
    return [one for one in found if not any(_beats(other, one) for other in found)]


def _beats(one: Found, other: Found) -> bool:
    """Whether a preference decides for one of two readings where, from the left, they first part."""
    if one.form != other.form:
        return False
    at = next((at for at in range(_size(one)) if _at(one, at)[:2] != _at(other, at)[:2]), None)
    if at is None:
        return False
    (path, _, mine), (other_path, _, theirs) = _at(one, at), _at(other, at)
    ranks = {label: rank for label, rank, _ in theirs.choices}
    for label, rank, ordered in mine.choices:
        if label in ranks and ranks[label] != rank:
            return ordered and rank < ranks[label]
    if path and mine.start < at and _ends(other, path, at):
        return bool(mine.spec.get("prefer") == "longest")
    if other_path and theirs.start < at and (ended := _ends(one, other_path, at)):
        return bool(ended.spec.get("prefer") == "shortest")
    return False


def _size(one: Found) -> int:
    return one.places[-1].end


def _at(one: Found, at: int) -> tuple[str, tuple[tuple[str, int, bool], ...], Place]:
    place = next(place for place in one.places if place.start <= at < place.end)
    return place.path, place.choices, place


def _ends(one: Found, path: str, at: int) -> Place | None:
    return next((place for place in one.places if place.path == path and place.end == at), None)
