"""Changes of records."""

from __future__ import annotations

from datetime import date
from typing import Any

from mops_taxonomy.records import Program
from mops_taxonomy.records.change import Change

PROGRAM = Program(system="marketo", id="1", name="2026_X", start=date(2026, 1, 1), other={"a": 1, "b": 2})
FIELDS: dict[str, tuple[Any, Any]] = {
    "name": ("2026_X", "2026_Y"),
    "start": (date(2026, 1, 1), None),
    "b": (2, 3),
}


def test_applied() -> None:
    """The record after the change has the new values, also of what its system holds besides."""
    changed = Change(PROGRAM, FIELDS).applied

    assert changed == Program(system="marketo", id="1", name="2026_Y", other={"a": 1, "b": 3})


def test_undone() -> None:
    """The change back gives the record that was."""
    change = Change(PROGRAM, FIELDS)

    assert Change(change.applied, change.undone.fields).applied == PROGRAM
