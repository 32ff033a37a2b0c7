"""Records made from names, and the names that records give."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

import pytest

from mops_taxonomy import InvalidName, InvalidValues, Taxonomy
from mops_taxonomy.records import Campaign, Program, Record

DOCUMENT: dict[str, Any] = {
    "taxonomy": "acme",
    "version": 1,
    "fiscal_year_start": 2,
    "channels": {
        "WBN": {
            "label": "Webinar",
            "codes": {"marketo": "Live Webinar"},
            "program_type": "event_with_webinar",
            "campaign_type": "Webinar",
            "message": "marketing",
        },
        "EML": {"label": "Email"},
        "PIG": {},
    },
    "fields": {
        "launch": {"kind": "date", "format": ["{YYYY}{MM}{DD}", "{YYYY}-{MM}-{DD}"], "role": "start"},
        "finish": {"kind": "date", "format": "{YYYY}{MM}{DD}", "role": "end"},
        "sending": {"kind": "date", "format": "{YYYY}{MM}{DD}", "role": "send"},
        "gone": {"kind": "date", "format": "x{YYYY}{MM}{DD}", "role": "expiry"},
        "entered": {"kind": "date", "format": "{YYYY}{MM}{DD}"},
        "month": {"kind": "date", "format": "{YYYY}-{MM}", "role": "start"},
        "quarter": {"kind": "date", "format": "FY{FY}Q{Q}", "role": "period"},
        "evergreen": {"kind": "term", "terms": ["EVG"]},
        "channel": {"kind": "term", "vocabulary": "channels"},
        "region": {"kind": "term", "terms": ["EMEA", "APAC"], "accept": "case"},
        "title": {"kind": "text", "characters": "A-Za-z0-9", "joiner": "-"},
        "audience": {"kind": "text", "characters": "A-Z"},
    },
    "conventions": {
        "program": {
            "object": "program",
            "forms": [
                {"name": "event", "template": "{launch}{?_{finish}}_{region}_{channel}_{title}{?_{gone}}"},
                {"name": "always_on", "template": "{quarter|evergreen}_{channel}_{title}"},
                {"name": "mail", "template": "mail {sending} {entered} {title}", "when": {"channel": "EML"}},
                {
                    "name": "old",
                    "template": "{launch}__{region}_{channel}_{title}",
                    "tolerated": "once so",
                    "replaced_by": "event",
                },
            ],
        },
        "monthly": {"object": "program", "forms": ["{month} {title}"]},
        "campaign": {"object": "campaign", "forms": ["{launch}_{channel}_{title}", "{title} for {audience}"]},
        "asset": {"forms": ["{title}"]},
    },
}


@pytest.fixture(scope="module")
def taxonomy() -> Taxonomy:
    """Programs of several kinds, and campaigns."""
    return Taxonomy.load(DOCUMENT)


FROM_NAMES: list[tuple[str, type[Record], dict[str, Any], dict[str, Any]]] = [
    (
        "20260324_20260326_EMEA_WBN_Robotics_x20260930",
        Program,
        {"system": "marketo", "id": "7"},
        {
            "start": date(2026, 3, 24),
            "end": date(2026, 3, 26),
            "expiry": date(2026, 9, 30),
            "channel": "Live Webinar",
            "type": "event_with_webinar",
            "message": "marketing",
            "system": "marketo",
            "id": "7",
        },
    ),
    (
        "20260324_WBN_Robotics",
        Campaign,
        {"system": "salesforce"},
        {
            "start": date(2026, 3, 24),
            "channel": "Webinar",
            "type": "Webinar",
            "message": "marketing",
            "system": "salesforce",
        },
    ),
    ("FY27Q1_EML_Robotics", Program, {}, {"channel": "Email", "other": {"quarter": "FY2027-Q1"}}),
    ("EVG_PIG_Robotics", Program, {}, {"channel": "PIG"}),
    ("mail 20260324 20260301 Robotics", Program, {}, {"send": date(2026, 3, 24)}),
    ("2026-03 Robotics", Program, {}, {"other": {"month": "2026-03"}}),
    (
        "2026-03-24_emea_WBN_Robotics",
        Program,
        {"start": date(2026, 4, 1), "type": "event", "other": {"PLM": 1}},
        {
            "start": date(2026, 4, 1),
            "type": "event",
            "channel": "Webinar",
            "message": "marketing",
            "other": {"PLM": 1},
        },
    ),
]


@pytest.mark.parametrize(
    ("text", "kind", "fields", "expected"), FROM_NAMES, ids=[row[0] for row in FROM_NAMES]
)
def test_a_name_tells_its_record(
    text: str, kind: type[Record], fields: dict[str, Any], expected: dict[str, Any], taxonomy: Taxonomy
) -> None:
    """Days by their roles, the channel and what it decides, periods beside; what is given goes before."""
    record = kind.from_name(text, taxonomy, **fields)

    assert record == kind(name=text, **expected)


def test_a_convention_alone_knows_how_channels_are_spelt(taxonomy: Taxonomy) -> None:
    """Types and messages are known to the taxonomy only."""
    program = Program.from_name(
        "20260324_EMEA_WBN_Robotics", taxonomy.convention("program"), system="marketo"
    )

    assert program == Program(
        name="20260324_EMEA_WBN_Robotics",
        system="marketo",
        start=date(2026, 3, 24),
        channel="Live Webinar",
    )


def test_a_text_that_is_no_name_makes_no_record(taxonomy: Taxonomy) -> None:
    """The findings are those of the first convention for such objects."""
    with pytest.raises(InvalidName) as caught:
        Program.from_name("20260230_EMEA_WBN_Robotics", taxonomy)

    assert [str(finding) for finding in caught.value.findings] == [
        "MT104 `20260230` is not a date in `launch`: February 2026 has 28 days"
    ]


def test_a_text_that_is_no_name_of_a_convention_makes_no_record(taxonomy: Taxonomy) -> None:
    """A convention alone is enough to say so."""
    with pytest.raises(InvalidName):
        Campaign.from_name("FY27Q1_EML_Robotics", taxonomy.convention("monthly"))


def test_what_is_known_besides_chooses_the_form(taxonomy: Taxonomy) -> None:
    """The channel of the fields, as the system spells it, and what else is said of the record."""
    text = "mail 20260324 20260301 Robotics"

    assert Program.from_name(text, taxonomy, channel="Email").send == date(2026, 3, 24)
    with pytest.raises(InvalidName):
        Program.from_name(text, taxonomy, channel="Webinar")
    with pytest.raises(InvalidName):
        Program.from_name(text, taxonomy, record={"channel": "WBN"})


def test_a_record_is_judged_by_its_creation_or_the_day_asked_for() -> None:
    """A form that is over makes records of its time."""
    taxonomy = Taxonomy.load(
        {
            "taxonomy": "acme",
            "version": 1,
            "fields": {"title": {"kind": "text"}},
            "conventions": {
                "program": {
                    "object": "program",
                    "forms": [
                        {"template": "new {title}", "since": "2026-01-01"},
                        {"template": "old {title}", "until": "2025-12-31"},
                    ],
                }
            },
        }
    )
    program = Program.from_name("old Expo", taxonomy, created=datetime(2025, 5, 1, 12, 0))  # noqa: DTZ001

    assert program.to_name(taxonomy) == "old Expo"
    assert Program.from_name("old Expo", taxonomy, as_of="2025-05-01").created is None
    assert program.to_name(taxonomy, as_of="2026-05-01", title="Expo") == "new Expo"
    with pytest.raises(InvalidName):
        Program.from_name("old Expo", taxonomy, as_of="2026-05-01")


def test_a_taxonomy_without_names_for_such_objects_makes_none() -> None:
    """Which convention is meant cannot be guessed."""
    taxonomy = Taxonomy.load({**DOCUMENT, "conventions": {"asset": {"forms": ["{title}"]}}})

    with pytest.raises(KeyError, match="no convention of the taxonomy is for campaigns of salesforce"):
        Campaign.from_name("Robotics", taxonomy, system="salesforce")
    with pytest.raises(KeyError, match="no convention of the taxonomy is for programs"):
        Program(name="Robotics").to_name(taxonomy)


def test_a_campaign_follows_the_convention_that_fits_its_system() -> None:
    """Where no names are those of campaigns, the program's name is the campaign's, too."""
    program = {"object": "program", "systems": ["marketo", "salesforce"], "forms": ["{launch}_{title}"]}
    taxonomy = Taxonomy.load({**DOCUMENT, "conventions": {"program": program}})
    campaign = Campaign.from_name("20260324_Expo", taxonomy, system="salesforce")

    assert campaign.start == date(2026, 3, 24)
    assert campaign.model_copy(update={"start": date(2026, 4, 1)}).to_name(taxonomy) == "20260401_Expo"
    with pytest.raises(KeyError, match="no convention of the taxonomy is for campaigns"):
        Campaign.from_name("20260324_Expo", taxonomy)


def test_the_only_convention_need_not_say_its_object() -> None:
    """A small taxonomy has one convention, for whatever is in the systems that its names must fit."""
    only = {"systems": ["marketo"], "forms": ["{launch}_{title}"]}
    taxonomy = Taxonomy.load({**DOCUMENT, "conventions": {"all": only}})

    assert Program.from_name("20260324_Expo", taxonomy, system="marketo").start == date(2026, 3, 24)
    with pytest.raises(KeyError, match="no convention of the taxonomy is for programs of hubspot"):
        Program.from_name("20260324_Expo", taxonomy, system="hubspot")


def test_what_is_no_taxonomy_reads_no_names() -> None:
    """A path in the place of the taxonomy is told as what it is."""
    with pytest.raises(TypeError, match="a Taxonomy or a Convention says how to read names, not str"):
        Program.from_name("20260324_Expo", "taxonomy.yaml")  # type: ignore[arg-type]


TO_NAMES: list[tuple[str, Record, dict[str, Any], str]] = [
    ("as it is", Program(name="20260324_EMEA_WBN_Robotics"), {}, "20260324_EMEA_WBN_Robotics"),
    (
        "written as it should be",
        Program(name="2026-03-24_emea_WBN_Robotics"),
        {},
        "20260324_EMEA_WBN_Robotics",
    ),
    (
        "its dates have moved",
        Program(
            name="20260324_20260326_EMEA_WBN_Robotics",
            start=date(2026, 4, 1),
            end=date(2026, 4, 3),
            expiry=date(2026, 12, 1),
        ),
        {},
        "20260401_20260403_EMEA_WBN_Robotics",
    ),
    (
        "its channel has changed",
        Program(name="20260324_EMEA_WBN_Robotics", system="hubspot", channel="Email"),
        {},
        "20260324_EMEA_EML_Robotics",
    ),
    (
        "its channel is spelt by the system",
        Program(name="20260324_EMEA_EML_Robotics", system="marketo", channel="Live Webinar"),
        {},
        "20260324_EMEA_WBN_Robotics",
    ),
    (
        "an unknown channel is not written",
        Program(name="20260324_EMEA_EML_Robotics", channel="Pigeon"),
        {},
        "20260324_EMEA_EML_Robotics",
    ),
    (
        "its quarter is that of its start",
        Program(name="FY27Q1_WBN_Robotics", start=date(2026, 5, 1)),
        {},
        "FY27Q2_WBN_Robotics",
    ),
    (
        "its quarter holds its start",
        Program(name="FY27Q1_WBN_Robotics", start=date(2026, 4, 30)),
        {},
        "FY27Q1_WBN_Robotics",
    ),
    (
        "what runs on gets no date",
        Program(name="EVG_WBN_Robotics", start=date(2026, 5, 1)),
        {},
        "EVG_WBN_Robotics",
    ),
    (
        "its month is that of its start",
        Program(name="2026-03 Robotics", start=date(2026, 5, 1)),
        {},
        "2026-05 Robotics",
    ),
    (
        "a date without a role stays",
        Program(name="mail 20260324 20260301 Robotics", start=date(2026, 5, 1), send=date(2026, 3, 25)),
        {},
        "mail 20260325 20260301 Robotics",
    ),
    (
        "a tolerated form is written as the one after it",
        Program(name="20260324__EMEA_WBN_Robotics"),
        {},
        "20260324_EMEA_WBN_Robotics",
    ),
    (
        "with other values",
        Program(name="20260324_EMEA_WBN_Robotics"),
        {"region": "APAC", "finish": date(2026, 3, 26)},
        "20260324_20260326_APAC_WBN_Robotics",
    ),
    (
        "by another form",
        Program(name="20260324_EMEA_WBN_Robotics"),
        {"form": "always_on", "quarter": "FY2027-Q1"},
        "FY27Q1_WBN_Robotics",
    ),
    (
        "of what the record holds, where its name is none",
        Program(
            name="Robotics (copy)",
            system="marketo",
            start=date(2026, 3, 24),
            channel="Live Webinar",
            other={"region": "EMEA"},
        ),
        {"title": "Robotics"},
        "20260324_EMEA_WBN_Robotics",
    ),
    (
        "by the first form that is given enough",
        Program(name="?", channel="WBN", start=date(2026, 3, 24)),
        {"title": "Robotics"},
        "FY27Q1_WBN_Robotics",
    ),
    (
        "of its own fields",
        Campaign(name="?", audience="CISO"),
        {"title": "Robotics"},
        "Robotics for CISO",
    ),
]


@pytest.mark.parametrize(("note", "record", "asked", "expected"), TO_NAMES, ids=[row[0] for row in TO_NAMES])
def test_a_record_gives_its_name(
    note: str, record: Record, asked: dict[str, Any], expected: str, taxonomy: Taxonomy
) -> None:
    """What its present name says, with the dates and the channel of the record."""
    del note

    assert record.to_name(taxonomy, **asked) == expected


def test_where_only_tolerated_forms_are_in_force_there_is_nothing_to_write() -> None:
    """Names are never written by a form that is only tolerated."""
    forms = [{"template": "{title}!", "tolerated": "once so"}, {"template": "{title}", "until": "2025-12-31"}]
    taxonomy = Taxonomy.load({**DOCUMENT, "conventions": {"program": {"object": "program", "forms": forms}}})

    with pytest.raises(InvalidValues, match="MT101"):
        Program(name="Expo!").to_name(taxonomy, as_of="2026-03-24")


REFUSED: list[tuple[Record, dict[str, Any], list[str]]] = [
    (
        Program(name="?"),
        {},
        [
            "MT103 `launch` is missing",
            "MT103 `region` is missing",
            "MT103 `channel` is missing",
            "MT103 `title` is missing",
        ],
    ),
    (
        Program(name="20260324_EMEA_WBN_Robotics"),
        {"form": "unheard"},
        ["MT134 there is no form `unheard`; there is `event`, `always_on`, `mail` and `old`"],
    ),
    (
        Program(name="20260324_EMEA_WBN_Robotics"),
        {"quarter": "FY2027-Q1"},
        ["MT131 `quarter` is not a field of the form"],
    ),
    (
        Program(name="20260324_EMEA_WBN_Robotics"),
        {"region": "LATAM"},
        ["MT130 the value does not fit `region`: 'LATAM' is not one of EMEA or APAC"],
    ),
]


@pytest.mark.parametrize(("record", "asked", "expected"), REFUSED, ids=["empty", "form", "field", "value"])
def test_a_record_that_gives_no_name_says_why(
    record: Record, asked: dict[str, Any], expected: list[str], taxonomy: Taxonomy
) -> None:
    """The findings are those of the first form that was tried."""
    with pytest.raises(InvalidValues) as caught:
        record.to_name(taxonomy, **asked)

    assert [str(finding) for finding in caught.value.findings] == expected
