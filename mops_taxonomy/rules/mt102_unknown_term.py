"""MT102: unknown term."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mops_taxonomy.rules._words import quoted, within
from mops_taxonomy.rules.rule import Rule

if TYPE_CHECKING:
    from mops_taxonomy.fault import Fault

__all__ = ["RULE"]


def message(fault: Fault) -> str:
    """Say which field wants a listed term, and whether the term is listed but not allowed here."""
    if fault.detail.get("elsewhere"):
        return (
            f"{quoted(fault.found)} is a term of the vocabulary, but not one of those allowed{within(fault)}"
        )
    return f"unknown term{within(fault)}"


RULE = Rule(
    code="MT102",
    title="unknown term",
    severity="error",
    message=message,
    why=(
        "A field of a vocabulary holds one of its codes and nothing else: reports group by these codes, and "
        "a campaign with an unknown one is in no group."
    ),
    bad="20260324_EMAE_WBN_Customer-Stories",
    good="20260324_EMEA_WBN_Customer-Stories",
    repair="Use the code that was meant. If the value is new, ask the owner of the vocabulary to list it.",
)
