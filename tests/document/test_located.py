"""Findings drawn with their source line."""

from __future__ import annotations

import pytest

from mops_taxonomy.document.located import excerpt, located
from mops_taxonomy.finding import Place


@pytest.mark.parametrize(
    ("line", "start", "width", "shown"),
    [
        ("  a: b", 5, 1, ("a: b", (3, 4))),
        ("a: b", 3, 9, ("a: b", (3, 4))),
        ("    a", 0, 1, ("a", (0, 1))),
        ("x" * 300, 200, 3, ("x" * 100, (60, 63))),
        ("x" * 300, 10, 250, ("x" * 110, (10, 110))),
    ],
)
def test_a_line_is_cut_around_the_fault(
    line: str, start: int, width: int, shown: tuple[str, tuple[int, int]]
) -> None:
    """Indentation goes, long lines are cut, and the fault stays under its caret."""
    assert excerpt(line, start, width) == shown


def test_a_tab_before_the_fault_keeps_the_caret_in_place() -> None:
    """The margin of the caret repeats tabs."""
    finding = located("MT905", "no", Place("t", 1, 3), ["a\tb"])
    assert str(finding) == "t:1:3: MT905 no\n    a\tb\n     \t^"
