"""Languages printed for `re`."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mops_taxonomy.algebra.automaton import build
from mops_taxonomy.algebra.charset import ANY, EMPTY, PRINTABLE, Charset, property_named
from mops_taxonomy.algebra.determinism import deterministic
from mops_taxonomy.algebra.dialects.python import printed
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
from tests.algebra.languages import all_texts, languages

TEXTS = all_texts(5)
A = Literal("a")
AB = Choice((A, Literal("b")))


def unbounded(language: Language) -> Language:
    """The language without the bounds that `re` cannot state."""
    match language:
        case Bounded(part):
            return unbounded(part)
        case Seq(parts):
            return Seq(tuple(map(unbounded, parts)))
        case Choice(options):
            return Choice(tuple(map(unbounded, options)))
        case Repeat(part, low, high):
            return Repeat(unbounded(part), low, high)
    return language


@settings(max_examples=150, deadline=None)
@given(languages())
def test_the_pattern_is_the_language(language: Language) -> None:
    """A printed pattern matches exactly the texts of the language, bounds apart."""
    pattern = re.compile(printed(language).pattern)
    automaton = build(unbounded(language))
    assert [bool(pattern.fullmatch(text)) for text in TEXTS] == [automaton.accepts(text) for text in TEXTS]


@pytest.mark.parametrize(
    ("language", "pattern"),
    [
        (Literal("a.b"), r"a\.b"),
        (NOTHING, ""),
        (Chars(Charset.of("x")), "x"),
        (Chars(Charset.of("abc")), "[a-c]"),
        (Chars(Charset.of("ab")), "[ab]"),
        (Chars(Charset.of("a-]^\\")), r"[\-\\-\^a]"),
        (Chars(~Charset.of("_")), "[^_]"),
        (Chars(EMPTY), "(?!)"),
        (Chars(ANY), r"[\s\S]"),
        (Repeat(A), "a*"),
        (Repeat(A, 1), "a+"),
        (optional(A), "a?"),
        (Repeat(A, 2, 2), "a{2}"),
        (Repeat(A, 2), "a{2,}"),
        (Repeat(A, 0, 3), "a{0,3}"),
        (Repeat(A, 1, 1), "a"),
        (Repeat(AB, 1), "(?:a|b)+"),
        (Repeat(Literal("ab"), 1), "(?:ab)+"),
        (Seq((A, AB)), "a(?:a|b)"),
        (Seq((A, Bounded(AB, 1, 2))), "a(?:a|b)"),
        (Capture(0, AB), "(a|b)"),
        (Words(("ab", "ac")), "(?:a(?:b|c))"),
        (Words(("ab", "abc")), "(?:ab(?:c)?)"),
    ],
)
def test_patterns(language: Language, pattern: str) -> None:
    """What a person would write, brackets where they are needed."""
    text = printed(language).pattern
    assert _stripped(text) == _stripped(pattern)


def _stripped(pattern: str) -> str:
    """A pattern without the brackets around the whole, which change nothing."""
    return pattern[3:-1] if pattern.startswith("(?:") and pattern.endswith(")") else pattern


@pytest.mark.parametrize(
    "words",
    [
        ("a",),
        ("a", "ab", "abc"),
        ("ab", "cb", "b"),
        ("", "a"),
        ("", "ab", "a-"),
        (".", "a.", "a\\"),
        ("a|b", "(a", "a)"),
        ("x" * 3_000, "x" * 2_999 + "y"),
        ("(?:a", "(?:b"),
    ],
)
def test_words(words: tuple[str, ...]) -> None:
    """Words are matched as they are, inside of something else too, long ones and special characters included."""
    pattern = re.compile(printed(Seq((Literal("<"), Words(words), Repeat(Literal("!"))))).pattern)
    assert all(pattern.fullmatch(f"<{word}!!") for word in words)
    others = {word[:-1] for word in words} | {word + "a" for word in words} - set(words)
    assert not any(pattern.fullmatch(f"<{word}") for word in others - set(words))


@pytest.mark.parametrize("word", ["aB", "É-x", "straße", "Ǆ", "İ", "1"])
def test_folded_words_print_what_the_automaton_reads(word: str) -> None:
    """Folding means the same to `re` and to the automaton."""
    language = Words((word, "zz"), fold=True)
    pattern, automaton = re.compile(printed(language).pattern), build(language)
    asked = {word, word.lower(), word.upper(), word.swapcase(), word.title(), word.casefold(), "Zz"}
    assert {t for t in asked if pattern.fullmatch(t)} == {t for t in asked if automaton.accepts(t)}
    assert pattern.fullmatch(word)


@settings(max_examples=150, deadline=None)
@given(
    st.lists(st.tuples(st.characters(), st.characters()).map(sorted), max_size=6),
    st.lists(st.characters(), max_size=20),
)
def test_classes_hold_the_characters_of_the_set(pairs: list[list[str]], asked: list[str]) -> None:
    """Any set of characters is printed as a class of just these, whatever is special in a class."""
    charset = Charset((ord(low), ord(high)) for low, high in pairs)
    pattern = re.compile(printed(Chars(charset)).pattern)
    edges = [chr(max(0, min(0x10FFFF, ord(c) + by))) for pair in pairs for c in pair for by in (-1, 0, 1)]
    for character in (*asked, *edges, *"]^\\-[&~|"):
        assert bool(pattern.fullmatch(character)) == (character in charset)


@pytest.mark.parametrize("charset", [PRINTABLE, property_named("L"), ~property_named("L")])
def test_large_classes(charset: Charset) -> None:
    """Sets of many ranges print and match, too."""
    pattern = re.compile(printed(Chars(charset)).pattern)
    points = [
        chr(point) for lo, hi in charset.ranges for point in (lo - 1, lo, hi, hi + 1) if 0 <= point < 0x110000
    ]
    assert all(bool(pattern.fullmatch(character)) == (character in charset) for character in points)


def test_groups_stand_for_captures() -> None:
    """Group 1, 2, ... are the captures in the order written, or only those asked for."""
    language = Seq((Capture(4, A), Literal("-"), Capture(2, Seq((AB, Capture(7, AB))))))
    every, some, none = printed(language), printed(language, {7}), printed(language, ())
    assert (every.pattern, every.groups) == ("(a)\\-((?:a|b)(a|b))", [4, 2, 7])
    assert (some.pattern, some.groups) == ("a\\-(?:a|b)(a|b)", [7])
    assert (none.pattern, none.groups) == ("a\\-(?:a|b)(?:a|b)", [])


def test_graphs_print_the_language_they_were_made_from() -> None:
    """A graph in a sequence keeps its alternatives together."""
    language = Seq((A, deterministic(Choice((Repeat(A), Literal("ab")))), A))
    pattern = re.compile(printed(language).pattern)
    assert [text for text in TEXTS if pattern.fullmatch(text)] == ["aa", "aaa", "aaaa", "aaba", "aaaaa"]
