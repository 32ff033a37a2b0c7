"""One template of a convention and when it applies."""

from typing import Any, ClassVar

from pydantic import ConfigDict, Field

from mops_taxonomy.model.declared import Declared
from mops_taxonomy.model.hint import OR_TEXT
from mops_taxonomy.model.overlay import Overlays
from mops_taxonomy.model.scalar import Identifier, Moment, Text
from mops_taxonomy.model.when import When

__all__ = ["Form"]


class Form(Declared):
    """A form. A plain text in its place is its template."""

    model_config = ConfigDict(json_schema_extra=OR_TEXT)

    noun: ClassVar[str] = "form"
    text_keys: ClassVar[frozenset[str]] = frozenset({"template", "tolerated"})

    name: Identifier | None = Field(
        None, description="The form's name; default 1, 2, ...", examples=["dated"]
    )
    template: Text = Field(
        description="The written form, with fields in braces.", examples=["{launch}_{region}{?_{variant}}"]
    )
    when: When = Field({}, description="Records to which the form applies.", examples=[{"channel": ["WBN"]}])
    since: Moment | None = Field(None, description="The first day of the form, or a revision.")
    until: Moment | None = Field(None, description="The last day of the form, or a revision.")
    replaced_by: Text | None = Field(None, description="The form that is written instead.")
    tolerated: Text | None = Field(None, description="Why names of this form are still read, with a warning.")
    fields: Overlays = Field({}, description="Fields as they are in this form only.")

    @classmethod
    def written_out(cls, data: Any) -> Any:
        """A text is the form's template."""
        return {"template": data} if isinstance(data, str) else data
