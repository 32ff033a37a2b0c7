"""MT206: combination."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mops_taxonomy.rules._words import named, quoted, within
from mops_taxonomy.rules.rule import Rule

if TYPE_CHECKING:
    from mops_taxonomy.fault import Fault

__all__ = ["RULE"]


def message(fault: Fault) -> str:
    """Say which values do not go together."""
    first, text = fault.detail.get("first"), fault.detail.get("first_text")
    other = f"{quoted(text)} in `{first}`" if first and text else "the rest of the name"
    if fault.detail.get("absent"):
        return f"{other} asks for {named(fault)}, which is missing"
    return f"{quoted(fault.found)}{within(fault)} does not go with {other}"


RULE = Rule(
    code="MT206",
    title="combination",
    severity="error",
    message=message,
    why=(
        "Each value is right, the pair is not: a country under the wrong region counts its responses for "
        "the wrong team."
    ),
    bad="20260324_EMEA-US_WBN_Customer-Stories",
    good="20260324_EMEA-DE_WBN_Customer-Stories",
    repair="Change whichever of the two is wrong.",
)
