"""How two names differ, and where."""

from __future__ import annotations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from mops_taxonomy.matching.drift import drift

CASES = [
    ("A_Storys", "A_Stories", None, "Storys", "Stories"),
    ("A_X-Copy", "A_X", None, "-Copy", ""),
    ("A_X", "A_X_v02", None, "", "_v02"),
    ("20260324_A", "20260331_A", None, "20260324", "20260331"),
    ("A_Foo_Bar", "A_Bar", None, "Foo_", ""),
    ("X_v01_v01", "X_v01", None, "_v01", ""),
    ("aa", "aaa", None, "aa", "aaa"),
    ("emea_X", "EMEA_X", "case", "emea", "EMEA"),
    ("A-X", "A_X", "delimiters", "-", "_"),
    ("a b ", "a b", "white space", " ", ""),
    ("a\u200bb", "ab", "white space", "a\u200bb", "ab"),
    ("A_\u0415X", "A_EX", "characters that look alike", "\u0415X", "EX"),
    ("", "A", None, "", "A"),
]


@pytest.mark.parametrize(("here", "there", "only", "ours", "theirs"), CASES)
def test_drift(here: str, there: str, only: str | None, ours: str, theirs: str) -> None:
    """The differing words of both are told, and what alone differs where people would overlook it."""
    found = drift(here, there)

    assert (found.only, found.here, found.there) == (only, ours, theirs)


@given(st.text("aB1_- \u0415", max_size=8), st.text("aB1_- \u0415", max_size=8))
def test_the_parts_make_the_other_name(here: str, there: str) -> None:
    """Whatever the names, putting the other part in the place that is told gives the other name."""
    assume(here != there)
    found = drift(here, there)
    first, last = found.span

    assert here[first:last] == found.here
    assert here[:first] + found.there + here[last:] == there
