"""MT125: unsure limit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mops_taxonomy.rules._words import counted
from mops_taxonomy.rules.rule import Rule

if TYPE_CHECKING:
    from mops_taxonomy.fault import Fault

__all__ = ["RULE"]


def message(fault: Fault) -> str:
    """Say how long the name is, and what the system is said to allow."""
    detail = fault.detail
    unit = str(detail.get("unit") or "characters").removesuffix("s")
    system = detail.get("system")

    owner = f"`{system}`" if system else "a system"
    length = counted(detail.get("length"), unit)
    limit = detail.get("limit") or "fewer"
    return f"the name has {length}; {owner} may allow only {limit}, which nobody has confirmed"


RULE = Rule(
    code="MT125",
    title="unsure limit",
    severity="warning",
    message=message,
    why=(
        "Somebody says that there is such a limit, but no document of the system states it. The name may "
        "be refused or cut there, or may be fine."
    ),
    bad="20260324_Customer-Stories",
    good="20260324_Customers",
    repair=(
        "Try such a name in the system and write what you find into `systems:`, with the source; or "
        "shorten the name."
    ),
    certainty="unknown",
)
