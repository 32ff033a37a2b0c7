"""MT131: unknown field."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mops_taxonomy.rules.rule import Rule

if TYPE_CHECKING:
    from mops_taxonomy.fault import Fault

__all__ = ["RULE"]


def message(fault: Fault) -> str:
    """Say which value has no field to go into."""
    name = f"`{fault.field}`" if fault.field else "this value"
    return f"{name} is not a field of the form"


RULE = Rule(
    code="MT131",
    title="unknown field",
    severity="error",
    message=message,
    why=(
        "A value that no field takes would be dropped in silence, and whoever gave it would believe that "
        "it is in the name."
    ),
    bad='format(launch="2026-03-24", region="EMEA", channel="WBN", title="Customer-Stories", vendor="AWS")',
    good='format(launch="2026-03-24", region="EMEA", channel="WBN", title="Customer-Stories")',
    repair="Correct the name of the field, or choose the form that has it with `form`.",
)
