"""How long words are: in characters, in bytes, in any weight."""

from __future__ import annotations

import pytest
from hypothesis import given, settings

from mops_taxonomy.algebra.automaton import build
from mops_taxonomy.algebra.charset import ANY, EMPTY, Charset
from mops_taxonomy.algebra.language import (
    NOTHING,
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
from mops_taxonomy.algebra.measure import (
    Longest,
    bytes_of,
    least_bytes,
    lightest,
    longest_word,
    one_each,
    word_beyond,
)
from tests.algebra.languages import LONGEST, languages, texts

A, B = Literal("a"), Literal("b")
WEIGHTS = {"a": 3, "b": 1, "-": 2}


def heavy(charset: Charset) -> tuple[int, Charset]:
    """The heaviest character of a set, and what it weighs."""
    weight, letter = max((weight, letter) for letter, weight in WEIGHTS.items() if letter in charset)
    return weight, Charset.of(letter)


def light(charset: Charset) -> tuple[int, Charset]:
    """The lightest one."""
    weight, letter = min((weight, letter) for letter, weight in WEIGHTS.items() if letter in charset)
    return weight, Charset.of(letter)


def weight_of(text: str) -> int:
    """What a text weighs."""
    return sum(WEIGHTS[letter] for letter in text)


@pytest.mark.parametrize(
    ("charset", "most", "least"),
    [
        (Charset.of("ab"), (1, "ab"), (1, "ab")),
        (Charset.of("aé"), (2, "é"), (1, "a")),
        (Charset.of("éà日"), (3, "日"), (2, "éà")),
        (Charset.of("日😀"), (4, "😀"), (3, "日")),
        (Charset.of("\x7f\x80"), (2, "\x80"), (1, "\x7f")),
        (Charset.of("\u07ff\u0800"), (3, "\u0800"), (2, "\u07ff")),
        (Charset.of("\uffff\U00010000"), (4, "\U00010000"), (3, "\uffff")),
    ],
)
def test_bytes(charset: Charset, most: tuple[int, str], least: tuple[int, str]) -> None:
    """The most and the fewest bytes that a character of a set takes, and the characters that take so many."""
    assert bytes_of(charset) == (most[0], Charset.of(most[1]))
    assert least_bytes(charset) == (least[0], Charset.of(least[1]))


def test_measures_of_whole_sets() -> None:
    """Every character counts as one; of an empty set nothing weighs anything."""
    assert one_each(ANY) == (1, ANY)
    assert bytes_of(EMPTY) == least_bytes(EMPTY) == (0, EMPTY)


@settings(max_examples=200, deadline=None)
@given(languages())
def test_the_longest_word(language: Language) -> None:
    """No word is longer, or heavier, than the one that is found."""
    short = Bounded(language, 0, LONGEST)
    listed = {text for text in texts(short) if text}
    if not listed:
        return
    automaton = build(short)
    found = longest_word(automaton)
    assert found.word in listed
    assert found.size == len(found.word) == max(map(len, listed))
    heaviest = longest_word(automaton, heavy)
    assert heaviest.word in listed
    assert heaviest.size == weight_of(heaviest.word) == max(map(weight_of, listed))
    assert heaviest.shares == {-1: heaviest.size}


@settings(max_examples=200, deadline=None)
@given(languages())
def test_the_lightest_word(language: Language) -> None:
    """No word but the empty one is shorter, or lighter, than the one that is found."""
    short = Bounded(language, 1, LONGEST)
    listed = texts(short)
    automaton = build(short)
    for weigh, measure in ((one_each, len), (light, weight_of)):
        found = lightest(automaton, weigh)
        if found is None:
            assert not listed
        else:
            assert found[1] in listed
            assert found[0] == measure(found[1]) == min(map(measure, listed))


@settings(max_examples=200, deadline=None)
@given(languages())
def test_a_word_beyond(language: Language) -> None:
    """A shortest of the words that are longer than a size; None where none is."""
    automaton = build(language)
    for size in range(LONGEST):
        found = word_beyond(automaton, size)
        beyond = [text for text in texts(language) if len(text) > size]
        if beyond:
            assert found in beyond
            assert len(found) == min(map(len, beyond))
        else:
            assert found is None or len(found) > LONGEST


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        (Words(("a", "abc")), Longest(3, "abc", {-1: 3})),
        (Repeat(A), Longest(None, None, {})),
        (Seq((A, Repeat(Chars(EMPTY)))), Longest(1, "a", {-1: 1})),
        (
            Seq((Capture(0, Words(("x", "yz"))), Literal("_"), Capture(1, optional(Repeat(B, 3, 3))))),
            Longest(6, "yz_bbb", {0: 2, -1: 1, 1: 3}),
        ),
        (Choice((Seq((A, B)), Repeat(Chars(Charset.of("ba")), 3, 3))), Longest(3, "aaa", {-1: 3})),
    ],
)
def test_longest(language: Language, expected: Longest) -> None:
    """The longest word with the share of each capture; endless languages have none."""
    assert longest_word(build(language)) == expected


@pytest.mark.parametrize(
    ("language", "longest", "shortest"),
    [
        (Words(("aaa", "éé")), (4, "éé"), (3, "aaa")),
        (Words(("日", "aaaa", "éa")), (4, "aaaa"), (3, "日")),
        (Repeat(Chars(Charset.of("aé😀")), 2, 3), (12, "😀😀😀"), (2, "aa")),
        (Seq((Literal("é"), optional(Literal("a")))), (3, "éa"), (2, "é")),
    ],
)
def test_in_bytes(language: Language, longest: tuple[int, str], shortest: tuple[int, str]) -> None:
    """What has more characters may have fewer bytes."""
    automaton = build(language)
    assert longest_word(automaton, bytes_of)[:2] == longest
    assert lightest(automaton, least_bytes) == shortest


@pytest.mark.parametrize(
    ("language", "size", "word"),
    [
        (Repeat(A), 3, "aaaa"),
        (Repeat(Literal("ab")), 2, "abab"),
        (Words(("a", "aaa", "aaaaa")), 1, "aaa"),
        (Words(("a", "aaa", "aaaaa")), 5, None),
        (Chars(EMPTY), 0, None),
        (NOTHING, 0, None),
        (Choice((Repeat(A, 4, 4), Seq((B, Repeat(Literal("b")))))), 2, "bbb"),
    ],
)
def test_beyond(language: Language, size: int, word: str | None) -> None:
    """A shortest word of more characters than that."""
    assert word_beyond(build(language), size) == word


def test_no_word_at_all() -> None:
    """Nothing is lightest among no words."""
    assert lightest(build(Chars(EMPTY))) is None
