"""Thirteen cases of GitLab's handbook, each with its verdict, its finding and its consequence."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from mops_taxonomy import Period, Taxonomy
from mops_taxonomy.records import Campaign, Member, Program

if TYPE_CHECKING:
    from mops_taxonomy.finding import Finding

TAXONOMY = Taxonomy.load(Path(__file__).parents[2] / "examples" / "gitlab" / "taxonomy.yaml")
PROGRAM = TAXONOMY.convention("program")
TAG = TAXONOMY.convention("finance_tag")


def campaign(name: str, channel: str, **more: Any) -> Campaign:
    """A campaign that lacks nothing which the handbook asks for."""
    wanted = {
        "system": "salesforce",
        "id": "701000000000001AAA",
        "type": channel,
        "created": date(2022, 11, 10),
        "active": True,
        "status": "Planned",
        "budgeted_cost": Decimal(1),
        "other": {"budget_holder": "fmm"},
    }
    return Campaign(name=name, **{**wanted, **more})


def found(*records: Any, as_of: date | str | None = None) -> list[tuple[str, str, str, str | None]]:
    """Code, severity, certainty and consequence of every finding."""
    return [
        (one.code, one.severity, one.certainty, one.consequence)
        for one in TAXONOMY.check(records, as_of=as_of).findings
    ]


def only(*records: Any, as_of: date | str | None = None) -> Finding:
    """The only finding on some records."""
    (finding,) = TAXONOMY.check(records, as_of=as_of).findings
    return finding


def test_t01_a_technical_demo_is_no_plain_webcast() -> None:
    """T01: five parts are a technical demo; its name fits 80 and 255 characters and not the 31 of a tag."""
    text = "20220324_devopsgtm_BuildingMLApps_techdemo_APAC"

    name = PROGRAM.parse(text, {"channel": "Webcast"}, "r3")

    assert name.form == "webcast_techdemo"
    assert name.values == {
        "start": date(2022, 3, 24), "campaign": "devopsgtm", "title": "BuildingMLApps", "region": "APAC",
    }  # fmt: skip
    assert [one.form for one in PROGRAM.readings(text, {"channel": "Webcast"}, "r3")] == ["webcast_techdemo"]
    assert TAXONOMY.calendar.quarter(name["start"]) == Period.parse("FY2023-Q1")
    (tagged,) = TAG.check(text, as_of="r3").findings
    assert (tagged.code, tagged.severity) == ("MT116", "error")
    assert tagged.message == "the name has 47 characters; `netsuite` allows 31"


def test_t02_a_webcast_may_lack_its_region_and_has_one_reading() -> None:
    """T02: one page lets the region be absent, another does not; the result names the form."""
    text = "20170418_MovingToGit"

    readings = list(PROGRAM.readings(text, {"channel": "Webcast"}))

    assert [(one.form, one["title"], one.get("region")) for one in readings] == [
        ("webcast_setup", "MovingToGit", None)
    ]
    assert TAXONOMY.calendar.quarter(readings[0]["start"]) == Period.parse("FY2018-Q1")
    (missing,) = TAXONOMY.convention("webcast").check(text).findings
    assert (missing.code, missing.severity, missing.field) == ("MT103", "error", "region")


def test_t03_a_tag_with_two_readings_says_so() -> None:
    """T03: two pages describe the tag differently; both readings are given, and the link follows from either."""
    text = "20191202_AWS_re:Invent"

    report = TAG.check(text)

    assert {one.form: one.values for one in TAG.readings(text)} == {
        "tag": {"start": date(2019, 12, 2), "campaign": "AWS", "short_name": "re:Invent"},
        "tag_of_event": {"start": date(2019, 12, 2), "name": "AWS_re:Invent"},
    }
    assert [(one.code, one.severity) for one in report.findings] == [("MT119", "warning")]
    assert report.ok
    assert TAXONOMY.calendar.quarter(report.name["start"]) == Period.parse("FY2020-Q4")
    assert [one.text for one in TAG.derived(text)["utm_campaign"].options] == ["20191202awsreinvent"]


LEAD_GEN = "2020_Social_GitOps_iacgitops_LinkedIn Lead Gen"
STANDING = campaign("2020_Social_LinkedIn_Lead Gen", "Paid Social", id="701000000000002AAA", members=0)


def test_t04_a_name_that_starts_with_a_year_is_read_and_its_date_is_undecided() -> None:
    """T04: no date is stamped from the name; whether Salesforce refuses it, two sentences say differently.

    The start is to be typed by hand, and the parent is the standing one, whose name is excused.
    """
    child = campaign(
        LEAD_GEN, "Paid Social", created=date(2022, 9, 10), start=date(2020, 3, 2), parent_id=STANDING.id
    )

    assert PROGRAM.parse(LEAD_GEN, {"channel": "Paid Social"}, "r2").values == {
        "year": Period.parse("2020"), "title": "GitOps", "parameter": "iacgitops",
    }  # fmt: skip
    report = TAXONOMY.check([child, STANDING])
    assert [(one.code, one.severity, one.certainty, one.record) for one in report.findings] == [
        ("MT702", "warning", "unknown", str(child)), ("MT702", "warning", "unknown", str(STANDING)),
    ]  # fmt: skip
    assert report.findings[0].consequence == (
        "Salesforce refuses the name; by another sentence of the page it takes it, stamps no date, and Start Date is "
        "typed by hand"
    )
    assert [(one.code, one.record) for one in report.waived] == [("MT402", str(STANDING))]


def test_t04_the_start_is_asked_for_and_another_parent_is_refused() -> None:
    """T04: what cannot be stamped must be typed; a parent that is not the standing one is not expected."""
    other = campaign("20230412_Social_Parent", "Conference", id="701000000000003AAA", members=0)
    child = campaign(LEAD_GEN, "Paid Social", created=date(2022, 9, 10), parent_id=other.id)

    told = [
        (one.code, one.field) for one in TAXONOMY.check([child, other]).findings if one.severity == "error"
    ]

    assert told == [("MT305", "start"), ("MT308", "parent")]


def test_t05_a_name_that_holds_the_letters_of_a_reserved_word_is_undecided() -> None:
    """T05: nobody knows whether the rule looks for words or letters: neither silence nor an error is right."""
    record = campaign("20230118_LatestDevSecOps_EMEA", "Webcast", start=date(2023, 1, 18))

    finding = only(record)

    assert (finding.code, finding.severity, finding.certainty) == ("MT702", "warning", "unknown")
    assert finding.found == "test"
    assert finding.consequence == "no offline touchpoints are created"
    assert PROGRAM.is_valid(record.name, {"channel": "Webcast"})


@pytest.mark.parametrize("name", ["20220230_BestEventEver", "20221301_X"])
def test_t06_eight_digits_that_are_no_date_are_refused(name: str) -> None:
    """T06: the name is wrong, and Salesforce would refuse it."""
    findings = TAXONOMY.check([campaign(name, "Direct Mail")]).findings

    assert [(one.code, one.severity) for one in findings] == [("MT104", "error"), ("MT701", "error")]
    assert findings[1].consequence is not None
    assert "Salesforce refuses others" in findings[1].consequence


def test_t07_a_template_marker_on_an_offline_channel_is_an_error() -> None:
    """T07: touchpoints are suppressed; the name without the marker is proposed, and can never be a tag."""
    record = campaign(
        "20220601_ExecutiveRoundtable_CISO_EMEA_Virtual_template",
        "Executive Roundtables",
        start=date(2022, 6, 1),
    )

    findings = {one.code: one for one in TAXONOMY.check([record]).findings}

    assert findings["MT701"].severity == "error"
    assert findings["MT701"].consequence == "no offline touchpoints are created"
    proposed = [one.text for one in findings["MT701"].suggestions]
    assert proposed == ["20220601_ExecutiveRoundtable_CISO_EMEA_Virtual"]
    repairs = PROGRAM.repair(record.name, {"channel": "Executive Roundtables"}, "r4")
    assert [(one.text, one.safe) for one in repairs] == [(proposed[0], False)]
    (tagged,) = TAG.check(proposed[0], as_of="r4").findings
    assert (tagged.code, tagged.message) == ("MT116", "the name has 46 characters; `netsuite` allows 31")


@pytest.mark.parametrize(
    ("team", "recorded", "found"),
    [
        ("Field Marketing", "20210915besteventeverfmm", []),
        (
            "Field Marketing",
            "20210915besteventever",
            [("MT601", "error", "the tactic drops out of the Field Marketing dashboards")],
        ),
        ("Corporate Events", "20210915besteventever", []),
    ],
)
def test_t08_field_marketing_adds_its_ending_to_the_link(
    team: str, recorded: str, found: list[tuple[str, str, str]]
) -> None:
    """T08: without it, the tactic drops out of the reports of Field Marketing; for a corporate one it is right."""
    tactic = Program(
        system="marketo", name="20210915_BestEventEver", channel="Direct Mail", created=date(2022, 11, 10),
        start=date(2021, 9, 15), other={"team": team, "utm_campaign": recorded},
    )  # fmt: skip

    findings = TAXONOMY.check([tactic]).findings

    assert [(one.code, one.severity, one.consequence) for one in findings] == found
    derived = PROGRAM.derived(tactic.name, {"team": team})["utm_campaign"].options
    assert [one.text for one in derived] == [f"20210915besteventever{'fmm' * (team == 'Field Marketing')}"]


def test_t09_the_underscore_at_the_end_is_wanted() -> None:
    """T09: six parts of a paid campaign; without the last underscore of its content there is a warning."""
    campaign_value = TAXONOMY.convention("utm_campaign").parse("devsecopsusecase_amer_pr_rsa_nb_exact")
    content = TAXONOMY.convention("utm_content").parse("achievedevsecopsebook_digital_x-pr_english_")

    assert campaign_value.values == {
        "campaign": "devsecopsusecase", "geo": "AMER", "targeting": ("pr",), "ad_unit": "rsa", "brand": "nb",
        "match": "exact",
    }  # fmt: skip
    assert content.values == {
        "content": "achievedevsecopsebook", "team": "digital", "budget": ("x", "pr"), "language": "english",
    }  # fmt: skip
    (warning,) = (
        TAXONOMY.convention("utm_content").check("achievedevsecopsebook_digital_x-pr_english").findings
    )
    assert (warning.code, warning.severity) == ("MT121", "warning")


def test_t10_a_status_in_the_spelling_of_the_import_list_is_refused() -> None:
    """T10: the nearest is told, and that the list of imports spells it so; nothing is changed."""
    finding = only(Member(status="Attended On-Demand", channel="Webcast"))

    assert (finding.code, finding.severity) == ("MT320", "error")
    assert [one.text for one in finding.suggestions] == ["Attended On-demand"]
    assert "list_import" in finding.message


@pytest.mark.parametrize(
    ("previous", "status", "codes"),
    [
        ("Registered", "Waitlisted", ["MT321"]),
        ("Waitlisted", "Registered", []),
        ("Registered", "Cancelled", []),
    ],
)
def test_t11_a_member_moves_forward_only(previous: str, status: str, codes: list[str]) -> None:
    """T11: of a workshop, a registered person is never put back on the waiting list."""
    report = TAXONOMY.check([Member(status=status, previous=previous, channel="Workshop")])

    assert [one.code for one in report.findings if one.severity == "error"] == codes


def _children(parent: Campaign) -> list[Campaign]:
    return [
        campaign(
            f"2023041{number}_KubeCon{number}_Virtual", "Speaking Session", id=f"70100000000001{number}AAA",
            parent_id=parent.id, start=date(2023, 4, 10 + number),
        )
        for number in (2, 3, 4)
    ]  # fmt: skip


def test_t12_a_parent_has_its_ending_and_no_members() -> None:
    """T12: else the members of parent and child get touchpoints twice."""
    right = campaign("20230412_KubeCon_Parent", "Conference", members=0, start=date(2023, 4, 12))
    wrong = campaign("20230412_KubeCon", "Direct Mail", members=12, start=date(2023, 4, 12))

    assert found(right, *_children(right)) == []
    twice = "members of parent and child get touchpoints twice"
    assert found(wrong, *_children(wrong)) == [
        ("MT402", "error", "certain", twice), ("MT404", "error", "certain", twice),
    ]  # fmt: skip


def test_t13_a_workshop_is_judged_by_the_revision_of_its_day() -> None:
    """T13: right in 2021; in 2023 the new name is a rename, and needs the event type from the record."""
    text = "20210810_VirtualWorkshop_CI/CD"

    old = PROGRAM.parse(text, {"channel": "Workshop", "created": "2021-07-01"})

    assert (old.form, old["workshop_topic"]) == ("workshop_r1", "CI/CD")
    (new,) = PROGRAM.check(text, {"channel": "Workshop", "created": "2023-01-10"}).findings
    assert (new.code, new.severity, new.suggestions) == ("MT120", "error", ())
    assert new.message == (
        "the form `workshop_r1` was in force until 2022-08-11; the form `workshop`, which replaces it, also wants "
        "`event_type`"
    )
    assert new.expected == "`20210810_Workshop_CI/CD_{event_type}`, with `event_type` from the record"


def test_t13_with_the_event_type_of_the_record_the_new_name_is_proposed() -> None:
    """T13: the value comes from the record, and the proposal says so; it is a rename, so no repair is made of it."""
    text = "20210810_VirtualWorkshop_CI/CD"
    record = {"channel": "Workshop", "created": "2023-01-10", "event_type": "Virtual"}

    (new,) = PROGRAM.check(text, record).findings

    assert [str(one) for one in new.suggestions] == [
        "20210810_Workshop_CI/CD_Virtual (with `event_type` of the record)"
    ]
    assert PROGRAM.repair(text, record) == []
