"""Tests of the example that states the names of GitLab's public handbook."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from mops_taxonomy import InvalidName, Taxonomy

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from mops_taxonomy.finding import Report

FOLDER = Path(__file__).parents[2] / "examples" / "gitlab"
TAXONOMY = Taxonomy.load(FOLDER / "taxonomy.yaml")
PROGRAM = TAXONOMY.convention("program")

WEBCAST = {"channel": "Webcast"}
ROUNDTABLE = {"channel": "Executive Roundtables"}


def _rows() -> list[dict[str, str]]:
    with (FOLDER / "campaigns.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _record(row: Mapping[str, str]) -> dict[str, str]:
    record = {"channel": row["Channel"], "created": row["Created At"]}
    return {key: value for key, value in record.items() if value}


def _examples(kind: str) -> list[Any]:
    return [
        pytest.param(convention, example, id=f"{convention}-{example['name']}-{example['as_of']}")
        for convention in TAXONOMY.conventions
        for example in TAXONOMY.convention(convention).spec["examples"][kind]
    ]


def _plain(value: Any) -> Any:
    """A value as an example writes it."""
    if isinstance(value, list | tuple):
        return [_plain(item) for item in value]
    return str(value)


def _written(values: Mapping[str, Any]) -> dict[str, Any]:
    return {field: _plain(value) for field, value in values.items()}


def _codes(report: Report) -> list[str]:
    """The codes of the findings in the order of their place, each once."""
    return list(dict.fromkeys(finding.code for finding in report.findings))


def _checked(convention: str, example: Mapping[str, Any]) -> Report:
    report = TAXONOMY.convention(convention).check(example["name"], example["record"], example["as_of"])
    if example["code"] is not None:
        assert any(finding.code.startswith(example["code"]) for finding in report.findings), report.findings
    if example["field"] is not None:
        assert example["field"] in {finding.field for finding in report.findings}
    return report


# -- the table -------------------------------------------------------------------------------------------


@pytest.mark.parametrize("row", _rows(), ids=lambda row: f"{row['Program Name']}-{row['Created At']}")
def test_every_row_gives_exactly_the_findings_it_expects(row: dict[str, str]) -> None:
    """A row gives the codes in its last column, in the order of their place, and no others."""
    report = PROGRAM.check(row["Program Name"], _record(row))
    assert _codes(report) == row["Expected"].split()


@pytest.mark.parametrize("row", _rows(), ids=lambda row: f"{row['Program Name']}-{row['Created At']}")
def test_a_row_is_valid_when_it_gives_no_error(row: dict[str, str]) -> None:
    """The quick answer and the full one agree on every row."""
    report = PROGRAM.check(row["Program Name"], _record(row))
    assert PROGRAM.is_valid(row["Program Name"], _record(row)) is report.ok


def test_the_table_is_large_and_mixed() -> None:
    """The table has more than sixty rows, good and bad, of every channel that has a form of its own."""
    rows = _rows()
    assert len(rows) > 60
    assert sum(not row["Expected"] for row in rows) > 30
    assert sum(bool(row["Expected"]) for row in rows) > 30
    with_form = {channel for form in PROGRAM.forms for channel in form.when.get("channel", ())}
    assert with_form - {row["Channel"] for row in rows} == {"Prospecting"}


def test_the_source_names_the_columns_of_the_table() -> None:
    """The taxonomy says which convention the table follows and which columns hold the record."""
    (source,) = TAXONOMY.resolved["sources"]
    assert source["convention"] == "program"
    assert set(source["columns"].values()) == set(_rows()[0]) - {"Expected"}


# -- the examples of the taxonomy ------------------------------------------------------------------------


@pytest.mark.parametrize(("convention", "example"), _examples("valid"))
def test_valid_examples(convention: str, example: dict[str, Any]) -> None:
    """A valid example has the form, the values and the readings that it states."""
    report = _checked(convention, example)
    assert report.ok, report.findings
    assert example["code"] is not None or not report.findings
    if example["form"] is not None:
        assert report.name.form == example["form"]
    if example["values"] is not None:
        assert _written(report.name.values) == _written(example["values"])
    if example["readings"] is not None:
        _check_readings(convention, example)


def _check_readings(convention: str, example: Mapping[str, Any]) -> None:
    names = TAXONOMY.convention(convention).readings(example["name"], example["record"], example["as_of"])
    found = [_written(name.values) for name in names]
    expected = example["readings"]
    if isinstance(expected, int):
        assert len(found) == expected
    else:
        assert found == [_written(values) for values in expected]


@pytest.mark.parametrize(("convention", "example"), _examples("invalid"))
def test_invalid_examples(convention: str, example: dict[str, Any]) -> None:
    """An invalid example has the finding that it states, in the field that it states."""
    assert not _checked(convention, example).ok


@pytest.mark.parametrize("convention", TAXONOMY.conventions)
def test_valid_examples_are_written_as_they_are_read(convention: str) -> None:
    """The values of a valid example without notes give the same name again."""
    its = TAXONOMY.convention(convention)
    for example in its.spec["examples"]["valid"]:
        if example["code"] is None:
            call: dict[str, Any] = {"record": example["record"], "as_of": example["as_of"]}
            name = its.parse(example["name"], **call)
            assert its.format(name.values, form=name.form, **call) == example["name"]


# -- the published cases ---------------------------------------------------------------------------------


def _texts(convention: str, text: str, **call: Any) -> tuple[str, dict[str, Any]]:
    name = TAXONOMY.convention(convention).parse(text, **call)
    return name.form, _written(name.values)


def _findings(report: Report) -> Iterable[tuple[str, str | None, str | None]]:
    return [(finding.code, finding.field, finding.found) for finding in report.findings]


def test_t01_a_tech_demo_is_read_by_its_own_form() -> None:
    """The demo's campaign is not taken for a title, and its 47 characters are too many for a tag."""
    text = "20220324_devopsgtm_BuildingMLApps_techdemo_APAC"
    assert _texts("program", text, record=WEBCAST, as_of="r3") == (
        "webcast_techdemo",
        {"start": "2022-03-24", "campaign": "devopsgtm", "title": "BuildingMLApps", "region": "APAC"},
    )
    assert len(list(PROGRAM.readings(text, WEBCAST, "r3"))) == 1
    assert _codes(PROGRAM.check(text, WEBCAST, "r3")) == []
    (finding,) = TAXONOMY.convention("finance_tag").check(text).findings
    assert (finding.code, finding.message) == ("MT116", "the name has 47 characters; `netsuite` allows 31")


