"""From a wrong name to the one that was meant."""

from __future__ import annotations

from typing import Any

import pytest

from mops_taxonomy import Taxonomy
from mops_taxonomy.repair import Edit, Repair

TAXONOMY: dict[str, Any] = {
    "taxonomy": "t",
    "version": "1",
    "vocabularies": {
        "region": {
            "terms": {
                "EMEA": {"label": "Europe, Middle East and Africa", "aliases": ["EU"]},
                "NA": {"label": "North America", "aliases": ["NORAM"]},
                "APAC": {},
            }
        },
        "channel": {
            "terms": {
                "WBN": {"label": "Webinar", "codes": {"utm": "web"}},
                "EML": {"label": "Email"},
                "DM": {},
            }
        },
    },
    "fields": {
        "launch": {"kind": "date", "format": "{YYYY}{MM}{DD}"},
        "quarter": {"kind": "date", "format": "FY{FY}Q{Q}"},
        "region": {"kind": "term", "vocabulary": "region"},
        "regions": {"kind": "list", "of": "region", "separator": "+"},
        "channel": {"kind": "term", "vocabulary": "channel"},
        "title": {"kind": "text", "characters": r"\p{L}\p{N}", "joiner": "-"},
        "variant": {"kind": "integer", "format": "v{n}", "width": "2"},
    },
    "conventions": {
        "program": {"forms": ["{launch}_{region}_{channel}_{title}{?_{variant}}"]},
        "plan": {
            "forms": ["{quarter} | {regions} | {title}"],
            "fields": {"region": {"accept": ["case", "aliases"]}},
        },
        "pair": {"forms": ["{title}-{title2}"], "fields": {"title2": {"kind": "text", "characters": "a-z"}}},
    },
}


@pytest.fixture(name="taxonomy", scope="module")
def _taxonomy() -> Taxonomy:
    return Taxonomy.load(TAXONOMY)


RIGHT = "20260324_EMEA_WBN_Customer-Stories"


@pytest.mark.parametrize("text", [RIGHT, f"{RIGHT}_v02", "20260324_NA_DM_Größe"])
def test_nothing_to_repair(taxonomy: Taxonomy, text: str) -> None:
    """A name that is written as the convention writes it has no repair."""
    assert taxonomy.convention("program").repair(text) == []


@pytest.mark.parametrize(
    ("text", "mistakes"),
    [
        ("20260324_emea_WBN_Customer-Stories", ["case"]),
        ("20260324_EU_WBN_Customer-Stories", ["alias"]),
        ("20260324_EMEA_web_Customer-Stories", ["alias"]),
        ("20260324-EMEA-WBN-Customer-Stories", ["delimiter"] * 3),
        ("20260324_EMEA-WBN_Customer-Stories", ["delimiter"]),
        ("20260324_EMEA__WBN_Customer-Stories", ["delimiter"]),
        ("20260324_EMEAWBN_Customer-Stories", ["delimiter"]),
        ("20260324_EMEA_WBN_Customer Stories", ["delimiter"]),
        (" 20260324_EMEA _ WBN_Customer-Stories ", ["space", "delimiter", "space"]),
        ("20260324_EMEA_WBN_Customer\u2013Stories", ["unicode"]),
        ("20260324_EMEA_WBN_Customer-Stories\u200b", ["invisible character"]),
        ("20260324_EMEA\u00a0_WBN_Customer-Stories", ["space"]),
        ("20260324_\u0415MEA_WBN_Customer-Stories", ["look-alike"]),
        ("2026-03-24_EMEA_WBN_Customer-Stories", ["date format"]),
        ("24.03.2026_EMEA_WBN_Customer-Stories", ["date format"]),
        ("24Mar2026_EMEA_WBN_Customer-Stories", ["date format"]),
    ],
)
def test_safe(taxonomy: Taxonomy, text: str, mistakes: list[str]) -> None:
    """Mistakes of spelling are put right safely."""
    repairs = taxonomy.convention("program").repair(text)

    assert repairs[0].text == RIGHT
    assert repairs[0].safe
    assert [edit.mistake for edit in repairs[0].edits] == mistakes


