"""MT201: alias used."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mops_taxonomy.rules._words import quoted, within
from mops_taxonomy.rules.rule import Rule

if TYPE_CHECKING:
    from mops_taxonomy.fault import Fault

__all__ = ["RULE"]


def message(fault: Fault) -> str:
    """Say that the text is an alias, where codes stand."""
    return f"{quoted(fault.found)} is an alias{within(fault)}, where codes are written"


RULE = Rule(
    code="MT201",
    title="alias used",
    severity="error",
    message=message,
    why=(
        "People know the term by this name, but reports group by its code: a program named by the alias "
        "forms a group of its own."
    ),
    bad="20260324_EU_WBN_Customer-Stories",
    good="20260324_EMEA_WBN_Customer-Stories",
    repair="Write the code. A field may also accept aliases, with `accept: aliases`.",
)