def test_t02_a_region_is_optional_on_one_page_only() -> None:
    """The same name is whole under the page on webcasts and lacks its region under the template list."""
    text = "20170418_MovingToGit"
    assert _texts("program", text, record=WEBCAST) == (
        "webcast_setup",
        {"start": "2017-04-18", "title": "MovingToGit"},
    )
    assert len(list(PROGRAM.readings(text, WEBCAST))) == 1
    report = TAXONOMY.convention("webcast").check(text)
    assert _findings(report) == [("MT103", "region", None)]


def test_t03_a_tag_of_three_parts_has_two_readings() -> None:
    """Both published forms of a tag read it; that is a warning, and what both agree on can be read."""
    tag = TAXONOMY.convention("finance_tag")
    text = "20191202_AWS_re:Invent"
    assert [(name.form, _written(name.values)) for name in tag.readings(text)] == [
        ("tag", {"start": "2019-12-02", "campaign": "AWS", "short_name": "re:Invent"}),
        ("tag_of_event", {"start": "2019-12-02", "name": "AWS_re:Invent"}),
    ]
    report = tag.check(text)
    assert [(finding.code, finding.severity) for finding in report.findings] == [("MT119", "warning")]
    assert str(report.name["start"]) == "2019-12-02"


def test_t04_a_literal_may_hold_spaces() -> None:
    """The LinkedIn name is read to its end, spaces and all; its parent is listed."""
    text = "2020_Social_GitOps_iacgitops_LinkedIn Lead Gen"
    assert _texts("program", text, record={"channel": "Paid Social"}) == (
        "linkedin_lead_gen",
        {"year": "2020", "title": "GitOps", "parameter": "iacgitops"},
    )
    assert TAXONOMY.convention("campaign").parse("2020_Social_LinkedIn_Lead Gen").form == "standing_parent"


def test_t05_a_word_that_holds_test_is_still_a_name() -> None:
    """The letters of a suppressing word do not keep a name from being read."""
    assert _texts("program", "20230118_LatestDevSecOps_EMEA", record=WEBCAST) == (
        "webcast_setup",
        {"start": "2023-01-18", "title": "LatestDevSecOps", "region": "EMEA"},
    )


