"""Portfolios: records together, and what the taxonomy says of each."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

import pytest

from mops_taxonomy import Taxonomy
from mops_taxonomy.period import Period
from mops_taxonomy.portfolio import Portfolio, snake
from mops_taxonomy.records import Campaign, Channel, Member, Program

TODAY = date(2026, 11, 22)

TAXONOMY = Taxonomy.load(
    {
        "taxonomy": "acme",
        "version": 1,
        "revisions": {"r2": "2026-02-01"},
        "fiscal_year_start": 2,
        "channels": {
            "WBN": {
                "label": "Webinar",
                "codes": {"marketo": "Live Webinar", "eloqua": "Email"},
                "program_type": "event_with_webinar",
                "campaign_type": "Online",
                "attribution": "online",
            },
            "EML": {"label": "Email", "program_type": "email", "campaign_type": "Online"},
            "DM": {"label": "Direct mail", "attribution": "offline"},
        },
        "fields": {
            "launch": {"kind": "date", "format": "{YYYY}{MM}{DD}", "role": "start"},
            "finish": {"kind": "date", "format": "{YYYY}{MM}{DD}", "role": "end"},
            "quarter": {"kind": "date", "format": "FY{FY}Q{Q}", "role": "period"},
            "channel": {"kind": "term", "vocabulary": "channels"},
            "title": {"kind": "text", "characters": "A-Za-z0-9"},
        },
        "conventions": {
            "program": {
                "object": "program",
                "systems": ["marketo"],
                "forms": [
                    {"name": "event", "template": "{launch}{?-{finish}}_{channel}_{title}", "since": "r2"},
                    {"name": "old", "template": "{channel}_{launch}_{title}", "until": "2026-01-31"},
                ],
            },
            "always_on": {
                "object": "program",
                "forms": [{"template": "{quarter}_{title}", "when": {"team": ["field"]}}],
            },
            "asset": {
                "object": "program",
                "systems": ["eloqua", "salesforce"],
                "forms": [{"template": "a {title}"}],
            },
            "tag": {"systems": ["salesforce"], "forms": [{"template": "{title}"}]},
        },
    }
)


def portfolio(*records: Any, as_of: date | str | None = None) -> Portfolio:
    """The records under judgement by the taxonomy above."""
    return Portfolio(TAXONOMY, records, as_of, TODAY)


def program(name: str = "20260324_WBN_Robotics", **more: Any) -> Program:
    """A program of marketing automation."""
    return Program(**{"system": "marketo", "id": "1", "name": name, **more})


def campaign(number: str, **more: Any) -> Campaign:
    """A campaign of the CRM."""
    return Campaign(**{"system": "salesforce", "id": number, "name": f"C{number}", **more})


def first(*records: Any, **more: Any) -> tuple[Portfolio, Any]:
    """A portfolio, and its first record."""
    return portfolio(*records, **more), records[0]


# -- what is in it ---------------------------------------------------------------------------------------


def test_records_by_kind() -> None:
    """Each record is listed with its kind, in its order; programs come before campaigns."""
    one, two, three = campaign("1"), program(), campaign("2")
    channel, member = Channel(name="Webinar"), Member(status="Attended")
    made = portfolio(one, channel, two, member, three)

    assert (made.programs, made.campaigns) == ([two], [one, three])
    assert (made.channels, made.members) == ([channel], [member])
    assert made.records == [two, one, three]


def test_no_record() -> None:
    """Anything else is refused by its type."""
    with pytest.raises(TypeError, match=r"^a record is a Program, Campaign, Channel or Member, not str$"):
        portfolio("20260324_WBN_Robotics")


def test_by_id() -> None:
    """An id stands for a record of one system and object; of two with one id, for the first."""
    one, again, other, third = program(), program("x"), campaign("1"), program(system="hubspot")
    unknown = program(id=None)

    assert portfolio(one, again, other, third, unknown).by_id == {
        ("marketo", "program", "1"): one,
        ("salesforce", "campaign", "1"): other,
        ("hubspot", "program", "1"): third,
    }


def test_parents_and_children() -> None:
    """A parent is found in its own system and object, and children in the order of the records."""
    top, one, two = campaign("1"), campaign("3", parent_id="1"), campaign("2", parent_id="1")
    stranger, orphan = program(id="4", parent_id="1"), campaign("5", parent_id="9")
    made = portfolio(top, one, two, stranger, orphan)

    assert [made.parent(record) for record in (top, one, stranger, orphan)] == [None, top, None, None]
    assert made.children(top) == [one, two]
    assert made.children(one) == made.children(program(id=None)) == []


def test_a_child_read_twice() -> None:
    """What was read twice is one child."""
    top, child = campaign("1"), campaign("2", parent_id="1")

    assert portfolio(top, child, campaign("2", parent_id="1")).children(top) == [child]


def test_matches() -> None:
    """Programs and campaigns are matched with each other, once."""
    one, other = program(campaign_id="1"), campaign("1")
    made = portfolio(one, other, campaign("2"))

    assert [(match.program, match.campaign, match.way) for match in made.matches.matches] == [
        (one, other, "id")
    ]
    assert made.matches is made.matches


# -- the day of judgement -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("created", "as_of", "day"),
    [
        (None, None, TODAY),
        (date(2025, 3, 1), None, date(2025, 3, 1)),
        (datetime(2025, 3, 1, 23, 30, tzinfo=UTC), None, date(2025, 3, 1)),
        (date(2025, 3, 1), date(2026, 1, 1), date(2026, 1, 1)),
        (date(2025, 3, 1), "r2", date(2026, 2, 1)),
        (None, "2026-01-01", date(2026, 1, 1)),
    ],
)
def test_the_day(created: Any, as_of: Any, day: date) -> None:
    """The day asked for comes first, then the day of creation, then today."""
    made, record = first(program(created=created), as_of=as_of)

    assert made.day(record) == day


def test_no_day() -> None:
    """What is neither a day nor a revision is refused."""
    with pytest.raises(ValueError, match=r"^'r3' is not a day such as 2026-03-24, nor a revision \(r2\)$"):
        portfolio(as_of="r3")


def test_today_is_today() -> None:
    """Without a day of its own, a portfolio takes the day that it is."""
    assert Portfolio(TAXONOMY, []).today == date.today()  # noqa: DTZ011  as the library does


# -- names --------------------------------------------------------------------------------------------------


def test_conventions() -> None:
    """Of its object; where there is none of that, of its system, if the convention is of some object at all."""
    made = portfolio()

    assert [one.id for one in made.conventions(program())] == ["program", "always_on", "asset"]
    assert [one.id for one in made.conventions(campaign("1"))] == ["asset"]
    assert made.conventions(campaign("1", system="dynamics")) == ()


def test_the_only_convention() -> None:
    """One convention without an object is that of every record in its systems."""
    taxonomy = Taxonomy.load(
        {"taxonomy": "a", "conventions": {"all": {"systems": ["marketo"], "forms": ["x"]}}}
    )
    made = Portfolio(taxonomy, ())

    assert [one.id for one in made.conventions(program())] == ["all"]
    assert made.conventions(campaign("1")) == ()


@pytest.mark.parametrize(
    ("record", "convention", "form"),
    [
        (program(), "program", "event"),
        (program("WBN_20250324_Robotics", created=date(2025, 3, 1)), "program", "old"),
        (program("WBN_20250324_Robotics"), "program", None),
        (program("FY27Q1_Robotics"), "always_on", "1"),
        (program("FY27Q1_Robotics", other={"team": "field"}), "always_on", "1"),
        (program("FY27Q1_Robotics", other={"team": "partner"}), "program", None),
        (program("a Robotics"), "asset", "1"),
        (campaign("1"), "asset", None),
        (campaign("1", system="dynamics"), None, None),
    ],
)
def test_the_name(record: Any, convention: str | None, form: str | None) -> None:
    """The first convention by which the name is valid, on its day and for its record, else the first."""
    made, _ = first(record)
    found, name = made.convention(record), made.name(record)

    assert (found and found.id, name and name.form) == (convention, form)


def test_each_record_is_asked() -> None:
    """Records with one name and unlike facts are not taken for one another."""
    field = program("FY27Q1_Robotics", other={"team": "field"})
    partner = program("FY27Q1_Robotics", other={"team": "partner"})
    made = portfolio(field, partner)

    assert made.name(field) is not None
    assert made.name(partner) is None


def test_dates() -> None:
    """The dates of a name with their roles, the days that they cover, and where they stand."""
    made, record = first(program("20260324-20260326_WBN_Robotics"))
    start, end = date(2026, 3, 24), date(2026, 3, 26)

    assert [found[:-1] for found in made.dates(record)] == [
        ("launch", "start", start, start, start, "20260324", (0, 8)),
        ("finish", "end", end, end, end, "20260326", (9, 17)),
    ]
    assert [found.kind.path for found in made.dates(record)] == ["launch", "finish"]


def test_a_period() -> None:
    """A period covers all of its days, by the fiscal calendar."""
    made, record = first(program("FY27Q1_Robotics"))
    (found,) = made.dates(record)

    assert (found.role, found.value) == ("period", Period(2027, "Q", 1, fiscal=True))
    assert (found.first, found.last) == (date(2026, 2, 1), date(2026, 4, 30))


@pytest.mark.parametrize(
    "record", [program("Robotics"), program("a Robotics"), campaign("1", system="dynamics")]
)
def test_no_dates(record: Any) -> None:
    """A name that is not valid, holds no date, or has no convention says no date."""
    made, _ = first(record)

    assert made.dates(record) == []


# -- channels -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("spelling", "system", "code"),
    [
        ("WBN", None, "WBN"),
        ("Webinar", "salesforce", "WBN"),
        ("Live Webinar", "marketo", "WBN"),
        ("Live Webinar", "salesforce", None),
        ("Email", "eloqua", "WBN"),
        ("Email", "marketo", "EML"),
        ("webinar", None, None),
        (None, "marketo", None),
    ],
)
def test_spelt(spelling: str | None, system: str | None, code: str | None) -> None:
    """A channel is spelt exactly as its system does, which counts first, or by its label or code."""
    assert portfolio().channel_spelt(spelling, system) == code


@pytest.mark.parametrize(
    ("record", "code"),
    [
        (program(channel="Direct mail", type="email"), "DM"),
        (program(channel="unheard of", type="email"), "EML"),
        (program(type="email"), "EML"),
        (program(type="event"), "WBN"),
        (campaign("1", type="Online"), None),
        (program("Robotics"), None),
        (program("20260324_EML_Robotics"), "EML"),
        (Member(status="Attended", channel="Live Webinar", system="marketo"), "WBN"),
        (Member(status="Attended", program="20260324_WBN_Robotics"), None),
    ],
)
def test_the_channel(record: Any, code: str | None) -> None:
    """As the record spells it, else the only one with its type, else the one in its name; a member only spells it."""
    made, _ = first(record)
    found = made.channel(record)

    assert (found and found.name) == code


# -- facts --------------------------------------------------------------------------------------------------


def test_facts() -> None:
    """Everything known as text, under the system's keys and the taxonomy's."""
    other = {"Webinar Platform": "Zoom", "Seats__c": 40, "IsVip": True, "Blank": "", "Tags": ["a"]}
    made, record = first(
        program(
            start=date(2026, 3, 24), created=datetime(2026, 3, 5, 8, tzinfo=UTC), active=False, other=other
        )
    )

    assert made.facts(record) == {
        "Webinar Platform": "Zoom",
        "webinar_platform": "Zoom",
        "Seats__c": "40",
        "seats": "40",
        "IsVip": "true",
        "is_vip": "true",
        "system": "marketo",
        "id": "1",
        "name": "20260324_WBN_Robotics",
        "created": "2026-03-05",
        "active": "false",
        "start": "2026-03-24",
        "channel": "WBN",
        "attribution": "online",
        "object": "program",
        "has_children": "false",
    }


def test_facts_of_a_family() -> None:
    """A parent has children, and a child knows the name of its parent."""
    top, child = campaign("1"), campaign("2", parent_id="1", channel="Email")
    made = portfolio(top, child)

    assert made.facts(top)["has_children"] == "true"
    assert "parent" not in made.facts(top)
    assert made.facts(child)["parent"] == "C1"
    assert made.facts(child)["channel"] == "EML"
    assert "attribution" not in made.facts(child)


def test_own_fields_count_before_others() -> None:
    """A field of the record itself is not hidden by a key of the system."""
    made, record = first(program(status="on", other={"Status": "off", "Object": "asset"}))

    assert (made.facts(record)["status"], made.facts(record)["Status"]) == ("on", "off")
    assert made.facts(record)["object"] == "program"


@pytest.mark.parametrize(
    ("key", "expected"),
    [
        ("Webinar Platform", "webinar_platform"),
        ("WebinarPlatform__c", "webinar_platform"),
        ("hs_name", "hs_name"),
        ("URL", "url"),
        ("Cost (EUR)", "cost_eur"),
        ("", ""),
    ],
)
def test_snake(key: str, expected: str) -> None:
    """Keys of systems as a taxonomy would call them."""
    assert snake(key) == expected
