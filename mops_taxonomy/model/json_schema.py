"""The JSON Schema of the taxonomy file, for editors: it completes, explains and refuses while one types.

What loads is accepted, in every short form and however a reader of YAML takes its scalars; what cannot be seen
without looking elsewhere in the file is left to loading.
"""

from __future__ import annotations

from types import NoneType, UnionType
from typing import TYPE_CHECKING, Annotated, Any, Final, Literal, Union, get_args, get_origin

from annotated_types import Ge, Le, MinLen
from pydantic import BeforeValidator, WithJsonSchema

from mops_taxonomy.fields.date_format import TOKENS
from mops_taxonomy.model.declared import Declared
from mops_taxonomy.model.derived import listed
from mops_taxonomy.model.field import KINDS
from mops_taxonomy.model.hint import EMPTY, SCALAR, Schema, one_of, or_empty, or_null
from mops_taxonomy.model.overlay import Overlay
from mops_taxonomy.model.scalar import as_list
from mops_taxonomy.model.taxonomy import TaxonomyModel
from mops_taxonomy.model.term import term_table
from mops_taxonomy.model.text import PATTERN_RULE

if TYPE_CHECKING:
    from collections.abc import Callable

    from pydantic.fields import FieldInfo

__all__ = ["json_schema"]

_DATE_FORMAT: Final = rf"^([^{{}}]|\{{({'|'.join(TOKENS)})\}})*$"

_NO_TEXT: Final = {"not": {"type": ["string", "number", "object", "array", "null"]}}
"""A truth value, put so that no editor offers one: old readers of YAML take `off` for false."""

_ABOUT: Final = {"default", "description", "examples"}
"""What says something about a value without deciding which are right."""

_OVERLAID: Final = {
    "type": "object",
    "anyOf": [
        {"required": ["fields"]},
        {
            "required": ["forms"],
            "properties": {
                "forms": {"type": "array", "contains": {"type": "object", "required": ["fields"]}}
            },
        },
    ],
}
"""A convention that says something about fields, so that those of the taxonomy need not be complete."""

_COMPLETE: Final[dict[str, Schema]] = {
    "term": {**one_of(["vocabulary", "terms"]), "allOf": [PATTERN_RULE]},
    "text": PATTERN_RULE,
    "name": one_of(["template", "convention"]),
}
"""What holds of a field over which nothing is laid, besides the keys that its kind needs."""


def json_schema() -> Schema:
    """The JSON Schema (draft 2020-12) of the taxonomy file, always the same for one version of the library."""
    writer = _Writer()
    root = writer.part(TaxonomyModel)
    _as_date(writer.definitions["Reader"]["properties"]["as"])
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "A taxonomy of mops_taxonomy",
        **root,
        "if": {"properties": {"conventions": {"additionalProperties": {"not": _OVERLAID}}}},
        "then": {"properties": {"fields": {"additionalProperties": {"$ref": "#/$defs/CompleteField"}}}},
        "$defs": {name: writer.definitions[name] for name in sorted(writer.definitions)},
    }


