"""MT104: bad date."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mops_taxonomy.rules._words import escaped, quoted, within
from mops_taxonomy.rules.rule import Rule

if TYPE_CHECKING:
    from mops_taxonomy.fault import Fault

__all__ = ["RULE"]


def message(fault: Fault) -> str:
    """Say why the text is not a date."""
    reason = fault.detail.get("reason")
    because = f": {escaped(str(reason))}" if reason else ""
    return f"{quoted(fault.found)} is not a date{within(fault)}{because}"


RULE = Rule(
    code="MT104",
    title="bad date",
    severity="error",
    message=message,
    why=(
        "Start dates, fiscal quarters and spend periods are taken from the date in the name. A day that "
        "does not exist, or that stands outside the range that the taxonomy allows, gives no date or the "
        "wrong one."
    ),
    bad="20260230_EMEA_WBN_Customer-Stories",
    good="20260324_EMEA_WBN_Customer-Stories",
    repair="Write the day, week, month or quarter that was meant, in the format of the field.",
)
