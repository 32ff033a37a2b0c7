"""The whole taxonomy file."""

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from mops_taxonomy.model.channel import Channel
from mops_taxonomy.model.convention import Convention, Level
from mops_taxonomy.model.declared import Declared
from mops_taxonomy.model.overlay import Overlays
from mops_taxonomy.model.reader import Reader
from mops_taxonomy.model.requirement import Requirement
from mops_taxonomy.model.scalar import Code, Day, Identifier, Prefix, Text, Whole
from mops_taxonomy.model.source import Source
from mops_taxonomy.model.system import System
from mops_taxonomy.model.table import Table
from mops_taxonomy.model.vocabulary import Vocabulary
from mops_taxonomy.model.waiver import Waiver

__all__ = ["TaxonomyModel"]

Month = Annotated[Whole, Field(ge=1, le=12)]


class TaxonomyModel(Declared):
    """A taxonomy: vocabularies, channels, fields, conventions and rules."""

    noun: ClassVar[str] = "taxonomy"
    text_keys: ClassVar[frozenset[str]] = frozenset({"taxonomy", "version"})

    taxonomy: Text = Field(description="The taxonomy's name.", examples=["acme"])
    version: Text = Field("", description="Its version.", examples=["2026.2"])
    fiscal_year_start: Month = Field(1, description="The first month of the fiscal year.")
    fiscal_year_named_by: Literal["end", "start"] = Field(
        "end", description="Whether a fiscal year bears the number of the year it ends or starts in."
    )
    revisions: dict[Identifier, Day] = Field(
        {}, description="Names for days.", examples=[{"r2": "2026-02-01"}]
    )
    systems: dict[Identifier, System] = Field({}, description="Systems besides those built in.")
    vocabularies: dict[Identifier, Vocabulary] = Field({}, description="The controlled lists.")
    channels: dict[Code, Channel] = Field({}, description="How programmes reach people.")
    fields: Overlays = Field({}, description="The fields that templates name.")
    conventions: dict[Identifier, Convention] = Field({}, description="The naming conventions.")
    readers: dict[Identifier, Reader] = Field({}, description="Outside systems that read raw names.")
    requirements: list[Requirement] = Field([], description="What records must state.")
    tables: dict[Identifier, Table] = Field({}, description="Ordered tables: the first row that fits counts.")
    waivers: list[Waiver] = Field([], description="Exceptions to rules.")
    severity: dict[Prefix, Level] = Field(
        {}, description="How much findings matter.", examples=[{"MT118": "error"}]
    )
    sources: list[Source] = Field([], description="Which file holds what; the first match wins.")
