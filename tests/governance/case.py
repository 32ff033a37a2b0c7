"""Cases of rules about records: a taxonomy, records, and every finding that the rule makes of them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import yaml

from mops_taxonomy import Taxonomy
from mops_taxonomy.governance.report import report
from mops_taxonomy.portfolio import Portfolio
from mops_taxonomy.records import Campaign, Channel, Member, Program

if TYPE_CHECKING:
    from mops_taxonomy.finding import Finding

__all__ = ["FOLDER", "KINDS", "findings", "load", "stated"]

FOLDER = Path(__file__).parent / "cases"

KINDS: dict[str, Any] = {"program": Program, "campaign": Campaign, "channel": Channel, "member": Member}


def load(path: Path) -> tuple[dict[str, Any], list[dict[str, Any]]]:
    """The taxonomy of a file of cases, and its cases; a case may lay parts of its own over the taxonomy."""
    data = yaml.safe_load(path.read_text(encoding="utf-8"))
    return data["taxonomy"], data["cases"]


def findings(
    taxonomy: dict[str, Any], case: dict[str, Any], code: str
) -> tuple[list[Finding], list[Finding]]:
    """What the rule finds in a case, asked alone, and what of it is waived."""
    loaded = Taxonomy.load({**taxonomy, **case.get("taxonomy", {})})
    records = [
        KINDS[kind].model_validate(data, strict=False)
        for record in case["records"]
        for kind, data in record.items()
    ]
    found = report(Portfolio(loaded, records, case.get("as_of"), case.get("today")), (code,))
    return (
        [one for one in found.findings if one.code == code],
        [one for one in found.waived if one.code == code],
    )


def stated(finding: Finding, keys: dict[str, Any]) -> dict[str, Any]:
    """The parts of a finding that a case states: a suggestion is its text."""
    plain: dict[str, Any] = {}
    for key in keys:
        value = getattr(finding, key)
        if key == "suggestions":
            value = [one.text for one in value]
        plain[key] = list(value) if isinstance(value, tuple) else value
    return plain
