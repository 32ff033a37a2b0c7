"""A dated, owned exception to rules."""

from typing import Annotated, ClassVar

from pydantic import BeforeValidator, ConfigDict, Field

from mops_taxonomy.model.declared import Declared
from mops_taxonomy.model.scalar import Flag, Moment, Prefix, Text, Texts, as_list
from mops_taxonomy.model.when import When

__all__ = ["Waiver"]


class Waiver(Declared):
    """A waiver: which rules, for which names, by whom and why."""

    model_config = ConfigDict(
        json_schema_extra={"anyOf": [{"required": [key]} for key in ("names", "pattern", "when")]}
    )

    noun: ClassVar[str] = "waiver"
    text_keys: ClassVar[frozenset[str]] = frozenset({"pattern", "owner", "reason"})

    rules: Annotated[list[Prefix], BeforeValidator(as_list)] = Field(
        min_length=1,
        description="The codes of the findings waived, or their beginnings.",
        examples=[["MT402"]],
    )
    names: Texts = Field([], description="The names concerned.")
    pattern: Text | None = Field(
        None, description="The names concerned, with * for any text.", examples=["2020_*"]
    )
    when: When = Field({}, description="The records concerned.")
    owner: Text = Field(description="Who answers for the exception.")
    reason: Text = Field(description="Why it is made.")
    since: Moment | None = Field(None, description="Its first day, or a revision.")
    until: Moment | None = Field(None, description="Its last day, or a revision.")
    frozen: Flag = Field(default=False, description="The name may not be changed either.")