class _Writer:
    """Models and types as schemas; each model once.

    Attributes:
        definitions: the models met so far.
    """

    def __init__(self) -> None:
        self.definitions: dict[str, Schema] = {}
        self.definitions |= self._fields()

    def part(self, model: type[Declared]) -> Schema:
        """A model: its keys, of which those not required may stand without a value."""
        properties = {}
        for name, field in model.model_fields.items():
            schema = self._property(field)
            properties[field.alias or name] = schema if field.is_required() else or_null(schema)
        extra = model.model_config.get("json_schema_extra")
        more: Schema = {**extra} if isinstance(extra, dict) else {}
        return {
            "description": (model.__doc__ or "").partition("\n")[0],
            "type": "object",
            **more,
            "properties": {**properties, **more.get("properties", {})},
            "required": _required(model),
            "additionalProperties": False,
        }

    def _property(self, field: FieldInfo) -> Schema:
        schema = self._typed(field.annotation, field.metadata)
        extra = field.json_schema_extra
        more: Schema = {**extra} if isinstance(extra, dict) else {}
        if "pattern" in more and "items" in schema:
            told = {key: more[key] for key in ("pattern", "errorMessage") if key in more}
            schema["items"] = {**schema["items"], **told}
        if field.default not in (None, "", [], {}) and not field.is_required() and not field.default_factory:
            more["default"] = field.default
        if field.examples:
            more["examples"] = field.examples
        return {"description": field.description, **schema, **more}

    def _typed(self, kind: Any, metadata: list[Any]) -> Schema:
        """A type with the annotations that belong to it."""
        told = next((one.json_schema for one in metadata if isinstance(one, WithJsonSchema)), None)
        schema = {**told} if told is not None else self._bare(kind, _validators(metadata))
        for one in metadata:
            if isinstance(one, MinLen):
                schema["minItems"] = one.min_length
        return _bounded(schema, metadata)

    def _bare(self, kind: Any, validators: list[Callable[..., Any]]) -> Schema:
        origin, inner = get_origin(kind), get_args(kind)
        if kind == Overlay:
            return {"$ref": "#/$defs/Field"}
        if origin is Annotated:
            return self._typed(inner[0], list(inner[1:]))
        if origin in {Union, UnionType}:
            return self._typed(next(one for one in inner if one is not NoneType), [])
        if origin is Literal:
            return _choice(inner)
        if origin is dict:
            return self._mapping(*inner, is_terms=term_table in validators)
        if origin is list:
            return self._list(inner[0], validators)
        return self._reference(kind) if isinstance(kind, type) and issubclass(kind, Declared) else {}

    def _reference(self, model: type[Declared]) -> Schema:
        if model.__name__ not in self.definitions:
            self.definitions[model.__name__] = self.part(model)
        return {"$ref": f"#/$defs/{model.__name__}"}

    def _mapping(self, key: Any, value: Any, *, is_terms: bool) -> Schema:
        name = {word: told for word, told in self._typed(key, []).items() if word != "type"}
        mapping = {"type": ["object"], "additionalProperties": self._typed(value, [])}
        mapping |= {"propertyNames": name} if name else {}
        if not is_terms:
            return mapping
        code = self._typed(key, [])
        return {**code, **mapping, "type": ["object", "array", *SCALAR], "items": code}

    def _list(self, item: Any, validators: list[Callable[..., Any]]) -> Schema:
        """A list; where the loader takes one item for a list of one, that too."""
        one = self._typed(item, [])
        array = {"type": ["array"], "items": one}
        if listed in validators:
            return {"if": {"type": "array"}, "then": array, "else": one}
        if as_list in validators and "enum" in one:
            return {"anyOf": [one, array]}
        if as_list not in validators:
            return array
        text: Schema = {"type": [*SCALAR], "minLength": 1} if "$ref" in one else one
        return {**text, **array, "type": ["array", *text["type"]]}

    def _fields(self) -> dict[str, Schema]:
        """A field as it may stand anywhere, and as it must be where nothing is laid over it."""
        parts = {kind: self.part(model) for kind, model in KINDS.items()}
        _as_date(parts["date"]["properties"]["format"])
        keys = {key for part in parts.values() for key in part["properties"]}
        choices = _kinds(parts)
        doc = "A field, or the keys in which it differs from the field that it is laid over."
        return {
            **{_name(kind): _layer(part, keys) for kind, part in parts.items()},
            "AnyField": _any_kind(parts, choices),
            "Field": {"description": doc, "properties": {"kind": choices}, **_by_kind()},
            "CompleteField": {
                "type": "object",
                "required": ["kind"],
                "allOf": [
                    {"if": _is_kind(kind), "then": {"required": _required(model), **_COMPLETE.get(kind, {})}}
                    for kind, model in KINDS.items()
                ],
            },
        }


def _name(kind: str) -> str:
    return KINDS[kind].__name__


