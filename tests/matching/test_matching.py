"""Which program is matched with which campaign, how, and how sure that is."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from mops_taxonomy import Taxonomy
from mops_taxonomy.matching import matched
from mops_taxonomy.portfolio import Portfolio
from mops_taxonomy.records import Campaign, PeriodCost, Program

TAXONOMY = Taxonomy.load(
    {
        "taxonomy": "acme",
        "channels": {"WBN": {"label": "Webinar", "campaign_type": "Webinar"}},
        "vocabularies": {"region": {"terms": ["EMEA", "AMER"]}},
        "fields": {
            "launch": {"kind": "date", "format": ["{YYYY}{MM}{DD}", "{YYYY}-{MM}-{DD}"], "role": "start"},
            "region": {"kind": "term", "vocabulary": "region"},
            "title": {"kind": "text", "characters": "A-Za-z0-9", "joiner": "-"},
        },
        "conventions": {
            "program": {
                "object": "program",
                "systems": ["salesforce"],
                "forms": ["{launch}_{region}_{title}"],
            }
        },
    }
)


def program(number: int, name: str, **others: Any) -> Program:
    return Program(system=others.pop("system", "marketo"), id=str(number), name=name, **others)


def campaign(letter: str, name: str, **others: Any) -> Campaign:
    return Campaign(
        system=others.pop("system", "salesforce"), id=f"701Hn000000{letter * 4}AAA", name=name, **others
    )


def made(*records: Any) -> list[tuple[str | None, str, str, float, str]]:
    """The matches: the program's id, the letter of the campaign's, the way, the confidence and the words."""
    found = matched(Portfolio(TAXONOMY, records, today=date(2026, 11, 22))).matches
    return [(one.program.id, str(one.campaign.id)[-4], one.way, one.confidence, one.why) for one in found]


LINKED = ("id", 1.0, "the program is linked with it")
KNOWN = ("id", 1.0, "the campaign holds the id of the program")
NAMED = ("name", 0.98, "the same name")
DATED = ("name", 0.9, "the same name, which several have, and the same dates")
ORDERED = ("name", 0.6, "the same name, which several have")
VALUED = ("values", 0.95, "a name with the same values, spelt in another way")
FOLDED = ("nearest", 0.93, "the same name but for case, delimiters, white space and look-alikes")
CUT = ("nearest", 0.9, "a name that is the first 80 characters of the program's")
LINK = "701Hn000000aaaaAAA"
DAY, OTHER_DAY = date(2026, 3, 24), date(2026, 4, 7)
LONG = "20260324_EMEA_How-Robots-And-People-Work-Together-In-The-Factories-Of-Tomorrow-In-Winter"

CASES = {
    "the link goes before the name": (
        [program(1, "Kitchens", campaign_id=LINK), campaign("a", "Robotics"), campaign("b", "Kitchens")],
        [("1", "a", *LINKED)],
    ),
    "an id of 15 characters is the same as one of 18": (
        [program(1, "Kitchens", campaign_id=LINK[:15]), campaign("a", "Robotics")],
        [("1", "a", *LINKED)],
    ),
    "the campaign may be the one that knows": (
        [program(1, "Kitchens"), campaign("a", "Robotics", other={"Marketo_Program_ID__c": "1"})],
        [("1", "a", *KNOWN)],
    ),
    "what a campaign knows as a number": (
        [
            program(1, "Kitchens"),
            campaign("a", "Robotics", other={"Links": [{}], "program_id": 1, "Rating": None}),
        ],
        [("1", "a", *KNOWN)],
    ),
    "of two campaigns that know one program neither is certain": (
        [
            program(1, "Kitchens"),
            campaign("a", "Robotics", other={"program_id": "1"}),
            campaign("b", "Logistics", other={"program_id": "1"}),
        ],
        [],
    ),
    "the link of the program goes before what a campaign knows": (
        [
            program(1, "Kitchens", campaign_id=LINK),
            campaign("a", "Robotics"),
            campaign("b", "Logistics", other={"program_id": "1"}),
        ],
        [("1", "a", *LINKED)],
    ),
    "of two programs with one link it is the one that the campaign knows": (
        [
            program(1, "Robotics", campaign_id=LINK),
            program(2, "Kitchens", campaign_id=LINK),
            campaign("a", "Robotics", other={"program_id": "2"}),
        ],
        [("2", "a", *LINKED)],
    ),
    "else the one with its name": (
        [
            program(1, "Kitchens", campaign_id=LINK),
            program(2, "Robotics", campaign_id=LINK),
            campaign("a", "Robotics"),
        ],
        [("2", "a", *LINKED)],
    ),
    "else the first; the other is matched by name, not by likeness": (
        [
            program(1, "Kitchens", campaign_id=LINK),
            program(2, "Logistics-Now", campaign_id=LINK),
            program(3, "Metals-Now", campaign_id=LINK),
            campaign("a", "Robotics"),
            campaign("b", "Logistics-Now"),
            campaign("c", "Metals_Now"),
        ],
        [("1", "a", *LINKED), ("2", "b", *NAMED)],
    ),
    "a link to what is not there leaves the name": (
        [program(1, "Kitchens", campaign_id="701Hn000000zzzzAAA"), campaign("a", "Kitchens")],
        [("1", "a", *NAMED)],
    ),
    "the same name": (
        [
            program(1, "Kitchens"),
            program(2, "Robotics"),
            campaign("a", "Robotics"),
            campaign("b", "Kitchens"),
        ],
        [("1", "b", *NAMED), ("2", "a", *NAMED)],
    ),
    "of several with the name, the one with the same dates": (
        [
            program(1, "Kitchens", start=DAY),
            program(2, "Kitchens", start=OTHER_DAY),
            campaign("a", "Kitchens"),
            campaign("b", "Kitchens", start=OTHER_DAY),
            campaign("c", "Kitchens", start=DAY),
        ],
        [("1", "c", *DATED), ("2", "b", *DATED)],
    ),
    "of several without dates, the first": (
        [program(1, "Kitchens"), campaign("a", "Kitchens"), campaign("b", "Kitchens")],
        [("1", "a", *ORDERED)],
    ),
    "the same values": (
        [program(1, "20260324_EMEA_Robotics"), campaign("a", "2026-03-24_EMEA_Robotics")],
        [("1", "a", *VALUED)],
    ),
    "what people overlook": (
        [program(1, "Robotics In Kitchens"), campaign("a", "robotics_in__\u039aitchens ")],
        [("1", "a", *FOLDED)],
    ),
    "a name of delimiters alone is like no other": ([program(1, "---"), campaign("a", "___")], []),
    "cut at 80": ([program(1, LONG), campaign("a", LONG[:80])], [("1", "a", *CUT)]),
    "two that are cut to the same tell nothing": (
        [program(1, LONG), program(2, LONG + "-Again"), campaign("a", LONG[:80])],
        [],
    ),
    "a slip": (
        [program(1, "20260324_EMEA_Customer-Stories"), campaign("a", "20260324_EMEA_Customer-Storys")],
        [("1", "a", "nearest", 0.83, "the nearest name, 93 % alike")],
    ),
    "two as near as each other are neither": (
        [
            program(1, "20260324_EMEA_Customer-Stories"),
            campaign("a", "20260324_EMEA_Customer-Storiez"),
            campaign("b", "20260324_EMEA_Customer-Storiex"),
        ],
        [],
    ),
    "of two near ones the record decides": (
        [
            program(1, "20260324_EMEA_Customer-Stories", start=DAY),
            campaign("a", "20260324_EMEA_Customer-Storiez", start=OTHER_DAY),
            campaign("b", "20260324_EMEA_Customer-Storiex", start=DAY),
        ],
        [("1", "b", "nearest", 0.87, "the nearest name, 96 % alike")],
    ),
    "what starts on another day at another cost is another thing": (
        [
            program(
                1, "20260324_EMEA_Customers", start=DAY, costs=(PeriodCost(amount=Decimal(9), start=DAY),)
            ),
            campaign("a", "20260407_EMEA_Customers", start=OTHER_DAY, actual_cost=Decimal(8)),
        ],
        [],
    ),
    "names with little in common are not near": (
        [program(1, "20260324_EMEA_Robotics"), campaign("a", "20260324_EMEA_Kitchens-Of-Today")],
        [],
    ),
    "what doubles another record has not drifted": (
        [
            program(1, "20260324_EMEA_Customers", campaign_id=LINK),
            program(2, "20260325_EMEA_Customers"),
            campaign("a", "20260324_EMEA_Customers"),
            campaign("b", "20260324_EMEA_Customers"),
        ],
        [("1", "a", *LINKED)],
    ),
    "each system of marketing automation has its own matches": (
        [program(1, "Kitchens"), program(2, "Kitchens", system="hubspot"), campaign("a", "Kitchens")],
        [("1", "a", *NAMED), ("2", "a", *NAMED)],
    ),
    "what was read twice counts once": (
        [
            program(1, "Kitchens"),
            program(1, "Kitchens"),
            campaign("a", "Kitchens"),
            campaign("a", "Kitchens"),
        ],
        [("1", "a", *NAMED)],
    ),
    "nothing": ([], []),
}


@pytest.mark.parametrize(("records", "expected"), CASES.values(), ids=CASES)
def test_matches(records: list[Any], expected: list[Any]) -> None:
    """The surest way there is makes the match, and says so; what is not clear is not matched."""
    assert made(*records) == expected


def test_the_numbers_of_a_series_are_kept_apart() -> None:
    """Two names that differ in a number field are two things, however alike."""
    taxonomy = Taxonomy.load(
        {
            "taxonomy": "acme",
            "fields": {
                "title": {"kind": "text", "characters": "A-Za-z"},
                "variant": {"kind": "integer", "format": "v{n}", "width": 2},
            },
            "conventions": {
                "program": {"object": "program", "systems": ["salesforce"], "forms": ["{title}_{variant}"]}
            },
        }
    )
    records: list[Any] = [program(1, "CustomerStories_v01"), campaign("a", "CustomerStories_v02")]

    assert matched(Portfolio(taxonomy, records)).matches == []


def test_what_is_left() -> None:
    """Programs and campaigns without a match are told, and the matches of each record."""
    records: list[Any] = [
        program(1, "Kitchens", campaign_id=LINK),
        program(2, "Robotics", campaign_id=LINK),
        program(3, "Logistics"),
        program(4, "Kitchens", system="hubspot"),
        campaign("a", "Kitchens"),
        campaign("b", "Metals", parent_id=LINK),
    ]
    matching = matched(Portfolio(TAXONOMY, records))

    assert [one.id for one in matching.programs] == ["2", "3"]
    assert [one.name for one in matching.campaigns] == ["Metals"]
    assert [(one.program.id, one.campaign.name, one.other.id) for one in matching.linked_twice] == [
        ("2", "Kitchens", "1")
    ]
    assert [len(matching.of(one)) for one in records] == [1, 0, 0, 1, 2, 0]
    assert matching.links == {"marketo"}
    assert matching.has_parents("salesforce")
    assert not matching.has_parents("dynamics")


def test_the_order_of_the_records_does_not_matter() -> None:
    """Where everything is told apart, the same pairs are found whatever the order of the records."""
    records = [
        program(1, "Kitchens"),
        program(2, "20260324_EMEA_Customer-Stories"),
        program(3, LONG),
        campaign("a", LONG[:80]),
        campaign("b", "Kitchens"),
        campaign("c", "20260324_EMEA_Customer-Storys"),
    ]

    assert {one[:2] for one in made(*records)} == {("1", "b"), ("2", "c"), ("3", "a")}
    assert {one[:2] for one in made(*reversed(records))} == {("1", "b"), ("2", "c"), ("3", "a")}
