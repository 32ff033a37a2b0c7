"""MT204: term not yet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mops_taxonomy.rules._words import quoted, within
from mops_taxonomy.rules.rule import Rule

if TYPE_CHECKING:
    from mops_taxonomy.fault import Fault

__all__ = ["RULE"]


def message(fault: Fault) -> str:
    """Say from when the term can be used."""
    since = fault.detail.get("since")
    when = f" before {since}" if since else " yet"
    return f"{quoted(fault.found)} is not in use{when}{within(fault)}"


RULE = Rule(
    code="MT204",
    title="term not yet",
    severity="error",
    message=message,
    why=(
        "The term has been agreed for later. Used before its day it is missing from the lists of the "
        "systems and reports, which have not changed over."
    ),
    bad="20260115_APAC_WBN_Customer-Stories",
    good="20260115_APJ_WBN_Customer-Stories",
    repair="Use the term of the day, or have the owner of the vocabulary put the date forward.",
)
