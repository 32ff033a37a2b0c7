"""Campaigns of Eloqua."""

from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from mops_taxonomy.platforms.reading import read
from mops_taxonomy.records import Folder, Program
from tests.platforms.told import known, records, told

CAMPAIGN = {
    "type": "Campaign",
    "currentStatus": "Draft",
    "id": "2110",
    "createdAt": "1767225600",
    "updatedAt": "1767312000",
    "folderId": "1201",
    "name": "2026_Harbour",
    "startAt": "1769904000",
    "endAt": "1777593600",
    "actualCost": "0.00",
    "budgetedCost": "5000.00",
    "campaignType": "Webinar",
    "crmId": "701000000000001",
    "fieldValues": [{"type": "FieldValue", "id": "8", "value": "Q1"}],
    "isSyncedWithCRM": "true",
    "region": "NA",
}


def page(*campaigns: Any) -> dict[str, Any]:
    """A page of campaigns."""
    return {"elements": list(campaigns), "page": 1, "pageSize": 1000, "total": len(campaigns)}


def test_program() -> None:
    """Numbers and seconds since 1970 stand as text and become what they are; fields of one's own keep their number."""
    (program,) = records(page(CAMPAIGN))

    assert isinstance(program, Program)
    assert known(program) == {
        "system": "eloqua",
        "id": "2110",
        "name": "2026_Harbour",
        "created": datetime(2026, 1, 1, tzinfo=UTC),
        "updated": datetime(2026, 1, 2, tzinfo=UTC),
        "type": "Webinar",
        "status": "Draft",
        "active": False,
        "start": date(2026, 2, 1),
        "end": date(2026, 5, 1),
        "budgeted_cost": Decimal("5000.00"),
        "actual_cost": Decimal("0.00"),
        "folder": Folder(id="1201", type="Folder"),
        "campaign_id": "701000000000001AAA",
        "other": {
            "fieldValues": [{"type": "FieldValue", "id": "8", "value": "Q1"}],
            "isSyncedWithCRM": "true",
            "region": "NA",
        },
    }


def test_names_of_fields() -> None:
    """Fields of one's own stand under their names too, where those are given."""
    (program,) = records(page(CAMPAIGN), field_names={"8": "quarter"})

    assert program.other["quarter"] == "Q1"
    assert program.other["fieldValues"] == CAMPAIGN["fieldValues"]


@pytest.mark.parametrize(
    ("zone", "start"), [("America/New_York", date(2026, 1, 31)), ("UTC", date(2026, 2, 1))]
)
def test_days_in_a_time_zone(zone: str, start: date) -> None:
    """Eloqua stores the moment when a day begins: which day that is depends on where people are."""
    assert [one.start for one in records(page(CAMPAIGN), timezone=ZoneInfo(zone))] == [start]


def test_campaign_alone() -> None:
    """A campaign asked for by its id says `assetType`, and its `elements` are steps, not campaigns."""
    steps = [{"type": "CampaignSegment", "id": "4440", "name": "Members"}]
    (program,) = records({"assetType": "Campaign", "id": "5", "elements": steps, "name": "2026_Harbour"})

    assert (program.name, program.type) == ("2026_Harbour", None)
    assert program.other == {"elements": steps}


@pytest.mark.parametrize(
    ("payload", "lines"),
    [
        (page(), []),
        (
            [{"type": "ObjectValidationError", "property": "name", "requirement": "must be unique"}],
            ["MT352 Eloqua answered with error ObjectValidationError: name must be unique"],
        ),
        (
            page({"type": "Email", "id": "1", "name": "X"}),
            ["MT350 record 1 (elements[0]) is 'Email', not a campaign"],
        ),
        (page({"type": "Campaign", "id": "1"}), ["MT350 record 1 (elements[0]) has no name"]),
        (
            page({"type": "Campaign", "id": "1", "name": "X", "startAt": "99999999999999"}),
            [
                "MT351 `startAt` of eloqua program 1 'X' is '99999999999999', which is no time in seconds since 1970",
                "X",
            ],
        ),
        (
            page({"type": "Campaign", "id": "1", "name": "X", "budgetedCost": "a lot"}),
            ["MT351 `budgetedCost` of eloqua program 1 'X' is 'a lot', which is no number", "X"],
        ),
    ],
)
def test_faults(payload: Any, lines: list[str]) -> None:
    """Errors, other objects and values that cannot be read are told."""
    assert told(payload, "eloqua") == lines


def test_active() -> None:
    """A campaign runs when its status is Active."""
    (program,) = (one for one in read(page({**CAMPAIGN, "currentStatus": "Active"})))

    assert program.active is True
