"""Programs, channels, tag types, tokens and list imports of Marketo."""

from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import Decimal
from io import StringIO
from typing import Any

import pytest

from mops_taxonomy.platforms.marketo.reading import TagType, Token
from mops_taxonomy.platforms.reading import read
from mops_taxonomy.records import Channel, Folder, Member, MemberStatus, PeriodCost, Program, Tag
from tests.platforms.told import findings, known, records, told

PROGRAM = {
    "id": 2207,
    "name": "20260324_EMEA_WBN_Harbour-Tour",
    "description": "",
    "createdAt": "2026-01-05T09:30:00Z+0000",
    "updatedAt": "2026-01-06T09:30:00Z+0000",
    "url": "https://app-example.marketo.com/#ME2207A1",
    "type": "Event with Webinar",
    "channel": "Webinar",
    "folder": {"type": "Folder", "value": 31, "folderName": "Spring"},
    "status": "",
    "workspace": "Default",
    "headStart": False,
}
FULL = {
    **PROGRAM,
    "tags": [{"tagType": "Region", "tagValue": "EMEA"}],
    "costs": [
        {"startDate": "2026-03-01", "cost": 1200, "note": "platform"},
        {"startDate": "2026-04-01", "cost": 300},
    ],
    "sfdcId": "7015e000001XyZa",
    "sfdcName": "20260324_EMEA_WBN_Harbour",
    "startDate": "2026-03-24T00:00:00Z+0000",
    "endDate": "2026-03-25",
}


def answer(*result: Any, **more: Any) -> dict[str, Any]:
    """An answer of the asset API."""
    return {"success": True, "warnings": [], "errors": [], "requestId": "1#1", "result": list(result), **more}


def test_program_of_a_list() -> None:
    """A browsed program has neither tags nor costs: they are not known, which is not the same as none."""
    (program,) = records(answer(PROGRAM))

    assert isinstance(program, Program)
    assert known(program) == {
        "system": "marketo",
        "id": "2207",
        "name": "20260324_EMEA_WBN_Harbour-Tour",
        "description": "",
        "created": datetime(2026, 1, 5, 9, 30, tzinfo=UTC),
        "updated": datetime(2026, 1, 6, 9, 30, tzinfo=UTC),
        "type": "event_with_webinar",
        "channel": "Webinar",
        "folder": Folder(id="31", name="Spring", type="Folder"),
        "workspace": "Default",
        "other": {"url": "https://app-example.marketo.com/#ME2207A1", "headStart": False},
    }


def test_program_with_everything() -> None:
    """Tags, costs, days and the linked campaign are read, its id in 18 characters."""
    (program,) = records(answer(FULL))

    assert program.tags == (Tag(type="Region", value="EMEA"),)
    assert program.costs == (
        PeriodCost(amount=Decimal(1200), start=date(2026, 3, 1), note="platform"),
        PeriodCost(amount=Decimal(300), start=date(2026, 4, 1)),
    )
    assert (program.start, program.end) == (date(2026, 3, 24), date(2026, 3, 25))
    assert (program.campaign_id, program.campaign_name) == ("7015e000001XyZaAAK", "20260324_EMEA_WBN_Harbour")


@pytest.mark.parametrize(("tags", "read_as"), [(None, None), ([], ())])
def test_no_tags(tags: Any, read_as: Any) -> None:
    """Null is not known; an empty list is none."""
    (program,) = records(answer({**PROGRAM, "tags": tags, "costs": tags}))

    assert (program.tags, program.costs) == (read_as, read_as)


@pytest.mark.parametrize(
    ("spelling", "type_"),
    [
        *((one, "default") for one in ("Default", "default", "program")),
        *((one, "event") for one in ("Event", "event")),
        *((one, "event_with_webinar") for one in ("Event with Webinar", "EventWithWebinar", "webinar")),
        *((one, "engagement") for one in ("Engagement", "nurture")),
        *((one, "email") for one in ("Email", "email_batch")),
        ("In-App", "In-App"),
    ],
)
def test_type(spelling: str, type_: str) -> None:
    """Four vocabularies of types become one; a word of none of them stays."""
    assert [one.type for one in records(answer({**PROGRAM, "type": spelling}))] == [type_]


@pytest.mark.parametrize(
    ("status", "active"), [("on", True), ("off", False), ("locked", None), ("completed", None), ("", None)]
)
def test_active(status: str, active: bool | None) -> None:
    """Only the words of engagement programs say whether a program runs."""
    assert [one.active for one in records(answer({**PROGRAM, "status": status}))] == [active]


