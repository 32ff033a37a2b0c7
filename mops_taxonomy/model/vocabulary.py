"""A controlled list."""

from typing import ClassVar, Literal

from pydantic import ConfigDict, Field

from mops_taxonomy.model.scalar import Identifier, Text
from mops_taxonomy.model.term import Terms
from mops_taxonomy.model.text import PATTERN_RULE, TextKeys

__all__ = ["Policy", "Vocabulary"]

Policy = Literal["closed", "review", "open"]
"""What an unlisted value is: an error, a warning, or fine."""


class Vocabulary(TextKeys):
    """A vocabulary: terms, who owns them, and what happens to values that are not listed."""

    model_config = ConfigDict(
        json_schema_extra={
            "allOf": [
                PATTERN_RULE,
                {
                    "if": {"properties": {"policy": {"enum": ["open", "review"]}}, "required": ["policy"]},
                    "else": {
                        "required": ["terms"],
                        "properties": {"terms": {"minItems": 1, "minProperties": 1}},
                    },
                },
            ]
        }
    )

    noun: ClassVar[str] = "vocabulary"
    text_keys: ClassVar[frozenset[str]] = frozenset(
        {"characters", "joiner", "pattern", "label", "owner", "help"}
    )

    label: Text | None = Field(None, description="A title for people.")
    owner: Text | None = Field(None, description="Who decides about the list.", examples=["platform-ops"])
    help: Text | None = Field(None, description="What may stand here; required with `pattern`.")
    policy: Policy = Field(
        "closed", description="An unlisted value is an error, a warning (review) or valid (open)."
    )
    parents: Identifier | None = Field(None, description="The vocabulary that `parent` of a term names.")
    terms: Terms = Field(
        {}, description="The terms by code.", examples=[{"EMEA": "Europe, Middle East and Africa"}]
    )
