"""Updates of campaigns of Eloqua."""

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

import pytest

from mops_taxonomy.platforms.writing import write
from mops_taxonomy.records import Program
from mops_taxonomy.records.change import Change

if TYPE_CHECKING:
    from pathlib import Path

PROGRAM = Program(system="eloqua", id="2110", name="2026_X", start=date(2026, 2, 1), other={"region": "NA"})


def test_update_calls(tmp_path: Path) -> None:
    """A call has the type, the id, the name and what changes; all of it is text."""
    fields: dict[str, tuple[Any, Any]] = {
        "start": (date(2026, 2, 1), date(2026, 3, 24)),
        "budgeted_cost": (None, Decimal("10.50")),
        "region": ("NA", "EMEA"),
        "isSyncedWithCRM": ("false", True),
        "fieldValues": ([], [{"id": 8, "value": "Q1"}]),
    }
    write([Change(PROGRAM, fields)], "eloqua", tmp_path / "fix.jsonl")
    new, old = (
        json.loads((tmp_path / name).read_text(encoding="utf-8")) for name in ("fix.jsonl", "fix.undo.jsonl")
    )

    assert (new["method"], new["path"]) == ("PUT", "/api/REST/2.0/assets/campaign/2110")
    assert new["body"] == {
        "type": "Campaign",
        "id": "2110",
        "name": "2026_X",
        "startAt": "1774310400",
        "budgetedCost": "10.50",
        "region": "EMEA",
        "isSyncedWithCRM": "true",
        "fieldValues": [{"type": "FieldValue", "id": "8", "value": "Q1"}],
    }
    assert old["body"] == {
        "type": "Campaign",
        "id": "2110",
        "name": "2026_X",
        "startAt": "1769904000",
        "budgetedCost": "",
        "region": "NA",
        "isSyncedWithCRM": "false",
        "fieldValues": [],
    }


def test_time_zone(tmp_path: Path) -> None:
    """A day begins where people are."""
    change = Change(PROGRAM, {"start": (date(2026, 2, 1), date(2026, 2, 2))})
    write([change], "eloqua", tmp_path / "fix.jsonl", timezone=ZoneInfo("America/New_York"))
    call = json.loads((tmp_path / "fix.jsonl").read_text(encoding="utf-8"))

    assert call["body"]["startAt"] == str(1769904000 + 86400 + 5 * 3600)


@pytest.mark.parametrize(
    ("field", "new", "reason"),
    [
        ("status", "Active", "campaigns are activated, scheduled and completed by calls of their own"),
        ("fieldValues", [{"value": "x"}], "a list of fields, each with its id, is wanted"),
        ("elements", [], "Eloqua does not let it be changed so"),
    ],
)
def test_refused(tmp_path: Path, field: str, new: Any, reason: str) -> None:
    """What is changed by other calls, or cannot be, is refused."""
    written = write([Change(PROGRAM, {field: ([], new)})], "eloqua", tmp_path / "fix.jsonl")

    assert [(one.field, one.reason) for one in written.refused] == [(field, reason)]
