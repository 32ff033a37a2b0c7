"""MT134: unknown form."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mops_taxonomy.rules._words import one_of, quoted
from mops_taxonomy.rules.rule import Rule

if TYPE_CHECKING:
    from mops_taxonomy.fault import Fault

__all__ = ["RULE"]


def message(fault: Fault) -> str:
    """Say which forms there are."""
    known = fault.detail.get("known")
    return f"there is no form {quoted(fault.found)}" + (f"; there is {one_of(known, 'and')}" if known else "")


RULE = Rule(
    code="MT134",
    title="unknown form",
    severity="error",
    message=message,
    why=(
        "The name would have to be written by a form that the convention does not have, and another form "
        "may give it other columns."
    ),
    bad='format(launch="2026-03-24", region="EMEA", channel="WBN", title="Customer-Stories", form="evnt")',
    good='format(launch="2026-03-24", region="EMEA", channel="WBN", title="Customer-Stories", form="event")',
    repair="Use the name of a form of this convention, or leave `form` away.",
)
