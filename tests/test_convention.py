"""Conventions: what is valid when, for which record, and what is written."""

from __future__ import annotations

import pickle
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any

import pytest

from mops_taxonomy.errors import AmbiguousValue, InvalidName, InvalidValues
from mops_taxonomy.period import Period
from tests.declared import codes, convention, taxonomy

if TYPE_CHECKING:
    from mops_taxonomy.convention import Convention

FIELDS: dict[str, Any] = {
    "day": {"kind": "date", "format": "{YYYY}{MM}{DD}", "role": "start"},
    "end": {"kind": "date", "format": "{YYYY}{MM}{DD}", "role": "end"},
    "region": {
        "kind": "term",
        "terms": {"EMEA": {"aliases": ["EU"]}, "AMER": "Americas", "APJ": {"until": "2026-01-31"}},
        "accept": "case",
    },
    "channel": {"kind": "term", "terms": ["WBN", "EML"]},
    "title": {"kind": "text", "characters": "A-Za-z0-9", "joiner": "-"},
    "version": {"kind": "integer", "format": "v{n}", "width": 2, "min": 1},
    "width": {"kind": "integer", "min": 1},
    "height": {"kind": "integer", "min": 1},
    "size": {"kind": "name", "template": "{width}x{height}"},
}  # fmt: skip
WHOLE: dict[str, Any] = {"fields": FIELDS, "revisions": {"r1": "2024-02-01", "r2": "2026-02-01"}}


def made(*forms: str | dict[str, Any], whole: dict[str, Any] | None = None, **own: Any) -> Convention:
    """A convention over the fields above."""
    return convention(*forms, whole={**WHOLE, **(whole or {})}, **own)


# -- the day of judgement ------------------------------------------------------------------------------------

DATED = made(
    {
        "name": "old",
        "template": "{region}-{title}",
        "since": "r1",
        "until": "2026-01-31",
        "replaced_by": "new",
    },
    {"name": "new", "template": "{region}_{title}", "since": "r2"},
)


@pytest.mark.parametrize(
    ("as_of", "record", "old", "new"),
    [
        (date(2026, 1, 31), None, True, False),
        (date(2026, 2, 1), None, False, True),
        (date(2024, 2, 1), None, True, False),
        (date(2024, 1, 31), None, False, False),
        (datetime(2026, 1, 31, 23, 59, tzinfo=UTC), None, True, False),
        ("2026-01-31", None, True, False),
        ("r1", None, True, False),
        ("r2", None, False, True),
        (None, {"created": "2025-06-01"}, True, False),
        (None, {"created": "2025-06-01T10:20:30Z"}, True, False),
        (None, {"created": date(2026, 6, 1)}, False, True),
        (None, {"created": datetime(2025, 6, 1, tzinfo=UTC)}, True, False),
        (None, {"created": "r1"}, True, False),
        ("r2", {"created": "2025-06-01"}, False, True),
    ],
)
def test_the_day_of_judgement(as_of: Any, record: dict[str, Any] | None, old: bool, new: bool) -> None:
    """Names are judged on the day asked for: a day, a revision, or the day the record was created."""
    for text, expected in (("EMEA-Spring", old), ("EMEA_Spring", new)):
        assert DATED.is_valid(text, record, as_of) is expected
        assert DATED.check(text, record, as_of).ok is expected
        assert bool(list(DATED.readings(text, record, as_of))) is expected


@pytest.mark.parametrize("record", [None, {}, {"created": ""}, {"created": None}])
def test_else_today(record: dict[str, Any] | None) -> None:
    """Without a day and without a known creation, names are judged today."""
    before = date.today()  # noqa: DTZ011  as the engine does
    assert before <= DATED.day(record, None) <= date.today()  # noqa: DTZ011


@pytest.mark.parametrize(
    ("as_of", "record"),
    [("soon", None), ("2026-02-30", None), ("r3", None), (None, {"created": "yesterday"})],
)
def test_no_day(as_of: str | None, record: dict[str, Any] | None) -> None:
    """What is neither a day nor a revision is an error of the caller."""
    with pytest.raises(ValueError, match=r"is not a day such as 2026-03-24, nor a revision \(r1, r2\)"):
        DATED.is_valid("EMEA_Spring", record, as_of)


