"""The quickest safe way to match."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings

from mops_taxonomy.algebra.automaton import build
from mops_taxonomy.algebra.matching import matcher
from mops_taxonomy.algebra.pattern import parse_pattern
from tests.algebra.dialects.test_python import unbounded
from tests.algebra.languages import all_texts, languages

if TYPE_CHECKING:
    from mops_taxonomy.algebra.language import Language

TEXTS = all_texts(5)


@settings(max_examples=120, deadline=None)
@given(languages())
def test_matches_the_language(language: Language) -> None:
    """A matcher says what the automaton says, bounds apart."""
    plain = unbounded(language)
    matches, automaton = matcher(plain), build(plain)
    assert [bool(matches(text)) for text in TEXTS] == [automaton.accepts(text) for text in TEXTS]


def backtracks(pattern: str) -> bool:
    """Whether the pattern is matched by `re`, which backtracks."""
    return isinstance(getattr(matcher(parse_pattern(pattern)), "__self__", None), re.Pattern)


@pytest.mark.parametrize("pattern", ["[A-Z]{2,4}[0-9]{3,5}", "a*b", "(ab|ac)+", "(a?b)*"])
def test_what_has_one_run_is_matched_by_re(pattern: str) -> None:
    """Where backtracking is linear, `re` does the work."""
    assert backtracks(pattern)


@pytest.mark.parametrize(
    "pattern", ["a?a?", "(a|ab)(c|bc)", "(a+)+", "(a*)*", "(a+|b)+", "(a|a)*", "(ab|(ab)+)+"]
)
def test_what_has_several_runs_is_run_as_an_automaton(pattern: str) -> None:
    """Where backtracking could explode, an automaton does the work."""
    assert not backtracks(pattern)


@pytest.mark.parametrize("pattern", ["((a?)?x)*b", "((a*)?x)*b", "((a|)?x)*b", "((|)a)*b", "(|){20}b"])
def test_what_can_be_empty_in_two_ways_is_run_as_an_automaton(pattern: str) -> None:
    """Two ways to read nothing double the work of backtracking at every round."""
    assert not backtracks(pattern)
