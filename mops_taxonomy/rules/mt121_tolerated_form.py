"""MT121: tolerated form."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mops_taxonomy.rules._words import escaped, quoted, suggested
from mops_taxonomy.rules.rule import Rule

if TYPE_CHECKING:
    from mops_taxonomy.fault import Fault

__all__ = ["RULE"]


def message(fault: Fault) -> str:
    """Say why the form is tolerated, and how the name should be written."""
    form, reason, proposal = (fault.detail.get(key) for key in ("form", "reason", "proposal"))
    what = f"the form {quoted(form)} is only tolerated" if form else "this form is only tolerated"
    because = f": {escaped(str(reason))}" if reason else ""
    return f"{what}{because}" + ("" if suggested(fault, proposal) else f"; better {quoted(proposal)}")


RULE = Rule(
    code="MT121",
    title="tolerated form",
    severity="warning",
    message=message,
    why=(
        "A tolerated form is a known mistake that is too common to refuse: it is read, so that nothing is "
        "lost, and it is never written. Systems that split names in their own way may not know it."
    ),
    bad="20260324__EMEA_WBN_Customer-Stories",
    good="20260324_EMEA_WBN_Customer-Stories",
    repair="Rename the object when it is safe to rename it.",
)
