"""MT127: unfilled placeholder."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mops_taxonomy.rules._words import named, quoted
from mops_taxonomy.rules.rule import Rule

if TYPE_CHECKING:
    from mops_taxonomy.fault import Fault

__all__ = ["RULE"]


def message(fault: Fault) -> str:
    """Say which field was never filled in, and what stands in its place."""
    return f"{quoted(fault.found)} stands where the value of {named(fault)} belongs: it was never filled in"


RULE = Rule(
    code="MT127",
    title="unfilled placeholder",
    severity="error",
    message=message,
    why=(
        "A token that a tool did not replace, or a field of a template that nobody filled in, tells nothing, "
        "and every name made from the same template carries it: they all look alike in reports."
    ),
    bad="20260324_EMEA_WBN_{{my.Title}}",
    good="20260324_EMEA_WBN_Customer-Stories",
    repair="Write the value in its place; no value is guessed. Where a tool writes the name, define the token there.",
)