def _is_kind(kind: str) -> Schema:
    return {"type": "object", "properties": {"kind": {"const": kind}}, "required": ["kind"]}


def _by_kind() -> Schema:
    """One condition after the other: an editor then knows of no keys but those of the kind."""
    branch: Schema = {"$ref": "#/$defs/AnyField"}
    for kind in reversed(KINDS):
        branch = {"if": _is_kind(kind), "then": {"$ref": f"#/$defs/{_name(kind)}"}, "else": branch}
    return branch


def _kinds(parts: dict[str, Schema]) -> Schema:
    told = {kind: part["properties"]["kind"]["description"] for kind, part in parts.items()}
    return {
        "description": "; ".join(f"{kind}: {text.lower().rstrip('.')}" for kind, text in told.items()),
        "anyOf": [{"enum": list(KINDS)}, EMPTY],
    }


def _as_date(schema: Schema) -> None:
    told = {"pattern": _DATE_FORMAT, "errorMessage": f"A date is written with {', '.join(TOKENS)} in braces."}
    schema |= told
    if "items" in schema:
        schema["items"] = {**schema["items"], **told}


def _validators(metadata: list[Any]) -> list[Callable[..., Any]]:
    return [one.func for one in metadata if isinstance(one, BeforeValidator)]


def _required(model: type[Declared]) -> list[str]:
    return [field.alias or name for name, field in model.model_fields.items() if field.is_required()]


def _choice(words: tuple[str, ...]) -> Schema:
    return {"anyOf": [{"enum": [*words]}, _NO_TEXT]} if "off" in words else {"enum": [*words]}


def _bounded(schema: Schema, metadata: list[Any]) -> Schema:
    """A whole number within bounds, be it written as a number or as text."""
    least = next((one.ge for one in metadata if isinstance(one, Ge)), None)
    most = next((one.le for one in metadata if isinstance(one, Le)), None)
    if not isinstance(least, int):
        return schema
    if not isinstance(most, int):
        pattern = "^0*[1-9][0-9]*$" if least else "^(-0+|[0-9]+)$"
        return {**schema, "minimum": least, "pattern": pattern}
    numbers = "|".join(map(str, range(least, most + 1)))
    return {**schema, "minimum": least, "maximum": most, "pattern": f"^0*({numbers})$"}


def _layer(part: Schema, keys: set[str]) -> Schema:
    """One kind of field: any of its keys may be absent or empty, and those of the other kinds empty."""
    own = part["properties"]
    properties = {key: schema if key == "kind" else or_empty(schema) for key, schema in own.items()}
    others = "|".join(sorted(keys - own.keys()))
    return {
        "description": part["description"],
        "type": "object",
        "properties": properties,
        "patternProperties": {
            f"^({others})$": {**EMPTY, "errorMessage": "This key is for another kind of field."}
        },
        "additionalProperties": False,
    }


def _any_kind(parts: dict[str, Schema], choices: Schema) -> Schema:
    """Part of a field that does not say its kind: each key as some kind has it."""
    properties: dict[str, Schema] = {"kind": choices}
    for key in dict.fromkeys(key for part in parts.values() for key in part["properties"] if key != "kind"):
        told = {kind: part["properties"][key] for kind, part in parts.items() if key in part["properties"]}
        properties[key] = _merged(told)
    doc = "Some keys of a field whose kind is said elsewhere."
    return {
        "description": doc,
        "type": ["object", "null"],
        "properties": properties,
        "additionalProperties": False,
    }


def _merged(told: dict[str, Schema]) -> Schema:
    emptied = [or_empty(one) for one in told.values()]
    if all(one == emptied[0] for one in emptied):
        return emptied[0]
    descriptions = list(dict.fromkeys(one["description"] for one in emptied))
    bare = [{key: value for key, value in one.items() if key not in _ABOUT} for one in emptied]
    different = [one for number, one in enumerate(bare) if one not in bare[:number]]
    shape = different[0] if len(different) == 1 else {"anyOf": different}
    return {"description": " Or: ".join(descriptions), **shape}
