"""Examples refer to forms, fields, derived names and readers that exist."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from mops_taxonomy.model.checks.days import check_moment
from mops_taxonomy.model.field import NameField
from mops_taxonomy.model.template import fields_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from mops_taxonomy.document.node import Path
    from mops_taxonomy.model.convention import Convention
    from mops_taxonomy.model.draft import Draft
    from mops_taxonomy.model.example import Example
    from mops_taxonomy.model.scope import Scope

__all__ = ["check_examples"]


def check_examples(draft: Draft, name: str, convention: Convention) -> None:
    """What every example of a convention refers to exists."""
    if not (convention.examples.valid or convention.examples.invalid):
        return
    check = _Check(draft, name, convention)
    for kind, examples in (("valid", convention.examples.valid), ("invalid", convention.examples.invalid)):
        for number, example in enumerate(examples):
            check.example(example, ("conventions", name, "examples", kind, number))


class _Place(NamedTuple):
    """Where fields may be named: a scope, and the fields of one template in it."""

    scope: Scope
    names: tuple[str, ...]


class _Check:
    def __init__(self, draft: Draft, name: str, convention: Convention) -> None:
        self._draft = draft
        self._convention = convention
        self._forms = draft.form_names(name)
        self._places = _places_in(draft, name)
        self._names = {name for place in self._places for name in place.names}

    def example(self, example: Example, path: Path) -> None:
        check_moment(self._draft, example.as_of, self._draft.data, (*path, "as_of"))
        self._refer("form", example.form, self._forms, (*path, "form"))
        if example.field is not None and not self._is_field(example.field):
            self._refer("field", example.field, self._names, (*path, "field"))
        self._values(example.values or {}, (*path, "values"), "")
        if isinstance(example.readings, list):
            for number, reading in enumerate(example.readings):
                self._values(reading, (*path, "readings", number), "")
        for key in example.derived:
            self._refer("derived name", key, self._convention.derived, (*path, "derived", key))
        for key in example.readers:
            self._refer("reader", key, self._draft.declared("readers"), (*path, "readers", key))

    def _refer(self, noun: str, found: str | None, known: Iterable[str], path: Path) -> None:
        if found is not None and found not in known:
            self._draft.complaints.add_reference(noun, found, known, self._draft.data, path)

    def _values(self, values: dict[str, Any], path: Path, above: str) -> None:
        for name, value in values.items():
            dotted = f"{above}{name}"
            at = (*path, name)
            if not self._is_field(dotted):
                complaints = self._draft.complaints
                message = f"there is no field {dotted!r}"
                complaints.add(
                    "MT904", message, self._draft.data, at, key=True, found=dotted, choices=self._names
                )
            elif isinstance(value, dict):
                self._values(value, at, f"{dotted}.")

    def _is_field(self, dotted: str) -> bool:
        places = self._places
        for step in dotted.split("."):
            holding = [place for place in places if step in place.names]
            if not holding:
                return False
            places = [inner for place in holding for inner in _places_inside(self._draft, place, step)]
        return True


def _places_in(draft: Draft, convention: str) -> list[_Place]:
    if convention not in draft.model.conventions:
        return []
    numbers = range(len(draft.model.conventions[convention].forms))
    return [_Place(draft.scope(convention, n), tuple(draft.names_in(convention, n))) for n in numbers]


def _places_inside(draft: Draft, place: _Place, name: str) -> list[_Place]:
    declaration = draft.declarations.find(place.scope, name)
    model = declaration.model if declaration is not None else None
    if not isinstance(model, NameField):
        return []
    if model.convention is not None:
        return _places_in(draft, model.convention)
    return [_Place(place.scope, tuple(fields_of(model.template or "")))]
