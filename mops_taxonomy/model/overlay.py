"""Fields laid over fields: taxonomy, then convention, then form."""

from collections.abc import Mapping
from typing import Annotated, Any, Final

from pydantic import BeforeValidator

from mops_taxonomy.document.node import MappingNode, ScalarNode
from mops_taxonomy.model.field import FieldModel
from mops_taxonomy.model.scalar import Identifier, fail

__all__ = ["Overlay", "Overlays", "laid_over"]

_TILDE_IS_TEXT: Final = frozenset({"characters", "joiner", "separator"})


def _overlay(data: Any) -> Any:
    if isinstance(data, FieldModel):
        return data.model_dump(exclude_unset=True, by_alias=True)
    if data is None or (isinstance(data, ScalarNode) and data.is_absent):
        return {}
    if not isinstance(data, Mapping):
        fail("a field is a mapping with keys, not {found}", data)
    return data


Overlay = Annotated[dict[str, Any], BeforeValidator(_overlay)]
"""A field, or the keys of it that differ from the field it is laid over."""

Overlays = dict[Identifier, Overlay]
"""Overlays by field."""


def laid_over(*layers: MappingNode) -> MappingNode:
    """The field that results when each layer is laid over those before it, key by key.

    An empty value takes a key away. A layer that names another kind begins the field anew: the keys of the
    old kind would mean nothing to it.

    Args:
        layers: what is written about one field, outermost first.
    """
    field = MappingNode(layers[-1].at)
    for layer in layers:
        if "kind" in layer and "kind" in field and layer["kind"] != field["kind"]:
            field.clear()
        for key, value in layer.items():
            field.pop(key, None)
            if not _takes_away(key, value):
                field[key] = value
    return field


def _takes_away(key: str, value: Any) -> bool:
    if not isinstance(value, ScalarNode):
        return False
    empty = not value or value.is_absent
    return empty or (
        value.style == "plain" and (value == "null" or (value == "~" and key not in _TILDE_IS_TEXT))
    )
