"""MT109: too short."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mops_taxonomy.rules._words import counted, named
from mops_taxonomy.rules.rule import Rule

if TYPE_CHECKING:
    from mops_taxonomy.fault import Fault

__all__ = ["RULE"]


def message(fault: Fault) -> str:
    """Say how long the text is and how long it has to be."""
    length, limit = fault.detail.get("length"), fault.detail.get("limit")
    if length is None or limit is None:
        return f"{named(fault)} has too few characters"
    return f"{named(fault)} has {counted(length, 'character')}; at least {limit} are needed"


RULE = Rule(
    code="MT109",
    title="too short",
    severity="error",
    message=message,
    why=(
        "A title of a letter or two tells nobody what the program was, and is easily mistaken for a code "
        "of another field."
    ),
    bad="20260324_EMEA_WBN_Cs",
    good="20260324_EMEA_WBN_Customer-Stories",
    repair="Write the text out.",
)
