"""Whether rows can be the first that fit, against automata and against trying every short text."""

from __future__ import annotations

from itertools import product
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mops_taxonomy.algebra.automaton import build
from mops_taxonomy.algebra.charset import ANY
from mops_taxonomy.algebra.comparison import difference
from mops_taxonomy.algebra.language import Chars, Choice, Repeat, Seq, Words
from mops_taxonomy.tables import Table
from mops_taxonomy.tables.pattern import Patterns, filled
from mops_taxonomy.tables.reach import Piece, Reach

INPUTS = ("a", "b")


def made(rows: list[dict[str, list[str]]], case: str = "exact") -> Table:
    """A table whose rows all give another value."""
    spec: dict[str, Any] = {"inputs": INPUTS, "gives": "x", "case": case, "otherwise": None}
    return Table("t", {**spec, "rows": [{"when": when, "gives": str(n)} for n, when in enumerate(rows)]})


def language(patterns: list[str], *, folded: bool) -> Choice:
    """Every text that one of the patterns fits, as the algebra states it."""
    something, anything = Repeat(Chars(ANY), 1), Repeat(Chars(ANY))
    parts = [[Words((part,), folded) for part in one.split("*")] for one in patterns if set(one) != {"*"}]
    options = [Seq(tuple(x for part in one for x in (anything, part))[1:]) for one in parts]
    return Choice((*options, *(something for one in patterns if set(one) == {"*"})))


PATTERNS = st.lists(st.text("xX*", max_size=4), min_size=1, max_size=2)
ROWS = st.lists(st.dictionaries(st.sampled_from(INPUTS), PATTERNS, min_size=1), min_size=1, max_size=5)
TEXTS = ["".join(one) for size in range(4) for one in product("xX?", repeat=size)]
CASES = st.sampled_from(["exact", "ignore"])


@settings(max_examples=150, deadline=None)
@given(ROWS, CASES)
def test_a_row_is_reached_by_its_points_or_by_none(rows: list[dict[str, list[str]]], case: str) -> None:
    """A piece that no earlier row fits shows the row; without such a piece no short inputs reach it either."""
    table = made(rows, case)
    reached = {
        row.number for one in product(TEXTS, repeat=2) if (row := table.row(a=one[0], b=one[1])) is not None
    }
    for row in table.rows:
        earlier = range(1, row.number)
        free = [one.point for one in Reach(table).pieces(row.number) if one.others.isdisjoint(earlier)]
        assert all(table.row(**point) == row for point in free)
        assert free or row.number not in reached


@settings(deadline=None)
@given(st.lists(PATTERNS, min_size=2, max_size=5), CASES)
def test_what_others_leave_of_patterns_is_what_automata_say(lists: list[list[str]], case: str) -> None:
    """Of one input: the last row is covered where the language of its patterns is included in those of the others."""
    *earlier, last = lists
    table = made([{"a": patterns} for patterns in lists], case)
    covered = all(one.others for one in Reach(table).pieces(len(lists)))
    folded = case == "ignore"
    others = build(language([pattern for patterns in earlier for pattern in patterns], folded=folded))

    assert covered is (difference(build(language(last, folded=folded)), others) is None)


@given(st.text("xX*", max_size=4), st.text("xX?\n", max_size=6), st.booleans())
def test_patterns_fit_the_texts_of_their_language(pattern: str, text: str, folded: bool) -> None:
    """What looks rows up agrees with the algebra about every text."""
    accepted = build(language([pattern], folded=folded)).accepts(text)

    assert Patterns([pattern], folded=folded).fit(text) is accepted
    assert Patterns([pattern], folded=folded).fit(filled(pattern, f"{text}?"))


@pytest.mark.parametrize(
    ("rows", "pieces"),
    [
        ([{"a": ["p*"]}], [Piece({"a": "px", "b": ""}, frozenset())]),
        (
            [{"a": ["p", "q"]}, {"a": ["p"], "b": ["*"]}, {"b": ["r"]}],
            [
                Piece({"a": "p", "b": ""}, frozenset()),
                Piece({"a": "p", "b": "x"}, frozenset({2})),
            ],
        ),
        ([{"a": ["p", "q", "r"]}, {"a": ["*"]}], [Piece({"a": "p", "b": ""}, frozenset({2}))]),
        ([{"a": ["x*"]}, {"b": ["y", "Z"]}], [Piece({"a": "xa", "b": ""}, frozenset())]),
    ],
)
def test_pieces_of_the_first_row(rows: list[dict[str, list[str]]], pieces: list[Piece]) -> None:
    """One for each set of other rows that fit; for a star stands a character that no pattern has in any case."""
    case = "ignore" if rows[0]["a"] == ["x*"] else "exact"

    assert Reach(made(rows, case)).pieces(1) == pieces


def test_a_character_of_no_pattern_is_always_found() -> None:
    """Also where the patterns have all the letters and digits that would be shown first."""
    every = "abcdefghijklmnopqrstuvwxyz0123456789"

    assert Reach(made([{"a": [f"{every}*"]}])).pieces(1)[0].point["a"] == f"{every}\x00"
