"""Updates of programs of Marketo."""

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest

from mops_taxonomy.platforms.writing import write
from mops_taxonomy.records import PeriodCost, Program, Tag
from mops_taxonomy.records.change import Change

if TYPE_CHECKING:
    from pathlib import Path

COST = PeriodCost(amount=Decimal(200), start=date(2026, 1, 1), note="ads")
PROGRAM = Program(system="marketo", id="1107", name="2026_X", tags=(), costs=(COST,), other={"url": "x"})


def test_update_calls(tmp_path: Path) -> None:
    """One call a program, on a line of its own, with only what changes; costs replace those there are."""
    changes: dict[str, tuple[Any, Any]] = {
        "name": ("2026_X", "2026_Y & Z"),
        "tags": ((), (Tag(type="Region", value="EMEA"),)),
        "costs": ((COST,), ()),
    }
    write([Change(PROGRAM, changes)], "marketo", tmp_path / "fix.jsonl")
    new, old = (
        json.loads((tmp_path / name).read_text(encoding="utf-8")) for name in ("fix.jsonl", "fix.undo.jsonl")
    )

    assert new == {
        "method": "POST",
        "path": "/rest/asset/v1/program/1107.json",
        "content_type": "application/x-www-form-urlencoded",
        "body": "name=2026_Y+%26+Z&tags=%5B%7B%22tagType%22%3A%22Region%22%2C%22tagValue%22%3A%22EMEA%22%7D%5D"
        "&costs=%5B%5D&costsDestructiveUpdate=true",
    }
    assert old["body"] == (
        "name=2026_X&tags=%5B%5D&costs=%5B%7B%22startDate%22%3A%222026-01-01%22%2C%22cost%22%3A200%2C%22note%22%3A"
        "%22ads%22%7D%5D&costsDestructiveUpdate=true"
    )


@pytest.mark.parametrize(
    ("field", "old", "new", "reason"),
    [
        ("type", "default", "event", "Marketo lets it be chosen when a program is made, and never changed"),
        ("channel", "Blog", "Webinar", "Marketo lets it be chosen when a program is made, and never changed"),
        ("start", None, date(2026, 1, 1), "Marketo does not let it be changed so"),
        ("url", "x", "y", "Marketo does not let it be changed so"),
        ("campaign_id", None, "701000000000001AAA", "programs are linked with campaigns in Marketo itself"),
        ("name", "2026_X", "x" * 256, "the name has 256 characters, and 255 fit"),
        ("tags", (), None, "tags that are not known cannot be written"),
        (
            "tags",
            None,
            (),
            "the old value could not be written back: tags that are not known cannot be written",
        ),
        (
            "costs",
            (),
            (PeriodCost(amount=Decimal("1.5"), start=date(2026, 1, 1)),),
            "a cost of 1.5 cannot be written: Marketo holds whole numbers",
        ),
        ("costs", (), ("x",), "no period costs"),
        ("tags", (), ("x",), "no tags"),
    ],
)
def test_refused(tmp_path: Path, field: str, old: Any, new: Any, reason: str) -> None:
    """Whatever Marketo does not let be changed is refused, with the reason."""
    written = write([Change(PROGRAM, {field: (old, new)})], "marketo", tmp_path / "fix.jsonl")

    assert [(one.field, one.reason) for one in written.refused] == [(field, reason)]
    assert list(tmp_path.iterdir()) == []
