"""Which fields a template may name, and what each of them is there."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from pydantic import ValidationError

from mops_taxonomy.document.node import MappingNode, ScalarNode, locate
from mops_taxonomy.model.field import KINDS, FieldModel
from mops_taxonomy.model.overlay import laid_over
from mops_taxonomy.model.shape import complain, place_of_fault, without

if TYPE_CHECKING:
    from mops_taxonomy.model.complaints import Complaints

__all__ = ["Declaration", "Declarations", "Scope"]


class Declaration(NamedTuple):
    """A field as it is in some scope.

    Attributes:
        name: its name.
        node: its keys as written, each with the place it was written at.
        key: the innermost key under which it is declared.
        model: what it says.
    """

    name: str
    node: MappingNode
    key: Any
    model: FieldModel


class Scope:
    """The fields of the taxonomy, of a convention, of a form, laid over one another."""

    def __init__(self, *layers: Any) -> None:
        self.layers = [layer for layer in layers if isinstance(layer, MappingNode)]

    def inside(self, layer: Any) -> Scope:
        """This scope with one more layer over it."""
        return Scope(*self.layers, layer)

    def names(self) -> set[str]:
        """The names of all fields in scope."""
        return {str(name) for layer in self.layers for name in layer}

    def written(self, name: str) -> list[MappingNode]:
        """What is written about a field, outermost first."""
        return [layer[name] for layer in self.layers if isinstance(layer.get(name), MappingNode)]

    def key(self, name: str) -> Any:
        """The innermost key of a field."""
        return next((layer.key(name) for layer in reversed(self.layers) if name in layer), None)


class Declarations:
    """Every field that was looked up, validated once for each combination of what is written about it."""

    def __init__(self, complaints: Complaints) -> None:
        self._complaints = complaints
        self._known: dict[tuple[str | int, ...], Declaration | None] = {}
        # The nodes are kept, lest a new one be given the identity of one that is gone.
        self._kept: list[list[MappingNode]] = []
        self._seen: set[int] = set()

    def all(self) -> list[Declaration]:
        """The declarations found, without their faulty keys."""
        return [declaration for declaration in self._known.values() if declaration is not None]

    def is_known(self, node: MappingNode) -> bool:
        """Whether what is written here was part of a field looked up."""
        return id(node) in self._seen

    def find(self, scope: Scope, name: str) -> Declaration | None:
        """The field of this name, or None if what is written about it is wrong or nothing is."""
        layers = scope.written(name)
        identity: tuple[str | int, ...] = (name, *(id(layer) for layer in layers))
        if not layers and scope.key(name) is not None:
            message = f"the field {name!r} needs the key 'kind': {', '.join(KINDS)}"
            self._complaints.add("MT905", message, scope.key(name))
        if layers and identity not in self._known:
            self._kept.append(layers)
            self._seen.update(map(id, layers))
            self._known[identity] = self._declared(name, laid_over(*layers), scope.key(name))
        return self._known.get(identity)

    def _declared(self, name: str, node: MappingNode, key: Any) -> Declaration | None:
        model = self._kind(name, node, key)
        if model is None:
            return None
        try:
            return Declaration(name, node, key, model.model_validate(node))
        except ValidationError as error:
            errors = error.errors(include_url=False)
        for one in errors:
            if one["type"] == "missing" and len(one["loc"]) == 1:
                message = f"the {model.noun} {name!r} needs the key {one['loc'][0]!r}"
                self._complaints.add("MT905", message, key if key is not None else node)
            else:
                complain(self._complaints, node, model, one)
        left = without(node, [place_of_fault(one) for one in errors])
        try:
            return Declaration(name, left, key, model.model_validate(left)) if left is not None else None
        except ValidationError:
            return None

    def _kind(self, name: str, node: MappingNode, key: Any) -> type[FieldModel] | None:
        kind, _ = locate(node, ("kind",))
        kinds = ", ".join(KINDS)
        if kind is node:
            message = f"the field {name!r} needs the key 'kind': {kinds}"
            self._complaints.add("MT905", message, key if key is not None else node)
            return None
        if not isinstance(kind, ScalarNode) or str(kind) not in KINDS:
            found = str(kind) if isinstance(kind, ScalarNode) else None
            message = f"the kind of a field is one of {kinds}"
            self._complaints.add("MT905", message, node, ("kind",), found=found, choices=KINDS)
            return None
        return KINDS[str(kind)]
