"""The six kinds of field."""

from typing import Annotated, ClassVar, Literal

from pydantic import BeforeValidator, Field

from mops_taxonomy.model.declared import Declared
from mops_taxonomy.model.scalar import Codes, Day, Flag, Identifier, Text, Texts, Whole, as_list
from mops_taxonomy.model.term import Terms
from mops_taxonomy.model.text import TextKeys
from mops_taxonomy.model.vocabulary import Policy

__all__ = [
    "KINDS",
    "Case",
    "DateField",
    "FieldModel",
    "IntegerField",
    "ListField",
    "NameField",
    "TermField",
    "TextField",
]

Case = Literal["lower", "upper", "title"]
"""How a value is written."""

Accept = Annotated[
    list[Literal["case", "aliases"]],
    BeforeValidator(as_list),
]
AcceptCase = Annotated[
    list[Literal["case"]],
    BeforeValidator(as_list),
]
Role = Literal["start", "end", "send", "expiry", "period"]

_TEXT_KEYS = frozenset({"label", "help", "role", "characters", "joiner", "separator", "pattern", "codes"})


class FieldModel(Declared):
    """What every kind of field may say."""

    noun: ClassVar[str] = "field"
    text_keys: ClassVar[frozenset[str]] = _TEXT_KEYS

    label: Text | None = Field(None, description="A title for people.", examples=["Launch date"])
    help: Text | None = Field(None, description="What to write here, for people.")
    role: Text | None = Field(None, description="What the value means for the record.")
    case: Case | None = Field(None, description="How the value is written.")
    except_: Texts = Field(
        [], alias="except", description="Values refused, in any case.", examples=[["Test"]]
    )


class TermField(FieldModel, TextKeys):
    """A value from a vocabulary or from terms of its own."""

    noun: ClassVar[str] = "term field"

    kind: Literal["term"] = Field(description="A value from a list.")
    vocabulary: Identifier | None = Field(
        None, description="The vocabulary, or `channels`.", examples=["region"]
    )
    terms: Terms | None = Field(
        None,
        description="The field's own terms.",
        examples=[["SP", "SB"]],
        json_schema_extra={"minItems": 1, "minProperties": 1},
    )
    only: Codes | None = Field(
        None,
        description="The codes allowed here, of all in the vocabulary.",
        json_schema_extra={"minItems": 1},
    )
    accept: Accept = Field([], description="Spellings accepted with a warning.")
    codes: Identifier | None = Field(
        None, description="The system whose spelling is written.", examples=["utm"]
    )
    policy: Policy | None = Field(
        None, description="What an unlisted value is; default: what the vocabulary says."
    )


class DateField(FieldModel):
    """A day, week, month, quarter, half or year."""

    noun: ClassVar[str] = "date field"

    kind: Literal["date"] = Field(description="A day or a period.")
    format: Texts = Field(
        description="The written forms, canonical first.",
        examples=["{YYYY}{MM}{DD}", "FY{FY}Q{Q}"],
        json_schema_extra={"minItems": 1},
    )
    min: Day | None = Field(None, description="The first day allowed.")
    max: Day | None = Field(None, description="The last day allowed.")
    role: Role | None = Field(None, description="What the date means for the record.")
    accept: AcceptCase = Field([], description="Month names in any case, with a warning.")


class IntegerField(FieldModel):
    """A whole number, perhaps with text around it."""

    noun: ClassVar[str] = "integer field"

    kind: Literal["integer"] = Field(description="A whole number.")
    format: Texts = Field(
        ["{n}"],
        description="The written forms, canonical first; {n} is the number.",
        examples=["v{n}"],
        json_schema_extra={
            "pattern": r"^[^{}]*\{n\}[^{}]*$",
            "errorMessage": "{n} stands here once, and no other braces.",
            "minItems": 1,
        },
    )
    width: Whole | None = Field(None, ge=1, le=18, description="Exactly so many digits.")
    min: Whole = Field(0, ge=0, description="The least number.")
    max: Whole | None = Field(None, ge=0, description="The greatest number.")


class TextField(FieldModel, TextKeys):
    """Free text."""

    noun: ClassVar[str] = "text field"

    kind: Literal["text"] = Field(description="Free text.")
    prefer: Literal["shortest", "longest"] | None = Field(None, description="The reading preferred.")
    accept: AcceptCase = Field([], description="Words in any case, with a warning.")


class ListField(FieldModel):
    """Several values of one field."""

    noun: ClassVar[str] = "list field"

    kind: Literal["list"] = Field(description="Several values.")
    of: Identifier = Field(description="The field of each item.", examples=["country"])
    separator: Text = Field(description="The text between items.", examples=["+"])
    min: Whole = Field(1, ge=1, description="Items at least.")
    max: Whole | None = Field(None, ge=1, description="Items at most.")
    unique: Flag = Field(default=False, description="No item twice.")
    prefer: Literal["shortest", "longest"] | None = Field(None, description="The reading preferred.")


class NameField(FieldModel):
    """A name inside a name."""

    noun: ClassVar[str] = "name field"

    kind: Literal["name"] = Field(description="A name inside the name.")
    template: Text | None = Field(None, description="The inner name over the fields in scope.")
    convention: Identifier | None = Field(None, description="The convention of the inner name.")


KINDS: dict[str, type[FieldModel]] = {
    "term": TermField,
    "date": DateField,
    "integer": IntegerField,
    "text": TextField,
    "list": ListField,
    "name": NameField,
}
