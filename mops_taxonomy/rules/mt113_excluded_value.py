"""MT113: excluded value."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mops_taxonomy.rules._words import quoted, within
from mops_taxonomy.rules.rule import Rule

if TYPE_CHECKING:
    from mops_taxonomy.fault import Fault

__all__ = ["RULE"]


def message(fault: Fault) -> str:
    """Say which value the field refuses."""
    return f"{quoted(fault.found)} is refused{within(fault)}"


RULE = Rule(
    code="MT113",
    title="excluded value",
    severity="error",
    message=message,
    why=(
        "Some values fit a field and are still wrong there: placeholders that nobody replaced, and words "
        "that mark trials, which reports often leave out."
    ),
    bad="20260324_EMEA_WBN_Campaign",
    good="20260324_EMEA_WBN_Customer-Stories",
    repair="Say what the program is really about.",
)
