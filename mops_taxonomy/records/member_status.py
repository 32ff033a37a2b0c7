"""A member status: how far a person has come in a program or campaign."""

from pydantic import Field

from mops_taxonomy.records._shape import Shape

__all__ = ["MemberStatus"]


class MemberStatus(Shape):
    """A status that members can have.

    Marketing automation and CRM exchange the status of a member only where both spell it alike, to the letter.
    """

    name: str = Field(description="As the system shows it; Salesforce calls it the label.")
    step: int | None = Field(None, description="The order: a member never moves to a lower step.", ge=0)
    success: bool | None = Field(None, description="Reaching it is success in the program.")
    responded: bool | None = Field(None, description="Reaching it is a response in the CRM.")
    default: bool | None = Field(None, description="New members begin here.")
    hidden: bool | None = Field(None, description="It is not offered to people.")
    variant: str | None = Field(None, description="The variant of the channel that uses it, such as e-gift.")
    codes: dict[str, str] = Field({}, description="Its spelling in systems that write it in another way.")
    id: str | None = Field(None, description="The system's id of the status.")

    def written(self, system: str | None) -> str:
        """The spelling of the status in a system."""
        return self.codes.get(system, self.name) if system is not None else self.name
