"""Findings as plain data, for formats that programs read."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from mops_taxonomy.reporters._checked import CheckedName
    from mops_taxonomy.reporters._linted import LintedTaxonomy

__all__ = ["encoded", "plain", "plain_taxonomy"]


def plain(checked: CheckedName) -> dict[str, Any]:
    """A name and its findings; `column` only where the name stands on a line of its own."""
    place: dict[str, Any] = {"file": checked.file, "line": checked.line, "row": checked.row}
    if checked.column is not None:
        place["column"] = checked.column
    findings = [finding.to_dict() for finding in checked.shown]
    return {**place, "name": checked.text, "valid": checked.valid, "findings": findings}


def plain_taxonomy(linted: LintedTaxonomy) -> dict[str, Any]:
    """A taxonomy and its findings, each with its `witness`; with the line, `source`, of a file that was not loaded."""
    shown = "witness" if linted.loaded else "source"
    findings = [
        finding.to_dict() | ({} if finding.text is None else {shown: finding.text})
        for finding in linted.shown
    ]
    looked_at = {"conventions": linted.conventions, "forms": linted.forms} if linted.loaded else {}
    return {"file": linted.file, "valid": linted.valid, **looked_at, "findings": findings}


def encoded(value: Any) -> str:
    """JSON on one line, in ASCII: it is the same on every terminal, and half of a surrogate pair survives."""
    return json.dumps(value, separators=(",", ":"))
