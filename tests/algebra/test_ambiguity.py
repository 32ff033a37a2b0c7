"""Whether texts have two runs is decided, not guessed."""

from __future__ import annotations

import pytest
from hypothesis import given, settings

from mops_taxonomy.algebra.ambiguity import is_unambiguous
from mops_taxonomy.algebra.automaton import Automaton, build
from mops_taxonomy.algebra.charset import EMPTY, Charset
from mops_taxonomy.algebra.language import Chars, Choice, Language, Literal, Repeat, Seq, Words, optional
from mops_taxonomy.algebra.pattern import parse_pattern
from tests.algebra.languages import ALPHABET, all_texts, languages, run_count

TEXTS = all_texts()


def two_runs(automaton: Automaton) -> bool:
    """Whether any text has two runs: follows the number of runs to every position, two standing for more."""
    start = tuple((p, 1) for p in automaton.first)
    todo, seen = [start], {start}
    while todo:
        ways = todo.pop()
        for character in ALPHABET:
            read = {p: n for p, n in ways if character in automaton.charsets[p]}
            if sum(n for p, n in read.items() if p in automaton.last) > 1:
                return True
            after: dict[int, int] = {}
            for p, n in read.items():
                for q in automaton.follow[p]:
                    after[q] = min(2, after.get(q, 0) + n)
            following = tuple(sorted(after.items()))
            if following not in seen:
                seen.add(following)
                todo.append(following)
    return False


@settings(max_examples=1_000, deadline=None)
@given(languages(4))
def test_agrees_with_counting_runs(language: Language) -> None:
    """On random languages the answer is that of counting runs; where it is yes, no listed text has two."""
    automaton = build(language)
    expected = not automaton.doubled and not two_runs(automaton)
    assert is_unambiguous(automaton) is expected
    if expected:
        assert max(run_count(automaton, text) for text in TEXTS) <= 1


A, B, C = Literal("a"), Literal("b"), Literal("c")


@pytest.mark.parametrize(
    ("language", "one"),
    [
        (Choice((A, A)), False),
        (Choice((A, B)), True),
        (Choice((Literal("ab"), Literal("ac"))), True),
        (Choice((Literal("ab"), Seq((A, B)))), False),
        (Words(("ab", "ac", "a")), True),
        (Seq((Repeat(A), Repeat(A))), False),
        (Seq((Repeat(A), B, Repeat(A))), True),
        (Seq((optional(A), optional(A))), False),
        (Seq((Choice((A, Literal("ab"))), Choice((B, Literal("bb"), C)))), False),
        (Repeat(Repeat(A, 1), 1), False),
        (Repeat(Repeat(A)), False),
        (Repeat(Seq((A, Repeat(B)))), True),
        (Repeat(Seq((Repeat(B), A, Repeat(B)))), False),
        # The two runs never come to an end: no text has both.
        (Choice((Seq((A, B)), Seq((A, C, Chars(EMPTY))))), True),
        (Seq((Chars(Charset.of("ab")), Chars(EMPTY))), True),
        (Choice((Chars(Charset.of("ab")), Chars(Charset.of("bc")))), False),
        (Choice((Chars(Charset.of("a")), Chars(Charset.of("bc")))), True),
    ],
)
def test_known_languages(language: Language, one: bool) -> None:
    """Classic cases, those among them where two runs part and cannot both end."""
    assert is_unambiguous(build(language)) is one


@pytest.mark.parametrize("pattern", ["(a+)+", "(a*)*", "(a+|b)+", "((ab)+)*", "(a*b*)*"])
def test_a_step_that_can_be_taken_in_two_ways_counts_twice(pattern: str) -> None:
    """Nested repeats come back to the same position by either loop: to a backtracking matcher these are two runs."""
    assert not is_unambiguous(build(parse_pattern(pattern)))


def test_gives_up_with_a_no() -> None:
    """When the search is cut short the answer is no, which is always safe."""
    language = Seq((Repeat(A, 20, 20), Choice((B, C))))
    alike = Choice((Seq((language, B)), Seq((language, C))))
    assert is_unambiguous(build(alike))
    assert not is_unambiguous(build(alike), limit=5)