def test_no_day_without_revisions() -> None:
    """Where there are no revisions, none are offered."""
    one = convention({"template": "{a}", "since": "2026-01-01"}, fields={"a": {"kind": "integer"}})
    with pytest.raises(ValueError, match=r"^'soon' is not a day such as 2026-03-24$"):
        one.is_valid("1", as_of="soon")


def test_superseded() -> None:
    """A name of a form out of force is told so, with the name by the form that replaced it."""
    (finding,) = DATED.check("EMEA-Spring", as_of="r2").findings
    assert (finding.code, [one.text for one in finding.suggestions]) == ("MT120", ["EMEA_Spring"])


def test_superseded_names_may_hold_retired_terms() -> None:
    """That an old name holds an old term says nothing against its form."""
    (finding,) = DATED.check("APJ-Spring", as_of="r2").findings
    assert finding.code == "MT120"


# -- records -------------------------------------------------------------------------------------------------

FOR_MAIL = made(
    {"name": "mail", "template": "{title}", "when": {"channel": "EML"}},
    {"name": "paid", "template": "P-{version}", "when": {"channel": ["WBN", "ADS"], "team": "paid"}},
)


@pytest.mark.parametrize(
    ("record", "mail", "paid"),
    [
        (None, True, True),
        ({}, True, True),
        ({"channel": "EML"}, True, False),
        ({"channel": "WBN"}, False, True),
        ({"channel": "WBN", "team": "paid"}, False, True),
        ({"channel": "ADS", "team": "brand"}, False, False),
        ({"channel": "", "team": None}, True, True),
        ({"channel": "XXX"}, False, False),
    ],
)
def test_when_asks_the_record(record: dict[str, Any] | None, mail: bool, paid: bool) -> None:
    """A form applies to the records that it is for; what is not known excludes nothing."""
    assert FOR_MAIL.is_valid("Spring", record) is mail
    forms = [form.name for form in FOR_MAIL.in_force(record, date(2026, 3, 1))]
    assert forms == [name for name, applies in (("mail", mail), ("paid", paid)) if applies]


def test_no_form_applies() -> None:
    """Where no form is for the record, that is the finding."""
    assert codes(FOR_MAIL.check("Spring", {"channel": "XXX"}).findings) == ["MT101"]
    with pytest.raises(InvalidValues, match="MT101"):
        FOR_MAIL.format(title="Spring", record={"channel": "XXX"})


# -- tolerated forms, limits, severities, composed text ---------------------------------------------------------


def test_tolerated() -> None:
    """A tolerated form is read with a warning and proposes its successor; it is not written unasked."""
    one = made(
        {
            "name": "doubled",
            "template": "{region}__{title}",
            "tolerated": "an importer",
            "replaced_by": "plain",
        },
        {"name": "plain", "template": "{region}_{title}"},
    )
    report = one.check("EMEA__Spring")
    assert report.ok
    assert [(f.code, [s.text for s in f.suggestions]) for f in report.findings] == [
        ("MT121", ["EMEA_Spring"])
    ]
    assert one.parse("EMEA__Spring").form == "doubled"
    assert one.format(region="EMEA", title="Spring") == "EMEA_Spring"
    assert one.format(region="EMEA", title="Spring", form="doubled") == "EMEA__Spring"


LIMITED = made(
    "{note}",
    whole={
        "fields": {"note": {"kind": "text"}},
        "systems": {
            "ledger": {"max_length": 8, "forbidden": "&<"},
            "vault": {"max_length": 10, "unit": "bytes"},
        },
    },
    systems=["ledger", "vault"],
)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("12345678", []),
        ("123456789", ["MT116"]),
        ("ééééé", []),
        ("éééééé", ["MT116"]),
        ("漢漢漢", []),
        ("漢漢漢漢", ["MT116"]),
        ("😀😀", []),
        ("😀😀😀", ["MT116"]),
        ("a&b", ["MT117"]),
        ("a&<", ["MT117", "MT117"]),
    ],
)
def test_limits(text: str, found: list[str]) -> None:
    """The shortest limit counts, in its own unit: characters or bytes."""
    assert codes(LIMITED.check(text).findings) == found
    assert LIMITED.is_valid(text) is (not found)
    if found:
        with pytest.raises(InvalidValues):
            LIMITED.format(note=text)
    else:
        assert LIMITED.format(note=text) == text


