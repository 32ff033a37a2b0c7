"""The ways to share a text out among captures."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mops_taxonomy.algebra.automaton import build
from mops_taxonomy.algebra.charset import Charset
from mops_taxonomy.algebra.determinism import deterministic
from mops_taxonomy.algebra.language import (
    Bounded,
    Capture,
    Chars,
    Choice,
    Language,
    Literal,
    Repeat,
    Seq,
    Words,
    optional,
)
from mops_taxonomy.algebra.runs import Runs
from tests.algebra.languages import ALPHABET, all_texts, capture_choices, languages, sequences

if TYPE_CHECKING:
    from collections.abc import Iterable

LETTERS = Charset.of("ab-")
ANYTHING = Repeat(Chars(LETTERS), 1)
Ways = set[tuple[tuple[int, int, int], ...]]


@settings(max_examples=100, deadline=None)
@given(st.lists(languages(3), min_size=1, max_size=3), st.lists(st.text(ALPHABET, max_size=6), max_size=12))
def test_over_is_every_way_to_split(parts: list[Language], asked: list[str]) -> None:
    """The segments of all runs are exactly the splits of the text into texts of the parts, each once."""
    runs = Runs(build(sequences(parts)))
    for text in ("", *asked):
        found = list(runs.over(text))
        assert len(found) == len(set(found))
        assert set(found) == capture_choices(parts, text)


@settings(max_examples=80, deadline=None)
@given(st.lists(languages(3), min_size=2, max_size=3))
def test_disputed_are_the_captures_that_move(parts: list[Language]) -> None:
    """A capture is disputed when, in two splits, some character is in it and not in it."""
    runs = Runs(build(sequences(parts)))
    for text in all_texts(4):
        ways = capture_choices(parts, text)
        assert runs.disputed(text) == _moving(ways, range(len(parts)))


def _moving(ways: Ways, captures: Iterable[int]) -> frozenset[int]:
    owned = {
        capture: {tuple(at for c, s, e in way if c == capture for at in range(s, e)) for way in ways}
        for capture in captures
    }
    return frozenset(capture for capture, places in owned.items() if len(places) > 1)


SPLIT = Seq((Capture(0, ANYTHING), Literal("-"), Capture(1, ANYTHING)))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a-b", [((0, 0, 1), (1, 2, 3))]),
        ("a-b-a", [((0, 0, 3), (1, 4, 5)), ((0, 0, 1), (1, 2, 5))]),
        ("a--b", [((0, 0, 2), (1, 3, 4)), ((0, 0, 1), (1, 2, 4))]),
        ("-a-", []),
        ("ab", []),
        ("", []),
    ],
)
def test_literals_between_captures_are_left_out(
    text: str, expected: list[tuple[tuple[int, int, int], ...]]
) -> None:
    """A text with several delimiters has several runs, the longest first capture first."""
    assert list(Runs(build(SPLIT)).over(text)) == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        (optional(Capture(0, Literal("a"))), "", [()]),
        (Literal("a"), "", []),
        (Seq((Literal("a"), Literal("b"))), "ab", [()]),
        (Choice((Capture(0, Literal("a")), Capture(1, Literal("a")))), "a", [((0, 0, 1),), ((1, 0, 1),)]),
        (Seq((Capture(1, Literal("a")), Capture(1, Literal("b")))), "ab", [((1, 0, 2),)]),
        (Capture(0, Choice((Repeat(Chars(LETTERS)), Literal("ab")))), "ab", [((0, 0, 2),)]),
        (Repeat(Seq((Capture(0, Literal("a")), Literal("-")))), "a-a-", [((0, 0, 1), (0, 2, 3))]),
    ],
)
def test_over(language: Language, text: str, expected: list[tuple[tuple[int, int, int], ...]]) -> None:
    """Runs that differ only inside a capture are one; captures that touch and share an index are one."""
    assert list(Runs(build(language)).over(text)) == expected


def test_disputed_of_a_text_outside_the_language() -> None:
    """What is not of the language has no runs, and no capture is disputed."""
    runs = Runs(build(SPLIT))
    assert runs.disputed("ab") == frozenset()
    assert runs.disputed("") == frozenset()
    assert runs.live("ab") is None


def test_bounded_captures_are_disputed_only_where_lengths_allow() -> None:
    """A bound on the length of a capture takes away splits."""
    language = Seq((Capture(0, Bounded(ANYTHING, 1, 1)), Literal("-"), Capture(1, ANYTHING)))
    assert list(Runs(build(language)).over("a-b-a")) == [((0, 0, 1), (1, 2, 5))]
    assert Runs(build(language)).disputed("a-b-a") == frozenset()


def test_the_first_runs_of_very_many_come_at_once() -> None:
    """A text with 2 to the power of 200 runs gives its first ones lazily, and says what is disputed."""
    item = Choice((Capture(0, Literal("a")), Capture(1, Literal("a"))))
    runs = Runs(build(Repeat(Seq((item, Literal("-"))))))
    text = "a-" * 200
    assert len(list(islice(runs.over(text), 5))) == 5
    assert runs.disputed(text) == {0, 1}


def test_a_second_text_asks_nothing_new() -> None:
    """Sets of positions are worked out once: a text as long again adds no more sets than the first."""
    words = Words(("ab", "ba", "b"))
    language = Seq((Capture(0, Repeat(words, 1)), Literal("-"), Capture(1, deterministic(Repeat(words, 1)))))
    runs = Runs(build(language))
    runs.live("ab" * 50 + "-" + "b" * 50)
    known = len(runs._sets)
    runs.live("ab" * 500 + "-" + "b" * 500)
    assert len(runs._sets) == known


def test_what_is_remembered_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    """After too many different texts, what was worked out is forgotten, and the answers stay right."""
    monkeypatch.setattr("mops_taxonomy.algebra.runs._MOST_KNOWN", 3)
    runs = Runs(build(SPLIT))
    for text in ("a-b", "b-a-b", "ab-ab", "a-b-a-b"):
        assert set(runs.over(text)) == capture_choices_of_split(text)
        assert len(runs._live) <= 3 + len(text)


def capture_choices_of_split(text: str) -> Ways:
    """The splits at one of the dashes, by hand."""
    return {
        ((0, 0, at), (1, at + 1, len(text)))
        for at, character in enumerate(text)
        if character == "-" and 0 < at < len(text) - 1
    }
