"""What came of holding programs and campaigns against each other, and what would put it right."""

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from mops_taxonomy import Taxonomy
from mops_taxonomy.portfolio import Portfolio
from mops_taxonomy.reconciling import Reconciliation, reconciled
from mops_taxonomy.reconciling.text import lines
from mops_taxonomy.records import Campaign, PeriodCost, Program
from tests.benchmarks.planted import bare, planted, score

TAXONOMY: dict[str, Any] = {
    "taxonomy": "acme",
    "vocabularies": {"region": {"terms": ["EMEA", "AMER"]}},
    "channels": {"WBN": {"label": "Webinar", "campaign_type": "Webinar"}},
    "fields": {
        "launch": {"kind": "date", "format": "{YYYY}{MM}{DD}", "role": "start"},
        "region": {"kind": "term", "vocabulary": "region"},
        "title": {"kind": "text", "characters": "A-Za-z0-9", "joiner": "-"},
    },
    "conventions": {
        "program": {"object": "program", "systems": ["salesforce"], "forms": ["{launch}_{region}_{title}"]}
    },
}
DAY = date(2026, 3, 24)
TODAY = date(2026, 11, 22)
NAME = "20260324_EMEA_Robotics"
A, B, C = (f"701Hn000000{letter * 4}AAA" for letter in "abc")


def program(number: int, name: str = NAME, **others: Any) -> Program:
    return Program(system=others.pop("system", "marketo"), id=str(number), name=name, **others)


def campaign(identity: str, name: str = NAME, **others: Any) -> Campaign:
    return Campaign(system="salesforce", id=identity, name=name, **others)


def result(*records: Any, **taxonomy: Any) -> Reconciliation:
    return reconciled(Portfolio(Taxonomy.load({**TAXONOMY, **taxonomy}), records, today=TODAY))


def test_every_change_of_a_sure_match() -> None:
    """Each field that differs goes from the program to its campaign; what is right does not change."""
    found = result(
        program(
            1, channel="Webinar", campaign_id=A, start=DAY, end=DAY, active=True,
            costs=(PeriodCost(amount=Decimal(9), start=DAY),),
        ),
        campaign(
            A, "20260317_EMEA_Robotics", type="Email", start=date(2026, 3, 17), end=date(2026, 3, 17), active=False,
            actual_cost=Decimal(8),
        ),
        program(2, "20260407_EMEA_Kitchens"),
        campaign(B, "20260407_EMEA_Kitchens"),
    )  # fmt: skip

    assert [(change.record.id, dict(change.fields)) for change in found.changes] == [
        (
            A,
            {
                "name": ("20260317_EMEA_Robotics", NAME),
                "type": ("Email", "Webinar"),
                "actual_cost": (Decimal(8), Decimal(9)),
                "active": (False, True),
                "start": (date(2026, 3, 17), DAY),
                "end": (date(2026, 3, 17), DAY),
            },
        )
    ]
    assert found.held == ()


def test_the_program_changes_where_it_is_wrong() -> None:
    """A name that only the campaign has right goes to the program."""
    found = result(program(1, "20260324_EMAE_Robotics", campaign_id=A), campaign(A))

    assert [(one.record.object, dict(one.fields)) for one in found.changes] == [
        ("program", {"name": ("20260324_EMAE_Robotics", NAME)})
    ]


def test_the_program_takes_the_dates_of_its_campaign_where_its_own_cannot_be_right() -> None:
    """It ends before it starts, or starts on another day than both names say: the campaign stays as it is."""
    before = date(2026, 3, 1)
    found = result(
        program(1, campaign_id=A, start=DAY, end=before),
        campaign(A, start=DAY, end=DAY),
        program(2, "20260324_EMEA_Kitchens", campaign_id=B, start=before),
        campaign(B, "20260324_EMEA_Kitchens", start=DAY),
    )

    assert [(change.record.id, dict(change.fields)) for change in found.changes] == [
        ("1", {"end": (before, DAY)}),
        ("2", {"start": (before, DAY)}),
    ]


def test_a_frozen_name_is_right() -> None:
    """Where only the campaign's name is frozen, it is the program that was renamed; people put that right."""
    freeze = {
        "rules": "MT301",
        "names": ["20260317_EMEA_Robotics"],
        "frozen": True,
        "owner": "ana",
        "reason": "links",
    }
    found = result(program(1, campaign_id=A), campaign(A, "20260317_EMEA_Robotics"), waivers=[freeze])

    assert [(one.code, one.record) for one in found] == [("MT503", f"marketo program 1 '{NAME}'")]
    assert found.changes == ()
    assert [(one.record.id, one.new, one.reason) for one in found.held] == [
        ("1", "20260317_EMEA_Robotics", "frozen by ana")
    ]


def test_what_was_read_twice_counts_once() -> None:
    """Exports overlap: a record is one, however often it was read."""
    once = [program(1, campaign_id=A), campaign(A), program(2), campaign(B, "Robotics")]
    again = [one.model_copy() for one in once]

    for records in ((*once, *once), (*once, *again)):
        found = result(*records)
        assert (found.programs, found.campaigns, len(found.matches)) == (2, 2, 1)


