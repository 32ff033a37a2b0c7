"""Whether a row can be the first that fits, against trying every short text."""

from __future__ import annotations

from itertools import product
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mops_taxonomy.algebra.automaton import TooLarge
from mops_taxonomy.algebra.matching import matcher
from mops_taxonomy.tables import Table, reach
from mops_taxonomy.tables.pattern import Patterns, language
from mops_taxonomy.tables.reach import Reach

INPUTS = ("a", "b")


def made(rows: list[dict[str, list[str]]], case: str = "exact") -> Table:
    """A table whose rows all give another value."""
    spec: dict[str, Any] = {"inputs": INPUTS, "gives": "x", "case": case, "otherwise": None}
    return Table("t", {**spec, "rows": [{"when": when, "gives": str(n)} for n, when in enumerate(rows)]})


PATTERNS = st.text("xX*", max_size=3)
ROWS = st.lists(
    st.dictionaries(st.sampled_from(INPUTS), st.lists(PATTERNS, min_size=1, max_size=2), min_size=1),
    min_size=1,
    max_size=5,
)
TEXTS = ["".join(one) for size in range(4) for one in product("xX?", repeat=size)]


@settings(max_examples=150, deadline=None)
@given(ROWS, st.sampled_from(["exact", "ignore"]))
def test_a_row_is_reached_if_some_inputs_reach_it(rows: list[dict[str, list[str]]], case: str) -> None:
    """A point is one by which the row is the first; where there is none, no short inputs are one either."""
    table = made(rows, case)
    reached = {
        row.number for one in product(TEXTS, repeat=2) if (row := table.row(a=one[0], b=one[1])) is not None
    }
    for row in table.rows:
        point = Reach(table).point(row.number, range(1, row.number))
        if point is None:
            assert row.number not in reached
        else:
            assert table.row(**point) == row


@given(PATTERNS, st.text("xX?\n", max_size=6), st.booleans())
def test_the_language_of_a_pattern_is_what_it_fits(pattern: str, text: str, folded: bool) -> None:
    """What decides about rows and what looks rows up say the same of every text."""
    assert bool(matcher(language(pattern, folded=folded))(text)) is Patterns([pattern], folded=folded).fit(
        text
    )


@pytest.mark.parametrize(
    ("rows", "number", "earlier", "point"),
    [
        ([{"a": ["x"]}], 1, [], {"a": "x", "b": ""}),
        ([{"a": ["x"]}, {"a": ["x", "y"]}], 2, [1], {"a": "y", "b": ""}),
        ([{"a": ["x*"]}, {"a": ["*x"]}], 2, [1], {"a": "ax", "b": ""}),
        ([{"a": ["x*"], "b": ["y"]}, {"a": ["xx"]}], 2, [1], {"a": "xx", "b": ""}),
        ([{"a": ["x"]}, {"b": ["y"]}, {"a": ["x"], "b": ["y"]}], 3, [2], None),
        ([{"a": ["x"]}, {"b": ["y"]}, {"a": ["x"], "b": ["y"]}], 3, [], {"a": "x", "b": "y"}),
        ([{"a": ["x*"]}, {"a": ["*"], "b": ["", "y"]}, {"a": ["", "xy"], "b": ["y"]}], 3, [1, 2], None),
    ],
)
def test_points_are_the_shortest_that_are_left(
    rows: list[dict[str, list[str]]], number: int, earlier: list[int], point: dict[str, str] | None
) -> None:
    """Only the rows named are in the way; an input that a row does not ask is empty."""
    assert Reach(made(rows)).point(number, earlier) == point


def test_a_search_without_end_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    """Then it is not claimed that the row is reached, nor that it is not."""
    monkeypatch.setattr(reach, "_MOST", 2)
    rows = [{"a": ["", "x"], "b": [""]}, {"a": [""], "b": ["", "x"]}, {"a": ["", "x"], "b": ["", "x"]}]

    with pytest.raises(TooLarge, match=r"^more than 2 boxes$"):
        Reach(made(rows)).point(3, [1, 2])
