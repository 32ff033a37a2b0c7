"""The keys that say which texts a free value may be."""

from pydantic import Field

from mops_taxonomy.model.declared import Declared
from mops_taxonomy.model.hint import EMPTY, Schema, written
from mops_taxonomy.model.scalar import Text, Whole

__all__ = ["PATTERN_RULE", "TEXT_KEYS", "TextKeys"]

TEXT_KEYS = ("characters", "joiner", "min_length", "max_length", "pattern")
"""The text keys, in the order of their documentation."""

PATTERN_RULE: Schema = {
    "if": written("pattern"),
    "then": {"required": ["help"], "properties": {"characters": EMPTY, "joiner": EMPTY}},
}
"""A pattern is explained, and takes the place of characters and joiner."""


class TextKeys(Declared):
    """Which texts are allowed."""

    characters: Text | None = Field(
        None, description="The inside of a regex class; default: printable.", examples=["A-Za-z0-9", r"\p{L}"]
    )
    joiner: Text | None = Field(
        None, description="Words of `characters` are joined by exactly one of these.", examples=["-"]
    )
    min_length: Whole | None = Field(None, ge=1, description="Characters at least; default 1.")
    max_length: Whole | None = Field(None, ge=1, description="Characters at most.")
    pattern: Text | None = Field(
        None,
        description="A regular pattern instead of characters and joiner; needs `help`.",
        examples=["[A-Z]{2,4}[0-9]{3,5}"],
    )
