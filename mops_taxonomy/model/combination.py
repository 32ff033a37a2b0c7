"""Which values of two fields go together."""

from collections.abc import Mapping
from typing import Annotated, Any, ClassVar, Final, Literal

from pydantic import BeforeValidator, Field, WithJsonSchema

from mops_taxonomy.model.declared import Declared
from mops_taxonomy.model.hint import SCALAR
from mops_taxonomy.model.scalar import Text, fail

__all__ = ["Combination"]

_ALLOWED: Final = {"type": ["array", *SCALAR], "items": {"type": [*SCALAR]}}


def _pair(data: Any) -> Any:
    if not isinstance(data, list | tuple) or len(data) != 2:
        fail("two fields are wanted here, as in [region, country]", data)
    return data


def _allow(data: Any) -> Any:
    if isinstance(data, str) and data in {"parent", "same"}:
        return str(data)
    if not isinstance(data, Mapping):
        fail("allow is parent, same, or a mapping of codes to the values they allow, not {found}", data)
    return {str(code): _values(value) for code, value in data.items()}


def _values(value: Any) -> list[str]:
    if isinstance(value, Mapping):
        fail("a code allows a value or a list of values, not {found}", value)
    listed = value if isinstance(value, list | tuple) else [value]
    if any(isinstance(one, Mapping | list | tuple) for one in listed):
        fail("a code allows a value or a list of values", value)
    return ["" if one is None else str(one) for one in listed]


class Combination(Declared):
    """A combination: each code of the first field allows some values of the second."""

    noun: ClassVar[str] = "combination"

    fields: Annotated[list[Text], BeforeValidator(_pair)] = Field(
        description="The two fields.",
        examples=[["region", "country"]],
        json_schema_extra={"minItems": 2, "maxItems": 2},
    )
    allow: Annotated[
        str | dict[str, list[str]],
        BeforeValidator(_allow),
        WithJsonSchema(
            {"anyOf": [{"enum": ["parent", "same"]}, {"type": "object", "additionalProperties": _ALLOWED}]}
        ),
    ] = Field(
        description='What goes together; "" is absent, "*" any value.', examples=["parent", {"L": ["A", ""]}]
    )
    severity: Literal["error", "warning"] = Field("error", description="How much a wrong pair matters.")
