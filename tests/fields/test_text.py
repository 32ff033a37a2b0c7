"""Open text."""

from __future__ import annotations

import re
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mops_taxonomy.algebra.automaton import build
from mops_taxonomy.fault import Misfit
from tests.fields.made import DAY, field, fits, shown

WORDS = {"characters": "A-Za-z0-9", "joiner": "-"}
TITLE = {"characters": r"\p{L}\p{N}", "joiner": "-", "case": "title"}


@pytest.mark.parametrize(
    ("own", "right", "wrong"),
    [
        (
            {},
            ["a", "a b", "é_1|2", "漢字", "a  b"],
            ["", " a", "a ", "a\tb", "a\nb", "a\xa0b", "\u200b", " "],
        ),
        ({"characters": "A-Z"}, ["A", "ABC"], ["a", "A1", "A B", "É"]),
        ({"characters": r"\p{L}"}, ["éA漢"], ["1", "_"]),
        ({"characters": "^_"}, ["a-b c", "é"], ["a_b", " a", "\t"]),
        ({"characters": "^_ "}, ["a-b"], ["a b"]),
        (WORDS, ["a", "Ab-1", "a-b-c"], ["-a", "a-", "a--b", "a_b", "-"]),
        ({"characters": "a-z", "joiner": "-."}, ["a-b.c"], ["a-.b", ".a"]),
        ({"characters": "a-z-", "joiner": "-"}, ["a-b"], ["a--b", "-"]),
        ({**WORDS, "min_length": 3, "max_length": 5}, ["abc", "a-b", "ab-cd"], ["ab", "ab-cde", "a-"]),
        ({"characters": "a-z", "min_length": 2, "max_length": 2}, ["ab"], ["a", "abc"]),
        (TITLE, ["Ab", "Größe-Zählt", "A-1b", "1a"], ["ab", "Ab-cd", "größe"]),
        ({"case": "title"}, ["Ab Cd", "Ab 1"], ["ab", "Ab cd"]),
        ({"characters": "A-Za-z", "case": "lower"}, ["ab"], ["Ab", "AB"]),
        ({"characters": "A-Za-z", "case": "upper"}, ["AB"], ["Ab", "ab"]),
        ({"case": "lower"}, ["é1 x"], ["É", "aB", "ǅ"]),
        ({"pattern": "[A-Z]{2,4}[0-9]{3,5}"}, ["GCP1102", "AB123"], ["A123", "AB12", "ab123", "AB123 "]),
        ({"pattern": "a+", "max_length": 3}, ["a", "aaa"], ["aaaa", ""]),
        ({"pattern": "(a|ab)(c|bc)"}, ["ac", "abc", "abbc"], ["ab"]),
    ],
)
def test_what_is_read(own: dict[str, Any], right: list[str], wrong: list[str]) -> None:
    """Characters, joiners, lengths, case and patterns say which texts are values; each is its own value."""
    kind = field("text", **own)
    automaton = build(kind.language)
    for text in right:
        assert automaton.accepts(text)
        assert (kind.decode(text), kind.encode(text), kind.write(text)) == (text, text, text)
        assert fits(kind, text, DAY)
        assert list(kind.notes(text)) == []
    for text in wrong:
        assert not automaton.accepts(text)
        assert text == "" or list(kind.diagnose(text, DAY))
        with pytest.raises(Misfit):
            kind.encode(text)
        with pytest.raises((LookupError, TypeError, ValueError)):
            kind.write(text)


@settings(max_examples=30, deadline=None)
@given(st.text("aB1-. \té", max_size=7))
def test_reading_is_the_language(text: str) -> None:
    """Whether a text is written, read, diagnosed or accepted by the automaton is one question."""
    for own in (WORDS, TITLE, {"joiner": "-", "min_length": 2, "max_length": 4}, {"case": "lower"}):
        kind = field("text", **own)
        right = build(kind.language).accepts(text)
        assert right == (kind.reads(text) and fits(kind, text, DAY))
        assert right != bool(text == "" or list(kind.diagnose(text, DAY)))