@pytest.mark.parametrize(
    ("severity", "text", "ok", "severities"),
    [
        ({}, "emea_Spring", True, ["warning"]),
        ({"MT122": "error"}, "emea_Spring", False, ["error"]),
        ({"MT1": "error"}, "emea_Spring", False, ["error"]),
        ({"MT1": "error", "MT122": "info"}, "emea_Spring", True, ["info"]),
        ({"MT122": "off"}, "emea_Spring", True, []),
        ({"MT203": "warning"}, "APJ_Spring", True, ["warning"]),
        ({"MT2": "off"}, "APJ_Spring", True, []),
        ({}, "APJ_Spring", False, ["error"]),
    ],
)
def test_severity(severity: dict[str, str], text: str, ok: bool, severities: list[str]) -> None:
    """Severities may be raised and lowered; the longest code wins, and every call agrees about what is valid."""
    one = made("{region}_{title}", severity=severity)
    report = one.check(text, as_of="r2")
    assert report.ok is one.is_valid(text, as_of="r2") is ok
    assert [finding.severity for finding in report.findings] == severities
    assert (report.name is not None) is ok
    if ok:
        assert one.parse(text, as_of="r2").text == text
    else:
        with pytest.raises(InvalidName):
            one.parse(text, as_of="r2")


def test_the_conventions_own_severity_wins() -> None:
    """A severity on the convention is laid over the taxonomy's."""
    one = made("{region}_{title}", whole={"severity": {"MT122": "error"}}, severity={"MT122": "info"})
    assert one.is_valid("emea_Spring")


def test_names_are_composed() -> None:
    """A text that is not in Unicode's composed form is wrong, and the composed one is proposed."""
    one = made("{note}", fields={"note": {"kind": "text", "characters": r"\p{L}"}})
    assert one.is_valid("Café")
    assert not one.is_valid("Cafe\u0301")
    (finding,) = one.check("Cafe\u0301").findings
    assert (finding.code, finding.span, [s.text for s in finding.suggestions]) == ("MT115", (3, 5), ["é"])


# -- preferences ---------------------------------------------------------------------------------------------------

WORDS = {"vendor": {"kind": "text", "characters": "A-Za-z", "joiner": "-"}}


@pytest.mark.parametrize(
    ("prefer", "vendors"), [("", ["A-B", "A"]), ("shortest", ["A"]), ("longest", ["A-B"])]
)
def test_prefer_on_a_text(prefer: str, vendors: list[str]) -> None:
    """A text may be preferred short or long; without a preference every reading stays."""
    one = made("{vendor}-{title}", fields={"vendor": {**WORDS["vendor"], "prefer": prefer}})
    assert [name["vendor"] for name in one.readings("A-B-C")] == vendors


@pytest.mark.parametrize(("prefer", "fields"), [("", [{"a": "x"}, {"b": "x"}]), ("first", [{"a": "x"}])])
def test_prefer_first(prefer: str, fields: list[dict[str, str]]) -> None:
    """Of alternatives and of forms the first may be preferred."""
    own = {"a": {"kind": "text", "characters": "a-z"}, "b": {"kind": "text", "characters": "a-z"}}
    keys: dict[str, Any] = {"prefer": prefer} if prefer else {}
    for forms in (["{a|b}"], ["{a}", "{b}"]):
        one = made(*forms, fields=own, **keys)
        assert [name.values for name in one.readings("x")] == fields


def test_equal_readings_are_one() -> None:
    """Two forms that give the same values are no ambiguity; the first form is named."""
    one = made({"name": "a", "template": "{title}"}, {"name": "b", "template": "{title}"})
    name = one.parse("Spring")
    assert (name.form, name.ambiguous) == ("a", ())


def test_a_reading_with_an_error_counts_only_alone() -> None:
    """A reading that holds 30 February is no reading where there is another."""
    fields = {"id": {"kind": "text", "characters": "0-9", "min_length": 8, "max_length": 8}}
    one = made("{day|id}", fields=fields)
    assert one.parse("20260230").values == {"id": "20260230"}
    assert len(list(one.readings("20260228"))) == 2


# -- writing -------------------------------------------------------------------------------------------------------

EVENT = made(
    {"name": "event", "template": "{day}{?_{end}}_{region}{?-{title}}{?_{version}}"},
    {"name": "banner", "template": "{region}_{size}_{channel|version}"},
)


