"""MT115: not composed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mops_taxonomy.rules._words import quoted
from mops_taxonomy.rules.rule import Rule

if TYPE_CHECKING:
    from mops_taxonomy.fault import Fault

__all__ = ["RULE"]


def message(fault: Fault) -> str:
    """Say that letters are stored in another way than they seem."""
    return f"{quoted(fault.found)} is not stored in Unicode's composed form (NFC)"


RULE = Rule(
    code="MT115",
    title="not composed",
    severity="error",
    message=message,
    why=(
        "An accented letter can be stored as one character or as a letter and its accent. Both look "
        "alike, but systems that compare characters see two different names, and lookups and joins "
        "between them fail."
    ),
    bad="20260324_EMEA_WBN_Gro\u0308ße-Zählt",
    good="20260324_EMEA_WBN_Größe-Zählt",
    repair="Accept the repair, which changes nothing that can be seen; or type the letter anew.",
)
