"""The worst of all impacts."""

from __future__ import annotations

import pytest

from mops_taxonomy.diff import IMPACTS, Change, Diff, Impact


def change(impact: Impact) -> Change:
    """A change with this impact."""
    return Change("changed", "term", ("region", "NA"), "it changed", impact)


@pytest.mark.parametrize(
    ("changes", "effects", "expected"),
    [
        ((), (), None),
        (("cosmetic",), (), "cosmetic"),
        (("cosmetic", "compatible"), (), "compatible"),
        (("compatible",), ("undecided",), "undecided"),
        (("breaking",), ("undecided",), "breaking"),
        (("cosmetic",), ("breaking", "compatible"), "breaking"),
    ],
)
def test_impact(changes: tuple[Impact, ...], effects: tuple[Impact, ...], expected: Impact | None) -> None:
    """The impact of the whole is the worst of all changes and effects."""
    diff = Diff(
        ("a", "1"), ("a", "2"), "2026-03-24", tuple(map(change, changes)), tuple(map(change, effects))
    )
    assert diff.impact == expected
    assert diff.breaking is (expected == "breaking")


def test_counts() -> None:
    """Changes are counted, the worst impact first; effects are not."""
    diff = Diff(
        ("a", "1"),
        ("a", "2"),
        "2026-03-24",
        (*map(change, reversed(IMPACTS)), change("cosmetic")),
        (change("breaking"),),
    )
    assert list(diff.counts().items()) == [
        ("breaking", 1),
        ("undecided", 1),
        ("compatible", 1),
        ("cosmetic", 2),
    ]
    assert repr(diff) == "<Diff breaking, 5 changes>"
