"""Campaigns of Account Engagement."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone
from decimal import Decimal
from typing import Any

import pytest

from mops_taxonomy.platforms.reading import read
from mops_taxonomy.records import Folder, Program
from tests.platforms.told import known, records, told

CAMPAIGN = {
    "id": 12345,
    "name": "2026_Harbour",
    "cost": 5000.5,
    "folderId": 111,
    "isDeleted": False,
    "parentCampaignId": 12000,
    "salesforceId": "701000000000001",
    "createdAt": "2026-01-05T09:00:00-05:00",
    "updatedAt": None,
}
ZONE = timezone(timedelta(hours=-5))


def page(*campaigns: Any) -> dict[str, Any]:
    """The last page of a query."""
    return {"nextPageToken": None, "nextPageUrl": None, "values": list(campaigns)}


def test_program() -> None:
    """Ids become text, the cost an amount, the Salesforce id that of the campaign."""
    (program,) = records(page(CAMPAIGN))

    assert isinstance(program, Program)
    assert known(program) == {
        "system": "account_engagement",
        "id": "12345",
        "name": "2026_Harbour",
        "created": datetime(2026, 1, 5, 9, tzinfo=ZONE),
        "actual_cost": Decimal("5000.5"),
        "folder": Folder(id="111"),
        "parent_id": "12000",
        "campaign_id": "701000000000001AAA",
        "other": {"isDeleted": False},
    }


@pytest.mark.parametrize(
    ("payload", "lines", "todo"),
    [
        (page(), [], None),
        (
            {"code": 181, "message": "A required header is missing"},
            ["MT352 Account Engagement answered with error 181: A required header is missing"],
            "the header Pardot-Business-Unit-Id, with an id that begins with 0Uv",
        ),
        (
            {"code": 7, "message": "Odd"},
            ["MT352 Account Engagement answered with error 7: Odd"],
            None,
        ),
        (page({"id": 1}), ["MT350 record 1 (values[0]) has no name"], None),
    ],
)
def test_pages_without_records(payload: dict[str, Any], lines: list[str], todo: str | None) -> None:
    """An answer without a record says why, with what to do where that is known."""
    assert told(payload) == lines
    assert [one.expected for one in read(payload)] == [todo] * len(lines)
