"""Smaller automata have the same words, and no more runs."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mops_taxonomy.algebra.automaton import build
from mops_taxonomy.algebra.charset import EMPTY, Charset
from mops_taxonomy.algebra.determinism import determinised
from mops_taxonomy.algebra.language import Capture, Chars, Choice, Language, Literal, Repeat, Seq, Words
from mops_taxonomy.algebra.reduction import backwards, reduced
from tests.algebra.languages import all_texts, capture_choices, languages, run_count, sequences

A, B = Literal("a"), Literal("b")
TEXTS = all_texts()
SHORT = all_texts(4)
PARTS = st.lists(languages(2), min_size=1, max_size=3)


@settings(max_examples=200, deadline=None)
@given(languages())
def test_the_same_words_without_more_runs(language: Language) -> None:
    """A random automaton, reduced, accepts the same texts, none of them by more runs than before."""
    automaton = build(language)
    small = reduced(automaton)
    assert len(small.charsets) <= len(automaton.charsets)
    for text in TEXTS:
        before, after = run_count(automaton, text), run_count(small, text)
        assert (after > 0, after <= before) == (before > 0, True)
    assert len(reduced(small).charsets) == len(small.charsets)


@settings(max_examples=50, deadline=None)
@given(PARTS)
def test_the_ways_to_share_out_a_text_are_kept(parts: list[Language]) -> None:
    """Made deterministic by capture, a text has one run for each way to give it to captures; reduced too."""
    automaton = determinised(build(sequences(parts)), owned=True)
    small = reduced(automaton)
    for text in SHORT[1:]:
        ways = len(capture_choices(parts, text))
        assert run_count(automaton, text) == ways
        assert run_count(small, text) == ways


@pytest.mark.parametrize(
    ("language", "positions"),
    [
        (Words(("ab", "cb")), 3),
        (Words(("xab", "yab", "zab")), 5),
        (Choice((A, A)), 1),
        (Choice((A, Seq((A, Chars(EMPTY))))), 1),
        (Choice((Capture(0, A), Capture(1, A))), 2),
        (Repeat(Seq((A, Repeat(Seq((A, B)))))), 3),
        (Seq((Repeat(A, 1), B)), 2),
        (Chars(EMPTY), 0),
    ],
)
def test_positions(language: Language, positions: int) -> None:
    """Endings in common are held once, useless positions not at all; captures are never mixed."""
    assert len(reduced(build(language)).charsets) == positions


@settings(max_examples=100, deadline=None)
@given(languages())
def test_backwards(language: Language) -> None:
    """Every useful position comes after all that follow it; there is no such order where some lead back."""
    automaton = build(language)
    order = backwards(automaton)
    if order is None:
        return
    place = {position: number for number, position in enumerate(order)}
    assert all(
        place[after] < place[position]
        for position in order
        for after in automaton.follow[position]
        if after in place
    )


def test_loops_have_no_order() -> None:
    """A position that comes after itself has no place; one that is of no use does not count."""
    assert backwards(build(Repeat(A))) is None
    assert backwards(build(Choice((A, Seq((Repeat(B), Chars(EMPTY))))))) == [0]
    assert backwards(build(Chars(Charset.of("ab")))) == [0]
