"""An outside system that reads the raw text of a name."""

from typing import ClassVar, Final, Literal

from pydantic import ConfigDict, Field

from mops_taxonomy.model.declared import Declared
from mops_taxonomy.model.hint import Schema, one_of, written
from mops_taxonomy.model.scalar import Flag, Text, Texts, Whole
from mops_taxonomy.model.when import When

__all__ = ["LOOKS", "Reader"]

LOOKS = ("starts_with", "ends_with", "contains", "first")
"""The keys that say where a reader looks; it has exactly one of them."""

_SOME: Final[Schema] = {"minItems": 1}


class Reader(Declared):
    """A reader: where it looks, what it looks for, and what it does then."""

    model_config = ConfigDict(
        json_schema_extra={
            **one_of(LOOKS),
            "allOf": [
                {"if": written("first"), "then": {"required": ["as"]}},
                {"if": written("as"), "then": {"required": ["first"]}},
            ],
        }
    )

    noun: ClassVar[str] = "reader"
    text_keys: ClassVar[frozenset[str]] = frozenset({"system", "if", "as", "effect"})

    system: Text | None = Field(None, description="The system that reads.", examples=["salesforce"])
    starts_with: Texts | None = Field(
        None, description="It looks for these at the beginning.", json_schema_extra=_SOME
    )
    ends_with: Texts | None = Field(
        None, description="It looks for these at the end.", examples=[["_Parent"]], json_schema_extra=_SOME
    )
    contains: Texts | None = Field(
        None, description="It looks for these anywhere.", examples=[["test"]], json_schema_extra=_SOME
    )
    first: Whole | None = Field(None, ge=1, description="It reads so many first characters, as `as` says.")
    as_: Text | None = Field(
        None, alias="as", description="The date it reads there.", examples=["{YYYY}{MM}{DD}"]
    )
    if_: Text | None = Field(
        None, alias="if", description="The names it looks at, as a pattern.", examples=["[0-9]{8}.*"]
    )
    match: Literal["substring", "word", "unknown"] = Field("substring", description="What counts as found.")
    case: Literal["exact", "ignore", "unknown"] = Field("exact", description="Whether case matters to it.")
    wanted: Flag = Field(default=False, description="Absence is the fault.")
    disputed: Flag = Field(default=False, description="The system's own documents disagree about it.")
    when: When = Field({}, description="Records it looks at.")
    effect: Text | None = Field(None, description="What happens downstream.")
