"""Which model stands at a place of the file, and which keys it knows."""

from __future__ import annotations

from types import UnionType
from typing import TYPE_CHECKING, Annotated, Any, Union, get_args, get_origin

from mops_taxonomy.model.declared import Declared

if TYPE_CHECKING:
    from mops_taxonomy.document.node import Path

__all__ = ["keys_of", "model_at"]


def keys_of(model: type[Declared]) -> list[str]:
    """The keys of a model as the file writes them."""
    return [field.alias or name for name, field in model.model_fields.items()]


def model_at(root: type[Declared], path: Path) -> type[Declared]:
    """The model of the value at `path`, or the nearest one around it.

    Args:
        root: the model at the top.
        path: keys and list positions.
    """
    model, kind = root, _bare(root)
    for step in path:
        if _is_model(kind):
            model = kind
            named = {field.alias or name: field.annotation for name, field in model.model_fields.items()}
            kind = _bare(named.get(str(step)))
        else:
            inner = get_args(kind)
            kind = _bare(inner[-1]) if inner else None
    return kind if _is_model(kind) else model


def _is_model(kind: Any) -> bool:
    return isinstance(kind, type) and issubclass(kind, Declared)


def _bare(kind: Any) -> Any:
    """A type without its annotations; of a union, the member that holds others."""
    if get_origin(kind) is Annotated:
        return _bare(get_args(kind)[0])
    if get_origin(kind) in {Union, UnionType}:
        members = [_bare(member) for member in get_args(kind)]
        return next((member for member in members if get_args(member) or _is_model(member)), members[0])
    return kind
