"""Campaigns of HubSpot."""

from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

import pytest

from mops_taxonomy.platforms.reading import read
from mops_taxonomy.records import Goal, Program
from tests.platforms.told import findings, known, records, told

GUID = "5f7b0000-193f-43af-968b-000000000001"
CAMPAIGN = {
    "id": GUID,
    "properties": {
        "hs_name": "2026_Harbour",
        "hs_start_date": "2026-03-24",
        "hs_end_date": "1774483200000",
        "hs_notes": "Notes",
        "hs_audience": "Sailors",
        "hs_currency_code": "EUR",
        "hs_campaign_status": "planned",
        "hs_owner": "77",
        "hs_goal": "Be known",
        "hs_budget_items_sum_amount": "2.5",
        "hs_spend_items_sum_amount": "1.0",
        "hs_utm": "2026harbour",
        "id": "of the properties",
    },
    "createdAt": "2026-05-05T23:41:20.330Z",
    "updatedAt": "2026-05-05T23:45:04.200Z",
    "businessUnits": [{"id": 0}],
    "assets": {"OBJECT_LIST": {"results": [{"id": "1", "name": "A list"}]}},
}


def test_program() -> None:
    """All values are text and become what they are; what HubSpot holds besides is kept, its assets too."""
    (program,) = records({"total": 1, "results": [CAMPAIGN]})

    assert isinstance(program, Program)
    assert known(program) == {
        "system": "hubspot",
        "id": GUID,
        "name": "2026_Harbour",
        "description": "Notes",
        "created": datetime(2026, 5, 5, 23, 41, 20, 330000, tzinfo=UTC),
        "updated": datetime(2026, 5, 5, 23, 45, 4, 200000, tzinfo=UTC),
        "owner": "77",
        "goal": Goal(purpose="Be known"),
        "audience": "Sailors",
        "status": "planned",
        "start": date(2026, 3, 24),
        "end": date(2026, 3, 26),
        "currency": "EUR",
        "budgeted_cost": Decimal("2.5"),
        "actual_cost": Decimal("1.0"),
        "other": {
            "hs_utm": "2026harbour",
            "properties.id": "of the properties",
            "businessUnits": [{"id": 0}],
            "assets": {"OBJECT_LIST": {"results": [{"id": "1", "name": "A list"}]}},
        },
    }


def test_absent_properties() -> None:
    """Properties that are empty, or were not asked for, are not there, and not known."""
    (program,) = records({"results": [{"id": GUID, "properties": {"hs_name": "X"}}]})

    assert known(program) == {"system": "hubspot", "id": GUID, "name": "X"}


def test_name_was_not_asked_for() -> None:
    """A record without a name is told together with what to ask for."""
    (finding,) = read({"results": [{"id": GUID, "properties": {}}]})

    assert str(finding) == "MT350 record 1 (results[0]) has no name"
    assert finding.expected == (
        "an export that asks for the property hs_name: only properties that are asked for are given"
    )


def test_part_of_a_batch_failed() -> None:
    """A batch that failed in part gives its records, and tells the rest."""
    error = {"status": "error", "category": "VALIDATION_ERROR", "message": "Invalid campaign GUID format: x"}
    found = list(read({"status": "COMPLETE", "results": [CAMPAIGN], "errors": [error], "numErrors": 1}))

    assert [one.name for one in found if isinstance(one, Program)] == ["2026_Harbour"]
    assert findings(found) == [
        "MT352 HubSpot answered with error VALIDATION_ERROR: Invalid campaign GUID format: x"
    ]


@pytest.mark.parametrize(
    ("payload", "lines"),
    [
        (
            {"status": "error", "category": "MISSING_SCOPES", "message": "No scope", "correlationId": "x"},
            ["MT352 HubSpot answered with error MISSING_SCOPES: No scope"],
        ),
        ({"total": 0, "results": []}, []),
        (
            {"status": "COMPLETE", "results": [], "errors": ["odd"]},
            ["MT352 HubSpot answered with error: odd"],
        ),
    ],
)
def test_pages_without_records(payload: dict[str, Any], lines: list[str]) -> None:
    """An answer without a record says why, or that there is none."""
    assert told(payload, "hubspot") == lines


@pytest.mark.parametrize(
    ("properties", "line"),
    [
        ({"hs_start_date": "soon"}, "`hs_start_date` of {0} is 'soon', which is no date"),
        (
            {"hs_start_date": "9" * 30},
            "`hs_start_date` of {0} is '" + "9" * 30 + "', which is no time in seconds since 1970",
        ),
        (
            {"hs_budget_items_sum_amount": "many"},
            "`hs_budget_items_sum_amount` of {0} is 'many', which is no number",
        ),
        (
            {"hs_budget_items_sum_amount": "1e999"},
            "`hs_budget_items_sum_amount` of {0} is '1e999', which is no amount",
        ),
        ({"hs_owner": {}}, "`hs_owner` of {0} is an object, which is no id"),
    ],
)
def test_faults(properties: dict[str, Any], line: str) -> None:
    """A property that cannot be read is told, and the record is kept."""
    record = {"id": GUID, "properties": {"hs_name": "X", **properties}}

    assert told({"results": [record]}) == ["MT351 " + line.format(f"hubspot program {GUID} 'X'"), "X"]
