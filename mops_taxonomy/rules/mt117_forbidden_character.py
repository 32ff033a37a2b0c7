"""MT117: forbidden character."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mops_taxonomy.rules._words import quoted
from mops_taxonomy.rules.rule import Rule

if TYPE_CHECKING:
    from mops_taxonomy.fault import Fault

__all__ = ["RULE"]


def message(fault: Fault) -> str:
    """Say which system forbids the character."""
    system = fault.detail.get("system")
    return f"{quoted(fault.found)} is not allowed in names" + (f" of {system}" if system else "")


RULE = Rule(
    code="MT117",
    title="forbidden character",
    severity="error",
    message=message,
    why=(
        "A system that forbids a character refuses the whole name, or stores it changed; the names of two "
        "systems then no longer match."
    ),
    bad="20260324_R&D-Summit",
    good="20260324_RD-Summit",
    repair="Leave the character out or write it as a word.",
    consequence="the system refuses the name, or stores it changed",
)