def test_a_parent_is_moved() -> None:
    """The campaign goes below the campaign of its program's parent."""
    found = result(
        program(1, "Above"),
        program(2, "Below", parent_id="1"),
        campaign(A, "Above"),
        campaign(B, "Below", parent_id=C),
    )

    assert [(one.record.id, dict(one.fields)) for one in found.changes] == [(B, {"parent_id": (C, A)})]


FROZEN = {"rules": "MT301", "names": "Robotics", "frozen": True, "owner": "ana", "reason": "printed already"}
HELD = {
    "a record that a waiver freezes": (
        [program(1, campaign_id=A), campaign(A, "Robotics")],
        {"waivers": [FROZEN]},
        ("name", "frozen by ana"),
    ),
    "a match that is not sure": (
        [program(1, "20260324_EMEA_Customer-Stories"), campaign(A, "20260324_EMEA_Customer-Storys")],
        {},
        ("name", "the match is not sure: the nearest name, 93 % alike"),
    ),
    "a name that another one has": (
        [program(1, campaign_id=A), campaign(A, "Robotics"), campaign(B)],
        {},
        ("name", "another campaign has this name"),
    ),
    "what two programs disagree about": (
        [
            program(1, campaign_id=A, active=True),
            program(2, campaign_id=A, active=True, system="hubspot", end=DAY),
            program(3, campaign_id=A, system="eloqua", end=TODAY),
            campaign(A, end=date(2026, 1, 1)),
        ],
        {},
        ("end", "another program has another value"),
    ),
}


@pytest.mark.parametrize(("records", "taxonomy", "expected"), HELD.values(), ids=HELD)
def test_held_changes(records: list[Any], taxonomy: dict[str, Any], expected: tuple[str, str]) -> None:
    """What is not sure, forbidden or in the way of something else is left to people, with the reason."""
    found = result(*records, **taxonomy)

    assert [(one.field, one.reason) for one in found.held] == [expected]
    assert all(expected[0] not in one.fields or expected[0] == "end" for one in found.changes)


def test_no_name_is_given_twice() -> None:
    """Of two campaigns that would get one name, the first gets it."""
    found = result(
        program(1, campaign_id=A), program(2, campaign_id=B), campaign(A, "Robotics"), campaign(B, "Kitchens")
    )

    assert [one.record.id for one in found.changes] == [A]
    assert [(one.record.id, one.reason) for one in found.held] == [(B, "another campaign has this name")]


@pytest.mark.parametrize(
    "taxonomy",
    [
        {"severity": {"MT503": "off"}},
        {"waivers": [{"rules": "MT503", "names": "Robotics", "owner": "ana", "reason": "the brand's name"}]},
    ],
    ids=["off", "waived"],
)
def test_what_is_no_finding_is_not_changed(taxonomy: dict[str, Any]) -> None:
    """A difference that the taxonomy lets stand stays as it is."""
    found = result(program(1, campaign_id=A), campaign(A, "Robotics"), **taxonomy)

    assert (found.findings, found.changes, found.held) == ((), (), ())


def test_a_name_that_is_too_long_is_not_written() -> None:
    """What the CRM has no room for is no change."""
    found = result(program(1, "20260324_EMEA_" + "x" * 80, campaign_id=A), campaign(A))

    assert [one.code for one in found.findings] == ["MT503"]
    assert (found.changes, found.held) == ((), ())


MIXED = (
    program(1, campaign_id=A, active=True),
    program(2, "20260407_EMEA_Kitchens"),
    program(3, "20260408_EMEA_Customer-Stories"),
    program(4, "20260501_EMEA_Wheels"),
    campaign(A, "20260317_EMEA_Robotics", active=False),
    campaign(B, "20260407_EMEA_Kitchens"),
    campaign(C, "20260408_EMEA_Customer-Storys"),
    campaign("701Hn000000ddddAAA", "Something else"),
)

