"""MT114: bad list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mops_taxonomy.rules._words import escaped, within
from mops_taxonomy.rules.rule import Rule

if TYPE_CHECKING:
    from mops_taxonomy.fault import Fault

__all__ = ["RULE"]


def message(fault: Fault) -> str:
    """Say what is wrong with the list: its items are right one by one."""
    reason = fault.detail.get("reason")
    because = f": {escaped(str(reason))}" if reason else ""
    return f"the list{within(fault)} is not right{because}"


RULE = Rule(
    code="MT114",
    title="bad list",
    severity="error",
    message=message,
    why=(
        "A list is taken apart at its separator and counted: an item that is missing or stands there "
        "twice gives an empty row or counts one program twice."
    ),
    bad="20260324_EMEA-DE+DE_WBN_Customer-Stories",
    good="20260324_EMEA-DE+NO_WBN_Customer-Stories",
    repair="Write each item once, with one separator between two items and none at the ends.",
)