@pytest.mark.parametrize(
    ("values", "text"),
    [
        ({"day": date(2026, 3, 24), "region": "EMEA"}, "20260324_EMEA"),
        ({"day": "2026-03-24", "region": "EMEA", "version": 2}, "20260324_EMEA_v02"),
        (
            {"day": "2026-03-24", "end": "2026-03-26", "region": "EMEA", "title": "A-B"},
            "20260324_20260326_EMEA-A-B",
        ),
        ({"region": "AMER", "size": {"width": 3, "height": 4}, "channel": "WBN"}, "AMER_3x4_WBN"),
        ({"region": "AMER", "size.width": 3, "size.height": 4, "version": 1}, "AMER_3x4_v01"),
        ({"day": "2026-03-24", "region": "EMEA", "title": None, "version": ""}, "20260324_EMEA"),
    ],
)
def test_format(values: dict[str, Any], text: str) -> None:
    """The first form that takes exactly the fields given is written, and read back as the values."""
    assert EVENT.format(values) == text
    assert EVENT.format(**values) == text
    assert EVENT.format(EVENT.parse(text).values) == text


def test_format_refuses_an_ambiguous_name() -> None:
    """A name that would have two readings is not written, whichever was meant."""
    one = made("{title|version}")
    with pytest.raises(InvalidValues) as caught:
        one.format(version=1)
    assert set(codes(caught.value.findings)) == {"MT133"}
    assert one.format(title="Spring") == "Spring"


def test_keywords_are_laid_over_a_mapping() -> None:
    """Values may come from both."""
    assert EVENT.format({"day": "2026-03-24", "region": "EMEA"}, region="AMER") == "20260324_AMER"


def test_format_leaves_the_callers_mapping_alone() -> None:
    """What is given is not changed."""
    values = {"region": "AMER", "size": {"width": 3, "height": 4}, "channel": "WBN"}
    EVENT.format(values)
    assert values == {"region": "AMER", "size": {"width": 3, "height": 4}, "channel": "WBN"}


@pytest.mark.parametrize(
    ("values", "found"),
    [
        ({"day": "2026-03-24"}, [("MT103", "region")]),
        ({"day": "2026-03-24", "region": "EMAE"}, [("MT130", "region")]),
        ({"day": "x", "region": "EMAE"}, [("MT130", "day"), ("MT130", "region")]),
        ({"day": "2026-03-24", "region": "EMEA", "colour": "red"}, [("MT131", "colour")]),
        ({"region": "EMEA", "size": {"width": 1, "height": 2}}, [("MT103", "channel")]),
        ({"region": "EMEA", "size": {"width": 1}, "channel": "WBN"}, [("MT103", "size.height")]),
        (
            {"region": "EMEA", "size": {"width": 1, "height": 2}, "channel": "WBN", "version": 1},
            [("MT132", "channel")],
        ),
        ({"day": "2026-03-24", "end": "2026-03-20", "region": "EMEA"}, [("MT118", "end")]),
        ({"day": "2026-03-24", "region": "emea"}, [("MT130", "region")]),
        ({}, [("MT103", "day"), ("MT103", "region")]),
    ],
)
def test_format_refuses(values: dict[str, Any], found: list[tuple[str, str]]) -> None:
    """Every value that is missing, too many or wrong is named, by the form that came closest."""
    with pytest.raises(InvalidValues) as caught:
        EVENT.format(values)
    assert sorted((finding.code, finding.field) for finding in caught.value.findings) == sorted(found)
    assert str(caught.value) == "\n".join(map(str, caught.value.findings))


def test_format_of_an_unknown_form() -> None:
    """A form that does not exist is refused with those that do."""
    with pytest.raises(InvalidValues, match=r"MT134 .*event.*banner"):
        EVENT.format(form="evnt", region="EMEA")


def test_format_refuses_what_would_be_read_otherwise() -> None:
    """A name that would be read as other values is not written."""
    one = made("{vendor}-{title}", fields={"vendor": {**WORDS["vendor"], "prefer": "shortest"}})
    assert one.format(vendor="A", title="B-C") == "A-B-C"
    with pytest.raises(InvalidValues) as caught:
        one.format(vendor="A-B", title="C")
    assert codes(caught.value.findings) == ["MT133", "MT133"]


