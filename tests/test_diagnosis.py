"""Why a text is not a name."""

from __future__ import annotations

import gc
from typing import Any
from weakref import ref

import pytest

from mops_taxonomy import Taxonomy
from tests.declared import convention

FIELDS: dict[str, Any] = {
    "day": {"kind": "date", "format": "{YYYY}{MM}{DD}"},
    "region": {"kind": "term", "terms": {"EMEA": {"aliases": ["EU"]}, "AMER": {"label": "Americas"}}},
    "channel": {"kind": "term", "terms": ["WBN", "EML"]},
    "title": {"kind": "text", "characters": "A-Za-z0-9", "joiner": "-", "max_length": 20},
    "version": {"kind": "integer", "format": "v{n}", "width": 2},
}
EVENT = convention("{day}_{region}_{channel}_{title}{?_{version}}", fields=FIELDS)
Told = tuple[str, str | None, tuple[int, int], list[str]]


def found(one: Any, text: str) -> list[Told]:
    """The findings on a text as rule, field, span and the texts suggested."""
    report = one.check(text)
    assert not report.ok
    return [(f.rule, f.field, f.span, [s.text for s in f.suggestions]) for f in report.findings]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("20260230_EMEA_WBN_Spring", [("bad_date", "day", (0, 8), [])]),
        ("20260301_EMAE_WBN_Spring", [("unknown_term", "region", (9, 13), ["EMEA"])]),
        ("20260301_emea_WBN_Spring", [("wrong_case", "region", (9, 13), ["EMEA"])]),
        ("20260301_EU_WBN_Spring", [("alias_used", "region", (9, 11), ["EMEA"])]),
        ("20260301_EMEA_WBN_Spr*ng", [("bad_characters", "title", (21, 22), [])]),
        ("20260301_EMEA_WBN_Spring_v1", [("bad_number", "version", (25, 27), ["v01"])]),
        ("20260301_EMEA_WBN", [("missing_field", "title", (17, 17), [])]),
        ("20260301_WBN_Spring", [("missing_field", "region", (8, 8), [])]),
        ("EMEA_WBN_Spring", [("missing_field", "day", (0, 0), [])]),
        ("20260301_EMEA_WBN_Spring_v01_x", [("text_left_over", None, (29, 30), [])]),
        ("20260301-EMEA_WBN_Spring", [("wrong_delimiter", None, (8, 9), ["_"])]),
        ("20260301__EMEA_WBN_Spring", [("wrong_delimiter", None, (8, 10), ["_"])]),
        ("20260301_EMEA_WBN_Spring ", [("text_left_over", None, (24, 25), [])]),
        (
            "\u00a020260301_EMEA_WBN_Spring\u200b",
            [("text_left_over", None, span, []) for span in ((0, 1), (25, 26))],
        ),
        ("20260301_EMEA_WBN_Spring_Template", [("text_left_over", None, (25, 33), [])]),
        ("Copy of 20260301_EMEA_WBN_Spring", [("text_left_over", None, (0, 7), [])]),
        ("20260301_EMEA_WBN_Spring v3 FINAL", [("text_left_over", None, (25, 33), [])]),
        (
            "\u201c20260301_EMEA_WBN_Spring\u201d",
            [("text_left_over", None, span, []) for span in ((0, 1), (25, 26))],
        ),
        ("20260301_EMEAWBN_Spring", [("wrong_delimiter", None, (13, 13), ["_"])]),
        (
            "20260230_EMAE_WBN_Spring",
            [("bad_date", "day", (0, 8), []), ("unknown_term", "region", (9, 13), ["EMEA"])],
        ),
        (
            "20260301 EMEA WBN Spring",
            [("wrong_delimiter", None, span, ["_"]) for span in ((8, 9), (13, 14), (17, 18))],
        ),
    ],
)
def test_one_mistake_is_one_finding(text: str, expected: list[Told]) -> None:
    """The field that is wrong, where it stands, and what would be right there."""
    assert found(EVENT, text) == expected


@pytest.mark.parametrize("text", ["", "x" * 3_000, "_" * 200, "hello", "!!!", "\ud800_\ud800"])
def test_texts_that_are_like_no_name(text: str) -> None:
    """What nothing explains has one finding over the whole text."""
    assert found(EVENT, text) == [("no_form", None, (0, len(text)), [])]


@pytest.mark.parametrize(
    ("text", "span", "composed"),
    [
        ("Cafe\u0301", (3, 5), "é"),
        ("e\u0301x", (0, 2), "é"),
        ("\u212bb", (0, 1), "Å"),
        ("x\u1112\u1161\u11ab", (1, 4), "한"),
    ],
)
def test_not_composed(text: str, span: tuple[int, int], composed: str) -> None:
    """Every character written in parts is found with its composed form."""
    one = convention("{t}", fields={"t": {"kind": "text"}})
    assert found(one, text) == [("not_composed", None, span, [composed])]


def test_fixed_words() -> None:
    """Fixed text that is written otherwise is a delimiter that is wrong."""
    one = convention("{region}_FR_{title}", fields=FIELDS)
    assert found(one, "EMEA_DE_Spring") == [("wrong_delimiter", None, (5, 7), ["FR"])]


def test_parts_that_touch() -> None:
    """Of fields that touch, the one that does not fit is at fault."""
    one = convention("{day}{region}_{title}", fields=FIELDS)
    assert found(one, "20260301EMAE_Spring") == [("unknown_term", "region", (8, 12), ["EMEA"])]
    assert found(one, "20261301EMEA_Spring") == [("bad_date", "day", (0, 8), [])]


