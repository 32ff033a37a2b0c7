"""MT124: empty group."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mops_taxonomy.rules._words import quoted
from mops_taxonomy.rules.rule import Rule

if TYPE_CHECKING:
    from mops_taxonomy.fault import Fault

__all__ = ["RULE"]


def message(fault: Fault) -> str:
    """Say which optional text stands there without its field."""
    if not fault.found:
        return "an optional part stands here without its field"
    return f"{quoted(fault.found)} stands here without the field that belongs to it"


RULE = Rule(
    code="MT124",
    title="empty group",
    severity="warning",
    message=message,
    why=(
        "The text of an optional part was kept while its value was left away, often by a template that "
        "fills in nothing. It is read as absent; another system may see an empty part and count it."
    ),
    bad="20260324_EMEA_WBN_Customer-Stories_dev.",
    good="20260324_EMEA_WBN_Customer-Stories",
    repair="Remove the text, or add the value.",
)
