"""All the forms for one kind of object."""

from typing import Annotated, ClassVar, Literal

from pydantic import BeforeValidator, Field

from mops_taxonomy.model.combination import Combination
from mops_taxonomy.model.declared import Declared
from mops_taxonomy.model.derived import Derivations
from mops_taxonomy.model.example import Examples
from mops_taxonomy.model.field import Case
from mops_taxonomy.model.form import Form
from mops_taxonomy.model.overlay import Overlays
from mops_taxonomy.model.scalar import Identifier, Prefix, Text, Texts, Whole, as_list

__all__ = ["Convention", "Level"]

Level = Literal["error", "warning", "info", "off"]
"""How much a finding matters."""


class Convention(Declared):
    """A convention: forms, the systems its names live in, and its examples."""

    noun: ClassVar[str] = "convention"
    text_keys: ClassVar[frozenset[str]] = frozenset({"label", "help"})

    label: Text | None = Field(None, description="A title for people.")
    help: Text | None = Field(None, description="What the names are for.")
    object: Identifier | None = Field(
        None, description="The record whose name this is.", examples=["program", "campaign"]
    )
    systems: Texts = Field(
        [], description="The systems the names must fit.", examples=[["marketo", "google_ads.ad_group"]]
    )
    max_length: Whole | None = Field(
        None, ge=1, description="Characters at most, besides the systems' limits."
    )
    prefer: Literal["first"] | None = Field(
        None, description="Of two readings, the earlier form or alternative."
    )
    case: Case | None = Field(None, description="How all fields are written that do not say it themselves.")
    codes: Identifier | None = Field(
        None, description="The system whose spelling of terms is written.", examples=["utm"]
    )
    fields: Overlays = Field({}, description="Fields as they are in this convention.")
    forms: Annotated[list[Form], BeforeValidator(as_list)] = Field(
        min_length=1, description="The forms, in order."
    )
    combinations: list[Combination] = Field([], description="Which values go together.")
    derived: dict[Text, Derivations] = Field(
        {}, description="Record fields whose value follows from the name."
    )
    examples: Examples = Field(default_factory=Examples, description="Names that are tests.")
    severity: dict[Prefix, Level] = Field({}, description="How much findings matter here.")
