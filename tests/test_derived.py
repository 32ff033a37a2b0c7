"""Derived names: what a name gives for other fields of its record."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mops_taxonomy import Taxonomy
from mops_taxonomy.derived import Option, changed, derived

FIELD: dict[str, Any] = {
    "template": "{}fmm",
    "change": ["lower"],
    "when": {"team": ["field"]},
    "effect": "it is lost",
}
LAB: dict[str, Any] = {
    "template": "lab",
    "change": [],
    "when": {"team": ["lab"], "paid": ["true"]},
    "effect": None,
}
PLAIN: dict[str, Any] = {"template": "{}", "change": ["lower"], "when": {}, "effect": None}


@pytest.mark.parametrize(
    ("text", "steps", "expected"),
    [
        ("Best Event", [], "Best Event"),
        ("Best Event", ["lower"], "best event"),
        ("Größe", ["upper"], "GRÖSSE"),
        ("20191202_AWS_re:Invent", ["lower", {"keep": "a-z0-9"}], "20191202awsreinvent"),
        ("20191202_AWS_re:Invent", [{"keep": "a-z0-9"}, "lower"], "20191202renvent"),
        ("a_b:c", [{"keep": "^_"}], "ab:c"),
        ("Größe 2", [{"keep": r"\p{L}"}], "Größe"),
        ("a b-c", [{"replace": {" ": "-", "-": " "}}], "a-b c"),
        ("aab", [{"replace": {"a": "x", "aa": "y"}}], "yb"),
        ("aaa", [{"replace": {"a": "x", "aa": "y"}}], "yx"),
        ("ab", [{"replace": {"a": "b", "b": "c"}}], "bc"),
        ("a.b", [{"replace": {".": ""}}], "ab"),
        ("a b", [{"replace": {" ": "_"}}, {"replace": {"_": "\\1"}}], "a\\1b"),
        ("", ["upper", {"keep": "a"}, {"replace": {"a": "b"}}], ""),
    ],
)
def test_changes_are_made_one_after_the_other(text: str, steps: list[Any], expected: str) -> None:
    """In the order of the file; texts are replaced at once, the longest first."""
    assert changed(text, steps) == expected


@given(
    st.text(),
    st.dictionaries(st.text("abc", min_size=1, max_size=3), st.text("abcx", max_size=3), min_size=1),
)
def test_replacing_is_reading_from_the_left(text: str, pairs: dict[str, str]) -> None:
    """At each place the longest text that stands there is replaced, and what was put in is not looked at again."""
    expected, at = "", 0
    while at < len(text):
        old = max((one for one in pairs if text.startswith(one, at)), key=len, default="")
        expected += pairs[old] if old else text[at]
        at += len(old) or 1

    assert changed(text, [{"replace": pairs}]) == expected


@pytest.mark.parametrize(
    ("rules", "record", "options", "text"),
    [
        ([FIELD, PLAIN], {"team": "field"}, [Option("springfmm", "it is lost", {})], "springfmm"),
        ([FIELD, PLAIN], {"team": "web"}, [Option("spring", None, {})], "spring"),
        ([PLAIN, FIELD], {"team": "field"}, [Option("spring", None, {})], "spring"),
        ([FIELD, PLAIN], None,
         [Option("springfmm", "it is lost", {"team": ("field",)}), Option("spring", None, {})], None),
        ([FIELD], None, [Option("springfmm", "it is lost", {"team": ("field",)})], None),
        ([LAB, FIELD], {"team": "field"}, [Option("springfmm", "it is lost", {})], "springfmm"),
        ([LAB, FIELD], {"team": "lab"}, [Option("lab", None, {"paid": ("true",)})], None),
        ([LAB, PLAIN], {"team": "lab", "paid": True}, [Option("lab", None, {})], "lab"),
        ([{**FIELD, "template": "{}"}, PLAIN], None,
         [Option("spring", "it is lost", {"team": ("field",)}), Option("spring", None, {})], "spring"),
    ],
)  # fmt: skip
def test_the_first_rule_that_fits_is_meant(
    rules: list[Any], record: dict[str, Any] | None, options: list[Option], text: str | None
) -> None:
    """What the record leaves open is not chosen; where every option is the same, nothing is open."""
    found = derived({"utm": rules}, "Spring", record)["utm"]

    assert (found.options, found.text) == (tuple(options), text)
    assert found.settled is (options[-1].asked == {})


def test_a_field_without_a_fitting_rule_is_left_out() -> None:
    """For the records of nobody's rule nothing is asked."""
    assert derived({"utm": [FIELD], "page": [PLAIN]}, "Spring", {"team": "web"}).keys() == {"page"}


def test_the_template_may_have_the_name_twice_or_not_at_all() -> None:
    """`{}` is the changed name wherever it stands; the rest is as written."""
    rules = [{**PLAIN, "template": "A {}/{}"}]

    assert derived({"utm": rules}, "Spring_2")["utm"].text == "A spring_2/spring_2"
    assert derived({"utm": [{**PLAIN, "template": "Fix"}]}, "Spring_2")["utm"].text == "Fix"


def test_what_would_have_to_be_known_is_told() -> None:
    """The keys of the record, each once."""
    assert derived({"utm": [FIELD, LAB, PLAIN]}, "x")["utm"].undecided == ("team", "paid")


def test_a_convention_gives_its_derived_names() -> None:
    """From Python, with what is known of the record."""
    taxonomy = Taxonomy.load(
        {
            "taxonomy": "acme",
            "fields": {"title": {"kind": "text"}},
            "conventions": {
                "c": {
                    "forms": ["{title}"],
                    "derived": {
                        "utm": [
                            {"template": "{}fmm", "change": "lower", "when": {"team": "field"}},
                            {"template": "{}", "change": "lower"},
                        ]
                    },
                }
            },
        }
    )
    convention = taxonomy.convention()

    assert convention.derived("Spring", {"team": "field"})["utm"].text == "springfmm"
    assert convention.derived("Spring", {"team": "web"})["utm"].text == "spring"
    assert convention.derived("Spring")["utm"].text is None
