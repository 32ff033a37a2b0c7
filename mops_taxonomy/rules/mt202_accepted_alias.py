"""MT202: accepted alias."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mops_taxonomy.rules._words import quoted, suggested, within
from mops_taxonomy.rules.rule import Rule

if TYPE_CHECKING:
    from mops_taxonomy.fault import Fault

__all__ = ["RULE"]


def message(fault: Fault) -> str:
    """Say that the alias is read as its code."""
    code = fault.detail.get("canonical") or fault.detail.get("code")
    instead = "" if suggested(fault, code) else f"; the code is {quoted(code)}"
    return f"{quoted(fault.found)} is an accepted alias{within(fault)}{instead}"


RULE = Rule(
    code="MT202",
    title="accepted alias",
    severity="warning",
    message=message,
    why=(
        "This library reads the alias as the code. Systems that do not know the vocabulary see another value."
    ),
    bad="20260324_EMEA_Webinar_Customer-Stories",
    good="20260324_EMEA_WBN_Customer-Stories",
    repair="Accept the repair: the value stays the same.",
)
