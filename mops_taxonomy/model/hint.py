"""What the JSON Schema says of a value, where its type in Python does not tell."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from pydantic import WithJsonSchema

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = [
    "EMPTY", "NOT_NOTHING", "OR_TEXT", "SCALAR", "Schema",
    "any_of", "hint", "one_of", "or_empty", "or_null", "written",
]  # fmt: skip

Schema = dict[str, Any]

SCALAR: Final = ("string", "number", "boolean", "null")
"""Editors give types to what the loader takes as the text written: `01`, `NO`, `null`."""

OR_TEXT: Final[Schema] = {"type": ["object", *SCALAR], "minLength": 1}
"""A mapping, or a text that is short for one."""

EMPTY: Final[Schema] = {"type": ["string", "null"], "maxLength": 0}
"""Nothing, or the empty text."""

NOT_NOTHING: Final[Schema] = {
    "not": {"type": ["array", "object"], "maxItems": 0, "maxProperties": 0},
    "errorMessage": "At least one is wanted here.",
}
"""Anything but a list without items and a mapping without keys. No value at all may be the text `null`."""


def hint(*types: str, **keywords: Any) -> WithJsonSchema:
    """The types under which an editor may see a value, and what else holds of it.

    Args:
        types: the names that JSON Schema has for them.
        keywords: further keywords. `errorMessage` is read by VS Code and its kin; others pass over it.
    """
    return WithJsonSchema({"type": list(types), **keywords})


def written(key: str) -> Schema:
    """Holds where a key has a value; one without counts as not written."""
    return {"required": [key], "properties": {key: {"not": EMPTY}}}


def one_of(keys: Iterable[str]) -> Schema:
    """Holds where exactly one of some keys has a value."""
    return {"oneOf": [written(key) for key in keys]}


def any_of(keys: Iterable[str], message: str) -> Schema:
    """Holds where at least one of some keys has a value, and not an empty list or mapping.

    Args:
        keys: of which one must be there.
        message: what an editor says where none is.
    """
    filled = [{"required": [key], "properties": {key: NOT_NOTHING}} for key in keys]
    return {"anyOf": filled, "errorMessage": message}


def or_null(schema: Schema) -> Schema:
    """The schema of a key that may stand without a value."""
    return _or(schema, {"type": "null"})


def or_empty(schema: Schema) -> Schema:
    """The schema of a key of a field that an empty value takes away."""
    if "type" not in schema:
        return _or(schema, EMPTY)
    told = {key: value for key, value in _or(schema, EMPTY).items() if key != "minLength"}
    if "pattern" in told:
        told["pattern"] = f"^$|{told['pattern']}"
    return told if "string" in schema["type"] else {**told, "maxLength": 0}


def _or(schema: Schema, other: Schema) -> Schema:
    """A schema that also allows the types of another one, which holds of no other value."""
    if "else" in schema:
        return {**schema, "else": _or(schema["else"], other)}
    if "type" in schema:
        added = [other["type"]] if isinstance(other["type"], str) else other["type"]
        return {**schema, "type": [*dict.fromkeys([*schema["type"], *added])]}
    if "enum" in schema:
        about = {key: value for key, value in schema.items() if key != "enum"}
        return {**about, "anyOf": [{"enum": schema["enum"]}, other]}
    if "anyOf" in schema:
        kept = [one for one in schema["anyOf"] if one != {"type": "null"}]
        return {**schema, "anyOf": [*kept, other]}
    return schema  # a reference: what it names says itself whether it may be without a value
