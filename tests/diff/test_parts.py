"""What is told of every kind of change, and what a change means before anything is proved."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from mops_taxonomy import Taxonomy
from mops_taxonomy.diff.bearing import bearing
from mops_taxonomy.diff.pair import Pair
from mops_taxonomy.diff.parts import all_parts, compared
from mops_taxonomy.errors import InvalidTaxonomy
from mops_taxonomy.testing import documents, taxonomies
from tests.diff.edits import read, taxonomy, told

if TYPE_CHECKING:
    from collections.abc import Mapping

    from mops_taxonomy.diff import Change

ROOT = Path(__file__).parents[2]
EXAMPLES = (ROOT / "examples" / "reference.yaml", *sorted((ROOT / "examples").glob("*/taxonomy.yaml")))
CASES: list[dict[str, Any]] = read("cases.yaml")
random = settings(
    max_examples=40,
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=list(HealthCheck),
)


def changes(old: Mapping[str, Any], new: Mapping[str, Any]) -> tuple[Change, ...]:
    """What the parts tell of two resolved taxonomies."""
    return tuple(compared(Pair(old, new)))


def members(found: tuple[Change, ...], kind: str) -> set[tuple[str, tuple[str, ...]]]:
    """The things that were added, or removed."""
    return {(change.noun, change.path) for change in found if change.kind == kind}


@pytest.mark.parametrize("case", CASES, ids=lambda case: str(case["set"])[:60])
def test_every_change_is_told(case: dict[str, Any]) -> None:
    """An edit is told in whole sentences, each with its impact, and nothing else is."""
    assert told(changes(taxonomy().resolved, taxonomy(case["set"]).resolved)) == case["changes"]


@pytest.mark.parametrize("case", CASES, ids=lambda case: str(case["set"])[:60])
def test_what_is_added_one_way_is_removed_the_other(case: dict[str, Any]) -> None:
    """Undoing an edit removes what it added and adds what it removed."""
    old, new = taxonomy().resolved, taxonomy(case["set"]).resolved
    there, back = changes(old, new), changes(new, old)
    assert back
    assert members(there, "added") == members(back, "removed")
    assert members(there, "removed") == members(back, "added")


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.parent.name)
def test_an_example_has_not_changed_from_itself(path: Path) -> None:
    """Nothing is told of a taxonomy and itself, loaded twice."""
    assert changes(Taxonomy.load(path).resolved, Taxonomy.load(path).resolved) == ()


@random
@given(taxonomies())
def test_nothing_is_told_of_a_taxonomy_and_itself(one: Taxonomy) -> None:
    """Also what proofs write down beside the forms is no change."""
    before = Taxonomy(one.resolved).resolved
    assert changes(before, one.resolved) == ()


@random
@given(taxonomies(), taxonomies())
def test_random_pairs(old: Taxonomy, new: Taxonomy) -> None:
    """Any two can be compared, and what is added one way is removed the other."""
    there, back = changes(old.resolved, new.resolved), changes(new.resolved, old.resolved)
    assert members(there, "added") == members(back, "removed")
    assert members(there, "removed") == members(back, "added")


@random
@given(st.data(), documents(), documents())
def test_what_bears_on_names_is_told(data: st.DataObject, old: dict[str, Any], other: dict[str, Any]) -> None:
    """Whatever is another way in one place, and bears on names, is a change that is more than cosmetic."""
    section = data.draw(st.sampled_from(["vocabularies", "fields", "conventions", "fiscal_year_start"]))
    new = {**old, section: other[section]}
    if section != "fiscal_year_start":
        name = data.draw(st.sampled_from(sorted(other[section])))
        new[section] = {**old[section], name: other[section][name]}
    try:
        before, after = (Taxonomy.load(document).resolved for document in (old, new))
    except InvalidTaxonomy:
        assume(False)
    if bearing(before, "main") != bearing(after, "main"):
        assert {change.impact for change in changes(before, after)} & {"breaking", "compatible"}


def test_a_convention_that_was_proved_is_the_same() -> None:
    """What is worked out about a convention and kept beside it is no change."""
    old, new = taxonomy(), taxonomy()
    assert new.convention("ad").prove() is False
    assert old.resolved != new.resolved
    assert changes(old.resolved, new.resolved) == ()
    assert bearing(old.resolved, "ad") == bearing(new.resolved, "ad")


def test_parts_have_places_of_their_own() -> None:
    """No two parts have the same place in reports."""
    places = [part.order for part in all_parts()]
    assert places == sorted(set(places))


BEARING: list[tuple[dict[str, Any], list[tuple[str, ...]]]] = [
    ({"vocabularies/region/terms/LATAM": "x"}, [("program", "ad")]),
    ({"vocabularies/idle/terms": ["X", "Y"]}, [()]),
    ({"vocabularies/region/terms/EMEA/codes/utm": "europe"}, [()]),
    ({"fields/match/terms/PH": "phrase"}, [("ad",)]),
    ({"fields/title/max_length": "30"}, [("program", "ad")]),
    ({"fields/title/label": "Title"}, [()]),
    ({"channels/EML": "GONE", "conventions/program/combinations": []}, [(), ("program", "ad")]),
    ({"conventions/ad/prefer": "first"}, [("ad",)]),
    ({"conventions/ad/max_length": "60"}, [("ad",)]),
    ({"conventions/program/max_length": "80"}, [("program",)]),
    ({"severity": {"MT205": "error"}}, [("program", "ad")]),
    ({"fiscal_year_start": "1"}, [()]),
]


@pytest.mark.parametrize(("edits", "expected"), BEARING, ids=str)
def test_on_whose_names_a_change_bears(edits: dict[str, Any], expected: list[tuple[str, ...]]) -> None:
    """A change names the conventions in whose names it shows, those around them too, if it bears on nothing else."""
    found = changes(taxonomy().resolved, taxonomy(edits).resolved)
    assert [change.bears_on for change in found] == expected


def test_spellings_bear_on_those_who_write_them() -> None:
    """Where a convention writes the codes of a system, another code breaks its names."""
    old = taxonomy({"conventions/program/codes": "utm"}).resolved
    new = taxonomy(
        {"conventions/program/codes": "utm", "vocabularies/region/terms/AMER": {"codes": {"utm": "am"}}}
    )
    (label, code) = changes(old, new.resolved)
    assert label.message == "the label of `AMER` in `region` is gone; it was `Americas`"
    assert (code.impact, code.bears_on) == ("breaking", ("program", "ad"))
