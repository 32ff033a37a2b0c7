"""Random taxonomies."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import strategies as st

from mops_taxonomy.taxonomy import Taxonomy
from mops_taxonomy.testing.conventions import conventions, severity
from mops_taxonomy.testing.dice import REVISIONS, Dice
from mops_taxonomy.testing.fields import fields
from mops_taxonomy.testing.governance import channels, requirements, tables
from mops_taxonomy.testing.vocabularies import vocabularies

if TYPE_CHECKING:
    from mops_taxonomy.testing.dice import Spec

__all__ = ["documents", "taxonomies"]


def taxonomies() -> st.SearchStrategy[Taxonomy]:
    """Random taxonomies, loaded; each has a convention `main`."""
    return documents().map(Taxonomy.load)


@st.composite
def documents(draw: st.DrawFn, *, simple: bool = False) -> Spec:
    """Random taxonomies that load, as the mappings that their files would hold.

    Args:
        draw: given by hypothesis.
        simple: few fields, no other severities and nothing about records, so that every way to read a short text
            can be tried.
    """
    dice = Dice(draw, simple=simple)
    document: Spec = {
        "taxonomy": "random",
        "version": "1",
        "fiscal_year_start": dice.one([1, 2, 10]),
        "fiscal_year_named_by": dice.one(["end", "start"]),
        "revisions": dict(REVISIONS),
        "systems": {"utm": {}, "local": _limits(dice)},
        "vocabularies": vocabularies(dice),
        "fields": fields(dice),
        "conventions": conventions(dice),
    }
    if not simple and dice.sometimes(8):
        document["severity"] = severity(dice)
    return document if simple else document | _governance(dice, document["conventions"]["main"])


def _governance(dice: Dice, main: Spec) -> Spec:
    """What is said about records; the names of some kind of them may be those of the convention `main`."""
    made = {"channels": channels, "requirements": requirements, "tables": tables}
    if dice.sometimes(2):
        main["object"] = dice.one(["program", "campaign"])
    return {key: make(dice) for key, make in made.items() if dice.sometimes(3)}


def _limits(dice: Dice) -> Spec:
    limits: Spec = {"max_length": dice.one([40, 12, 8]), "unit": dice.one(["characters", "bytes"])}
    if dice.sometimes(4):
        limits["forbidden"] = dice.one(["&", "-", "aÉ"])
    return limits
