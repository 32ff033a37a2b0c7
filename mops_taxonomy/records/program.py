"""A program: what marketing automation holds of one tactic."""

from datetime import date
from decimal import Decimal
from typing import ClassVar, Literal

from pydantic import Field

from mops_taxonomy.records._shape import Shape
from mops_taxonomy.records.record import Record

__all__ = ["Folder", "PeriodCost", "Program", "ProgramType", "Tag"]

ProgramType = Literal["default", "event", "event_with_webinar", "engagement", "email"]
"""The five concepts behind the four vocabularies in which Marketo writes the type of a program."""


class Tag(Shape):
    """A tag of a program."""

    type: str
    value: str


class PeriodCost(Shape):
    """What a program costs in one month."""

    amount: Decimal = Field(description="In the currency of the instance.")
    start: date = Field(description="A day of the month that it belongs to.")
    note: str | None = Field(None)


class Folder(Shape):
    """The folder or program that a program lies in."""

    id: str | None = Field(None)
    name: str | None = Field(None)
    type: str | None = Field(None, description="`Folder` or `Program`, as the system says.")


class Program(Record):
    """A program of marketing automation: in HubSpot, Eloqua and Account Engagement it is called a campaign.

    `type` is one of `ProgramType` where the system's word for it is known, else that word.
    """

    object: ClassVar[Literal["program"]] = "program"

    tags: tuple[Tag, ...] | None = Field(None, description="None where the export leaves tags out.")
    costs: tuple[PeriodCost, ...] | None = Field(None, description="None where the export leaves costs out.")
    budgeted_cost: Decimal | None = Field(None, description="What may be spent, in `currency`.")
    actual_cost: Decimal | None = Field(
        None, description="What was spent, in `currency`, where the system knows only the sum."
    )
    folder: Folder | None = Field(None)
    workspace: str | None = Field(None)
    campaign_id: str | None = Field(None, description="The id of the CRM campaign that it is linked with.")
    campaign_name: str | None = Field(None, description="The name of that campaign, as this system knows it.")
    operational: bool | None = Field(None, description="Whether it also reaches people who unsubscribed.")

    @property
    def cost(self) -> Decimal | None:
        """The sum of the period costs, else what was spent; None where neither is known."""
        if self.costs is None:
            return self.actual_cost
        return sum((cost.amount for cost in self.costs), Decimal(0))
