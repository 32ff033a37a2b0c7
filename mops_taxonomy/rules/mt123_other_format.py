"""MT123: other format."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mops_taxonomy.rules._words import quoted, suggested, within
from mops_taxonomy.rules.rule import Rule

if TYPE_CHECKING:
    from mops_taxonomy.fault import Fault

__all__ = ["RULE"]


def message(fault: Fault) -> str:
    """Say which text is in another format than the standard one."""
    canonical = fault.detail.get("canonical")
    instead = "" if suggested(fault, canonical) else f"; the standard spelling is {quoted(canonical)}"

    return f"{quoted(fault.found)}{within(fault)} is in an accepted format, not the standard one{instead}"


RULE = Rule(
    code="MT123",
    title="other format",
    severity="warning",
    message=message,
    why=(
        "The field has several formats and this is not the first of them. The value is read all the same, "
        "but sorting by name, or taking its first eight characters for a date, works for one format only."
    ),
    bad="2026-03-24_EMEA_WBN_Customer-Stories",
    good="20260324_EMEA_WBN_Customer-Stories",
    repair="Accept the repair: the value stays the same.",
)
