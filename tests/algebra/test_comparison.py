"""What two automata have in common, and what only one of them accepts."""

from __future__ import annotations

import pytest
from hypothesis import given, settings

from mops_taxonomy.algebra.automaton import build
from mops_taxonomy.algebra.charset import ANY, EMPTY, Charset
from mops_taxonomy.algebra.comparison import Both, Difference, difference, included, unlike
from mops_taxonomy.algebra.language import (
    NOTHING,
    Chars,
    Choice,
    Language,
    Literal,
    Repeat,
    Seq,
    Words,
    optional,
)
from mops_taxonomy.algebra.machine import explicit, shortest_word
from tests.algebra.languages import LONGEST, all_texts, languages, texts

A, B = Literal("a"), Literal("b")
AB = Chars(Charset.of("ab"))
TEXTS = all_texts()


@settings(max_examples=200, deadline=None)
@given(languages(4), languages(4))
def test_what_both_accept(one: Language, other: Language) -> None:
    """The product holds exactly the texts of both; its shortest word is as short as any."""
    both = Both(build(one), build(other))
    common = texts(one) & texts(other)
    made = explicit(both)
    assert {text for text in TEXTS if made.accepts(text)} == common
    shortest(shortest_word(both), common)


@settings(max_examples=200, deadline=None)
@given(languages(4), languages(4))
def test_what_only_one_accepts(one: Language, other: Language) -> None:
    """The difference holds exactly the texts of the one that the other has not; inclusion and likeness follow."""
    first, second = build(one), build(other)
    only, only_other = texts(one) - texts(other), texts(other) - texts(one)
    made = explicit(Difference(first, second))
    assert {text for text in TEXTS if made.accepts(text)} == only
    shortest(difference(first, second), only)
    shortest(unlike(first, second), only | only_other)
    assert included(first, second) == (difference(first, second) is None)


def shortest(word: str | None, listed: set[str]) -> None:
    """Assert that a word is a shortest of those listed; that there are only longer ones, where none is."""
    if listed:
        assert word in listed
        assert len(word) == min(map(len, listed))
    else:
        assert word is None or len(word) > LONGEST


@pytest.mark.parametrize(
    ("one", "other", "left", "right"),
    [
        (A, A, None, None),
        (A, B, "a", "b"),
        (AB, A, "b", None),
        (optional(A), A, "", None),
        (NOTHING, Chars(EMPTY), "", None),
        (Repeat(A), Repeat(A, 1), "", None),
        (Repeat(AB), Repeat(A), "b", None),
        (Repeat(A, 0, 30), Repeat(A), None, "a" * 31),
        (Repeat(Repeat(A, 1), 1), Repeat(A, 1), None, None),
        (Seq((A, optional(B))), Words(("ab", "a")), None, None),
        (Words(("AB", "a"), fold=True), Choice((Words(("ab",), fold=True), A)), "A", None),
        (Chars(ANY), Chars(ANY - Charset.of("a")), "a", None),
        (Chars(ANY - Charset.of("abc")), Chars(ANY - Charset.of("cde")), "d", "a"),
        (Repeat(AB, 8), Seq((AB, Repeat(AB))), None, "a"),
        (Seq((Repeat(AB), A, Repeat(AB, 9, 9))), Repeat(AB), None, ""),
    ],
)
def test_known_pairs(one: Language, other: Language, left: str | None, right: str | None) -> None:
    """The shortest text that only the first has, and the shortest that only the second has."""
    first, second = build(one), build(other)
    assert (difference(first, second), difference(second, first)) == (left, right)
    assert (included(first, second), included(second, first)) == (left is None, right is None)
    found = [word for word in (left, right) if word is not None]
    assert unlike(first, second) == min(found, key=len, default=None)
