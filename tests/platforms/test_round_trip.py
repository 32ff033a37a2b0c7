"""A law: what is written, taken by its system and read again is what was meant; the undo file takes it back."""

from __future__ import annotations

import csv
import json
from datetime import date
from decimal import Decimal
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mops_taxonomy.platforms.reading import read
from mops_taxonomy.platforms.writing import write
from mops_taxonomy.records import Goal, PeriodCost, Tag
from mops_taxonomy.records.change import Change

if TYPE_CHECKING:
    from collections.abc import Callable

    from mops_taxonomy.records import Record

Export = list[dict[str, Any]]

WORDS = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=9).filter(
    lambda one: one.strip()
)
PLAIN = WORDS.filter(lambda one: one != "#N/A")
TEXTS = st.none() | PLAIN
NOTES = st.just("") | WORDS
DAYS = st.none() | st.dates(date(1990, 1, 1), date(2060, 1, 1))
AMOUNTS = st.none() | st.decimals(0, 10**9, allow_nan=False, allow_infinity=False, places=2)
IDS = st.none() | st.sampled_from(["701000000000001AAA", "7015e000001XyZaAAK"])
TAGS = st.lists(st.builds(Tag, type=WORDS, value=WORDS), max_size=2).map(tuple)
COSTS = st.lists(
    st.builds(
        PeriodCost,
        amount=st.integers(0, 10**9).map(Decimal),
        start=st.dates(date(1990, 1, 1), date(2060, 1, 1)),
        note=st.none() | WORDS,
    ),
    max_size=2,
).map(tuple)

FIELDS: dict[str, dict[str, st.SearchStrategy[Any]]] = {
    "salesforce": {
        "name": PLAIN,
        "description": TEXTS,
        "type": TEXTS,
        "status": TEXTS,
        "active": st.booleans(),
        "start": DAYS,
        "end": DAYS,
        "parent_id": IDS,
        "budgeted_cost": AMOUNTS,
        "actual_cost": AMOUNTS,
        "Region__c": TEXTS,
    },
    "marketo": {"name": WORDS, "description": NOTES, "tags": TAGS, "costs": COSTS},
    "hubspot": {
        "name": WORDS,
        "description": st.none() | WORDS,
        "audience": st.none() | WORDS,
        "start": DAYS,
        "end": DAYS,
        "currency": st.sampled_from([None, "EUR", "USD"]),
        "goal": st.none() | st.builds(Goal, purpose=WORDS),
    },
    "eloqua": {
        "name": WORDS,
        "description": NOTES,
        "type": st.none() | WORDS,
        "start": DAYS,
        "end": DAYS,
        "budgeted_cost": AMOUNTS,
        "actual_cost": AMOUNTS,
        "campaign_id": IDS,
        "region": WORDS,
    },
}
EXPORTS: dict[str, Export] = {
    "salesforce": [
        {
            "Id": "701000000000001AAA",
            "Name": "2026_X",
            "IsActive": True,
            "Region__c": "EMEA",
            "Description": None,
        },
        {
            "Id": "701000000000002AAA",
            "Name": "2026_Y",
            "IsActive": False,
            "Region__c": None,
            "ParentId": "701000000000001",
        },
    ],
    "marketo": [
        {
            "id": 1107,
            "name": "2026_X",
            "description": "",
            "tags": [],
            "costs": [{"cost": 5, "startDate": "2026-01-01"}],
        },
        {
            "id": 1108,
            "name": "2026_Y",
            "description": "n",
            "tags": [{"tagType": "R", "tagValue": "E"}],
            "costs": [],
        },
    ],
    "hubspot": [
        {
            "id": "5f7b-1",
            "properties": {"hs_name": "2026_X", "hs_notes": "Notes"},
            "businessUnits": [{"id": 0}],
        },
        {"id": "5f7b-2", "properties": {"hs_name": "2026_Y", "hs_start_date": "2026-03-24"}},
    ],
    "eloqua": [
        {
            "type": "Campaign",
            "id": "1",
            "name": "2026_X",
            "description": "",
            "startAt": "1769904000",
            "region": "NA",
        },
        {
            "type": "Campaign",
            "id": "2",
            "name": "2026_Y",
            "description": "n",
            "budgetedCost": "5.00",
            "region": "EMEA",
        },
    ],
}


def salesforce(export: Export, file: Path) -> None:
    """Do what a loader does with an update file."""
    by_id = {one["Id"]: one for one in export}
    with file.open(encoding="utf-8", newline="") as stream:
        for row in csv.DictReader(stream):
            told = {key: None if cell == "#N/A" else cell for key, cell in row.items() if cell}
            by_id[row["Id"]].update(told)


def marketo(export: Export, file: Path) -> None:
    """Do what Marketo does with the calls."""
    by_id = {str(one["id"]): one for one in export}
    for call in calls(file):
        form = {key: values[0] for key, values in parse_qs(call["body"], keep_blank_values=True).items()}
        record = by_id[call["path"].rpartition("/")[2].removesuffix(".json")]
        record.update({key: form[key] for key in ("name", "description") if key in form})
        record.update({key: json.loads(form[key]) for key in ("tags", "costs") if key in form})


def hubspot(export: Export, file: Path) -> None:
    """Do what HubSpot does with the batches: what is empty is not there."""
    by_id = {one["id"]: one for one in export}
    for call in calls(file):
        for one in call["body"]["inputs"]:
            properties = by_id[one["id"]]["properties"] | one["properties"]
            by_id[one["id"]]["properties"] = {key: value for key, value in properties.items() if value}


def eloqua(export: Export, file: Path) -> None:
    """Do what Eloqua does with the calls."""
    by_id = {one["id"]: one for one in export}
    for call in calls(file):
        by_id[call["body"]["id"]].update(call["body"])


def calls(file: Path) -> list[dict[str, Any]]:
    """The calls in a file."""
    with file.open(encoding="utf-8", newline="") as stream:
        return [json.loads(line) for line in stream]


APPLIED: dict[str, Callable[[Export, Path], None]] = {
    "salesforce": salesforce,
    "marketo": marketo,
    "hubspot": hubspot,
    "eloqua": eloqua,
}


@pytest.mark.parametrize("system", FIELDS)
@given(data=st.data())
def test_round_trip(system: str, data: st.DataObject) -> None:
    """Records changed, written, applied and read again are the records as they were meant, and undone as they were."""
    export: Export = json.loads(json.dumps(EXPORTS[system]))
    before: list[Record] = list(read(export, system))
    changes = [change for record in before if (change := data.draw(changes_of(system, record))).fields]
    meant = {change.record.id: change.applied for change in changes}
    with TemporaryDirectory() as directory:
        written = write(changes, system, Path(directory) / "fix")
        assert written.refused == ()
        for file, expected in (
            (written.target, [meant.get(record.id, record) for record in before]),
            (written.undo, before),
        ):
            if file is not None:
                APPLIED[system](export, Path(file))
            assert list(read(export, system)) == (expected if file is not None else before)


@st.composite
def changes_of(draw: st.DrawFn, system: str, record: Record) -> Change:
    """A change of some fields of a record."""
    names = draw(st.lists(st.sampled_from(list(FIELDS[system])), unique=True))
    fields = {name: (old(record, name), draw(FIELDS[system][name])) for name in names}
    return Change(record, {name: pair for name, pair in fields.items() if pair[0] != pair[1]})


def old(record: Record, name: str) -> Any:
    """What a record holds now."""
    return getattr(record, name) if name in type(record).model_fields else record.other.get(name)
