"""Taxonomies: loading and finding conventions."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from mops_taxonomy.errors import InvalidTaxonomy
from mops_taxonomy.taxonomy import Taxonomy

if TYPE_CHECKING:
    from pathlib import Path

MAPPING: dict[str, Any] = {
    "taxonomy": "halden",
    "version": "2026.10",
    "fields": {"a": {"kind": "term", "terms": ["A", "B"]}},
    "conventions": {"one": {"forms": [{"template": "{a}"}]}, "two": {"forms": [{"template": "x{a}"}]}},
}


@pytest.fixture(autouse=True)
def _nothing_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MOPS_TAXONOMY_CACHE", "")


def test_from_a_mapping() -> None:
    """A mapping with the content of a file is a taxonomy without a file."""
    made = Taxonomy.load(MAPPING)
    assert (made.name, made.version, made.conventions, made.file) == (
        "halden",
        "2026.10",
        ("one", "two"),
        None,
    )
    assert repr(made) == "<Taxonomy halden 2026.10: one, two>"


def test_from_a_file(tmp_path: Path) -> None:
    """A file gives the same taxonomy as its content."""
    path = tmp_path / "t.json"
    path.write_text(json.dumps(MAPPING), encoding="utf-8")
    assert Taxonomy.load(path).resolved == Taxonomy.load(MAPPING).resolved
    assert Taxonomy.load(path).file == str(path)


def test_conventions_are_made_once() -> None:
    """The same convention is one object."""
    made = Taxonomy.load(MAPPING)
    assert made.convention("one") is made.convention("one")
    assert made.convention("two").is_valid("xA")


@pytest.mark.parametrize(
    ("name", "message"),
    [
        (None, "which convention? The taxonomy has: one, two"),
        ("three", "there is no convention 'three' The taxonomy has: one, two"),
    ],
)
def test_no_such_convention(name: str | None, message: str) -> None:
    """The error lists the conventions there are."""
    with pytest.raises(KeyError) as caught:
        Taxonomy.load(MAPPING).convention(name)
    assert caught.value.args == (message,)


def test_the_only_convention_needs_no_name() -> None:
    """Of one convention, the name need not be said."""
    only = {**MAPPING, "conventions": {"one": MAPPING["conventions"]["one"]}}
    assert Taxonomy.load(only).convention().id == "one"


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    """A missing file is a finding with the file's name."""
    path = tmp_path / "none.yaml"
    with pytest.raises(InvalidTaxonomy) as caught:
        Taxonomy.load(path)
    assert str(caught.value) == f"{path}: MT901 cannot read the file: no such file or directory"


@pytest.mark.parametrize("template", ["{?{a}}", "{?{a}_}"])
def test_forms_that_match_the_empty_name(template: str) -> None:
    """A form that could be empty is refused where it is declared."""
    with pytest.raises(InvalidTaxonomy, match="this form can match the empty name"):
        Taxonomy.load({**MAPPING, "conventions": {"c": {"forms": [{"template": template}]}}})


def test_patterns_that_cannot_be_made_deterministic() -> None:
    """A pattern that has no automaton of bearable size with one run a text is refused where it is declared."""
    huge = {"a": {"kind": "text", "pattern": "(a|b)*a(a|b|ab){16}", "help": "a and b"}}
    with pytest.raises(InvalidTaxonomy, match="too large to be matched"):
        Taxonomy.load({**MAPPING, "fields": huge, "conventions": {"c": {"forms": [{"template": "{a}"}]}}})


def test_forms_that_are_too_large() -> None:
    """A form that would take too much to match is refused where it is declared."""
    huge = {"a": {"kind": "text", "pattern": "(([a-z]{1000}){1000})", "help": "a long text"}}
    with pytest.raises(InvalidTaxonomy, match="too large to be matched"):
        Taxonomy.load({**MAPPING, "fields": huge, "conventions": {"c": {"forms": [{"template": "{a}"}]}}})


def test_what_was_read_is_checked_as_it_is() -> None:
    """What `read` gives can be handed over: what could not be read stands before what was found."""
    from mops_taxonomy.platforms.reading import read

    page = {
        "success": True,
        "result": [{"id": 7}, {"id": 8, "name": "Spring Sale"}, {"id": 9, "name": "spring sale"}],
    }
    taxonomy = Taxonomy.load({"taxonomy": "acme"})

    assert [one.code for one in taxonomy.check(read(page, "marketo")).findings] == ["MT350", "MT411"]
    assert taxonomy.reconcile(read(page, "marketo")).matches == ()


def test_what_is_no_record_is_refused() -> None:
    """A mapping is no record."""
    with pytest.raises(TypeError, match="a record is a Program, Campaign, Channel or Member, not dict"):
        Taxonomy.load({"taxonomy": "acme"}).check([{"name": "Spring Sale"}])
