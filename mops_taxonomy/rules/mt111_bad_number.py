"""MT111: bad number."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mops_taxonomy.rules._words import escaped, quoted, within
from mops_taxonomy.rules.rule import Rule

if TYPE_CHECKING:
    from mops_taxonomy.fault import Fault

__all__ = ["RULE"]


def message(fault: Fault) -> str:
    """Say why the text is not the number that the field holds."""
    reason = fault.detail.get("reason")
    because = f": {escaped(str(reason))}" if reason else ""
    return f"{quoted(fault.found)} is not a number{within(fault, 'for')}{because}"


RULE = Rule(
    code="MT111",
    title="bad number",
    severity="error",
    message=message,
    why=(
        "Versions and sequence numbers are sorted and joined as text in many places: `v2` sorts after "
        "`v10`, and `v2` is not found by a search for `v02`."
    ),
    bad="20260324_EMEA_WBN_Customer-Stories_v2",
    good="20260324_EMEA_WBN_Customer-Stories_v02",
    repair="Write the number as the field's format shows it, within its bounds.",
)
