"""MT110: text left over."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mops_taxonomy.rules._words import quoted
from mops_taxonomy.rules.rule import Rule

if TYPE_CHECKING:
    from mops_taxonomy.fault import Fault

__all__ = ["RULE"]


def message(fault: Fault) -> str:
    """Say which text no field takes."""
    return f"{quoted(fault.found)} is left over: it belongs to no field of the form"


RULE = Rule(
    code="MT110",
    title="text left over",
    severity="error",
    message=message,
    why=(
        "Text that no field takes is usually the trace of a copy, a date typed twice or a private remark. "
        "Whoever splits the name finds one part too many, and the same program looks like two."
    ),
    bad="20260324_EMEA_WBN_Customer-Stories_copy",
    good="20260324_EMEA_WBN_Customer-Stories",
    repair="Remove it, or move it into the field it is meant for.",
)
