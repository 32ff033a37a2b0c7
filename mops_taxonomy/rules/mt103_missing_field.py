"""MT103: missing field."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mops_taxonomy.rules._words import one_of
from mops_taxonomy.rules.rule import Rule

if TYPE_CHECKING:
    from mops_taxonomy.fault import Fault

__all__ = ["RULE"]


def message(fault: Fault) -> str:
    """Say which field is missing, or which fields of which one is wanted."""
    alternatives = fault.detail.get("alternatives")
    if alternatives:
        return f"one of {one_of(alternatives)} is missing"
    return f"`{fault.field}` is missing" if fault.field else "a field is missing"


RULE = Rule(
    code="MT103",
    title="missing field",
    severity="error",
    message=message,
    why=(
        "Every field that a form asks for is a column of somebody's report. Without it the row is blank "
        "there, and the fields behind it move into the wrong places for whoever splits the name by its "
        "separator."
    ),
    bad="20260324_WBN_Customer-Stories",
    good="20260324_EMEA_WBN_Customer-Stories",
    repair="Put the value in the place where it belongs.",
)