TEXT = """\
matched: 3 of 4 programs and 4 campaigns (1 by id, 1 by name, 1 by the nearest name)
not sure: 1
  marketo program 3 '20260408_EMEA_Customer-Stories' is salesforce campaign 701Hn000000ccccAAA \
'20260408_EMEA_Customer-Storys': the nearest name, 93 % alike

different: 4

MT501 program without campaign, 1: Marketo brings neither its members and their statuses nor its period costs into \
Salesforce
  marketo program 3 '20260408_EMEA_Customer-Stories': warning: it is not linked with a campaign; salesforce campaign \
701Hn000000ccccAAA is its campaign by the nearest name, 93 % alike (likely)
      did you mean 701Hn000000ccccAAA (20260408_EMEA_Customer-Storys)?

MT503 names differ, 2: whatever joins the two systems by name does not find the partner
  salesforce campaign 701Hn000000aaaaAAA '20260317_EMEA_Robotics': the name differs from that of marketo program 1 in \
`launch`: `20260317` here is `20260324` there
      20260317_EMEA_Robotics
      ^^^^^^^^  did you mean 20260324_EMEA_Robotics?
  salesforce campaign 701Hn000000ccccAAA '20260408_EMEA_Customer-Storys': the name differs from that of marketo \
program 3 in `title`: `Storys` here is `Stories` there (likely)
      20260408_EMEA_Customer-Storys
                             ^^^^^^  did you mean 20260408_EMEA_Customer-Stories?

MT508 active on one side only, 1: what runs now differs by the system that one asks
  salesforce campaign 701Hn000000aaaaAAA '20260317_EMEA_Robotics': warning: it is not active, and marketo program 1 is
      expected active

orphaned: 2

MT501 program without campaign, 1: Marketo brings neither its members and their statuses nor its period costs into \
Salesforce
  marketo program 4 '20260501_EMEA_Wheels': warning: no campaign corresponds to it
      expected a campaign of the same name

MT502 campaign without program, 1: nothing of marketing automation is counted in it
  salesforce campaign 701Hn000000ddddAAA 'Something else': warning: no program corresponds to it
      expected a program of the same name

waived: 1 finding

left to people: 1 change: the match is not sure (1)
"""


def mixed() -> Reconciliation:
    waiver = {"rules": "MT501", "names": "20260407_EMEA_Kitchens", "owner": "ana", "reason": "linked by hand"}
    return result(*MIXED, waivers=[waiver])


def test_text() -> None:
    """People read what corresponds and how, what differs and what stands alone, by kind."""
    assert "".join(f"{line}\n" for line in lines(mixed())) == TEXT


def test_text_of_nothing() -> None:
    """Where all is well, it says so in three lines."""
    found = result(program(1), campaign(A))

    assert list(lines(found)) == [
        "matched: 1 of 1 program and 1 campaign (1 by name)", "", "different: 0", "", "orphaned: 0",
    ]  # fmt: skip


def test_plain_data() -> None:
    """Programs read every match, finding and change, whole, as JSON holds it."""
    plain = json.loads(json.dumps(mixed().to_dict()))

    assert {key: plain[key] for key in ("programs", "campaigns", "ways")} == {
        "programs": 4,
        "campaigns": 4,
        "ways": {"id": 1, "name": 1, "nearest": 1},
    }
    assert plain["matched"][2] == {
        "program": {
            "object": "program", "system": "marketo", "id": "3", "name": "20260408_EMEA_Customer-Stories",
        },
        "campaign": {
            "object": "campaign", "system": "salesforce", "id": C, "name": "20260408_EMEA_Customer-Storys",
        },
        "way": "nearest",
        "confidence": 0.83,
        "why": "the nearest name, 93 % alike",
    }  # fmt: skip
    assert [one["code"] for one in plain["different"]] == ["MT501", "MT503", "MT503", "MT508"]
    assert [one["code"] for one in plain["orphaned"]] == ["MT501", "MT502"]
    assert [one["code"] for one in plain["waived"]] == ["MT501"]
    assert [one["fields"] for one in plain["changes"]] == [
        {
            "name": {"old": "20260317_EMEA_Robotics", "new": NAME},
            "active": {"old": False, "new": True},
        }
    ]
    assert plain["held"] == [
        {
            "record": plain["matched"][2]["campaign"],
            "field": "name",
            "old": "20260408_EMEA_Customer-Storys",
            "new": "20260408_EMEA_Customer-Stories",
            "reason": "the match is not sure: the nearest name, 93 % alike",
        }
    ]


def test_the_changes_put_it_right() -> None:
    """Records to which the changes have been made have no difference left that was to be put right."""
    before = planted(300, links=True, share=0.5).portfolio
    found = reconciled(before)
    changed = {(one.record.system, one.record.id): one.applied for one in found.changes}
    records: list[Any] = [changed.get((one.system, one.id), one) for one in before.records]
    after = reconciled(Portfolio(before.taxonomy, records, today=before.today))

    assert len(found.changes) > 30
    assert after.changes == ()
    assert {one.code for one in found.findings} - {one.code for one in after.findings} == {
        "MT504", "MT507", "MT508", "MT509",
    }  # fmt: skip


@pytest.mark.parametrize(("links", "least"), [(True, (1.0, 1.0)), (False, (0.98, 0.95))])
@pytest.mark.parametrize("seed", [1, 2, 3])
def test_planted_faults_are_found(links: bool, least: tuple[float, float], seed: int) -> None:
    """Every planted fault is reported once and nothing else; nearly so where programs hold no links."""
    portfolio = planted(300, links=links, seed=seed, share=0.3)
    found = score(portfolio, reconciled(portfolio.portfolio).findings)

    assert found.right > 50
    assert found.precision >= least[0]
    assert found.recall >= least[1]


def test_planted_faults_are_found_by_names_alone() -> None:
    """Where neither links nor dates nor costs are known, the names tell nearly all."""
    portfolio = bare(planted(300, links=False, share=0.3))
    found = score(portfolio, reconciled(portfolio.portfolio).findings)

    assert found.precision >= 0.95
    assert found.recall >= 0.95
