"""MT105: wrong case."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mops_taxonomy.rules._words import quoted, within
from mops_taxonomy.rules.rule import Rule

if TYPE_CHECKING:
    from mops_taxonomy.fault import Fault

__all__ = ["RULE"]


def message(fault: Fault) -> str:
    """Say which letters have the wrong case."""
    return f"{quoted(fault.found)} is in the wrong case{within(fault)}"


RULE = Rule(
    code="MT105",
    title="wrong case",
    severity="error",
    message=message,
    why=(
        "Many systems tell upper from lower case when they compare or group: `WBN` and `wbn` become two "
        "rows, and a filter on one of them misses the other."
    ),
    bad="20260324_EMEA_wbn_Customer-Stories",
    good="20260324_EMEA_WBN_Customer-Stories",
    repair="Use the spelling of the taxonomy. A field may also accept any case, with `accept: case`.",
)
