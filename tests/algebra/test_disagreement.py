"""Two ways to give a text to captures are found wherever there are two that no preference settles."""

from __future__ import annotations

from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mops_taxonomy.algebra.automaton import build
from mops_taxonomy.algebra.disagreement import AGREED, DIFFERENT, DOUBTED, Across, Labels, Within
from mops_taxonomy.algebra.language import Capture, Choice, Language, Literal, Repeat, Seq, Words, optional
from mops_taxonomy.algebra.machine import shortest_word
from tests.algebra.languages import all_texts, capture_choices, languages, sequences

LONGEST = 4
"""Texts up to this length are listed."""

TEXTS = all_texts(LONGEST)[1:]
PARTS = st.lists(languages(2), min_size=2, max_size=3)
A = Literal("a")


def apart(mine: int, theirs: int) -> int:
    """Other captures say other things."""
    return DIFFERENT if mine != theirs else AGREED


def never(mine: int, theirs: int, left: int) -> bool:
    """No preference settles anything."""
    del mine, theirs, left
    return False


def staying(mine: int, theirs: int, left: int) -> bool:
    """What was read by the first capture last goes on in it, where it can."""
    return left == 0 and 0 in {mine, theirs}


ANY_WAY = Labels(apart, never)


def labelled(parts: list[Language], text: str) -> list[list[int]]:
    """The capture of every character, for each way to share out a text."""
    return [
        [index for index, start, end in segments for _ in range(start, end)]
        for segments in capture_choices(parts, text)
    ]


def parted(one: list[int], other: list[int], labels: Labels) -> bool:
    """Whether two ways differ, and no preference settles it where they part."""
    at = next((at for at, pair in enumerate(zip(one, other, strict=True)) if pair[0] != pair[1]), None)
    return at is not None and not labels.settled(one[at], other[at], one[at - 1] if at else -1)


def check(found: str | None, disputed: list[str]) -> None:
    """Compare what a search found with the disputed texts, shortest first."""
    if disputed:
        assert found is not None
        assert (len(found), found in disputed) == (len(disputed[0]), True)
    else:
        assert found is None or len(found) > LONGEST


@pytest.mark.parametrize("settled", [never, staying])
@settings(max_examples=50, deadline=None)
@given(parts=PARTS)
def test_within_one_automaton(settled: object, parts: list[Language]) -> None:
    """A text is found that can be shared out in two ways, the shortest; none where there is none."""
    labels = Labels(apart, settled)  # type: ignore[arg-type]
    disputed = [
        text
        for text in TEXTS
        if any(parted(one, other, labels) for one, other in product(labelled(parts, text), repeat=2))
    ]
    check(shortest_word(Within(build(sequences(parts)), labels)), disputed)


@settings(max_examples=50, deadline=None)
@given(PARTS, PARTS)
def test_across_two_automata(one: list[Language], other: list[Language]) -> None:
    """A text is found that two automata give to different captures."""
    disputed = [
        text
        for text in TEXTS
        if any(
            parted(mine, theirs, ANY_WAY)
            for mine, theirs in product(labelled(one, text), labelled(other, text))
        )
    ]
    check(shortest_word(Across(build(sequences(one)), build(sequences(other)), ANY_WAY)), disputed)


@pytest.mark.parametrize(
    ("language", "word"),
    [
        (Seq((Capture(0, Words(("a", "ab"))), Capture(1, Words(("bc", "c"))))), "abc"),
        (Seq((Capture(0, Repeat(A, 1)), Capture(1, Repeat(A, 1)))), "aaa"),
        (Choice((Capture(0, A), Capture(1, A))), "a"),
        (Choice((Capture(0, A), A)), "a"),
        # Two runs, but each character is of the same capture in both.
        (Capture(0, Choice((A, A))), None),
        (Seq((Capture(0, optional(A)), Capture(1, Literal("b")))), None),
        # The runs part and come together again: what they said stays different.
        (Seq((Choice((Capture(0, A), Capture(1, A))), Capture(2, Literal("bb")))), "abb"),
        # One of the two runs never ends.
        (Choice((Seq((Capture(0, A), Literal("b"))), Seq((Capture(1, A), Literal("c"))))), None),
    ],
)
def test_known_languages(language: Language, word: str | None) -> None:
    """Classic cases of one automaton."""
    assert shortest_word(Within(build(language), ANY_WAY)) == word


@pytest.mark.parametrize(("differ", "word"), [(AGREED, None), (DOUBTED, "a"), (DIFFERENT, "a")])
def test_captures_that_may_say_the_same(differ: int, word: str | None) -> None:
    """Runs in captures that agree are no dispute; in such that may agree they are, for the parser to decide."""
    labels = Labels(lambda mine, theirs: differ * (mine != theirs), never)
    one, other = build(Capture(0, A)), build(Capture(1, A))
    assert shortest_word(Across(one, other, labels)) == word


def test_a_preference_is_asked_once_where_two_runs_part() -> None:
    """It is told what both were in, and what each goes on in; later partings are settled with the first."""
    asked: list[tuple[int, int, int]] = []

    def settled(mine: int, theirs: int, left: int) -> bool:
        asked.append((mine, theirs, left))
        return True

    language = Seq((Capture(0, Repeat(A, 1, 2)), Capture(1, Repeat(A, 1, 2)), Capture(2, optional(A))))
    assert shortest_word(Within(build(language), Labels(apart, settled))) is None
    assert set(asked) == {(0, 1, 0), (1, 2, 1)}


def test_the_empty_word_is_never_disputed() -> None:
    """Two ways to read nothing give nothing to any capture."""
    language = Seq((Capture(0, optional(A)), Capture(1, Repeat(Literal("b")))))
    assert shortest_word(Within(build(language), ANY_WAY)) is None
