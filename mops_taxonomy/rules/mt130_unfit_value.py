"""MT130: unfit value."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mops_taxonomy.rules._words import escaped, named, quoted
from mops_taxonomy.rules.rule import Rule

if TYPE_CHECKING:
    from mops_taxonomy.fault import Fault

__all__ = ["RULE"]


def message(fault: Fault) -> str:
    """Say why the value cannot be written in the field."""
    reason = fault.detail.get("reason")
    because = escaped(str(reason)) if reason else f"{quoted(fault.found)} cannot stand there"
    return f"the value does not fit {named(fault)}: {because}"


RULE = Rule(
    code="MT130",
    title="unfit value",
    severity="error",
    message=message,
    why=(
        "A name is written only from values that can be read back from it. Anything else would be a wrong "
        "name with the blessing of the taxonomy."
    ),
    bad='format(launch="2026-02-30", region="EMEA", channel="WBN", title="Customer-Stories")',
    good='format(launch="2026-03-24", region="EMEA", channel="WBN", title="Customer-Stories")',
    repair="Give a value of the field: a code of its vocabulary, a real day, a text of its characters.",
)
