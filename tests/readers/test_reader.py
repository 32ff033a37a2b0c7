"""Verdicts of a reader: certain where every way of looking agrees, else unknown, with the condition."""

from __future__ import annotations

from itertools import product
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mops_taxonomy.model.reader import Reader as ReaderModel
from mops_taxonomy.readers import Reader


def made(**keys: Any) -> Reader:
    """A reader from the keys of the file."""
    return Reader("r", ReaderModel.model_validate(keys).model_dump(by_alias=True))


UNSURE = {"match": "unknown", "case": "unknown"}
DISPUTED = "this rule, which its documents dispute, holds"
ANYWHERE = "it takes these letters anywhere"
WORDS = "it takes whole words only"
EXACT = "case matters to it"
EITHER = "case does not matter to it"


@pytest.mark.parametrize(
    ("keys", "text", "record", "outcome", "condition"),
    [
        ({"contains": "test"}, "Latest", {}, "effect", ""),
        ({"contains": "test"}, "LaTEST", {}, "nothing", ""),
        ({"contains": "test", "match": "word"}, "Latest", {}, "nothing", ""),
        ({"contains": "test", "match": "unknown"}, "Latest", {}, "unknown", ANYWHERE),
        ({"contains": "test", "match": "unknown"}, "a test", {}, "effect", ""),
        ({"contains": "test", "match": "unknown"}, "Latest test", {}, "effect", ""),
        ({"contains": "test", "case": "unknown"}, "LaTEST", {}, "unknown", EITHER),
        ({"contains": "test", "case": "ignore"}, "LaTEST", {}, "effect", ""),
        ({"contains": "test", **UNSURE}, "LaTEST", {}, "unknown", f"{ANYWHERE} and {EITHER}"),
        ({"contains": "test", **UNSURE}, "Latest", {}, "unknown", ANYWHERE),
        ({"contains": "test", **UNSURE}, "a TEST", {}, "unknown", EITHER),
        ({"contains": "test", **UNSURE}, "a test", {}, "effect", ""),
        ({"contains": ["a", "B"], **UNSURE}, "xa b", {}, "unknown", f"either {ANYWHERE} or {EITHER}"),
        ({"contains": "test", **UNSURE}, "Spring", {}, "nothing", ""),
        ({"ends_with": "_P", "wanted": True}, "x_P", {}, "nothing", ""),
        ({"ends_with": "_P", "wanted": True}, "x", {}, "effect", ""),
        ({"ends_with": "_P", "wanted": True, "case": "unknown"}, "x_p", {}, "unknown", EXACT),
        ({"ends_with": "P", "wanted": True, "match": "unknown"}, "xP", {}, "unknown", WORDS),
        ({"ends_with": "P", "wanted": True, **UNSURE}, "x_p", {}, "unknown", EXACT),
        ({"ends_with": "P", "wanted": True, **UNSURE}, "xp", {}, "unknown", f"either {WORDS} or {EXACT}"),
        ({"contains": ["a", "B"], "wanted": True, **UNSURE}, "xa b", {}, "unknown", f"{WORDS} and {EXACT}"),
        ({"contains": "x", "if": "[0-9]+.*"}, "1x", {}, "effect", ""),
        ({"contains": "x", "if": "[0-9]+"}, "1x", {}, "nothing", ""),
        ({"contains": "x", "disputed": True}, "x", {}, "unknown", DISPUTED),
        ({"contains": "x", "disputed": True}, "y", {}, "nothing", ""),
        ({"contains": "x", "disputed": True, "if": "[0-9]"}, "x", {}, "nothing", ""),
        ({"contains": "x", "when": {"team": ["a", "b"]}}, "x", {"team": "b"}, "effect", ""),
        ({"contains": "x", "when": {"team": ["a", "b"]}}, "x", {"team": "c"}, "nothing", ""),
        ({"contains": "x", "when": {"team": ["a", "b"]}}, "x", {}, "unknown", "the record's `team` is `a` or `b`"),
        ({"contains": "x", "when": {"team": "a"}}, "y", {}, "nothing", ""),
        ({"contains": "x", "when": {"team": "a"}, "disputed": True, "case": "unknown"}, "X", {},
         "unknown", f"the record's `team` is `a` and {DISPUTED} and {EITHER}"),
        ({"first": 4, "as": "{YYYY}"}, "2026_x", {}, "nothing", ""),
        ({"first": 4, "as": "{YYYY}"}, "x", {}, "effect", ""),
        ({"first": 4, "as": "{YYYY}", "wanted": True}, "x", {}, "effect", ""),
        ({"first": 3, "as": "{Mon}", "case": "unknown"}, "MAR", {}, "unknown", EXACT),
        ({"first": 3, "as": "{Mon}", "match": "unknown"}, "MAR", {}, "effect", ""),
    ],
)  # fmt: skip
def test_a_verdict(
    keys: dict[str, Any], text: str, record: dict[str, Any], outcome: str, condition: str
) -> None:
    """What happens, and of what nobody knows, on what it depends."""
    verdict = made(**keys).verdict(text, record)

    assert (verdict.outcome, verdict.condition) == (outcome, condition)


