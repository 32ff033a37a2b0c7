"""An ordered table: the first row that fits gives the value."""

from typing import Annotated, ClassVar, Literal

from pydantic import BeforeValidator, ConfigDict, Field

from mops_taxonomy.model.declared import Declared
from mops_taxonomy.model.derived import listed
from mops_taxonomy.model.hint import NOT_NOTHING, any_of
from mops_taxonomy.model.scalar import Text
from mops_taxonomy.model.when import When

__all__ = ["Row", "Table"]


class Row(Declared):
    """A row: what the inputs must be like, and what it gives then."""

    model_config = ConfigDict(
        json_schema_extra={
            "allOf": [
                any_of(["when"], "A row needs when: what the inputs must be like."),
                {"properties": {"when": {"additionalProperties": NOT_NOTHING}}},
            ]
        }
    )

    noun: ClassVar[str] = "row"
    text_keys: ClassVar[frozenset[str]] = frozenset({"gives"})

    when: When = Field(
        {},
        description="A pattern, or several, for each input; * is any text.",
        examples=[{"medium": ["cpc", "paid*"]}],
    )
    gives: Text = Field(description="The value of this row.", examples=["Paid Search"])


class Table(Declared):
    """A table: rows in the order in which they are tried."""

    noun: ClassVar[str] = "table"
    text_keys: ClassVar[frozenset[str]] = frozenset({"otherwise"})

    inputs: Annotated[list[Text], BeforeValidator(listed)] = Field(
        min_length=1, description="What it asks.", examples=[["source", "medium"]]
    )
    gives: Text = Field(description="What it tells.", examples=["channel_group"])
    case: Literal["exact", "ignore"] = Field("ignore", description="Whether case matters.")
    rows: Annotated[list[Row], BeforeValidator(listed)] = Field(
        min_length=1, description="The rows, in order."
    )
    otherwise: Text | None = Field(None, description="The value where no row fits.")
