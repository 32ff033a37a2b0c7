"""MT132: exclusive fields."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mops_taxonomy.rules._words import one_of
from mops_taxonomy.rules.rule import Rule

if TYPE_CHECKING:
    from mops_taxonomy.fault import Fault

__all__ = ["RULE"]


def message(fault: Fault) -> str:
    """Say of which fields only one may be given."""
    names = fault.detail.get("alternatives")
    return (
        f"only one of {one_of(names, 'and')} can be given"
        if names
        else "only one of these fields can be given"
    )


RULE = Rule(
    code="MT132",
    title="exclusive fields",
    severity="error",
    message=message,
    why=(
        "The form has one place for these fields, so a name holds one of them. Choosing for the author "
        "would lose the other value in silence."
    ),
    bad='format(quarter="FY2027-Q1", evergreen="EVG", region="AMER", channel="EML", topic="Robotics")',
    good='format(quarter="FY2027-Q1", region="AMER", channel="EML", topic="Robotics")',
    repair="Give one of them.",
)
