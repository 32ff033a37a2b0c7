"""A channel: how a programme reaches people."""

from typing import Any

from pydantic import Field

from mops_taxonomy.records._shape import Shape
from mops_taxonomy.records.member_status import MemberStatus
from mops_taxonomy.records.message import MessageType
from mops_taxonomy.records.origin import Origin

__all__ = ["Channel"]


class Channel(Shape):
    """A channel, as a taxonomy declares it or as a system has it."""

    name: str = Field(description="Its code in the taxonomy; its name in a system.")
    label: str | None = Field(None, description="What people call it.")
    system: str | None = Field(None, description="The system that it was read from.")
    id: str | None = Field(None, description="The system's id.")
    statuses: tuple[MemberStatus, ...] = Field((), description="The member statuses, in their order.")
    program_type: str | None = Field(None, description="The type of its programs.")
    campaign_type: str | None = Field(None, description="The type of its campaigns in the CRM.")
    attribution: str | None = Field(
        None, description="How touchpoints arise: `online`, `offline`, `both` or `none`."
    )
    message: MessageType | None = Field(None, description="What kind of message it carries.")
    codes: dict[str, str] = Field({}, description="Its spelling in systems, and in UTM values.")
    other: dict[str, Any] = Field({}, description="What the system holds besides.")
    origin: Origin | None = Field(None, exclude=True, repr=False)

    @property
    def variants(self) -> tuple[str, ...]:
        """The variants that some of its statuses are for, such as e-gift and physical gift."""
        return tuple(dict.fromkeys(one.variant for one in self.statuses if one.variant is not None))

    def __str__(self) -> str:
        where = " ".join(part for part in (self.system, "channel", self.id) if part)
        return f"{where} {self.name!r}"

    def written(self, system: str | None) -> str:
        """The spelling of the channel in a system: its code there, else its label, else its name."""
        return self.codes.get(system or "", self.label or self.name)

    def statuses_for(self, variant: str | None) -> tuple[MemberStatus, ...]:
        """The statuses that a member can have: those of every variant, and those of this one."""
        return tuple(one for one in self.statuses if one.variant in {None, variant})

    def status(self, name: str, variant: str | None = None, system: str | None = None) -> MemberStatus | None:
        """The status with exactly this spelling; None where the channel has no such status."""
        fitting = [one for one in self.statuses if one.written(system) == name]
        return next(
            (one for one in fitting if one.variant in {None, variant}), fitting[0] if fitting else None
        )
