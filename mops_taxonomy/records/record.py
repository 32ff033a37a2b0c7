"""What programs and campaigns have in common."""

from datetime import date, datetime
from typing import TYPE_CHECKING, Any, ClassVar, Literal, Self

from pydantic import Field

from mops_taxonomy.records._shape import Shape
from mops_taxonomy.records.message import MessageType
from mops_taxonomy.records.origin import Origin

if TYPE_CHECKING:
    from collections.abc import Mapping

    from mops_taxonomy.convention import Convention
    from mops_taxonomy.taxonomy import Taxonomy

__all__ = ["Goal", "Record"]


class Goal(Shape):
    """What a program is for, and how one will know."""

    purpose: str | None = Field(None, description="What it is for, in words.")
    metric: str | None = Field(
        None, description="What success is counted by, such as `registrations` or `pipeline`."
    )
    target: float | None = Field(None, description="The number of the metric that is success.")


class Record(Shape):
    """A program or a campaign.

    Dates are days where the owner of the record is. What is not known is None; that is not the same as empty.
    """

    object: ClassVar[Literal["program", "campaign"]]

    system: str | None = Field(None, description="The system that holds it, such as `marketo`.")
    id: str | None = Field(None, description="The system's id; of Salesforce in 18 characters.")
    name: str = Field(description="Its name, as the system has it.")
    description: str | None = Field(None)
    created: datetime | date | None = Field(None, description="When it was made: the day it is judged by.")
    updated: datetime | date | None = Field(None, description="When it was last changed.")
    owner: str | None = Field(None, description="The id or name of the user who owns it in the system.")
    responsible: str | None = Field(None, description="Who runs it: most often campaign ops.")
    accountable: str | None = Field(None, description="Who answers for it: most often platform ops.")
    goal: Goal | None = Field(None, description="What it is for, and its success metric.")
    audience: str | None = Field(None, description="Whom it is for, as the teams name their audiences.")
    message: MessageType | None = Field(None, description="What kind of message it sends.")
    channel: str | None = Field(None, description="How it reaches people, as the system spells it.")
    variant: str | None = Field(None, description="The variant of the channel, such as e-gift.")
    type: str | None = Field(None, description="Its type, as the system spells it.")
    status: str | None = Field(None, description="Its own status, as the system spells it.")
    active: bool | None = Field(None, description="Whether it runs.")
    start: date | None = Field(None, description="Its first day.")
    end: date | None = Field(None, description="Its last day.")
    send: date | None = Field(None, description="The day its message goes out.")
    expiry: date | None = Field(None, description="The day after which it no longer counts.")
    parent_id: str | None = Field(None, description="The id of the record above it, of the same kind.")
    currency: str | None = Field(None, description="The currency of its costs, as in ISO 4217.")
    other: dict[str, Any] = Field({}, description="What the system holds besides, under the system's keys.")
    origin: Origin | None = Field(None, description="Where it was read.", exclude=True, repr=False)

    @classmethod
    def from_name(
        cls,
        text: str,
        taxonomy: "Taxonomy | Convention",
        *,
        record: "Mapping[str, Any] | None" = None,
        as_of: date | str | None = None,
        **fields: Any,
    ) -> Self:
        """The record that a name tells of: its dates by their roles, its channel, and what follows from that.

        Args:
            text: the name.
            taxonomy: whose convention for such objects it follows; or that convention.
            record: what else is known, as `when` asks it.
            as_of: the day, or the revision, to judge by; else the day of `created`, else today.
            fields: further fields of the record; they go before what the name says.

        Raises:
            InvalidName: the text is not a name of the convention.
            KeyError: the taxonomy has no convention for such objects.
        """
        from mops_taxonomy.records.naming import from_name

        return from_name(cls, text, taxonomy, record, as_of, fields)

    def to_name(
        self,
        taxonomy: "Taxonomy | Convention",
        *,
        form: str | None = None,
        as_of: date | str | None = None,
        **values: Any,
    ) -> str:
        """The name that its fields give: what its present name says, with its own dates and its channel.

        Args:
            taxonomy: whose convention for such objects it follows; or that convention.
            form: the form to write; else that of the present name, else the first that takes the values.
            as_of: the day, or the revision, to judge by; else the day of `created`, else today.
            values: values of fields of the name; they go before what the record says.

        Raises:
            InvalidValues: the fields of the record give no name.
            KeyError: the taxonomy has no convention for such objects.
        """
        from mops_taxonomy.records.naming import to_name

        return to_name(self, taxonomy, form, as_of, values)

    def __str__(self) -> str:
        where = " ".join(part for part in (self.system, self.object, self.id) if part)
        return f"{where} {self.name!r}"
