"""Which file holds names of which convention."""

from collections.abc import Mapping
from typing import Any, ClassVar

from pydantic import ConfigDict, Field

from mops_taxonomy.model.convention import Level
from mops_taxonomy.model.declared import Declared
from mops_taxonomy.model.hint import SCALAR
from mops_taxonomy.model.scalar import Identifier, Prefix, Text, fail
from mops_taxonomy.model.when import Record

__all__ = ["Source"]


class Source(Declared):
    """A source: files, their convention, and the columns that hold the record."""

    model_config = ConfigDict(
        json_schema_extra={
            "properties": {
                "column": {
                    "description": "The column of the name; short for `columns: {name: ...}`.",
                    "type": [*SCALAR],
                    "minLength": 1,
                }
            },
            "if": {"required": ["column"]},
            "then": {"properties": {"columns": False}},
        }
    )

    noun: ClassVar[str] = "source"
    text_keys: ClassVar[frozenset[str]] = frozenset({"files"})

    files: Text = Field(description="The files, with * as in a shell.", examples=["exports/*.csv"])
    convention: Identifier = Field(description="The convention of the names.")
    columns: dict[Text, Text] = Field(
        {}, description="The column of each part of the record.", examples=[{"name": "Name"}]
    )
    from_: Identifier | None = Field(
        None,
        alias="from",
        description="The system whose export the files are: whole records are checked.",
        examples=["marketo"],
    )
    record: Record = Field(
        {}, description="What is the same for every record.", examples=[{"system": "marketo"}]
    )
    severity: dict[Prefix, Level] = Field(
        {}, description="How much findings matter in these files.", examples=[{"MT203": "warning"}]
    )

    @classmethod
    def written_out(cls, data: Any) -> Any:
        """`column: Name` is short for `columns: {name: Name}`."""
        if not isinstance(data, Mapping) or "column" not in data:
            return data
        if "columns" in data:
            fail("column is short for columns; write only one of them", code="MT906", steps=["column"])
        return {
            **{key: value for key, value in data.items() if key != "column"},
            "columns": {"name": data["column"]},
        }
