"""What came after the terms that are retired."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from mops_taxonomy.fields.misspelling import Misspelling
from mops_taxonomy.fields.succession import Succession
from tests.fields.made import term

TERMS: dict[str, Any] = {
    "A": term(label="first one", aliases=["al"], codes={"crm": "a-1"}, until="2025-12-31", replaced_by="B"),
    "B": term(since="2025-06-01", until="2026-02-28", replaced_by="C"),
    "C": term(since="2026-04-01"),
    "BARE": term(until="2025-12-31"),
    "ROUND": term(until="2025-12-31", replaced_by="ABOUT"),
    "ABOUT": term(until="2025-12-31", replaced_by="ROUND"),
    "ENDLESS": term(replaced_by="C"),
}


def succession(*left: str, refused: frozenset[str] = frozenset()) -> Succession:
    """That of all terms but some, which the field does not take."""
    return Succession(TERMS, {code: code.lower() for code in TERMS if code not in left}, refused)


@pytest.mark.parametrize(
    ("code", "day", "following"),
    [
        pytest.param("A", date(2025, 12, 31), None, id="its last day"),
        pytest.param("A", date(2026, 1, 1), "B", id="the day after"),
        pytest.param("A", date(2026, 3, 1), None, id="between one and the next"),
        pytest.param("A", date(2026, 4, 1), "C", id="one that is retired as well is passed over"),
        pytest.param("BARE", date(2026, 4, 1), None, id="nothing follows"),
        pytest.param("ROUND", date(2026, 4, 1), None, id="a circle"),
        pytest.param("ENDLESS", date(2026, 4, 1), None, id="it never ends"),
        pytest.param("C", date(2026, 1, 1), None, id="it has not begun"),
    ],
)
def test_what_follows(code: str, day: date, following: str | None) -> None:
    """The first in force of what replaces a term, once that is over."""
    assert succession().of(code, day) == following


def test_what_may_not_stand_there_does_not_follow() -> None:
    """A term that the field leaves out or refuses is none, and neither is what would come after it."""
    day = date(2026, 1, 1)

    assert succession("B").of("A", day) is None
    assert succession(refused=frozenset({"b"})).of("A", day) is None


@pytest.mark.parametrize(
    ("text", "end", "cost"),
    [("a", 1, 0.15), ("A_x", 1, 0.15), ("AL", 2, 0.25), ("A-1", 3, 0.25), ("First One_x", 9, 0.4)],
)
def test_spellings(text: str, end: int, cost: float) -> None:
    """Every spelling of a retired term, in any case, stands for the one that follows; labels are the least likely."""
    found = list(succession().misspelt(f"-{text}", 1, date(2026, 1, 1)))

    assert Misspelling(1 + end, "b", "retired term", cost) in found


@pytest.mark.parametrize("text", ["a", "bare", "round", "c", "x"])
def test_no_spelling(text: str) -> None:
    """What is in force, is followed by nothing or is no term stands for no other."""
    day = date(2025, 12, 31) if text == "a" else date(2026, 1, 1)

    assert list(succession().misspelt(text, 0, day)) == []
