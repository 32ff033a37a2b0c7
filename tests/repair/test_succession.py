"""A retired term is put right by the term that came after it."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from mops_taxonomy import Taxonomy
from mops_taxonomy.repair import Edit, Repair

TERMS: dict[str, Any] = {
    "APJ": {
        "label": "Asia and Japan",
        "aliases": ["JAPAC"],
        "codes": {"crm": "Asia-Japan"},
        "until": "2025-12-31",
        "replaced_by": "SOUTH",
    },
    "SOUTH": {"since": "2026-01-01"},
    "ASIA": {"until": "2025-12-31", "replaced_by": "ASIAX"},
    "ASIAX": {"since": "2026-01-01"},
    "OLD": {"until": "2023-12-31", "replaced_by": "OLDER"},
    "OLDER": {"until": "2024-12-31", "replaced_by": "NORTH"},
    "NORTH": {"since": "2025-01-01", "until": "2026-12-31", "replaced_by": "LATER"},
    "LATER": {"since": "2027-01-01"},
    "GONE": {"until": "2025-12-31", "replaced_by": "LATER"},
    "ONE": {"until": "2024-12-31", "replaced_by": "TWO"},
    "TWO": {"until": "2024-12-31", "replaced_by": "ONE"},
    "BARE": {"until": "2024-12-31"},
    "NA": {},
}
FIELDS: dict[str, Any] = {
    "region": {"kind": "term", "vocabulary": "region"},
    "regions": {"kind": "list", "of": "region", "separator": "+"},
    "title": {"kind": "text", "characters": "A-Za-z0-9", "joiner": "-"},
}
NARROW = {"region": {"only": ["APJ", "NA"]}}
ACCEPTING = {"region": {"accept": ["case", "aliases"]}}
REFUSING = {"region": {"except": ["SOUTH"]}}
OPEN = {"region": {"policy": "open", "characters": "A-Z"}}
CONVENTIONS: dict[str, Any] = {
    "program": {"forms": ["{region}_{title}"]},
    "listed": {"forms": ["{regions}_{title}"]},
    "last": {"forms": ["{title}_{region}"]},
    "narrow": {"forms": ["{region}_{title}"], "fields": NARROW},
    "accepting": {"forms": ["{region}_{title}"], "fields": ACCEPTING},
    "refusing": {"forms": ["{region}_{title}"], "fields": REFUSING},
    "opened": {"forms": ["{region}_{title}"], "fields": OPEN},
    "lowered": {"forms": ["{region}_{title}"], "fields": {"region": {"case": "lower"}}},
}
TAXONOMY = Taxonomy.load(
    {
        "taxonomy": "succession",
        "version": "1",
        "vocabularies": {"region": {"terms": TERMS}},
        "fields": FIELDS,
        "conventions": CONVENTIONS,
    }
)
DAY = date(2026, 4, 1)


def repairs(text: str, convention: str = "program", as_of: date = DAY) -> list[Repair]:
    """The repairs of a name on the day on which most of the terms are retired."""
    return TAXONOMY.convention(convention).repair(text, as_of=as_of)


@pytest.mark.parametrize(
    ("convention", "text", "right", "edit"),
    [
        ("program", "APJ_News", "SOUTH_News", (0, 3, "APJ", "SOUTH", "region")),
        ("program", "ASIA_News", "ASIAX_News", (0, 4, "ASIA", "ASIAX", "region")),
        ("program", "OLD_News", "NORTH_News", (0, 3, "OLD", "NORTH", "region")),
        ("program", "apj_News", "SOUTH_News", (0, 3, "apj", "SOUTH", "region")),
        ("program", "JAPAC_News", "SOUTH_News", (0, 5, "JAPAC", "SOUTH", "region")),
        ("program", "Asia and Japan_News", "SOUTH_News", (0, 14, "Asia and Japan", "SOUTH", "region")),
        ("program", "Asia-Japan_News", "SOUTH_News", (0, 10, "Asia-Japan", "SOUTH", "region")),
        ("last", "News_APJ", "News_SOUTH", (5, 8, "APJ", "SOUTH", "region")),
        ("listed", "NA+APJ_News", "NA+SOUTH_News", (3, 6, "APJ", "SOUTH", "regions")),
        ("accepting", "APJ_News", "SOUTH_News", (0, 3, "APJ", "SOUTH", "region")),
        ("accepting", "japac_News", "SOUTH_News", (0, 5, "japac", "SOUTH", "region")),
        ("opened", "APJ_News", "SOUTH_News", (0, 3, "APJ", "SOUTH", "region")),
        ("lowered", "apj_News", "south_News", (0, 3, "apj", "south", "region")),
    ],
)
def test_the_successor_comes_first(
    convention: str, text: str, right: str, edit: tuple[int, int, str, str, str]
) -> None:
    """However the retired term is spelt, it becomes the first of its successors in force; that is never safe."""
    first, *others = repairs(text, convention)

    assert (first.text, first.edits) == (right, (Edit("retired term", *edit),))
    assert not any(repair.safe for repair in (first, *others))


def test_a_successor_is_written_with_what_else_is_put_right() -> None:
    """Other mistakes of the name have edits of their own."""
    first = repairs("APJ-news SALE")[0]

    assert first.text == "SOUTH_news-SALE"
    assert [(edit.mistake, edit.old, edit.new) for edit in first.edits] == [
        ("retired term", "APJ", "SOUTH"),
        ("delimiter", "-", "_"),
        ("delimiter", " ", "-"),
    ]


@pytest.mark.parametrize(
    ("convention", "text"),
    [
        pytest.param("program", "GONE_News", id="a successor that is not yet in force"),
        pytest.param("program", "ONE_News", id="a circle"),
        pytest.param("program", "BARE_News", id="none is named"),
        pytest.param("narrow", "APJ_News", id="a successor that the field does not take"),
        pytest.param("refusing", "APJ_News", id="a successor that the field refuses"),
    ],
)
def test_no_successor_that_would_be_wrong(convention: str, text: str) -> None:
    """A term that is wrong as well is no way out."""
    assert not any(edit.mistake == "retired term" for one in repairs(text, convention) for edit in one.edits)


def test_a_term_in_force_is_left() -> None:
    """On a day on which the term is right, only what is wrong is put right, and safely."""
    (first,) = repairs("APJ-News", as_of=date(2025, 6, 1))

    assert first == Repair("APJ_News", (Edit("delimiter", 3, 4, "-", "_"),), safe=True, confidence=0.81)


@pytest.mark.parametrize("text", ["APJ_News", "OLD_News", "GONE_News", "ONE_News"])
def test_a_finding_suggests_what_the_repair_writes(text: str) -> None:
    """What MT203 suggests is what the first repair by a successor writes; where there is none, nothing."""
    (finding,) = TAXONOMY.convention("program").check(text, as_of=DAY).findings
    written = [
        edit.new for repair in repairs(text) for edit in repair.edits if edit.mistake == "retired term"
    ]

    assert finding.code == "MT203"
    assert [suggestion.text for suggestion in finding.suggestions] == written
