"""MT126: name cut."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mops_taxonomy.rules._words import counted, one_of, quoted
from mops_taxonomy.rules.rule import Rule

if TYPE_CHECKING:
    from mops_taxonomy.fault import Fault

__all__ = ["RULE"]


def message(fault: Fault) -> str:
    """Say after how many characters the name ends, who cuts it there, and what is missing."""
    detail = fault.detail
    unit = str(detail.get("unit") or "characters").removesuffix("s")
    system, inside = detail.get("system"), detail.get("inside")
    where = f"where {quoted(system)} cuts it" if system else "the most that the convention allows"
    middle = f", in the middle of {quoted(inside)}" if inside else ""
    *most, last = [one_of(names) for names in detail.get("missing") or ()] or [""]
    verb = "are" if most else "is"
    joined = f"{', '.join(most)} and {last}" if most else last
    ahead = f"; {joined} {verb} missing" if last else ""
    return f"the name ends after {counted(detail.get('length'), unit)}, {where}{middle}{ahead}"


RULE = Rule(
    code="MT126",
    title="name cut",
    severity="error",
    message=message,
    why=(
        "Some systems store a name that is too long without its end, and tell nobody. What is left is right "
        "as far as it goes, but the fields at its end are lost, in this system only."
    ),
    bad="20260324_Customer-Stories-In-Fi",
    good="20260324_Customer-Tour_EMEA_WBN",
    repair=(
        "Look the whole name up where it was made; shorten its open text until it fits, there and here. What "
        "was cut off cannot be told from what is left."
    ),
    certainty="likely",
    consequence="the fields at the end of the name are lost in the system that cut it",
)
