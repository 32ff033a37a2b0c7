"""How a programme reaches people."""

from typing import Annotated, Any, ClassVar, Literal

from pydantic import BeforeValidator, ConfigDict, Field

from mops_taxonomy.model.declared import Declared
from mops_taxonomy.model.hint import OR_TEXT
from mops_taxonomy.model.scalar import Code, Codes, Flag, Identifier, Moment, Text, Whole, as_list
from mops_taxonomy.model.term import label_only

__all__ = ["Channel", "Status"]


class Status(Declared):
    """A member status. A plain text in its place is its name."""

    model_config = ConfigDict(json_schema_extra=OR_TEXT)

    noun: ClassVar[str] = "status"
    text_keys: ClassVar[frozenset[str]] = frozenset({"name", "variant"})

    name: Text = Field(description="The status as the marketing platform shows it.", examples=["Attended"])
    default: Flag = Field(default=False, description="New members begin here.")
    step: Whole | None = Field(None, ge=0, description="Order; ten more than the step before, if not given.")
    success: Flag = Field(default=False, description="Reaching it counts as success in the program.")
    responded: Flag = Field(default=False, description="Reaching it counts as a response in the CRM.")
    hidden: Flag = Field(default=False, description="Not offered to people.")
    variant: Text | None = Field(
        None, description="The variant of the channel that uses it.", examples=["e-gift"]
    )
    codes: dict[Identifier, Text] = Field({}, description="The status's spelling in a system.")

    @classmethod
    def written_out(cls, data: Any) -> Any:
        """A text is the status's name."""
        return {"name": data} if isinstance(data, str) else data


Statuses = Annotated[list[Status], BeforeValidator(as_list)]


class Channel(Declared):
    """A channel: a term of the vocabulary `channels` that knows its statuses. A plain text is its label."""

    model_config = ConfigDict(json_schema_extra=OR_TEXT)

    noun: ClassVar[str] = "channel"
    text_keys: ClassVar[frozenset[str]] = frozenset(
        {"label", "replaced_by", "program_type", "campaign_type", "attribution"}
    )

    label: Text | None = Field(None, description="What the code means, for people.", examples=["Webinar"])
    aliases: Codes = Field([], description="Other spellings that people use.")
    codes: dict[Identifier, Code] = Field(
        {}, description="The spelling in a system.", examples=[{"utm": "webinar"}]
    )
    since: Moment | None = Field(None, description="The first day of the channel, or a revision.")
    until: Moment | None = Field(None, description="The last day of the channel, or a revision.")
    replaced_by: Text | None = Field(None, description="The channel to use instead.")
    program_type: Text | None = Field(None, description="The program type in the marketing platform.")
    campaign_type: Text | None = Field(None, description="The campaign type in the CRM.")
    attribution: Text | None = Field(
        None, description="How touchpoints arise.", examples=["online", "offline"]
    )
    message: Literal["marketing", "transactional", "operational"] | None = Field(
        None, description="What kind of message it carries."
    )
    statuses: Statuses = Field([], description="The member statuses in order.")

    @classmethod
    def written_out(cls, data: Any) -> Any:
        """A text is the channel's label."""
        return label_only(data)
