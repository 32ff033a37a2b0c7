"""A name under repair."""

from __future__ import annotations

from mops_taxonomy.repair.draft import Change, Draft
from mops_taxonomy.repair.repair import Edit


def test_changes_are_told_in_places_of_the_name_as_it_was() -> None:
    """However often a draft is changed, its edits speak of the original."""
    draft = Draft.of("Copy of a-b").changed([Change(0, 8, "", "clone")], 0.2)
    draft = draft.changed([Change(1, 2, " | ", "delimiter"), Change(3, 3, "!", "typo", "x")], 0.3)

    assert draft.text == "a | b!"
    assert draft.cost == 0.5
    assert draft.edits == (
        Edit("clone", 0, 8, "Copy of ", ""),
        Edit("delimiter", 9, 10, "-", " | "),
        Edit("typo", 11, 11, "", "!", "x"),
    )


def test_places_inside_new_text() -> None:
    """What is put in stands, for later changes, between the places it took."""
    draft = Draft.of("ab").changed([Change(1, 2, "xyz", "alias")], 0.1)

    assert draft.text == "axyz"
    assert draft.origins == (0, 1, 2, 2, 2)


def test_edits_as_people_are_told() -> None:
    """A change within what another one wrote is one edit with it, where they would overlap."""
    draft = Draft.of("20260401_APJ").changed([Change(11, 12, "ac", "typo", "region")], 0.4)
    draft = draft.changed([Change(9, 13, "APAC", "case", "region")], 0.0)

    assert draft.text == "20260401_APAC"
    assert [edit[:3] for edit in draft.edits] == [("case", 9, 12), ("typo", 11, 12)]
    assert draft.apart == (Edit("typo", 9, 12, "APJ", "APAC", "region"),)
