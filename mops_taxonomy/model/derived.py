"""A record field whose value follows from the name."""

from collections.abc import Mapping
from typing import Annotated, Any, ClassVar, Final

from pydantic import BeforeValidator, ConfigDict, Field, WithJsonSchema

from mops_taxonomy.model.declared import Declared
from mops_taxonomy.model.hint import OR_TEXT, SCALAR, Schema
from mops_taxonomy.model.scalar import Text, as_list, fail
from mops_taxonomy.model.when import When

__all__ = ["Change", "Derivations", "Derived", "listed"]


def listed(data: Any) -> Any:
    """One derivation or change for a list of one, nothing for an empty list."""
    return [data] if isinstance(data, Mapping) else as_list(data)


def _change(data: Any) -> Any:
    if isinstance(data, str):
        if data not in {"lower", "upper"}:
            fail(
                "a change is lower, upper, {keep: characters} or {replace: {old: new}}, not {found}",
                data,
            )
        return str(data)
    if not isinstance(data, Mapping) or len(data) != 1 or next(iter(data)) not in {"keep", "replace"}:
        fail("a change is lower, upper, {keep: characters} or {replace: {old: new}}, not {found}", data)
    return _keep_or_replace(data)


def _keep_or_replace(data: Mapping[str, Any]) -> Any:
    step, value = next(iter(data.items()))
    if step == "keep":
        if not isinstance(value, str) or not value:
            fail("keep names the characters that stay, as in a-z0-9, not {found}", value)
        return {"keep": str(value)}
    if not isinstance(value, Mapping) or not value or "" in value:
        fail("replace is a mapping of texts to what is written for them, not {found}", value)
    if not all(isinstance(old, str) and isinstance(new, str) for old, new in value.items()):
        fail("replace is a mapping of texts to what is written for them", value)
    return {"replace": {str(old): str(new) for old, new in value.items()}}


_STEP: Final = {
    "type": "object",
    "properties": {
        "keep": {
            "description": "The characters that stay, as the inside of a regex class.",
            "type": [*SCALAR],
            "minLength": 1,
        },
        "replace": {
            "description": "Texts, and what is written for each.",
            "type": "object",
            "additionalProperties": {"type": [*SCALAR]},
            "propertyNames": {"minLength": 1},
            "minProperties": 1,
        },
    },
    "additionalProperties": False,
    "minProperties": 1,
    "maxProperties": 1,
}

Change = Annotated[
    Any,
    BeforeValidator(_change),
    WithJsonSchema({"anyOf": [{"enum": ["lower", "upper"]}, _STEP]}),
]
"""One step: `lower`, `upper`, `{keep: a-z0-9}` or `{replace: {" ": "-"}}`."""


_ONLY_THE_NAME: Final[Schema] = {"pattern": r"^([^{}]|\{\})*$"}


class Derived(Declared):
    """How a derived name is written, for the records that `when` selects. A text is its template."""

    model_config = ConfigDict(json_schema_extra={**OR_TEXT, **_ONLY_THE_NAME})

    noun: ClassVar[str] = "derived name"
    text_keys: ClassVar[frozenset[str]] = frozenset({"template", "effect"})

    template: Text = Field(
        description="The derived text; {} is the whole name.",
        examples=["{}fmm"],
        json_schema_extra=_ONLY_THE_NAME,
    )
    change: Annotated[list[Change], BeforeValidator(listed)] = Field(
        [], description="What is done to the name before it is inserted.", examples=[["lower"]]
    )
    when: When = Field({}, description="Records to which this applies.")
    effect: Text | None = Field(None, description="What goes wrong downstream if the value differs.")

    @classmethod
    def written_out(cls, data: Any) -> Any:
        """A text is the template."""
        return {"template": data} if isinstance(data, str) else data


Derivations = Annotated[
    list[Derived],
    BeforeValidator(listed),
]
"""Derivations of one record field; the first whose `when` fits is meant."""
