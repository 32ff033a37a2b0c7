"""Findings as plain data, for formats that programs read."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from mops_taxonomy.reporters._checked import CheckedName

__all__ = ["encoded", "plain"]


def plain(checked: CheckedName) -> dict[str, Any]:
    """A name and its findings; `column` only where the name stands on a line of its own."""
    place: dict[str, Any] = {"file": checked.file, "line": checked.line, "row": checked.row}
    if checked.column is not None:
        place["column"] = checked.column
    findings = [finding.to_dict() for finding in checked.shown]
    return {**place, "name": checked.text, "valid": checked.valid, "findings": findings}


def encoded(value: Any) -> str:
    """JSON on one line, in ASCII: it is the same on every terminal, and half of a surrogate pair survives."""
    return json.dumps(value, separators=(",", ":"))
