"""MT207: unusual combination."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mops_taxonomy.rules._words import named, quoted, within
from mops_taxonomy.rules.rule import Rule

if TYPE_CHECKING:
    from mops_taxonomy.fault import Fault

__all__ = ["RULE"]


def message(fault: Fault) -> str:
    """Say which values seldom go together."""
    first, text = fault.detail.get("first"), fault.detail.get("first_text")
    other = f"{quoted(text)} in `{first}`" if first and text else "the rest of the name"
    if fault.detail.get("absent"):
        return f"{other} usually comes with {named(fault)}, which is missing"
    return f"{quoted(fault.found)}{within(fault)} is unusual with {other}"


RULE = Rule(
    code="MT207",
    title="unusual combination",
    severity="warning",
    message=message,
    why=("The pair is possible but seldom meant; most often one of the two was copied from another program."),
    bad="20260324_EMEA_EML_Customer-Stories-techdemo",
    good="20260324_EMEA_EML_Customer-Stories",
    repair="Check both values; nothing has to be changed if they are meant.",
)
