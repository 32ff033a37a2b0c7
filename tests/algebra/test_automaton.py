"""Automata accept the texts of their language and no others."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings

from mops_taxonomy.algebra import automaton as module
from mops_taxonomy.algebra.ambiguity import is_unambiguous
from mops_taxonomy.algebra.automaton import TooLarge, build
from mops_taxonomy.algebra.charset import EMPTY, Charset
from mops_taxonomy.algebra.determinism import determinised, deterministic
from mops_taxonomy.algebra.language import (
    NOTHING,
    Bounded,
    Capture,
    Chars,
    Choice,
    Graph,
    Language,
    Literal,
    Repeat,
    Seq,
    Words,
    optional,
)
from tests.algebra.languages import LONGEST, all_texts, languages, run_count, texts

A = Literal("a")
AB = Chars(Charset.of("ab"))
TEXTS = all_texts()


@settings(max_examples=80, deadline=None)
@given(languages())
def test_accepts_what_the_nodes_mean(language: Language) -> None:
    """An automaton accepts a text exactly when the meaning of the nodes allows it."""
    automaton = build(language)
    assert {text for text in TEXTS if automaton.accepts(text)} == texts(language)


@pytest.mark.parametrize(
    ("language", "accepted"),
    [
        (NOTHING, {""}),
        (Chars(EMPTY), set()),
        (Choice(()), set()),
        (Seq(()), {""}),
        (Seq((A, Chars(EMPTY))), set()),
        (Repeat(Chars(EMPTY)), {""}),
        (Repeat(A, 2, 2), {"aa"}),
        (Repeat(A, 0, 0), {""}),
        (Repeat(optional(A), 2, 3), {"", "a", "aa", "aaa"}),
        (Repeat(NOTHING, 3), {""}),
        (Words(()), set()),
        (Repeat(Words(()), 1), set()),
        (Repeat(Bounded(NOTHING, 1, None), 1), set()),
        (Words(("", "a", "ab")), {"", "a", "ab"}),
        (Words(("a", "a")), {"a"}),
        (Bounded(Repeat(AB), 0, 1), {"", "a", "b"}),
        (Bounded(Repeat(A), 2, 3), {"aa", "aaa"}),
        (Bounded(Repeat(A), 0, 0), {""}),
        (Bounded(A, 2, 3), set()),
        (Bounded(Seq((A, Repeat(Literal("-a")))), 3, 5), {"a-a", "a-a-a"}),
        (Bounded(Choice((NOTHING, A)), 1, None), {"a"}),
        (Capture(0, optional(A)), {"", "a"}),
    ],
)
def test_small_languages(language: Language, accepted: set[str]) -> None:
    """Empty parts, exact counts and bounds are what they say."""
    automaton = build(language)
    assert {text for text in TEXTS if automaton.accepts(text)} == accepted


@pytest.mark.parametrize(
    ("low", "high"), [(0, None), (1, None), (4, None), (0, 3), (2, 2), (3, 5), (0, 0), (6, 6)]
)
def test_bounds_count_characters(low: int, high: int | None) -> None:
    """A bounded part has so many characters, however many rounds they take."""
    words = Seq((Repeat(AB, 1), Repeat(Seq((Literal("-"), Repeat(AB, 1))))))
    plain, bounded = build(words), build(Bounded(words, low, high))
    most = LONGEST if high is None else high
    expected = {text for text in TEXTS if plain.accepts(text) and low <= len(text) <= most}
    assert {text for text in TEXTS if bounded.accepts(text)} == expected


@pytest.mark.parametrize(
    ("word", "read", "not_read"),
    [
        ("Ab", ["Ab", "ab", "AB", "aB"], ["A", "Abb", "xb"]),
        ("a1-", ["a1-", "A1-"], ["a1_"]),
        ("straße", ["straße", "STRAßE"], ["STRASSE", "strasse"]),
        ("Ǆx", ["Ǆx", "ǆx", "ǅX"], ["DŽx"]),
        ("İb", ["İb", "İB"], ["i̇b", "ib"]),
        ("Éa", ["éa", "ÉA"], ["ea", "E\u0301a"]),
        ("ΣΑΣ", ["ΣΑΣ", "σας", "σασ"], ["σα"]),
        ("ﬁn", ["ﬁn", "ﬁN"], ["fin", "FIN"]),
    ],
)
def test_folded_words_are_read_in_either_case(word: str, read: list[str], not_read: list[str]) -> None:
    """Folding changes one character for one other: what would grow or shrink is read as it is only."""
    automaton = build(Words((word,), fold=True))
    assert [text for text in (*read, *not_read) if automaton.accepts(text)] == read


def test_words_that_begin_alike_share_positions() -> None:
    """A vocabulary becomes a trie: two words with a common beginning need no position twice."""
    assert len(build(Words(("abc", "abd", "ab"))).charsets) == 4


def test_positions_know_their_capture() -> None:
    """Text outside every capture belongs to -1; an inner capture hides the outer one."""
    language = Seq((A, Capture(3, Seq((A, Capture(5, A), A))), A))
    assert build(language).owners == [-1, 3, 5, 3, -1]


@settings(max_examples=100, deadline=None)
@given(languages())
def test_determinised_is_the_same_language_with_one_run(language: Language) -> None:
    """Determinising changes no text and leaves each one run."""
    automaton = build(language)
    made = determinised(automaton)
    assert [made.accepts(text) for text in TEXTS] == [automaton.accepts(text) for text in TEXTS]
    assert max(run_count(made, text) for text in TEXTS) <= 1
    assert is_unambiguous(made)


def test_determinised_splits_sets_that_overlap() -> None:
    """Overlapping sets of characters are told apart where the ways differ, and nowhere else."""
    language = Choice(
        (Seq((Chars(Charset.of("abc")), Literal("x"))), Seq((Chars(Charset.of("cde")), Literal("y"))))
    )
    made = determinised(build(language))
    assert {made.charsets[p] for p in made.first} == {
        Charset.of("ab"),
        Charset.of("c"),
        Charset.of("de"),
    }
    read = [text for first in "abcde" for text in (f"{first}x", f"{first}y") if made.accepts(text)]
    assert read == ["ax", "bx", "cx", "cy", "dy", "ey"]


def test_deterministic_leaves_alone_what_has_one_run() -> None:
    """Only a language in which some text has two runs is replaced by a graph."""
    plain = Seq((A, Repeat(AB)))
    twice = Choice((Repeat(A), Repeat(AB)))
    assert deterministic(plain) is plain
    made = deterministic(twice)
    assert isinstance(made, Graph)
    assert made.source is twice


@settings(max_examples=40, deadline=None)
@given(languages(4), languages(4))
def test_graphs_can_be_embedded(first: Language, second: Language) -> None:
    """A graph may stand anywhere in a language, for what it was made from."""
    whole = build(Seq((deterministic(first), deterministic(second))))
    plain = build(Seq((first, second)))
    assert [whole.accepts(text) for text in TEXTS] == [plain.accepts(text) for text in TEXTS]


@pytest.mark.parametrize(
    "language",
    [
        Repeat(Repeat(AB, 1000, 1000), 1000, 1000),
        Bounded(Repeat(AB), 0, 400_001),
    ],
)
def test_too_many_positions_are_refused(language: Language) -> None:
    """What would need more than 400,000 positions is refused, not built."""
    with pytest.raises(TooLarge, match=re.escape("more than 400,000 positions")):
        build(language)


def test_too_many_subsets_are_refused() -> None:
    """Where determinising would explode, it stops."""
    language = Seq((Repeat(AB), A, Repeat(AB, 15, 15)))
    with pytest.raises(TooLarge, match=re.escape("more than 20,000 positions")):
        determinised(build(language))


def test_the_limit_is_the_documented_one() -> None:
    """The limit in the message is the limit that counts."""
    assert module.MOST_POSITIONS == 400_000


class Counted(list[tuple[int, ...]]):
    """Follow sets that count how often they are looked up."""

    looked_up = 0

    def __getitem__(self, position: object) -> tuple[int, ...]:  # type: ignore[override]
        self.looked_up += 1
        return super().__getitem__(position)  # type: ignore[no-any-return, call-overload]


def test_accepting_takes_steps_in_proportion_to_the_text() -> None:
    """Twice the text takes twice the steps, also where backtracking would explode."""
    automaton = build(Seq((Repeat(optional(A), 20, 20), Repeat(A, 20, 20), Repeat(AB))))
    follow = Counted(automaton.follow)
    counted = automaton._replace(follow=follow)
    steps = []
    for size in (200, 400, 800):
        before = follow.looked_up
        assert not counted.accepts("a" * size + "!")
        steps.append(follow.looked_up - before)
    assert steps[2] - steps[1] == 2 * (steps[1] - steps[0])
