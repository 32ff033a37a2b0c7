"""What follows from the tree of a language."""

from __future__ import annotations

import pytest
from hypothesis import given, settings

from mops_taxonomy.algebra.automaton import build
from mops_taxonomy.algebra.charset import EMPTY, Charset
from mops_taxonomy.algebra.determinism import deterministic
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
    characters,
    children,
    fold,
    longest,
    optional,
    replaced,
    variants,
)
from tests.algebra.languages import all_texts, languages, texts

A, AB = Literal("a"), Chars(Charset.of("ab"))
TEXTS = all_texts()


@settings(max_examples=120, deadline=None)
@given(languages())
def test_no_text_has_other_characters_or_is_longer(language: Language) -> None:
    """`characters` and `longest` are true of every text that can be listed."""
    known = characters(language)
    size = longest(language)
    found = texts(language)
    assert {character for text in found for character in text} <= {c for c in "ab-" if c in known}
    assert size is None or max(map(len, found), default=0) <= size


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        (Literal("abc"), "abc"),
        (NOTHING, ""),
        (AB, "ab"),
        (Words(("ab", "c")), "abc"),
        (Words(("aB",), fold=True), "aAbB"),
        (Words(("ß",), fold=True), "ßẞ"),
        (Seq((A, optional(Literal("b")), Repeat(Literal("c")))), "abc"),
        (Choice((A, Capture(0, Literal("x")))), "ax"),
        (Bounded(AB, 0, 1), "ab"),
        (deterministic(Choice((Repeat(A), Repeat(AB)))), "ab"),
        (Choice(()), ""),
    ],
)
def test_characters(language: Language, expected: str) -> None:
    """The characters of all parts together, both cases where words are folded."""
    assert characters(language) == Charset.of(expected)


@pytest.mark.parametrize(
    ("language", "size"),
    [
        (Literal("abc"), 3),
        (NOTHING, 0),
        (AB, 1),
        (Words(("ab", "abc")), 3),
        (Words(()), 0),
        (Seq((A, Literal("bb"))), 3),
        (Choice((A, Literal("bb"))), 2),
        (Repeat(Literal("ab"), 0, 3), 6),
        (Repeat(A), None),
        (Seq((A, Repeat(A))), None),
        (Choice((A, Repeat(A))), None),
        (Bounded(Repeat(A), 1, 5), 5),
        (Bounded(Repeat(A), 1, None), None),
        (Capture(1, Repeat(A, 2, 2)), 2),
        (deterministic(Choice((A, A))), 1),
    ],
)
def test_longest(language: Language, size: int | None) -> None:
    """The length of the longest text, None where there is none."""
    assert longest(language) == size


@pytest.mark.parametrize(
    ("language", "size"),
    [
        (Repeat(Repeat(A), 0, 0), 0),
        (Repeat(NOTHING), 0),
        (Repeat(Chars(EMPTY)), 0),
        (Bounded(Literal("ab"), 1, 9), 2),
        (Bounded(A, 0, 3), 1),
    ],
)
def test_longest_is_not_longer_than_the_longest(language: Language, size: int) -> None:
    """Bounds and counts that no text reaches make no text longer."""
    assert longest(language) == size


def test_replaced_changes_the_inside_of_captures() -> None:
    """Every capture's part is changed, wherever the capture stands; what is outside stays."""
    language = Seq((A, Capture(0, A), Choice((Capture(1, AB), Repeat(Capture(2, A), 1, 4), A))))
    assert replaced(language, lambda _, part: Seq((part, NOTHING))) == Seq(
        (
            A,
            Capture(0, Seq((A, NOTHING))),
            Choice((Capture(1, Seq((AB, NOTHING))), Repeat(Capture(2, Seq((A, NOTHING))), 1, 4), A)),
        )
    )


@settings(max_examples=40, deadline=None)
@given(languages(4))
def test_replacing_by_an_equal_language_changes_no_text(language: Language) -> None:
    """Captures made deterministic leave the language as it was."""
    whole = Seq((Capture(0, language), Literal("-"), Capture(1, language)))
    automaton, changed = build(whole), build(replaced(whole, lambda _, part: deterministic(part)))
    assert [changed.accepts(text) for text in TEXTS] == [automaton.accepts(text) for text in TEXTS]


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        (Seq((A, AB)), (A, AB)),
        (Choice((A, AB)), (A, AB)),
        (Repeat(A), (A,)),
        (Bounded(A, 0, 1), (A,)),
        (Capture(0, A), (A,)),
        (A, ()),
        (AB, ()),
        (Words(("a",)), ()),
    ],
)
def test_children(language: Language, expected: tuple[Language, ...]) -> None:
    """The languages that a language is made of."""
    assert children(language) == expected


@pytest.mark.parametrize(
    ("character", "expected"),
    [
        ("a", "aA"),
        ("A", "Aa"),
        ("1", "1"),
        ("ß", "ßẞ"),
        ("é", "éÉ"),
        ("ǆ", "ǆǄǅ"),
        ("ﬁ", "ﬁ"),
        ("-", "-"),
        ("漢", "漢"),
    ],
)
def test_variants(character: str, expected: str) -> None:
    """A character in either case, itself first; what would become two characters is left out."""
    assert variants(character) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [("EMEA", "emea"), ("Ab-1", "ab-1"), ("ÉTÉ", "été"), ("İx", "İx"), ("STRAßE", "straße"), ("", "")],
)
def test_fold(text: str, expected: str) -> None:
    """Lower case, character by character, never another length."""
    assert fold(text) == expected
    assert len(fold(text)) == len(text)
