"""What the schemas take, refuse and tell."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from pydantic import ValidationError

from mops_taxonomy import Taxonomy
from mops_taxonomy.records import (
    Campaign,
    Channel,
    Goal,
    Member,
    MemberStatus,
    Origin,
    PeriodCost,
    Program,
    Record,
)

REFUSED: list[tuple[type[Any], dict[str, Any], str]] = [
    (Program, {}, "name"),
    (Program, {"name": None}, "name"),
    (Program, {"name": "A", "start": "2026-03-24"}, "start"),
    (Program, {"name": "A", "operational": "true"}, "operational"),
    (Program, {"name": "A", "colour": "red"}, "colour"),
    (Program, {"name": "A", "message": "spam"}, "message"),
    (Campaign, {"name": "A", "budgeted_cost": 1.5}, "budgeted_cost"),
    (Campaign, {"name": "A", "members": -1}, "members"),
    (MemberStatus, {"name": "Sent", "step": -10}, "step"),
    (Member, {"status": None}, "status"),
]


@pytest.mark.parametrize(("kind", "fields", "field"), REFUSED)
def test_a_record_takes_no_guesses(kind: type[Any], fields: dict[str, Any], field: str) -> None:
    """Texts are no dates and no truths, binary fractions no money, and unknown fields belong into `other`."""
    with pytest.raises(ValidationError) as caught:
        kind(**fields)

    assert [error["loc"] for error in caught.value.errors()] == [(field,)]


def test_a_record_does_not_change() -> None:
    """Records are values: who wants another makes another."""
    program = Program(name="A")

    with pytest.raises(ValidationError):
        program.name = "B"  # type: ignore[misc]
    assert program.model_copy(update={"name": "B"}) == Program(name="B")


TOLD: list[tuple[Record | Member | Origin, str]] = [
    (Program(name="Spring Sale"), "program 'Spring Sale'"),
    (Program(system="marketo", id="1110", name="Spring Sale"), "marketo program 1110 'Spring Sale'"),
    (Campaign(system="salesforce", name="Spring Sale"), "salesforce campaign 'Spring Sale'"),
    (Member(status="Sent"), "member with status 'Sent'"),
    (Member(system="marketo", id="17", status="Sent"), "marketo member 17 with status 'Sent'"),
    (Origin("programs.json", 12, 3, "result[2]"), "programs.json:12"),
    (Origin("programs.json", None, 3, "result[2]"), "programs.json:result[2]"),
    (Origin(), ""),
]


@pytest.mark.parametrize(("record", "expected"), TOLD, ids=[row[1] for row in TOLD])
def test_a_record_is_called_by_what_is_known_of_it(record: Any, expected: str) -> None:
    """The system, the kind, the id and the name, as far as they are known."""
    assert str(record) == expected


def test_where_a_record_was_read_is_not_what_it_says() -> None:
    """The origin is left out of what is written."""
    program = Program(name="A", origin=Origin("programs.csv", 2))

    assert "origin" not in program.model_dump()
    assert program.origin is not None
    assert str(program.origin.place) == "programs.csv:2"


def test_what_a_program_costs_is_the_sum_of_its_months() -> None:
    """No costs are nothing; unknown ones are not known."""
    costs = (
        PeriodCost(amount=Decimal("10.50"), start=date(2026, 3, 1)),
        PeriodCost(amount=Decimal(2), start=date(2026, 4, 1)),
    )

    assert Program(name="A", costs=costs).cost == Decimal("12.50")
    assert Program(name="A", costs=()).cost == 0
    assert Program(name="A").cost is None


def test_a_record_comes_back_from_json() -> None:
    """What is written as JSON is read as the same record."""
    campaign = Campaign(
        system="salesforce",
        id="7012w000000AbCdAAK",
        name="Expo",
        start=date(2026, 3, 24),
        budgeted_cost=Decimal("1200.10"),
        member_statuses=(MemberStatus(name="Sent", step=10, default=True),),
        goal=Goal(metric="registrations", target=40.0),
        other={"Team__c": "Field"},
    )

    assert Campaign.model_validate_json(campaign.model_dump_json()) == campaign


def test_every_field_is_explained() -> None:
    """The JSON Schema says of each field what it holds, as far as its name does not say it all."""
    plain = {"description", "note", "folder", "workspace", "id", "name", "value", "type"}
    for kind in (Program, Campaign, Channel, Member, MemberStatus, Goal, PeriodCost):
        silent = {name for name, field in kind.model_fields.items() if not field.description}
        assert silent <= plain | {"origin"}


DM = Channel(
    name="DM",
    label="Direct mail",
    codes={"marketo": "Gift"},
    statuses=(
        MemberStatus(name="Planned", codes={"zoom": "Later"}),
        MemberStatus(name="Sent", variant="physical", step=20),
        MemberStatus(name="Sent", variant="e-gift", step=30),
        MemberStatus(name="Claimed", variant="e-gift"),
    ),
)


def test_a_channel_and_its_statuses_are_spelt_by_the_system() -> None:
    """By its code there, else by its label; a channel without one by its name."""
    assert [DM.written(system) for system in ("marketo", "eloqua", None)] == [
        "Gift",
        "Direct mail",
        "Direct mail",
    ]
    assert Channel(name="DM").written("marketo") == "DM"
    assert [DM.statuses[0].written(system) for system in ("zoom", "eloqua", None)] == [
        "Later",
        "Planned",
        "Planned",
    ]


def test_a_channel_knows_the_statuses_of_its_variants() -> None:
    """Those of every variant go with each."""
    assert DM.variants == ("physical", "e-gift")
    assert [one.name for one in DM.statuses_for("e-gift")] == ["Planned", "Sent", "Claimed"]
    assert [one.name for one in DM.statuses_for(None)] == ["Planned"]


STATUSES: list[tuple[str, str | None, str | None, int | None]] = [
    ("Planned", None, None, 0),
    ("Later", None, "zoom", 0),
    ("Planned", None, "zoom", None),
    ("planned", None, None, None),
    ("Sent", "e-gift", None, 2),
    ("Sent", None, None, 1),
    ("Claimed", "physical", None, 3),
]


@pytest.mark.parametrize(("name", "variant", "system", "expected"), STATUSES)
def test_a_status_is_found_by_its_letters(
    name: str, variant: str | None, system: str | None, expected: int | None
) -> None:
    """The one of the variant goes before; a status of another variant only is found, too."""
    assert DM.status(name, variant, system) == (None if expected is None else DM.statuses[expected])


def test_the_channels_of_a_taxonomy_are_channels() -> None:
    """With their statuses in order, the steps filled in."""
    taxonomy = Taxonomy.load(
        {
            "taxonomy": "acme",
            "version": 1,
            "channels": {
                "WBN": {
                    "label": "Webinar",
                    "program_type": "event_with_webinar",
                    "campaign_type": "Webinar",
                    "attribution": "online",
                    "message": "marketing",
                    "codes": {"utm": "webinar"},
                    "statuses": ["Invited", {"name": "Attended", "success": True, "step": 50}, "Asked"],
                },
                "EML": "Email",
            },
        }
    )

    assert taxonomy.channels == {
        "WBN": Channel(
            name="WBN",
            label="Webinar",
            program_type="event_with_webinar",
            campaign_type="Webinar",
            attribution="online",
            message="marketing",
            codes={"utm": "webinar"},
            statuses=tuple(
                MemberStatus(
                    name=name, step=step, success=success, responded=False, default=False, hidden=False
                )
                for name, step, success in [
                    ("Invited", 10, False),
                    ("Attended", 50, True),
                    ("Asked", 60, False),
                ]
            ),
        ),
        "EML": Channel(name="EML", label="Email"),
    }
