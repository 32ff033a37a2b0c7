"""MT106: wrong delimiter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mops_taxonomy.rules._words import quoted
from mops_taxonomy.rules.rule import Rule

if TYPE_CHECKING:
    from mops_taxonomy.fault import Fault

__all__ = ["RULE"]

_NOTHING = "nothing"


def message(fault: Fault) -> str:
    """Say what stands where the form has fixed text: separators, most often."""
    wanted = str(fault.expected or "")
    what = "fixed text" if wanted != _NOTHING and any(map(str.isalnum, wanted)) else "separator"
    if not fault.found:
        return f"a {what} of the form is missing here"
    if wanted == _NOTHING:
        return f"{quoted(fault.found)} is one separator too many"
    return f"{quoted(fault.found)} is not the {what} that belongs here"


RULE = Rule(
    code="MT106",
    title="wrong delimiter",
    severity="error",
    message=message,
    why=(
        "Spreadsheets, SQL and the reports built on them split a name at its separators. With another one "
        "in its place two fields run together, and every field behind them is off by one."
    ),
    bad="20260324-EMEA_WBN_Customer-Stories",
    good="20260324_EMEA_WBN_Customer-Stories",
    repair="Put the form's own separator there.",
)
