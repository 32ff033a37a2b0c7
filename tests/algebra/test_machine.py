"""Searches find the shortest words, the most readable of them first, and all words in that order."""

from __future__ import annotations

from itertools import islice, takewhile
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings

from mops_taxonomy.algebra.automaton import Automaton, TooLarge, build
from mops_taxonomy.algebra.charset import EMPTY, Charset
from mops_taxonomy.algebra.comparison import Alone
from mops_taxonomy.algebra.determinism import determinised
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
from mops_taxonomy.algebra.machine import explicit, shortest_word, words
from mops_taxonomy.algebra.readable import rank
from tests.algebra.languages import ALPHABET, LONGEST, all_texts, languages, texts

if TYPE_CHECKING:
    from collections.abc import Callable

A, B = Literal("a"), Literal("b")
LETTER = Chars(Charset([(ord("a"), ord("z"))]))
DIGIT = Chars(Charset([(ord("0"), ord("9"))]))
LONG = Repeat(A, 50, 50)


def order(text: str) -> tuple[int, list[tuple[int, str]]]:
    """Where a text stands: shorter ones first, then those of more readable characters."""
    return len(text), [rank(Charset.of(character)) for character in text]


def by_character(automaton: Automaton) -> Automaton:
    """The automaton with a position for every single character."""
    letters = [
        (p, letter)
        for p, charset in enumerate(automaton.charsets)
        for letter in ALPHABET
        if letter in charset
    ]

    def split(positions: tuple[int, ...]) -> tuple[int, ...]:
        return tuple(number for number, (p, _) in enumerate(letters) if p in positions)

    return Automaton(
        [Charset.of(letter) for _, letter in letters],
        [automaton.owners[p] for p, _ in letters],
        [split(automaton.follow[p]) for p, _ in letters],
        split(automaton.first),
        frozenset(split(tuple(automaton.last))),
        automaton.nullable,
    )


@pytest.mark.parametrize(
    ("language", "word"),
    [
        (A, "a"),
        (NOTHING, ""),
        (Chars(EMPTY), None),
        (Seq((A, Chars(EMPTY))), None),
        (optional(A), ""),
        (Words(("b", "aa")), "b"),
        (Words(("b", "a", "1", "-")), "a"),
        (Words(("ba", "ab", "-a")), "ab"),
        (Choice((DIGIT, LETTER)), "a"),
        (Seq((DIGIT, Repeat(LETTER, 2))), "1aa"),
        (Repeat(Choice((Literal("bb"), Literal("a"))), 3), "aaa"),
        (Words(("éa", "bz")), "bz"),
    ],
)
def test_shortest(language: Language, word: str | None) -> None:
    """The shortest word, of several the most readable; None of an empty language."""
    assert shortest_word(Alone(build(language))) == word


@settings(max_examples=200, deadline=None)
@given(languages())
def test_nothing_is_shorter_or_more_readable(language: Language) -> None:
    """On random languages the word found is the first of all that are listed."""
    found = shortest_word(Alone(determinised(build(language))))
    listed = texts(language)
    if listed:
        assert found == min(listed, key=order)
    else:
        assert found is None or len(found) > LONGEST


@settings(max_examples=200, deadline=None)
@given(languages())
def test_all_words_come_by_length(language: Language) -> None:
    """The words of a random language come once each, shorter ones first, and all of them come."""
    found = words(Alone(by_character(determinised(build(language)))))
    listed = list(takewhile(lambda word: len(word) <= LONGEST, islice(found, 5_000)))
    assert sorted(map(len, listed)) == [len(word) for word in listed]
    assert sorted(listed) == sorted(texts(language))


@pytest.mark.parametrize(
    ("language", "first"),
    [
        (Repeat(A), ["", "a", "aa"]),
        (Words(("b", "ab", "a")), ["a", "b", "ab"]),
        (Seq((LETTER, DIGIT)), ["a1"]),
        (Choice((LETTER, DIGIT)), ["a", "1"]),
        (Choice((A, A)), ["a"]),
        (Words(("abc", "c", "ba", "1")), ["c", "1", "ba"]),
        (Chars(EMPTY), []),
        (Choice((A, Seq((B, Chars(EMPTY))))), ["a"]),
    ],
)
def test_words(language: Language, first: list[str]) -> None:
    """One word for each path, with one character for each set on it; none twice."""
    assert list(islice(words(Alone(build(language))), 3)) == first


@pytest.mark.parametrize(
    "search",
    [
        shortest_word,
        lambda machine, most: next(words(machine, most)),
        explicit,
    ],
)
def test_searches_give_up(search: Callable[[Alone, int], object]) -> None:
    """A machine of more states than are looked at is too large; one of as many is not."""
    assert search(Alone(build(LONG)), 50)
    with pytest.raises(TooLarge, match="more than 48 states"):
        search(Alone(build(LONG)), 48)


@settings(max_examples=100, deadline=None)
@given(languages())
def test_explicit_machines_accept_the_same(language: Language) -> None:
    """The automaton of a machine has its words."""
    made = explicit(Alone(build(language)))
    assert {text for text in all_texts() if made.accepts(text)} == texts(language)
