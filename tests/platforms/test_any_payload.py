"""Laws of reading: nothing but the documented errors is raised, and no record that can be read is lost."""

from __future__ import annotations

import csv
import json
from contextlib import suppress
from io import BytesIO, StringIO
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mops_taxonomy.finding import Finding
from mops_taxonomy.platforms import readable
from mops_taxonomy.platforms.reading import ReadError, read

ENVELOPES: dict[str, tuple[str, dict[str, Any]]] = {
    "marketo": ("result", {"success": True, "requestId": "1"}),
    "salesforce": ("records", {"totalSize": 1, "done": True}),
    "hubspot": ("results", {"total": 1}),
    "eloqua": ("elements", {"page": 1, "pageSize": 9}),
    "account_engagement": ("values", {"nextPageToken": None}),
}
KEYS = {
    "marketo": (
        *(
            "id",
            "description",
            "createdAt",
            "updatedAt",
            "type",
            "channel",
            "folder",
            "status",
            "workspace",
            "tags",
        ),
        *("costs", "startDate", "endDate", "sfdcId", "sfdcName", "headStart", "url"),
    ),
    "salesforce": (
        *(
            "Id",
            "Type",
            "Status",
            "IsActive",
            "StartDate",
            "EndDate",
            "BudgetedCost",
            "ActualCost",
            "ParentId",
        ),
        *(
            "OwnerId",
            "CurrencyIsoCode",
            "CreatedDate",
            "Description",
            "NumberOfLeads",
            "NumberOfContacts",
            "X__c",
        ),
    ),
    "hubspot": (
        *(
            "id",
            "createdAt",
            "updatedAt",
            "assets",
            "hs_start_date",
            "hs_end_date",
            "hs_notes",
            "hs_owner",
            "hs_goal",
        ),
        *("hs_budget_items_sum_amount", "hs_currency_code", "hs_utm"),
    ),
    "eloqua": (
        *(
            "id",
            "createdAt",
            "updatedAt",
            "startAt",
            "endAt",
            "budgetedCost",
            "actualCost",
            "campaignType",
            "crmId",
        ),
        *("currentStatus", "fieldValues", "folderId", "description", "region"),
    ),
    "account_engagement": (
        "id",
        "cost",
        "folderId",
        "isDeleted",
        "parentCampaignId",
        "salesforceId",
        "createdAt",
    ),
}
SCALARS = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.sampled_from([10**30, -(10**400), 1e308, float("inf"), float("nan"), "9" * 5000, "1e999999999"]),
    st.floats(),
    st.text(max_size=8),
    st.sampled_from(
        ["2026-03-24", "2026-02-30", "0000-01-01", "\ud800", "03/04/2026", "99/99/9999", "1769904000", "-0"]
    ),
    st.sampled_from(
        ["701000000000001", "701000000000001AAA", "701000000000001AAB", "-", "9999999999999999", "²"]
    ),
)
VALUES = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=6,
)
NAMES = st.text(st.characters(exclude_categories=["Cs", "Cc", "Z"]), min_size=1, max_size=8)


@st.composite
def payloads(draw: st.DrawFn, values: st.SearchStrategy[Any] = VALUES) -> tuple[str, list[Any], list[str]]:
    """A system, what ought to be its records, and the names of those that can be read."""
    system = draw(st.sampled_from(readable()))
    records, names = [], []
    for _ in range(draw(st.integers(0, 4))):
        record: Any = draw(st.dictionaries(st.sampled_from(KEYS[system]), values))
        shape = draw(st.sampled_from(["named", "named", "named", "nameless", "none"]))
        if shape == "named":
            names.append(draw(NAMES))
            record[{"salesforce": "Name", "hubspot": "hs_name"}.get(system, "name")] = names[-1]
        if system == "hubspot":
            record = {"id": record.pop("id", None), "properties": record}
        records.append(draw(st.none() | st.integers() | st.text()) if shape == "none" else record)
    return system, records, names


def page(system: str, records: list[Any]) -> dict[str, Any]:
    """An answer of a system that holds some records."""
    key, around = ENVELOPES[system]
    return {**around, key: records}


def names_of(found: list[Any]) -> list[str]:
    """The names of the records among what was read."""
    return [one.name for one in found if not isinstance(one, Finding)]


@given(payloads())
def test_any_values(payload: tuple[str, list[Any], list[str]]) -> None:
    """Whatever the values are, every record with a name is given, and every other is told."""
    system, records, names = payload
    found = list(read(page(system, records), system))

    assert names_of(found) == names
    untold = sum(isinstance(one, Finding) and one.code == "MT350" for one in found)
    assert untold == len(records) - len(names)


