"""A record field whose value follows from the name."""

from collections.abc import Mapping
from typing import Annotated, Any, ClassVar

from pydantic import BeforeValidator, Field

from mops_taxonomy.model.declared import Declared
from mops_taxonomy.model.scalar import Text, as_list, fail
from mops_taxonomy.model.when import When

__all__ = ["Change", "Derivations", "Derived"]


def _listed(data: Any) -> Any:
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


Change = Annotated[
    Any,
    BeforeValidator(_change, json_schema_input_type=str | dict[str, str | dict[str, str]]),
]
"""One step: `lower`, `upper`, `{keep: a-z0-9}` or `{replace: {" ": "-"}}`."""


class Derived(Declared):
    """How a derived name is written, for the records that `when` selects. A text is its template."""

    noun: ClassVar[str] = "derived name"
    text_keys: ClassVar[frozenset[str]] = frozenset({"template", "effect"})

    template: Text = Field(description="The derived text; {} is the whole name.", examples=["{}fmm"])
    change: Annotated[
        list[Change], BeforeValidator(_listed, json_schema_input_type=Change | list[Change])
    ] = Field([], description="What is done to the name before it is inserted.", examples=[["lower"]])
    when: When = Field({}, description="Records to which this applies.")
    effect: Text | None = Field(None, description="What goes wrong downstream if the value differs.")

    @classmethod
    def written_out(cls, data: Any) -> Any:
        """A text is the template."""
        return {"template": data} if isinstance(data, str) else data


Derivations = Annotated[
    list[Derived],
    BeforeValidator(
        _listed,
        json_schema_input_type=str | Derived | list[Derived],
    ),
]
"""Derivations of one record field; the first whose `when` fits is meant."""
