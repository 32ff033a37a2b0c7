"""Update files for Salesforce."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest

from mops_taxonomy.platforms.writing import Written, write
from mops_taxonomy.records import Campaign, MemberStatus
from mops_taxonomy.records.change import Change

if TYPE_CHECKING:
    from pathlib import Path

ONE = Campaign(
    system="salesforce",
    id="701000000000001AAA",
    name="2026_X",
    start=date(2026, 2, 1),
    active=True,
    budgeted_cost=Decimal(5000),
    parent_id="701000000000003AAA",
    description='He said "yes"',
    other={"Region__c": "EMEA"},
)
STATUSES = (MemberStatus(name="Sent"),)
TWO = Campaign(system="salesforce", id="701000000000002", name="2026_Y", type="Webinar")


def test_update_file(tmp_path: Path) -> None:
    """Only what changes is a column; an empty cell leaves a field as it is, and `#N/A` empties it."""
    changes = [
        Change(ONE, {"name": ("2026_X", '2026_Z, "new"'), "parent_id": ("701000000000003AAA", None)}),
        Change(TWO, {"type": ("Webinar", "Conference"), "start": (None, date(2026, 3, 24))}),
        Change(ONE, {"active": (True, False), "Region__c": ("EMEA", "NA")}),
        Change(ONE, {"budgeted_cost": (Decimal(5000), Decimal("1E+4"))}),
    ]
    written = write(changes, "salesforce", tmp_path / "fix.csv")

    assert written == Written(str(tmp_path / "fix.csv"), str(tmp_path / "fix.undo.csv"), 2, ())
    assert (tmp_path / "fix.csv").read_bytes().decode() == (
        "Id,Name,Type,IsActive,StartDate,ParentId,BudgetedCost,Region__c\n"
        '701000000000001AAA,"2026_Z, ""new""",,false,,#N/A,10000,NA\n'
        "701000000000002AAA,,Conference,,2026-03-24,,,\n"
    )
    assert (tmp_path / "fix.undo.csv").read_bytes().decode() == (
        "Id,Name,Type,IsActive,StartDate,ParentId,BudgetedCost,Region__c\n"
        "701000000000001AAA,2026_X,,true,,701000000000003AAA,5000,EMEA\n"
        "701000000000002AAA,,Webinar,,#N/A,,,\n"
    )


@pytest.mark.parametrize(
    ("field", "old", "new", "reason"),
    [
        ("name", "2026_X", "x" * 81, "the name has 81 characters, and 80 fit"),
        ("name", "2026_X", None, "a name cannot be empty"),
        ("name", "2026_X", "#N/A", "the text #N/A would empty it"),
        ("name", "2026_X", "\ud800", "text with half a character in it"),
        ("description", "x", "  ", "text of nothing but space is not taken"),
        ("active", True, None, "neither true nor false"),
        ("active", None, True, "the old value could not be written back: neither true nor false"),
        ("start", None, "2026-03-24", "no day"),
        ("budgeted_cost", None, 5.0, "no amount"),
        ("type", None, 5, "no text"),
        ("parent_id", None, "7011234567890ABC", "'7011234567890ABC' is no id of Salesforce"),
        ("members", 1, 2, "Salesforce counts them itself"),
        (
            "member_statuses",
            None,
            STATUSES,
            "the member statuses of a campaign are records of their own",
        ),
        ("channel", None, "Webinar", "Salesforce does not let it be changed so"),
        ("NumberOfLeads", 1, 2, "Salesforce does not let it be changed so"),
        ("Region__c", "EMEA", ["NA"], "neither text nor a number, a day, yes or no"),
    ],
)
def test_refused(tmp_path: Path, field: str, old: Any, new: Any, reason: str) -> None:
    """What cannot be written is refused with its reason, and no file is written for nothing."""
    written = write([Change(ONE, {field: (old, new)})], "salesforce", tmp_path / "fix.csv")

    assert (written.target, written.undo, written.records) == (None, None, 0)
    assert [str(one) for one in written.refused] == [
        f"`{field}` of salesforce campaign 701000000000001AAA '2026_X' is not changed: {reason}"
    ]
    assert list(tmp_path.iterdir()) == []


def test_rest_of_a_change_is_written(tmp_path: Path) -> None:
    """A field that is refused does not keep the others of its record back."""
    written = write(
        [Change(ONE, {"members": (1, 2), "name": ("2026_X", "2026_Z")})], "salesforce", tmp_path / "fix.csv"
    )

    assert [one.field for one in written.refused] == ["members"]
    assert (tmp_path / "fix.csv").read_text(encoding="utf-8") == "Id,Name\n701000000000001AAA,2026_Z\n"


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ("a\rb", '"a\rb"'),
        ("a\nb", '"a\nb"'),
        ("a,b", '"a,b"'),
        (' "a" ', '" ""a"" "'),
        ("a\u2028b", "a\u2028b"),
    ],
)
def test_cells(tmp_path: Path, text: str, cell: str) -> None:
    """A cell is in quotes where its text would end it, and nothing stands beside its quotes."""
    write([Change(ONE, {"description": (None, text)})], "salesforce", tmp_path / "fix.csv")

    assert (tmp_path / "fix.csv").read_bytes().decode() == f"Id,Description\n701000000000001AAA,{cell}\n"