@given(payloads())
def test_any_values_as_json(payload: tuple[str, list[Any], list[str]]) -> None:
    """The same payload gives the same from memory, as one JSON text, as JSON Lines, and as several pages."""
    system, records, names = payload
    plain = json.loads(json.dumps(records, default=str))
    text = json.dumps(page(system, plain))
    pages = json.dumps([page(system, [one]) for one in plain])
    lines = "".join(json.dumps(page(system, [one])) + "\n" for one in plain)

    assert names_of(list(read(StringIO(text), system))) == names
    assert names_of(list(read(StringIO(pages), system))) == names
    if lines:
        assert names_of(list(read(StringIO(lines), system))) == names


@given(payloads(st.text(max_size=8) | st.integers() | st.none()), st.floats(0, 1))
def test_cut_json(payload: tuple[str, list[Any], list[str]], share: float) -> None:
    """Of a text that is cut every record that is whole is given."""
    system, records, _ = payload
    key, around = ENVELOPES[system]
    text = json.dumps(around)[:-1] + f', "{key}": ['
    ends: list[int] = []
    for record in records:
        text += ", " * bool(ends) + json.dumps(record)
        ends.append(len(text))
    text += "]}"
    cut = int(len(text) * share)
    whole = records[: sum(end <= cut for end in ends)]
    try:
        found = list(read(StringIO(text[:cut]), system))
    except ReadError:
        found = []

    expected = names_of(list(read(page(system, whole), system)))
    assert names_of(found)[: len(expected)] == expected
    assert len(names_of(found)) <= len(expected)


@given(st.sampled_from(readable()), st.lists(NAMES, min_size=1, max_size=5), st.data())
def test_broken_bytes(system: str, names: list[str], data: st.DataObject) -> None:
    """Bytes that are no text lose no record, in JSON and in tables."""
    key = {"salesforce": "Name", "hubspot": "hs_name"}.get(system, "name")
    rows = [{"id": str(number), key: name, "note": "@"} for number, name in enumerate(names, 1)]
    wrong = data.draw(st.binary(min_size=1, max_size=4).filter(lambda one: all(byte >= 128 for byte in one)))
    table = StringIO()
    writer = csv.DictWriter(table, ["id", key, "note"])
    writer.writeheader()
    writer.writerows(rows)
    for text in (json.dumps(page(system, rows)), table.getvalue()):
        found = list(read(BytesIO(text.encode().replace(b"@", wrong)), system))
        assert len(names_of(found)) == len(names)


@given(st.sampled_from(readable()), st.binary(max_size=200) | st.text(max_size=100).map(str.encode))
def test_any_bytes(system: str, source: bytes) -> None:
    """Whatever the bytes are, only the documented error is raised."""
    with suppress(ReadError):
        list(read(BytesIO(source), system))
    with suppress(ReadError):
        list(read(BytesIO(source)))


@given(
    st.recursive(
        SCALARS,
        lambda inner: (
            st.lists(inner)
            | st.dictionaries(
                st.text()
                | st.sampled_from(
                    [
                        "result",
                        "records",
                        "results",
                        "elements",
                        "values",
                        "name",
                        "Name",
                        "properties",
                        "errors",
                        "success",
                        "code",
                        "message",
                        "attributes",
                        "type",
                        "tokens",
                        "tagType",
                        "progressionStatuses",
                        "status",
                        "reasons",
                        "hs_name",
                    ]
                ),
                inner,
            )
        ),
    )
)
def test_any_value(value: Any) -> None:
    """Whatever an answer is made of, only the documented error is raised."""
    for system in (None, *readable()):
        with suppress(ReadError):
            list(read([value], system))
        with suppress(ReadError):
            list(read(value if isinstance(value, dict) else {"result": value}, system))


@pytest.mark.parametrize("system", readable())
def test_empty_pages(system: str) -> None:
    """Pages without a record are nothing, and no error."""
    key, around = ENVELOPES[system]

    assert list(read([page(system, []), {**around, key: None}, dict(around)], system)) == []


@pytest.mark.parametrize(
    ("system", "around"),
    [
        ("salesforce", {"done": False, "nextRecordsUrl": "/services/data/v65.0/query/01g-2000"}),
        ("hubspot", {"paging": {"next": {"after": "Mg%3D%3D"}}}),
        ("eloqua", {"page": 1, "pageSize": 1, "total": 2}),
        ("account_engagement", {"nextPageToken": "x"}),
    ],
)
def test_pages_that_were_not_read(system: str, around: dict[str, Any]) -> None:
    """Where the last page names another, it is told: what is not read cannot be checked."""
    first, last = {**page(system, []), **around}, page(system, [])
    (finding,) = read([last, first], system)

    assert str(finding).endswith(" says that there are more records")
    assert (finding.code, finding.severity) == ("MT352", "warning")
    assert list(read([first, last], system)) == []