def test_a_verdict_says_everything() -> None:
    """The attributes of a verdict that has all of them."""
    reader = made(system="salesforce", contains=["test"], when={"team": "a"}, effect="it is lost")

    assert reader.verdict("20260324_test_x", None)._asdict() == {
        "reader": "r",
        "system": "salesforce",
        "outcome": "unknown",
        "effect": "it is lost",
        "said": "may find `test` in the name",
        "condition": "the record's `team` is `a`",
        "span": (9, 13),
        "found": "test",
        "expected": None,
        "wanted": (),
        "mended": ("20260324_x",),
        "undecided": ("team",),
        "of_parents": False,
    }


@pytest.mark.parametrize(
    ("keys", "text", "message"),
    [
        ({"contains": "test"}, "a test", "the reader `r` finds `test` in the name"),
        ({"contains": "test", "system": "crm"}, "a", "the reader `r` of crm makes nothing of the name"),
        ({"contains": "t", "match": "unknown"}, "at",
         f"the reader `r` may find `t` in the name: if {ANYWHERE}, it acts; else nothing happens"),
        ({"ends_with": ["_A"], "wanted": True, "effect": "it is lost", "disputed": True},
         "a", f"the reader `r` may miss `_A` at the end of the name: if {DISPUTED}, it is lost; else nothing happens"),
    ],
)  # fmt: skip
def test_a_message_is_one_sentence(keys: dict[str, Any], text: str, message: str) -> None:
    """Of an unknown outcome it has both readings."""
    assert made(**keys).verdict(text, {}).message == message


def test_a_mend_is_one_that_the_reader_passes_over() -> None:
    """Taking one of two marks away does not help."""
    assert made(contains="test").verdict("test_x_test", {}).mended == ()
    assert made(contains="test").verdict("x_test", {}).mended == ("x",)


@pytest.mark.parametrize(
    ("keys", "of_parents"),
    [
        ({"ends_with": "_P", "wanted": True, "when": {"has_children": True}}, True),
        ({"ends_with": "_P", "wanted": True}, False),
        ({"ends_with": "_P", "when": {"has_children": True}}, False),
    ],
)
def test_a_mark_of_parents_is_known(keys: dict[str, Any], of_parents: bool) -> None:
    """A reader that wants a mark of records with children looks for parents."""
    reader = made(**keys)

    assert reader.of_parents is of_parents
    assert reader.verdict("x", {"has_children": "true"}).of_parents is of_parents


LOOKS = st.sampled_from(["starts_with", "ends_with", "contains"])
TEXTS = st.text("abAB_ 1", min_size=1, max_size=6)


@given(LOOKS, st.lists(TEXTS, min_size=1, max_size=3), TEXTS, st.booleans())
def test_what_is_not_known_is_every_reader_that_it_may_be(
    look: str, marks: list[str], text: str, wanted: bool
) -> None:
    """Unknown `match` and `case` give the verdict on which all four readers agree, and else `unknown`."""
    keys: dict[str, Any] = {look: marks, "wanted": wanted}
    known = {
        made(**keys, match=match, case=case).verdict(text, {}).outcome
        for match, case in product(["substring", "word"], ["exact", "ignore"])
    }
    unsure = made(**keys, **UNSURE).verdict(text, {})

    assert unsure.outcome == (known.pop() if len(known) == 1 else "unknown")


@given(LOOKS, st.lists(TEXTS, min_size=1, max_size=3), TEXTS, st.booleans())
def test_the_condition_tells_the_readers_apart(look: str, marks: list[str], text: str, wanted: bool) -> None:
    """What the condition of an unknown outcome says holds of the readers with the effect, and of no other."""
    keys: dict[str, Any] = {look: marks, "wanted": wanted}
    unsure = made(**keys, **UNSURE).verdict(text, {})
    words = {ANYWHERE: "substring", WORDS: "word", EXACT: "exact", EITHER: "ignore"}
    for match, case in product(["substring", "word"], ["exact", "ignore"]):
        outcome = made(**keys, match=match, case=case).verdict(text, {}).outcome
        said = [words[part] in {match, case} for part in words if part in unsure.condition]
        holds = any(said) if unsure.condition.startswith("either") else all(said)
        assert unsure.outcome != "unknown" or holds is (outcome == "effect")