@pytest.mark.parametrize(
    ("text", "channel"),
    [
        ("20220230_BestEventEver", None),
        ("20220230_BestEventEver", "Webcast"),
        ("20220230_BestEventEver", "Direct Mail"),
        ("20220230_BestEventEver", "Survey"),
        ("20220230_BestEventEver", "Trial"),
        ("20221301_X", "Webcast"),
        ("20221301_X", "Direct Mail"),
        ("20221301_X", "Trial"),
    ],
)
def test_t06_eight_digits_that_are_no_day(text: str, channel: str | None) -> None:
    """Eight digits that are no day of the calendar are an error of the start date, whatever the channel."""
    report = PROGRAM.check(text, {"channel": channel} if channel else None)
    assert _findings(report) == [("MT104", "start", text[:8])]


def test_t07_a_template_marker_is_left_over() -> None:
    """The end of the template's name is what is wrong; without it the name is good, but never a tag."""
    text = "20220601_ExecutiveRoundtable_CISO_EMEA_Virtual_template"
    report = PROGRAM.check(text, ROUNDTABLE)
    assert _findings(report) == [("MT110", None, "template")]
    good = text.removesuffix("_template")
    assert PROGRAM.parse(good, ROUNDTABLE).form == "exec_roundtable"
    shortest = PROGRAM.format(
        form="exec_roundtable", start="2022-06-01", topic="X", region="AMER", event_type="Hybrid"
    )
    assert len(shortest) > 31


def test_t09_links_of_paid_media() -> None:
    """A campaign has six parts; the content's last underscore is no part, without it there is a warning."""
    assert _texts("utm_campaign", "devsecopsusecase_amer_pr_rsa_nb_exact") == (
        "paid",
        {
            "campaign": "devsecopsusecase",
            "geo": "AMER",
            "targeting": ["pr"],
            "ad_unit": "rsa",
            "brand": "nb",
            "match": "exact",
        },
    )
    content = "achievedevsecopsebook_digital_x-pr_english_"
    expected = {
        "content": "achievedevsecopsebook",
        "team": "digital",
        "budget": ["x", "pr"],
        "language": "english",
    }
    assert _texts("utm_content", content) == ("paid", expected)
    assert _texts("utm_content", content[:-1]) == ("paid_open", expected)
    (finding,) = TAXONOMY.convention("utm_content").check(content[:-1]).findings
    assert (finding.code, finding.severity) == ("MT121", "warning")


def test_t12_a_parent_is_a_campaign_and_no_program() -> None:
    """The parent's name is the name of a program with an ending that Salesforce alone has."""
    text = "20230412_KubeCon_Parent"
    assert _texts("campaign", text, record={"channel": "Conference"}) == (
        "parent",
        {"program.start": "2023-04-12", "program.title": "KubeCon"},
    )
    assert not PROGRAM.is_valid(text, {"channel": "Owned Event"})


def test_t13_an_old_name_is_judged_by_its_own_time() -> None:
    """A virtual workshop of 2021 is good; made in 2023 it is out of force, and no other name is guessed."""
    text = "20210810_VirtualWorkshop_CI/CD"
    old = {"channel": "Workshop", "created": "2021-07-01"}
    new = {"channel": "Workshop", "created": "2023-01-10"}
    assert _texts("program", text, record=old) == (
        "workshop_r1",
        {"start": "2021-08-10", "workshop_topic": "CI/CD"},
    )
    (finding,) = PROGRAM.check(text, new).findings
    assert (finding.code, finding.suggestions) == ("MT120", ())
    with pytest.raises(InvalidName):
        PROGRAM.parse(text, new)
    assert _texts("program", "20210810_Workshop_CI/CD_Virtual", record=new)[0] == "workshop"


def test_a_superseded_name_with_all_its_values_is_rewritten() -> None:
    """Where the new form needs nothing that the old name lacks, it is proposed."""
    report = PROGRAM.check("230426_Acme_ShiftLeft_EMEA", {"channel": "Sponsored Webcast"})
    (finding,) = report.findings
    assert [str(suggestion) for suggestion in finding.suggestions] == ["20230426_Acme_ShiftLeft_EMEA"]
