"""A member: one person's place in a program or campaign, without the person."""

from typing import Any, ClassVar, Literal

from pydantic import Field

from mops_taxonomy.records._shape import Shape
from mops_taxonomy.records.origin import Origin

__all__ = ["Member"]


class Member(Shape):
    """A row of a list import, or a change of status: no name and no address is wanted here."""

    object: ClassVar[Literal["member"]] = "member"

    status: str = Field(description="The status that the member has, or is to have.")
    previous: str | None = Field(None, description="The status before; None where it is not known.")
    channel: str | None = Field(None, description="The channel of the program, where the row says it.")
    variant: str | None = Field(None, description="The variant of the channel, such as e-gift.")
    program: str | None = Field(None, description="The id or the name of the program or campaign.")
    system: str | None = Field(None, description="The system that the row is for, or came from.")
    id: str | None = Field(None, description="The system's id of the row.")
    other: dict[str, Any] = Field({}, description="What the row holds besides.")
    origin: Origin | None = Field(None, description="Where it was read.", exclude=True, repr=False)

    def __str__(self) -> str:
        where = " ".join(part for part in (self.system, self.object, self.id) if part)
        return f"{where} with status {self.status!r}"
