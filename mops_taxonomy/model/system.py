"""A system of one's own in which names must live."""

from typing import Any, ClassVar, Literal

from pydantic import ConfigDict, Field

from mops_taxonomy.document.node import ScalarNode
from mops_taxonomy.model.declared import Declared
from mops_taxonomy.model.scalar import Text, Whole

__all__ = ["System"]


class System(Declared):
    """What a system allows in a name."""

    model_config = ConfigDict(json_schema_extra={"type": ["object", "null"]})

    noun: ClassVar[str] = "system"
    text_keys: ClassVar[frozenset[str]] = frozenset({"forbidden", "source"})

    max_length: Whole | None = Field(None, ge=1, description="The longest name.")
    unit: Literal["characters", "bytes"] = Field("characters", description="What the length counts.")
    forbidden: Text | None = Field(None, description="Characters that no name may hold.", examples=["&<>"])
    source: Text | None = Field(None, description="Where this is known from.")

    @classmethod
    def written_out(cls, data: Any) -> Any:
        """A system of which nothing is known but that it exists."""
        return {} if data is None or (isinstance(data, ScalarNode) and data.is_absent) else data
