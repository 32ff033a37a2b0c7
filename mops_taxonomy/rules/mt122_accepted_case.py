"""MT122: accepted case."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mops_taxonomy.rules._words import quoted, suggested, within
from mops_taxonomy.rules.rule import Rule

if TYPE_CHECKING:
    from mops_taxonomy.fault import Fault

__all__ = ["RULE"]


def message(fault: Fault) -> str:
    """Say which text is read though its case is not the standard one."""
    canonical = fault.detail.get("canonical")
    instead = "" if suggested(fault, canonical) else f"; the standard spelling is {quoted(canonical)}"

    return f"the case of {quoted(fault.found)}{within(fault)} is accepted, not standard{instead}"


RULE = Rule(
    code="MT122",
    title="accepted case",
    severity="warning",
    message=message,
    why=(
        "This library reads the value whatever its case. Systems that compare names letter by letter do "
        "not, and count two spellings as two values."
    ),
    bad="20260324_emea_WBN_Customer-Stories",
    good="20260324_EMEA_WBN_Customer-Stories",
    repair="Accept the repair: the value stays the same.",
)
