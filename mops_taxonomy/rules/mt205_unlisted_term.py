"""MT205: unlisted term."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mops_taxonomy.rules._words import quoted, within
from mops_taxonomy.rules.rule import Rule

if TYPE_CHECKING:
    from mops_taxonomy.fault import Fault

__all__ = ["RULE"]


def message(fault: Fault) -> str:
    """Say that the value is allowed and still to be reviewed."""
    return f"{quoted(fault.found)} is not listed{within(fault)}; it is allowed until it is reviewed"


RULE = Rule(
    code="MT205",
    title="unlisted term",
    severity="warning",
    message=message,
    why=(
        "The vocabulary takes new values before its owner has seen them. Until then nobody knows whether "
        "the value is new or a misspelling of a listed one, which reports would show as a group of its "
        "own."
    ),
    bad="EVG_AMER_EML_Robotic",
    good="EVG_AMER_EML_Robotics",
    repair="Use the listed term that was meant, or ask the owner of the vocabulary to list the value.",
)
