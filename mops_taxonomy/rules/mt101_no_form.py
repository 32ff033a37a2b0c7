"""MT101: no form."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mops_taxonomy.rules._words import one_of, quoted
from mops_taxonomy.rules.rule import Rule

if TYPE_CHECKING:
    from mops_taxonomy.fault import Fault

__all__ = ["RULE"]

_MOST = 3


def message(fault: Fault) -> str:
    """Name the forms that do not fit; or say that none applies, so that there is nothing to fit."""
    if fault.found == "":
        return "the name is empty"
    forms = fault.detail.get("forms")
    if not forms:
        return "no form of the convention applies on this day and to this record"
    if len(forms) == 1:
        return f"this name does not fit the form {quoted(forms[0])}"
    more = f", nor {len(forms) - _MOST} more" if len(forms) > _MOST else ""
    return f"this name fits none of the forms {one_of(forms[:_MOST], 'and')}{more}"


RULE = Rule(
    code="MT101",
    title="no form",
    severity="error",
    message=message,
    why=(
        "A name that fits no form carries no values: nothing can be read from it, so the program or "
        "campaign is missing from every report that is built from names."
    ),
    bad="Spring webinar for EMEA",
    good="20260324_EMEA_WBN_Customer-Stories",
    repair=(
        "Write the name anew by one of the convention's forms; `mops-taxonomy new` asks for the values "
        "and writes it."
    ),
)