def test_the_best_of_several_forms() -> None:
    """The form that explains most of the text is the one meant."""
    one = convention("{region}_{title}", "{day}_{channel}_{version}", fields=FIELDS)
    assert found(one, "20260301_WBM_v01") == [("unknown_term", "channel", (9, 12), ["WBN"])]


def test_alternatives() -> None:
    """Where several fields may stand, the one that the text resembles is at fault."""
    one = convention("{day|channel}_{region}", fields=FIELDS)
    assert found(one, "20260231_EMEA") == [("bad_date", "day", (0, 8), [])]
    assert found(one, "WBM_EMEA") == [("unknown_term", "channel", (0, 3), ["WBN"])]


def test_joint_faults() -> None:
    """Fields that are right one by one may be wrong together."""
    dates = {"s": {"kind": "date", "format": "{YYYY}{MM}{DD}", "role": "start"}}
    dates["e"] = {**dates["s"], "role": "end"}
    one = convention("{s}-{e}", fields=dates)
    assert found(one, "20260302-20260301") == [("start_after_end", "e", (9, 17), [])]
    assert one.is_valid("20260302-20260302")


SEVERAL = convention(
    "{region}-{month}",
    "{region}-{stage}-{number}",
    fields={
        "region": FIELDS["region"],
        "month": {"kind": "date", "format": "{YYYY}-{MM}"},
        "stage": {"kind": "term", "terms": ["Early", "Late"]},
        "number": {"kind": "integer"},
    },
)
TRAILING = convention(
    "{title}-{year|quarter}{?-{channel}}",
    "{quarter}-{title}",
    fields={
        "year": {"kind": "date", "format": "{YYYY}"},
        "quarter": {"kind": "date", "format": "q{Q}"},
        "title": FIELDS["title"],
        "channel": FIELDS["channel"],
    },
)


@pytest.mark.parametrize(
    ("one", "text", "expected"),
    [
        (SEVERAL, "EMEA-2026-02 ", [("text_left_over", None, (12, 13), [])]),
        (SEVERAL, "EMEA-2026-02 v3", [("text_left_over", None, (13, 15), [])]),
        (SEVERAL, "EMEA-Late.88", [("wrong_delimiter", None, (9, 10), ["-"])]),
        (SEVERAL, "EMEA-Late88", [("wrong_delimiter", None, (9, 9), ["-"])]),
        (SEVERAL, "EMEA-Lte-88", [("unknown_term", "stage", (5, 8), ["Late"])]),
        (
            SEVERAL,
            "EMEA-Ear",
            [("unknown_term", "stage", (5, 8), []), ("missing_field", "number", (8, 8), [])],
        ),
        (SEVERAL, "EMEA-EMEA-2026-02", [("text_left_over", None, (5, 9), [])]),
        (SEVERAL, "EMEA-2026-02-2026-02", [("text_left_over", None, (13, 20), [])]),
        (TRAILING, "Spring-Sale-2026_WBN", [("wrong_delimiter", None, (16, 17), ["-"])]),
        (TRAILING, "Copy of Spring-q1", [("text_left_over", None, (0, 7), [])]),
        (TRAILING, "Spring-Sale-q1-wbn", [("wrong_case", "channel", (15, 18), ["WBN"])]),
    ],
)
def test_the_form_that_was_meant(one: Any, text: str, expected: list[Told]) -> None:
    """Of several forms and alternatives, that is blamed which takes the smallest change, and no other part."""
    assert found(one, text) == expected


@pytest.mark.parametrize("size", [60, 61, 500])
def test_many_delimiters(size: int) -> None:
    """A text of very many parts has a diagnosis, too."""
    assert found(EVENT, "_".join("x" * size))


def test_what_is_kept_of_a_form_goes_with_it() -> None:
    """What a diagnosis has made of a form and keeps does not outlive the form."""
    one = convention("{region}_{title}", fields=FIELDS)
    assert found(one, "EMAE_Spring") == [("unknown_term", "region", (0, 4), ["EMEA"])]
    form = ref(one.forms[0])
    del one
    gc.collect()
    assert form() is None


def test_a_word_that_may_be_cut_in_two_places_misses_a_field_and_no_delimiter() -> None:
    """Where nobody can tell which delimiter was forgotten, the field is what is missing."""
    title = {"kind": "text", "characters": "A-Za-z", "case": "title"}
    convention = Taxonomy.load(
        {
            "taxonomy": "t",
            "fields": {"channel": title, "asset": title, "title": title},
            "conventions": {"program": {"forms": ["{channel}_{asset}_{title}"]}},
        }
    ).convention()

    assert [(one.code, one.field) for one in convention.check("Seminar_ChicagoBreweryDay").findings] == [
        ("MT103", "title")
    ]
    assert [one.code for one in convention.check("Seminar_ChicagoDay").findings] == ["MT106"]


@pytest.mark.parametrize(
    "template", ["{?{region}}_", "{?{region}_}X", "x{?{region}}", "_{?{region}}{?-{width}}"]
)
@pytest.mark.parametrize("text", ["y", "A", "C_", "A_A", "_-", "é", "xC", " _"])
def test_a_form_whose_fields_may_all_be_absent(template: str, text: str) -> None:
    """It has no first field; what is wrong is told all the same."""
    fields = {"region": {"kind": "term", "terms": ["A", "B"]}, "width": {"kind": "integer"}}
    assert convention(template, whole={"fields": fields}).check(text).findings