@pytest.mark.parametrize(
    ("text", "right", "mistakes"),
    [
        ("20260324_EMAE_WBN_Customer-Stories", RIGHT, ["typo"]),
        ("20260324_EMEAA_WBN_Customer-Stories", RIGHT, ["typo"]),
        ("20260324_EMEA_Webinar_Customer-Stories", RIGHT, ["label"]),
        ("20260324_EMEA_WBN_Customer-Stories_", RIGHT, ["delimiter at the end"]),
        ("20260324_WBN_EMEA_Customer-Stories", RIGHT, ["order"]),
        ("20260324_wbn_EMEA_Customer-Stories", RIGHT, ["order"]),
        ("20260324_EMEA_EMEA_WBN_Customer-Stories", RIGHT, ["repeated field"]),
        ("Copy of 20260324_EMEA_WBN_Customer-Stories", RIGHT, ["clone"]),
        ("20260324_EMEA_WBN_Customer-Stories (copy 03)", RIGHT, ["clone"]),
        ("20260324_EMEA_WBN_Customer-Stories v3 FINAL", RIGHT, ["version tail"]),
        ("20260324%5FEMEA%5FWBN%5FCustomer-Stories", RIGHT, ["encoding"] * 3),
        ("03/04/2026_EMEA_WBN_Customer-Stories", "20260304_EMEA_WBN_Customer-Stories", ["ambiguous date"]),
    ],
)
def test_not_safe(taxonomy: Taxonomy, text: str, right: str, mistakes: list[str]) -> None:
    """What changes more than the spelling, or could mean something else, is proposed and never called safe."""
    repairs = taxonomy.convention("program").repair(text)

    assert repairs[0].text == right
    assert not any(repair.safe for repair in repairs)
    assert [edit.mistake for edit in repairs[0].edits] == mistakes


def test_both_days_of_an_ambiguous_date(taxonomy: Taxonomy) -> None:
    """Day and month are kept honest: both days are proposed."""
    repairs = taxonomy.convention("program").repair("03/04/2026_EMEA_WBN_Customer-Stories")

    assert [repair.text[:8] for repair in repairs] == ["20260304", "20260403"]


@pytest.mark.parametrize(
    "text", ["", "x", "20260230_EMEA_WBN_Customer-Stories", "20260324_EMEA_WBN", "🙂" * 600]
)
def test_no_way_is_known(taxonomy: Taxonomy, text: str) -> None:
    """An impossible date, a missing part and what has nothing of a name are not repaired: nothing is invented."""
    assert taxonomy.convention("program").repair(text) == []


def test_a_valid_name_gets_its_canonical_spelling(taxonomy: Taxonomy) -> None:
    """What is accepted is written as the convention writes it."""
    assert taxonomy.convention("plan").repair("FY27Q1 | emea+NORAM | x") == [
        Repair(
            "FY27Q1 | EMEA+NA | x",
            (Edit("alias", 9, 19, "emea+NORAM", "EMEA+NA", "regions"),),
            safe=True,
            confidence=1.0,
        )
    ]


def test_an_ambiguous_name_is_left_alone(taxonomy: Taxonomy) -> None:
    """A name with two readings is not rewritten by either."""
    assert taxonomy.convention("pair").repair("a-b-c") == []


def test_edits_are_places_of_the_name_as_it_was(taxonomy: Taxonomy) -> None:
    """Each edit tells what stood where, and what takes its place."""
    (repair, *_) = taxonomy.convention("program").repair("Copy of 20260324-eu_WBN_Customer-Stories")

    assert repair.edits == (
        Edit("clone", 0, 8, "Copy of ", "", None),
        Edit("delimiter", 16, 17, "-", "_", None),
        Edit("alias", 17, 19, "eu", "EMEA", "region"),
    )
    assert repair.to_dict() == {
        "text": RIGHT,
        "edits": [
            {"mistake": "clone", "start": 0, "end": 8, "old": "Copy of ", "new": ""},
            {"mistake": "delimiter", "start": 16, "end": 17, "old": "-", "new": "_"},
            {"mistake": "alias", "start": 17, "end": 19, "old": "eu", "new": "EMEA", "field": "region"},
        ],
        "safe": False,
        "confidence": repair.confidence,
    }


@pytest.mark.parametrize(
    ("edit", "words"),
    [
        pytest.param(Edit("case", 9, 13, "emea", "EMEA", "region"), "region: emea -> EMEA", id="a value"),
        pytest.param(Edit("case", 0, 1, "a", "A"), "a -> A", id="no field"),
        pytest.param(Edit("delimiter", 8, 9, "-", "_"), "`-` -> `_`", id="no letters: in backticks"),
        pytest.param(Edit("space", 0, 2, "a ", "a", "title"), "title: `a ` -> a", id="a space at the end"),
        pytest.param(Edit("delimiter", 3, 3, "", "_"), "put in `_`", id="put in"),
        pytest.param(Edit("typo", 3, 5, "\u200bv", "", "title"), r"title: take out \u200bv", id="taken out"),
    ],
)
def test_an_edit_in_words(edit: Edit, words: str) -> None:
    """As text, an edit tells on one line what changes, with the field where it is known."""
    assert str(edit) == f"{edit}" == words
