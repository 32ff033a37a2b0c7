"""The fields that templates name, all the way down: they exist, stand once, and lead to no circle."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from mops_taxonomy.document.node import MappingNode
from mops_taxonomy.errors import TemplateSyntaxError
from mops_taxonomy.model.complaints import Spot
from mops_taxonomy.model.field import ListField, NameField

if TYPE_CHECKING:
    from mops_taxonomy.document.node import Path
    from mops_taxonomy.model.draft import Draft
    from mops_taxonomy.model.scope import Declaration, Scope

__all__ = ["check_use"]

_MOST: Final = 1000
"""Fields in one form, those of names inside it included."""

_DEEPEST: Final = 20
"""Fields inside fields."""


def check_use(draft: Draft) -> None:
    """Looks up every field of every form, and those that no form names."""
    nested: dict[str, dict[str, Declaration]] = {}
    for name, convention in draft.model.conventions.items():
        nested[name] = {}
        for number, form in enumerate(convention.forms):
            walk = _Walk(draft, draft.scope(name, number), nested[name], name)
            walk.template(form.template, draft.data, ("conventions", name, "forms", number, "template"), ())
    _check_unused(draft)
    _check_circles(draft, nested)


class _Walk:
    """One form."""

    def __init__(
        self, draft: Draft, scope: Scope, nested: dict[str, Declaration], convention: str | None
    ) -> None:
        self._draft = draft
        self._within = convention
        self._scope = scope
        self._nested = nested
        self._left = _MOST

    def template(self, template: str, node: Any, path: Path, above: tuple[str, ...]) -> None:
        """A template and the fields in it; `above` are the fields that led here."""
        seen: set[str] = set()
        for name, offset in self._slots(template, node, path):
            spot = Spot(template, offset, len(name))
            if not self._is_declared(name):
                choices = self._scope.names()
                message = f"there is no field {name!r}"
                self._draft.complaints.add_inside("MT904", message, node, path, spot=spot, choices=choices)
            elif name in seen:
                message = f"the field {name!r} stands twice in this template"
                self._draft.complaints.add_inside("MT906", message, node, path, spot=spot)
            else:
                self.field(name, above)
            seen.add(name)

    def field(self, name: str, above: tuple[str, ...]) -> None:
        """A field and the fields inside it."""
        declaration = self._draft.declarations.find(self._scope, name)
        if declaration is None or not self._may_go_on(declaration, above):
            return
        model = declaration.model
        if isinstance(model, ListField):
            self._items(declaration, model.of, (*above, name))
        elif isinstance(model, NameField) and model.template is not None:
            self.template(model.template, declaration.node, ("template",), (*above, name))
        elif isinstance(model, NameField) and model.convention is not None:
            self._convention(declaration, model.convention)

    def _is_declared(self, name: str) -> bool:
        return name in self._scope.names() or self._draft.is_field_written(name, self._within)

    def _items(self, declaration: Declaration, item: str, above: tuple[str, ...]) -> None:
        if self._is_declared(item):
            self.field(item, above)
        else:
            complaints = self._draft.complaints
            complaints.add_reference("field", item, self._scope.names(), declaration.node, ("of",))

    def _convention(self, declaration: Declaration, convention: str) -> None:
        known = self._draft.declared("conventions")
        if convention in known:
            self._nested.setdefault(convention, declaration)
        else:
            complaints = self._draft.complaints
            complaints.add_reference("convention", convention, known, declaration.node, ("convention",))

    def _may_go_on(self, declaration: Declaration, above: tuple[str, ...]) -> bool:
        self._left -= 1
        name, message = declaration.name, None
        if name in above:
            way = " -> ".join((*above[above.index(name) :], name))
            message = f"the field {name!r} leads back to itself: {way}"
        elif len(above) >= _DEEPEST:
            message = f"fields are nested more than {_DEEPEST} deep here"
        elif self._left == -1:
            message = f"a form with this field has more than {_MOST} fields"
        if message is not None:
            self._draft.complaints.add("MT906", message, declaration.key)
        return message is None and self._left >= 0

    def _slots(self, template: str, node: Any, path: Path) -> list[tuple[str, int]]:
        from mops_taxonomy.template import parse_template

        try:
            slots = list(parse_template(template).slots())
        except TemplateSyntaxError as error:
            self._draft.complaints.add_syntax(error, node, path)
            return []
        found = []
        for slot in slots:
            offset = slot.offset + 1
            for name in slot.fields:
                offset = template.index(name, offset)
                found.append((name, offset))
                offset += len(name) + 1
        return found


def _check_unused(draft: Draft) -> None:
    """A field that no form names may still be wrong."""
    _check_layer(draft, draft.data.get("fields"), draft.scope(), None)
    for name, convention in draft.model.conventions.items():
        _check_layer(draft, draft.written(("conventions", name, "fields")), draft.scope(name), name)
        for number in range(len(convention.forms)):
            layer = draft.written(("conventions", name, "forms", number, "fields"))
            _check_layer(draft, layer, draft.scope(name, number), name)


def _check_layer(draft: Draft, layer: Any, scope: Scope, convention: str | None) -> None:
    if not isinstance(layer, MappingNode):
        return
    for name, node in layer.items():
        if not draft.declarations.is_known(node):
            _Walk(draft, scope, {}, convention).field(str(name), ())


def _check_circles(draft: Draft, nested: dict[str, dict[str, Declaration]]) -> None:
    """Conventions inside conventions come to an end, and soon."""
    open_ones = {name: set(inner) & nested.keys() for name, inner in nested.items()}
    for depth in range(len(nested)):
        done = [name for name, inner in open_ones.items() if not inner & open_ones.keys()]
        if depth == _DEEPEST and done:
            message = f"conventions are nested more than {_DEEPEST} deep here"
            draft.complaints.add("MT906", message, draft.data, ("conventions", done[0]), key=True)
        if not done:
            break
        for name in done:
            del open_ones[name]
    _check_the_rest(draft, nested, open_ones)


def _check_the_rest(
    draft: Draft, nested: dict[str, dict[str, Declaration]], open_ones: dict[str, set[str]]
) -> None:
    """What is left leads to a circle; what no other needs is not part of it."""
    while True:
        needed = {inner for inners in open_ones.values() for inner in inners}
        kept = {name: inners for name, inners in open_ones.items() if name in needed}
        if len(kept) == len(open_ones):
            break
        open_ones = kept
    for name, inners in open_ones.items():
        for inner in sorted(inners & open_ones.keys()):
            message = f"the convention {name!r} leads back to itself through {inner!r}"
            draft.complaints.add("MT906", message, nested[name][inner].node, ("convention",))
