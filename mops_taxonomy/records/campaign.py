"""A campaign: what the CRM holds."""

from decimal import Decimal
from typing import ClassVar, Literal

from pydantic import Field

from mops_taxonomy.records.member_status import MemberStatus
from mops_taxonomy.records.record import Record

__all__ = ["Campaign"]


class Campaign(Record):
    """A campaign of the CRM."""

    object: ClassVar[Literal["campaign"]] = "campaign"

    budgeted_cost: Decimal | None = Field(None, description="What may be spent, in `currency`.")
    actual_cost: Decimal | None = Field(None, description="What was spent, in `currency`.")
    member_statuses: tuple[MemberStatus, ...] | None = Field(
        None, description="The statuses that its members can have; None where the export leaves them out."
    )
    members: int | None = Field(None, description="How many people are members of it.", ge=0)
