"""MT107: bad characters."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mops_taxonomy.rules._words import quoted, within
from mops_taxonomy.rules.rule import Rule

if TYPE_CHECKING:
    from mops_taxonomy.fault import Fault

__all__ = ["RULE"]


def message(fault: Fault) -> str:
    """Say which characters the field does not hold."""
    return f"{quoted(fault.found)} cannot stand here{within(fault)}"


RULE = Rule(
    code="MT107",
    title="bad characters",
    severity="error",
    message=message,
    why=(
        "A separator inside a field moves every field behind it, a space or a sign can break links that "
        "carry the name, and letters outside the agreed set are lost by systems that cannot store them."
    ),
    bad="20260324_EMEA_WBN_Customer&Stories",
    good="20260324_EMEA_WBN_Customer-Stories",
    repair="Leave the characters out, or replace them by allowed ones.",
)
