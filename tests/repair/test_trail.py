"""What was changed on the way to a place in the search."""

from __future__ import annotations

from mops_taxonomy.repair.draft import Change
from mops_taxonomy.repair.trail import Trail, cleared_from, puts_in, righted, told

FIRST = Trail(None, 4, 5, "_", "delimiter", None)
SPACE = Trail(FIRST, 8, 9, "", "space", None)
AGAIN = Trail(SPACE, 9, 10, "", "space", None)


def test_neighbouring_changes_are_one() -> None:
    """What one mistake changes side by side is told once, from left to right."""
    assert told(AGAIN) == (Change(4, 5, "_", "delimiter"), Change(8, 10, "", "space"))
    assert told(None) == ()


def test_the_same_put_right_before() -> None:
    """The old text and the new one are the same; where they stood does not matter."""
    assert righted(AGAIN, "EMEA-WBN  Spring", "-", "_")
    assert not righted(AGAIN, "EMEA.WBN  Spring", "-", "_")
    assert not righted(None, "EMEA-WBN", "-", "_")


def test_what_was_taken_out_before_a_place() -> None:
    """All that was taken out side by side, as far as a place."""
    assert cleared_from(AGAIN, 8, 10) == 8
    assert cleared_from(AGAIN, 9, 10) == 9
    assert cleared_from(FIRST, 4, 5) == 5


def test_putting_in_takes_no_place() -> None:
    """Only the last change counts, and only where it replaced nothing."""
    assert puts_in(Trail(FIRST, 8, 8, "_", "delimiter", None), 8)
    assert not puts_in(FIRST, 5)
    assert not puts_in(None, 0)
