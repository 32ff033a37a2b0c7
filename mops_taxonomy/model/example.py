"""A name that must be valid, or must not, and what is to be seen in it."""

import datetime as dt
from collections.abc import Mapping
from typing import Annotated, Any, ClassVar

from pydantic import BeforeValidator, ConfigDict, Field

from mops_taxonomy.document.node import ScalarNode
from mops_taxonomy.model.declared import Declared
from mops_taxonomy.model.hint import OR_TEXT, hint
from mops_taxonomy.model.scalar import Moment, Prefix, Text, as_list, fail
from mops_taxonomy.model.when import Record

__all__ = ["Example", "Examples"]


def _value(data: Any) -> Any:
    """A value as written: text, a list of texts, or a mapping for a name inside the name."""
    if isinstance(data, Mapping):
        return {str(key): _value(value) for key, value in data.items()}
    if isinstance(data, list | tuple):
        return [_value(item) for item in data]
    if isinstance(data, bool | dt.date | int | float | str):
        return data.isoformat() if isinstance(data, dt.date) else str(data)
    return fail("a value is text, a list or a mapping, not {found}", data)


def _values(data: Any) -> Any:
    if not isinstance(data, Mapping):
        fail("fields and their values are wanted here, not {found}", data)
    return {str(key): _value(value) for key, value in data.items()}


def _readings(data: Any) -> Any:
    if isinstance(data, list | tuple):
        return [_values(reading) for reading in data]
    if isinstance(data, str | int) and not isinstance(data, bool) and str(data).isdecimal():
        return int(data)
    return fail("readings are a number, or a list of mappings of fields to values, not {found}", data)


Values = Annotated[dict[str, Any], BeforeValidator(_values)]

_READINGS = hint(
    "integer",
    "string",  # in the digits of any script
    "array",
    minimum=0,
    pattern="^[^\\u0000-/:-\\u007f]+$",
    items={"type": "object"},
)


class Example(Declared):
    """An example. A plain text in its place is its name."""

    model_config = ConfigDict(json_schema_extra=OR_TEXT)

    noun: ClassVar[str] = "example"
    text_keys: ClassVar[frozenset[str]] = frozenset({"name"})

    name: Text = Field(description="The name.", examples=["20260324_EMEA_WBN_Customer-Stories"])
    values: Values | None = Field(None, description="All its values.")
    form: Text | None = Field(None, description="The form it is read as.")
    readings: Annotated[Any, BeforeValidator(_readings), _READINGS] = Field(
        None, description="How many readings it has, or the readings."
    )
    record: Record | None = Field(None, description="The record that bears the name.")
    as_of: Moment | None = Field(None, description="The day of judgement, or a revision.")
    code: Prefix | None = Field(
        None, description="The expected finding, or its beginning.", examples=["MT104"]
    )
    field: Text | None = Field(None, description="The field of the expected finding.")
    derived: Record = Field({}, description="The derived names expected, by record field.")
    readers: Record = Field({}, description="The verdict expected of each reader.")

    @classmethod
    def written_out(cls, data: Any) -> Any:
        """A text is the name."""
        return {"name": data} if isinstance(data, str | ScalarNode) else data


Listed = Annotated[list[Example], BeforeValidator(as_list)]


class Examples(Declared):
    """The examples of a convention. They are tests."""

    model_config = ConfigDict(json_schema_extra={"type": ["object", "null"]})

    noun: ClassVar[str] = "set of examples"

    valid: Listed = Field([], description="Names that must be valid.")
    invalid: Listed = Field([], description="Names that must not be valid.")