def test_rows_of_a_warehouse() -> None:
    """Headings in snake case, times with UTC behind them and empty cells are read like the answers of the API."""
    table = (
        "id,channel,created_at,description,end_date,name,sfdc_id,sfdc_name,start_date,status,type,workspace,_deleted\n"
        "311,Webinar,2025-04-23 16:14:59 UTC,,,2025_Harbour,7015e000001XyZaAAK,2025_Harbour_,,,EventWithWebinar,"
        "Default,FALSE\n"
    )
    (program,) = records(StringIO(table))

    assert known(program) == {
        "system": "marketo",
        "id": "311",
        "name": "2025_Harbour",
        "created": datetime(2025, 4, 23, 16, 14, 59, tzinfo=UTC),
        "type": "event_with_webinar",
        "channel": "Webinar",
        "workspace": "Default",
        "campaign_id": "7015e000001XyZaAAK",
        "campaign_name": "2025_Harbour_",
        "other": {"_deleted": "FALSE"},
    }


STATUSES = [
    {"name": "Not in Program", "step": 0, "description": None, "hidden": False, "success": False},
    {"name": "Attended", "step": 10, "type": "Attended", "hidden": False, "success": True},
]


def test_channel() -> None:
    """Statuses keep their order, whether they have a description or a type."""
    channel = {
        "id": 3,
        "name": "Webinar",
        "applicableProgramType": "webinar",
        "progressionStatuses": STATUSES,
    }
    (found,) = records(answer({**channel, "createdAt": "2026-01-05T09:30:00Z+0000"}))

    assert isinstance(found, Channel)
    assert known(found) == {
        "name": "Webinar",
        "system": "marketo",
        "id": "3",
        "program_type": "event_with_webinar",
        "statuses": (
            MemberStatus(name="Not in Program", step=0, hidden=False, success=False),
            MemberStatus(name="Attended", step=10, hidden=False, success=True),
        ),
        "other": {"createdAt": "2026-01-05T09:30:00Z+0000"},
    }


@pytest.mark.parametrize(
    ("written", "values"),
    [
        ("[AMER, EMEA, APAC]", ("AMER", "EMEA", "APAC")),
        ("[a,b]", ("a", "b")),
        ("[one]", ("one",)),
        ("[]", ()),
        (None, None),
    ],
)
def test_tag_type(written: str | None, values: Any) -> None:
    """Lists in brackets are text, and become lists."""
    tag = {"tagType": "Region", "applicableProgramTypes": "[program,nurture]", "required": True}
    (found,) = records(answer({**tag, "allowableValues": written}))

    assert found == TagType("Region", ("default", "engagement"), True, values, {}, found.origin)


def test_comma_in_a_value_of_a_tag() -> None:
    """An item with a comma in it may be one or several: it is told."""
    found = list(read(answer({"tagType": "City", "allowableValues": "[Oslo, Paris,TX, Rome]"})))

    assert findings(found) == [
        (
            "MT351 `allowableValues` of marketo tag type 'City' is '[Oslo, Paris,TX, Rome]', which is not certain: "
            "'Paris,TX' may be one item with a comma in it, or several"
        )
    ]
    assert found[1].values == ("Oslo", "Paris,TX", "Rome")


def test_tokens() -> None:
    """Each token of a folder is one; a token without a name is told."""
    folder = {"type": "Program", "value": 2207}
    tokens = [{"name": "Date", "type": "date", "value": "2026-03-24"}, {"type": "text"}, "x"]
    found = list(read(answer({"folder": folder, "tokens": tokens})))

    assert found[0] == Token("Date", "date", "2026-03-24", Folder(id="2207", type="Program"), found[0].origin)
    assert findings(found) == [
        "MT351 `tokens` of record 1 is an object, which is no token with a name",
        "MT351 `tokens` of record 1 is 'x', which is no token with a name",
    ]


def test_list_import() -> None:
    """A row of a list import is a member, without what says who it is."""
    table = StringIO("Email,Status,Previous Status,Program,Seat\na@example.com,Attended,Invited,2026_X,4\n")
    (member,) = records(table, "marketo", object="member")

    assert isinstance(member, Member)
    assert known(member) == {
        "status": "Attended",
        "previous": "Invited",
        "program": "2026_X",
        "system": "marketo",
        "other": {"Seat": "4"},
    }


