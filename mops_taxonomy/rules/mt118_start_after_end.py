"""MT118: start after end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mops_taxonomy.rules._words import quoted, within
from mops_taxonomy.rules.rule import Rule

if TYPE_CHECKING:
    from mops_taxonomy.fault import Fault

__all__ = ["RULE"]


def message(fault: Fault) -> str:
    """Say which end comes before which start."""
    start, text = fault.detail.get("start"), fault.detail.get("start_text")
    before = f"is before {quoted(text)} in `{start}`" if start and text else "is before the start"
    return f"{quoted(fault.found)}{within(fault)} {before}"


RULE = Rule(
    code="MT118",
    title="start after end",
    severity="error",
    message=message,
    why=(
        "A program that ends before it starts has no days on which responses or cost could fall, and "
        "drops out of every report by period."
    ),
    bad="20260324_20260322_EMEA_WBN_Customer-Stories",
    good="20260324_20260326_EMEA_WBN_Customer-Stories",
    repair="Put the dates in their order.",
)
