"""Asking of many texts whether they are of a language."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mops_taxonomy.algebra.automaton import build
from mops_taxonomy.algebra.charset import Charset
from mops_taxonomy.algebra.language import Chars, Choice, Literal, Repeat, Seq, Words
from mops_taxonomy.algebra.stepping import Stepper

LANGUAGE = Seq(
    (Words(("EMEA", "EU")), Literal("_"), Repeat(Choice((Chars(Charset.of("ab")), Literal("ba")))))
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("EMEA_", True),
        ("EU_abba", True),
        ("EU", False),
        ("", False),
        ("EU_c", False),
        ("x", False),
        ("EU_a ", False),
    ],
)
def test_accepts(text: str, expected: bool) -> None:
    """It says what the automaton says."""
    assert Stepper(build(LANGUAGE)).accepts(text) is expected


def test_the_empty_text() -> None:
    """The empty text is asked of the automaton itself."""
    assert Stepper(build(Repeat(Literal("a")))).accepts("")


@given(st.lists(st.text("EMU_abA", max_size=8)))
def test_it_agrees_with_the_automaton(texts: list[str]) -> None:
    """What is remembered of one text never changes the answer about another."""
    automaton = build(LANGUAGE)
    stepper = Stepper(automaton)

    assert [stepper.accepts(text) for text in texts] == [automaton.accepts(text) for text in texts]
