"""Updates of campaigns of HubSpot."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from mops_taxonomy.platforms.writing import write
from mops_taxonomy.records import Goal, Program
from mops_taxonomy.records.change import Change

if TYPE_CHECKING:
    from pathlib import Path

PROGRAM = Program(system="hubspot", id="5f7b-1", name="2026_X", description="Notes", other={"hs_utm": "x"})


def test_batches(tmp_path: Path) -> None:
    """Fifty campaigns are a batch, which is a line; an empty text clears a property."""
    programs = [PROGRAM.model_copy(update={"id": f"5f7b-{number}"}) for number in range(51)]
    changes = [Change(one, {"description": ("Notes", None), "hs_utm": ("x", "y")}) for one in programs]
    written = write(changes, "hubspot", tmp_path / "fix.jsonl")
    lines = (tmp_path / "fix.jsonl").read_text(encoding="utf-8").splitlines()
    calls = [json.loads(line) for line in lines]

    assert written.records == 51
    assert [len(call["body"]["inputs"]) for call in calls] == [50, 1]
    assert calls[1] == {
        "method": "POST",
        "path": "/marketing/v3/campaigns/batch/update",
        "content_type": "application/json",
        "body": {"inputs": [{"id": "5f7b-50", "properties": {"hs_notes": "", "hs_utm": "y"}}]},
    }


def test_undo(tmp_path: Path) -> None:
    """What was not there before is cleared by the undo file."""
    changes: dict[str, tuple[Any, Any]] = {
        "start": (None, date(2026, 3, 24)),
        "goal": (None, Goal(purpose="Be known")),
    }
    write([Change(PROGRAM, changes)], "hubspot", tmp_path / "fix.jsonl", undo=tmp_path / "back.jsonl")
    new, old = (
        json.loads((tmp_path / f"{name}.jsonl").read_text(encoding="utf-8")) for name in ("fix", "back")
    )

    assert new["body"]["inputs"][0]["properties"] == {"hs_start_date": "2026-03-24", "hs_goal": "Be known"}
    assert old["body"]["inputs"][0]["properties"] == {"hs_start_date": "", "hs_goal": ""}


@pytest.mark.parametrize(
    ("field", "new", "reason"),
    [
        ("budgeted_cost", None, "HubSpot sums it up from items, which are changed one by one"),
        ("hs_object_id", "1", "HubSpot does not let it be changed so"),
        ("businessUnits", [], "HubSpot does not let it be changed so"),
        ("goal", Goal(metric="leads"), "HubSpot holds what a campaign is for, but no metric and no target"),
        ("goal", "x", "no goal"),
        ("name", " ", "a name cannot be empty"),
    ],
)
def test_refused(tmp_path: Path, field: str, new: Any, reason: str) -> None:
    """Sums, ids and what is no property are refused."""
    written = write([Change(PROGRAM, {field: (None, new)})], "hubspot", tmp_path / "fix.jsonl")

    assert [(one.field, one.reason) for one in written.refused] == [(field, reason)]
