"""MT116: name too long."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mops_taxonomy.rules._words import counted
from mops_taxonomy.rules.rule import Rule

if TYPE_CHECKING:
    from mops_taxonomy.fault import Fault

__all__ = ["RULE"]


def message(fault: Fault) -> str:
    """Say how long the name is and what the strictest system allows."""
    detail = fault.detail
    unit = str(detail.get("unit") or "characters").removesuffix("s")
    system = detail.get("system")

    owner = f"`{system}`" if system else "the convention"
    return (
        f"the name has {counted(detail.get('length'), unit)}; {owner} allows {detail.get('limit') or 'fewer'}"
    )


RULE = Rule(
    code="MT116",
    title="name too long",
    severity="error",
    message=message,
    why=(
        "A name should be the same in every system it lives in. One that is longer than a system allows "
        "is refused there, or stored without its end, and the systems no longer agree on it."
    ),
    bad="20260324_20260326_EMEA-DE+NO_WBN_How-Our-Customers-Built-Their-Programs-techdemo_v02",
    good="20260324_20260326_EMEA-DE+NO_WBN_How-Our-Customers-Built-techdemo_v02",
    repair="Shorten the open text of the name, most often the title.",
    consequence="the system refuses the name, or stores it without its end",
)
