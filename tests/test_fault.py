"""Faults and lists of words."""

from __future__ import annotations

import pytest

from mops_taxonomy.fault import Fault, Misfit, listed
from mops_taxonomy.finding import Suggestion


@pytest.mark.parametrize(
    ("words", "joint", "text"),
    [
        ([], "or", ""),
        (["a"], "or", "a"),
        (["a", "b"], "or", "a or b"),
        (("a", "b", "c"), "and", "a, b and c"),
        ([str(n) for n in range(8)], "or", "0, 1, 2, 3, 4, 5, 6 or 7"),
        ([str(n) for n in range(9)], "or", "0, 1, 2, 3, 4, 5, 6, 7 ... (9 in all)"),
    ],
)
def test_listed(words: list[str], joint: str, text: str) -> None:
    """Words in a row; of many the first, and how many there are."""
    assert listed(words, joint) == text


def test_a_fault_moves_with_its_text() -> None:
    """A fault found in a field stands further on in the name; one without a place stays without."""
    assert Fault("bad_date", span=(1, 3)).at(5).span == (6, 8)
    assert Fault("no_form").at(5).span is None


def test_what_a_fault_does_not_say() -> None:
    """Faults do not share their details."""
    one, other = Fault("a"), Fault("b")
    one.detail["x"] = 1
    assert (other.detail, one.suggestions) == ({}, ())
    assert repr(Fault("bad_date", field="day", span=(0, 2), found="xx")) == "<Fault bad_date day (0, 2) 'xx'>"


def test_a_misfit_is_a_value_error() -> None:
    """What cannot be written says why, and what could be."""
    misfit = Misfit("no", (Suggestion("yes"),))
    assert isinstance(misfit, ValueError)
    assert (str(misfit), misfit.message, misfit.suggestions) == ("no", "no", (Suggestion("yes"),))
