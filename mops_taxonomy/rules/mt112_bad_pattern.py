"""MT112: bad pattern."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mops_taxonomy.rules._words import named, quoted
from mops_taxonomy.rules.rule import Rule

if TYPE_CHECKING:
    from mops_taxonomy.fault import Fault

__all__ = ["RULE"]


def message(fault: Fault) -> str:
    """Say which field's pattern the text does not match."""
    return f"{quoted(fault.found)} does not have the shape of {named(fault)}"


RULE = Rule(
    code="MT112",
    title="bad pattern",
    severity="error",
    message=message,
    why=(
        "Such a field holds an identifier of another system, an offer or a purchase order. Written "
        "otherwise, it is not found there, and cost or response stays without its program."
    ),
    bad="20260324_EMEA_WBN_Customer-Stories | GCP",
    good="20260324_EMEA_WBN_Customer-Stories | GCP1102",
    repair="Copy the identifier from the system that issued it.",
)