@pytest.mark.parametrize(
    ("field", "value"),
    [("day", date(2026, 1, 1)), ("day", "2026-01-01"), ("version", 13), ("title", "Test")],
)
def test_excepted_values_are_not_written(field: str, value: Any) -> None:
    """What `except` names is written by no kind of field."""
    own = {field: {"except": ["20260101", "v13", "test"]}}
    one = made(f"x{{{field}}}", fields=own)
    with pytest.raises(InvalidValues):
        one.format({field: value})


def test_format_of_years_that_two_digits_cannot_say() -> None:
    """1999 is not written as 99: that would be read as 2099."""
    one = made("{year}", fields={"year": {"kind": "date", "format": "{YY}"}})
    assert one.format(year=Period(2026)) == "26"
    with pytest.raises(InvalidValues):
        one.format(year=Period(1999))


# -- asking ------------------------------------------------------------------------------------------------------------


def test_parse_refuses_with_findings() -> None:
    """The error carries the text and, when asked, why it is no name."""
    with pytest.raises(InvalidName) as caught:
        EVENT.parse("20260230_EMEA")
    error = caught.value
    assert (error.text, codes(error.findings)) == ("20260230_EMEA", ["MT104"])
    assert str(error).startswith("'20260230_EMEA'\n  MT104 ")


@pytest.mark.parametrize(
    "text", ["", " ", "\n", "_", "20260324_EMEA\n", "\ud800", "x" * 5_000, "20260324_EMEA_v02\x00"]
)
def test_any_text_has_a_verdict(text: str) -> None:
    """No text makes a call fail, and what is not valid has a finding."""
    assert not EVENT.is_valid(text)
    report = EVENT.check(text)
    assert not report.ok
    assert report.name is None
    assert codes(report.findings)


def test_repr() -> None:
    """A convention shows its forms."""
    assert repr(EVENT) == "<Convention c: event, banner>"


def test_two_conventions_do_not_share_fields() -> None:
    """The same field may be another one in another convention."""
    whole = taxonomy(
        {
            "a": {"forms": [{"template": "{title}"}]},
            "b": {"fields": {"title": {"joiner": "."}}, "forms": [{"template": "{title}"}]},
        },
        fields=FIELDS,
    )
    assert [whole.convention(name).is_valid("A-B") for name in "ab"] == [True, False]


def test_an_ambiguous_name_is_valid() -> None:
    """A name with two readings is valid with a warning, and gives what all readings share."""
    one = made("{region}_{vendor}-{title}", fields=WORDS)
    report = one.check("EMEA_A-B-C")
    assert report.ok
    assert codes(report.findings) == ["MT119"]
    name = one.parse("EMEA_A-B-C")
    assert (name.values, name.ambiguous) == ({"region": "EMEA"}, ("vendor", "title"))
    with pytest.raises(AmbiguousValue, match="the name has 2 readings; vendor may be 'A-B' or 'A'"):
        name["vendor"]


def test_an_ambiguous_name_may_be_called_an_error() -> None:
    """`severity` may say that two readings are an error."""
    one = made("{vendor}-{title}", fields=WORDS, severity={"MT119": "error"})
    assert one.is_valid("A-B")
    assert not one.is_valid("A-B-C")


@pytest.mark.parametrize("count", [1, 50, 400])
def test_very_many_readings(count: int) -> None:
    """A name with very many readings is answered, and the disputed fields cannot be read."""
    one = made("{vendor}-{title}", fields=WORDS)
    name = one.parse("-".join(["A"] * (count + 2)))
    assert name.ambiguous == ("vendor", "title")
    assert name.values == {}


def test_a_convention_that_was_used_can_be_pickled() -> None:
    """A copy in another process says the same; what compiled it stays behind."""
    program = made("{day}_{region}_{title}{?_{version}}")
    text = "20260324_emea_a-b_v02"
    name = program.parse(text)
    copy = pickle.loads(pickle.dumps(program))  # noqa: S301  its own pickle
    assert (copy.id, copy.parse(text).values) == (program.id, name.values)
    assert codes(copy.check(text)) == codes(program.check(text))


@pytest.mark.parametrize(("evergreen", "valid"), [(True, True), ("true", True), (False, False), (None, True)])
def test_yes_and_no_of_a_record_are_true_and_false(evergreen: object, *, valid: bool) -> None:
    """As taxonomies write them, and as tables hold them."""
    program = made({"template": "{region}_{title}", "when": {"evergreen": ["true"]}})
    assert program.is_valid("EMEA_a", {"evergreen": evergreen}) is valid