@pytest.mark.parametrize(
    ("payload", "lines", "todo"),
    [
        (
            {
                "requestId": "1",
                "success": False,
                "errors": [{"code": "601", "message": "Access token invalid"}],
            },
            ["MT352 Marketo answered with error 601: Access token invalid"],
            "a new access token: this one is not valid, or has run out",
        ),
        (
            {"requestId": "1", "success": False, "errors": [{"code": "9999", "message": "Odd"}]},
            ["MT352 Marketo answered with error 9999: Odd"],
            None,
        ),
        (
            {"requestId": "1", "success": False},
            ["MT352 Marketo answered with error: no reason is given"],
            None,
        ),
        (
            answer({"id": 5, "status": "skipped", "reasons": [{"code": "1037", "message": "Already there"}]}),
            ["MT352 Marketo answered with error 1037: Already there"],
            None,
        ),
    ],
)
def test_errors(payload: dict[str, Any], lines: list[str], todo: str | None) -> None:
    """What an answer says went wrong is told with its code, and with what to do where that is known."""
    found = list(read(payload, "marketo"))

    assert findings(found) == lines
    assert [one.expected for one in found] == [todo]


def test_empty_search() -> None:
    """A search without a result has no list of records, and is no error."""
    warnings = ["No assets found for the given search criteria."]

    assert records({"success": True, "errors": [], "requestId": "1", "warnings": warnings}) == []


TAGS = "MT351 `tags` of {0} is a list, which is no list of tags, because of"
COSTS = "MT351 `costs` of {0} is a list, which is no list of costs, because of"


@pytest.mark.parametrize(
    ("change", "lines"),
    [
        ({"name": ""}, ["MT350 record 1 (result[0]) has no name"]),
        ({"name": None}, ["MT350 record 1 (result[0]) has no name"]),
        ({"name": "  "}, ["MT350 record 1 (result[0]) has no name"]),
        ({"name": ["x"]}, ["MT350 record 1 (result[0]) has no name: `name` is a list"]),
        (
            {"name": 2026},
            [
                (
                    "MT351 `name` of marketo program 2207 '2026' is 2026, which is a number; "
                    "it is read as the text '2026'"
                ),
                "2026",
            ],
        ),
        ({"startDate": "soon"}, ["MT351 `startDate` of {0} is 'soon', which is no date", "{1}"]),
        ({"startDate": True}, ["MT351 `startDate` of {0} is True, which is no date", "{1}"]),
        ({"startDate": "2026-02-30"}, ["MT351 `startDate` of {0} is '2026-02-30', which is no date", "{1}"]),
        ({"createdAt": 12}, ["MT351 `createdAt` of {0} is 12, which is no date", "{1}"]),
        ({"type": 7}, ["MT351 `type` of {0} is 7, which is no text", "{1}"]),
        ({"tags": "x"}, ["MT351 `tags` of {0} is 'x', which is no list", "{1}"]),
        ({"tags": [{"tagType": 1}]}, [f"{TAGS} item 1", "{1}"]),
        ({"tags": [{"tagType": "a", "tagValue": "b"}, None]}, [f"{TAGS} item 2", "{1}"]),
        ({"costs": [{"cost": "x"}]}, [f"{COSTS} item 1", "{1}"]),
        ({"costs": [{"cost": 1}]}, [f"{COSTS} item 1", "{1}"]),
        ({"folder": 31}, ["MT351 `folder` of {0} is 31, which is no folder", "{1}"]),
        (
            {"sfdcId": "7015E000001XYZAAAK"},
            [
                (
                    "MT351 `sfdcId` of {0} is '7015E000001XYZAAAK', which is no id of Salesforce: its last three "
                    "characters would have to be QA4"
                ),
                "{1}",
            ],
        ),
    ],
)
def test_faults(change: dict[str, Any], lines: list[str]) -> None:
    """A value that cannot be read is told and the record is kept; a record without a name is told alone."""
    name = "20260324_EMEA_WBN_Harbour-Tour"
    expected = [line.format(f"marketo program 2207 '{name}'", name) for line in lines]

    assert told(answer({**PROGRAM, **change})) == expected


def test_value_that_cannot_be_read_is_kept() -> None:
    """What a record cannot hold stays in `other`, a number as text, a list as it is."""
    program = next(
        one
        for one in read(answer({**PROGRAM, "startDate": 20260324, "tags": [None]}))
        if isinstance(one, Program)
    )

    assert (program.start, program.tags) == (None, None)
    assert program.other["startDate"] == "20260324"
    assert program.other["tags"] == [None]


def test_case_of_an_id_is_suggested() -> None:
    """An id whose case was lost is kept as it is, and the id that it was is suggested."""
    finding, program = read(answer({**PROGRAM, "sfdcId": "7015E000001XYZAAAK"}))

    assert [one.text for one in finding.suggestions] == ["7015e000001XyZaAAK"]
    assert program.campaign_id == "7015E000001XYZAAAK"
