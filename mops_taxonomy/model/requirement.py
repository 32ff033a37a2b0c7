"""What records must state."""

from decimal import Decimal, InvalidOperation
from typing import Annotated, Any, ClassVar, Literal

from pydantic import BeforeValidator, ConfigDict, Field, WithJsonSchema

from mops_taxonomy.model.declared import Declared
from mops_taxonomy.model.hint import NOT_NOTHING, SCALAR, any_of
from mops_taxonomy.model.scalar import Looses, Text, Texts, fail
from mops_taxonomy.model.when import When

__all__ = ["Requirement"]


def _amount(data: Any) -> str:
    try:
        number = Decimal(str(data))
    except InvalidOperation:
        fail("a number is wanted here, such as 1 or 0.5, not {found}", data)
    if not number.is_finite():
        fail("a number is wanted here, such as 1 or 0.5, not {found}", data)
    return str(data)


Amount = Annotated[str, BeforeValidator(_amount), WithJsonSchema({"type": [*SCALAR]})]


class Requirement(Declared):
    """A requirement: which records must have which fields, and what may stand in them."""

    model_config = ConfigDict(
        json_schema_extra={
            "allOf": [
                any_of(["fields", "values", "min"], "A requirement needs fields, values or min."),
                {"properties": {key: {"additionalProperties": NOT_NOTHING} for key in ("when", "values")}},
            ]
        }
    )

    noun: ClassVar[str] = "requirement"
    text_keys: ClassVar[frozenset[str]] = frozenset({"effect"})

    object: Literal["program", "campaign"] | None = Field(
        None, description="The records meant; both, if not given."
    )
    when: When = Field({}, description="Which of them.", examples=[{"channel": ["DM"]}])
    fields: Texts = Field([], description="The fields that must have a value.", examples=[["budgeted_cost"]])
    values: dict[Text, Looses] = Field(
        {}, description="The values a field may have.", examples=[{"status": ["Planned", "Completed"]}]
    )
    min: dict[Text, Amount] = Field({}, description="The least amount.", examples=[{"budgeted_cost": 1}])
    effect: Text | None = Field(None, description="What happens downstream otherwise.")