@pytest.mark.parametrize(
    ("own", "text", "name", "span", "suggested"),
    [
        (WORDS, "ab_cd", "bad_characters", (2, 3), []),
        (WORDS, "ab__cd", "bad_characters", (2, 4), []),
        (WORDS, "-ab", "bad_characters", (0, 1), []),
        (WORDS, "ab-", "bad_characters", (2, 3), []),
        (WORDS, "ab--cd", "bad_characters", (3, 4), []),
        ({}, " ab", "bad_characters", (0, 1), []),
        ({}, "a\u200bb", "bad_characters", (1, 2), []),
        (TITLE, "größe-Zählt", "wrong_case", (0, 11), ["Größe-Zählt"]),
        (TITLE, "Größe-zählt", "wrong_case", (0, 11), ["Größe-Zählt"]),
        ({"characters": "a-z", "case": "lower"}, "aBc", "wrong_case", (0, 3), ["abc"]),
        ({"characters": "A-Z", "case": "upper"}, "abc", "wrong_case", (0, 3), ["ABC"]),
        ({"characters": "a-z", "case": "lower"}, "aB_", "wrong_case", (1, 2), []),
        ({"min_length": 3}, "ab", "too_short", (0, 2), []),
        ({"max_length": 3}, "abcd", "too_long", (0, 4), []),
        ({"except": ["Test"]}, "TEST", "excluded_value", (0, 4), []),
        ({"pattern": "[a-z]{2}", "help": "two letters"}, "abc", "bad_pattern", (0, 3), []),
    ],
)
def test_diagnose(
    own: dict[str, Any], text: str, name: str, span: tuple[int, int], suggested: list[str]
) -> None:
    """Why a text is no value, at the character at fault, with the text as it would be right."""
    found = text[slice(*span)]
    assert shown(field("text", **own).diagnose(text, DAY)) == [(name, span, found, suggested)]


@pytest.mark.parametrize(
    ("own", "text", "length", "limit"),
    [({"min_length": 3}, "ab", 2, 3), ({"max_length": 3}, "é漢ab", 4, 3), ({"max_length": 1}, "👍🏽", 2, 1)],
)
def test_lengths_count_code_points(own: dict[str, Any], text: str, length: int, limit: int) -> None:
    """A length is a number of code points, and the fault says which and how many may be."""
    (fault,) = field("text", **own).diagnose(text, DAY)
    assert fault.detail == {"length": length, "limit": limit}


@pytest.mark.parametrize(
    ("own", "text", "value"),
    [
        ({**TITLE, "accept": ["case"]}, "größe-zählt", "Größe-Zählt"),
        ({"characters": "A-Za-z", "case": "lower", "accept": ["case"]}, "ABc", "abc"),
        ({"characters": "A-Za-z", "case": "upper", "accept": ["case"]}, "ABc", "ABC"),
    ],
)
def test_accepted_case(own: dict[str, Any], text: str, value: str) -> None:
    """With `accept: case` another case is read as the value in the right one, with a note."""
    kind = field("text", **own)
    assert build(kind.language).accepts(text)
    assert kind.decode(text) == value
    assert fits(kind, text, DAY)
    assert shown(kind.notes(text)) == [("accepted_case", (0, len(text)), text, [value])]
    assert kind.encode(value) == value


@pytest.mark.parametrize("value", [5, None, b"a", ["a"]])
def test_values_that_are_no_text(value: Any) -> None:
    """Only text is text."""
    with pytest.raises(Misfit, match=f"^{re.escape(repr(value))} is not text$"):
        field("text").encode(value)


@pytest.mark.parametrize(
    ("own", "value", "message", "suggested"),
    [
        (
            WORDS,
            "ab_cd",
            "'_' cannot stand in 'ab_cd'; expected text of the characters A-Za-z0-9, words joined by '-'",
            [],
        ),
        (
            {**WORDS, "min_length": 3, "max_length": 4},
            "ab",
            "'ab' has 2 characters; expected text of 3 to 4 characters",
            [],
        ),
        ({"characters": "a-z", "case": "lower"}, "AB", "'AB' does not fit; expected lower case", ["ab"]),
        ({"pattern": "a+", "help": "some a"}, "b", "'b' does not fit; expected some a", []),
        ({"except": ["Test"]}, "test", "'test' is refused here", []),
    ],
)
def test_not_written(own: dict[str, Any], value: str, message: str, suggested: list[str]) -> None:
    """A text that does not fit is refused with the reason."""
    with pytest.raises(Misfit) as caught:
        field("text", **own).encode(value)
    assert caught.value.message == message
    assert [one.text for one in caught.value.suggestions] == suggested


@pytest.mark.parametrize(
    ("own", "words"),
    [
        ({}, "text"),
        ({"max_length": 40}, "text of 1 to 40 characters"),
        ({"min_length": 3}, "text of at least 3 characters"),
        (
            {**WORDS, "joiner": "-.", "min_length": 3, "max_length": 40},
            "text of 3 to 40 of the characters A-Za-z0-9, words joined by '-' or '.'",
        ),
        ({"pattern": "a+", "help": "some a"}, "some a"),
    ],
)
def test_describe(own: dict[str, Any], words: str) -> None:
    """What stands there, for people."""
    assert field("text", **own).describe() == words


@pytest.mark.parametrize(
    ("own", "exact"),
    [
        (WORDS, True),
        ({"characters": "a-z", "min_length": 2, "max_length": 4}, True),
        ({**WORDS, "max_length": 4}, False),
        ({"pattern": "a+"}, True),
        ({"pattern": "a+", "max_length": 4}, False),
        ({**WORDS, "except": ["Test"]}, False),
    ],
)
def test_exact(own: dict[str, Any], exact: bool) -> None:
    """A pattern cannot state the length of words, nor the values refused."""
    assert field("text", **own).exact is exact
