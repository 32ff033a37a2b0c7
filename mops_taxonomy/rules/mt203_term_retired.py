"""MT203: term retired."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mops_taxonomy.rules._words import quoted, suggested, within
from mops_taxonomy.rules.rule import Rule

if TYPE_CHECKING:
    from mops_taxonomy.fault import Fault

__all__ = ["RULE"]


def message(fault: Fault) -> str:
    """Say when the term was last in use, and what came after it."""
    until, follower = fault.detail.get("until"), fault.detail.get("replaced_by")
    when = f"its last day was {until}" if until else "it is no longer in use"
    after = "" if suggested(fault, follower) else f"; {quoted(follower)} replaces it"
    return f"{quoted(fault.found)} is retired{within(fault)}: {when}{after}"


RULE = Rule(
    code="MT203",
    title="term retired",
    severity="error",
    message=message,
    why=(
        "Reports moved to the term's successor when it was retired. A new program under the old term "
        "falls out of them, or splits a trend in two."
    ),
    bad="20260324_APJ_WBN_Customer-Stories",
    good="20260324_APAC_WBN_Customer-Stories",
    repair=(
        "Use the successor. If the object is older than the change, give its creation date, or the day to "
        "judge by."
    ),
)
