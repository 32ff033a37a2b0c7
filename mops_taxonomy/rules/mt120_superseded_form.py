"""MT120: superseded form."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from mops_taxonomy.rules._words import quoted, within
from mops_taxonomy.rules.rule import Rule

if TYPE_CHECKING:
    from mops_taxonomy.fault import Fault

__all__ = ["RULE"]


def message(fault: Fault) -> str:
    """Say which form fits and when it was, or will be, in force."""
    detail = fault.detail
    form = f"the form {quoted(detail['form'])}" if detail.get("form") else f"this form{within(fault, 'of')}"
    instead = ""
    if detail.get("wanted") and not fault.suggestions:
        missing = " and ".join(map(quoted, detail["wanted"]))
        instead = f"; the form {quoted(detail['follower'])}, which replaces it, also wants {missing}"
    return f"{form} {_when(detail)}{instead}"


def _when(detail: dict[str, Any]) -> str:
    """Of a form with both ends, the one that the day of judgement is beyond."""
    since, until, day = (str(detail.get(key) or "") for key in ("since", "until", "day"))
    if since and (not until or (day and day < since)):
        return f"is in force only from {since} on"
    return f"was in force until {until}" if until else "is not in force on this day"


RULE = Rule(
    code="MT120",
    title="superseded form",
    severity="error",
    message=message,
    why=(
        "A convention changes, and reports follow it from the day it changed. A new program named by an "
        "old form is read by the new rules and lands in the wrong columns. Old names stay valid: they are "
        "judged by their own day."
    ),
    bad="EMEA-20260324-WBN-Customer-Stories",
    good="20260324_EMEA_WBN_Customer-Stories",
    repair=(
        "Write the name by the form that is in force. If the object is older than the change, give its "
        "creation date, or the day to judge by."
    ),
)
