"""MT108: too long."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mops_taxonomy.rules._words import counted, named
from mops_taxonomy.rules.rule import Rule

if TYPE_CHECKING:
    from mops_taxonomy.fault import Fault

__all__ = ["RULE"]


def message(fault: Fault) -> str:
    """Say how long the text is and how long it may be."""
    length, limit = fault.detail.get("length"), fault.detail.get("limit")
    if length is None or limit is None:
        return f"{named(fault)} has too many characters"
    return f"{named(fault)} has {counted(length, 'character')}; at most {limit} may stand there"


RULE = Rule(
    code="MT108",
    title="too long",
    severity="error",
    message=message,
    why=(
        "A field keeps to its length so that the whole name fits every system it must live in; one long "
        "title can push the name over the limit of the strictest of them."
    ),
    bad="20260324_EMEA_WBN_How-Our-Customers-Built-Their-Automation-Programs",
    good="20260324_EMEA_WBN_How-Our-Customers-Built-Automation",
    repair="Shorten the text.",
)
