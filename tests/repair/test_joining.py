"""Changes made one after another, as edits of the name as it was."""

from __future__ import annotations

import pytest

from mops_taxonomy.repair.draft import Change
from mops_taxonomy.repair.joining import joined
from mops_taxonomy.repair.repair import Edit

Layers = list[list[Change]]

CASES = [
    pytest.param("ab", [], "ab", [], id="nothing"),
    pytest.param("a-b", [[Change(1, 2, "_", "delimiter")]], "a_b", [(1, 2, "-", "_")], id="one"),
    pytest.param(
        "Copy of a-b",
        [[Change(0, 8, "", "clone")], [Change(1, 2, "_", "delimiter")]],
        "a_b",
        [(0, 8, "Copy of ", ""), (9, 10, "-", "_")],
        id="two apart",
    ),
    pytest.param(
        "a-b",
        [[Change(1, 2, "_", "delimiter")], [Change(0, 1, "A", "case"), Change(2, 3, "B", "case")]],
        "A_B",
        [(0, 1, "a", "A"), (1, 2, "-", "_"), (2, 3, "b", "B")],
        id="three that meet",
    ),
    pytest.param(
        "ab (copy)",
        [[Change(2, 9, "", "clone")], [Change(0, 2, "AB", "case")]],
        "AB",
        [(0, 2, "ab", "AB"), (2, 9, " (copy)", "")],
        id="up to what was taken out",
    ),
    pytest.param(
        " ab",
        [[Change(0, 1, "", "space")], [Change(0, 2, "AB", "case")]],
        "AB",
        [(0, 1, " ", ""), (1, 3, "ab", "AB")],
        id="from what was taken out",
    ),
    pytest.param(
        "a b",
        [[Change(1, 2, "", "space")], [Change(0, 2, "AB", "case")]],
        "AB",
        [(0, 3, "a b", "AB")],
        id="over what was taken out",
    ),
    pytest.param(
        "a b",
        [[Change(1, 2, "", "space")], [Change(1, 1, "_", "delimiter")]],
        "a_b",
        [(1, 2, " ", ""), (2, 2, "", "_")],
        id="put in where something was taken out",
    ),
    pytest.param(
        "ab",
        [[Change(1, 1, "-", "delimiter")], [Change(1, 1, "+", "x"), Change(2, 2, "_", "y")]],
        "a+-_b",
        [(1, 1, "", "+"), (1, 1, "", "-"), (1, 1, "", "_")],
        id="put in around what was put in",
    ),
    pytest.param(
        "ab",
        [[Change(1, 1, "xyz", "typo")], [Change(2, 3, "", "typo")]],
        "axzb",
        [(1, 1, "", "xz")],
        id="within what was put in",
    ),
    pytest.param(
        "ab",
        [[Change(1, 1, "xyz", "typo")], [Change(3, 5, "!", "typo")]],
        "axy!",
        [(1, 2, "b", "xy!")],
        id="the end of what was put in and more",
    ),
    pytest.param(
        "a%20b",
        [[Change(1, 4, " ", "encoding")], [Change(1, 2, "_", "delimiter")]],
        "a_b",
        [(1, 4, "%20", "_")],
        id="the same place twice",
    ),
    pytest.param(
        "a+b",
        [[Change(1, 2, " ", "encoding")], [Change(1, 2, "+", "delimiter")]],
        "a+b",
        [],
        id="there and back",
    ),
    pytest.param(
        "a-b-c",
        [
            [Change(1, 2, "_", "x"), Change(3, 4, "_", "x")],
            [Change(0, 5, "C_B", "order")],
            [Change(2, 3, "A", "y")],
        ],
        "C_A",
        [(0, 5, "a-b-c", "C_A")],
        id="three layers",
    ),
]


@pytest.mark.parametrize(("original", "layers", "text", "places"), CASES)
def test_edits_stand_apart(
    original: str, layers: Layers, text: str, places: list[tuple[int, int, str, str]]
) -> None:
    """The edits are those of the name as it was, no two overlap; from right to left, they give the text."""
    edits = joined(original, layers)

    assert [edit[1:5] for edit in edits] == places
    made = original
    for edit in reversed(edits):
        made = made[: edit.start] + edit.new + made[edit.end :]
    assert made == text


@pytest.mark.parametrize(
    ("layers", "edit"),
    [
        ([[Change(1, 2, "B", "case", "x")], [Change(0, 2, "AB", "alias", "x")]], ("alias", "x")),
        ([[Change(1, 2, "B", "case", "x")], [Change(0, 2, "AB", "typo", "x")]], ("typo", "x")),
        ([[Change(0, 2, "ba", "order")], [Change(0, 1, "B", "case", "x")]], ("order", None)),
        ([[Change(1, 2, "%", "encoding")], [Change(0, 2, "AB", "alias", "x")]], ("encoding", "x")),
        ([[Change(0, 2, "xyz", "typo", "x")], [Change(2, 4, "AB", "typo", "y")]], ("typo", None)),
    ],
)
def test_what_becomes_one(layers: Layers, edit: tuple[str, str | None]) -> None:
    """Its mistake is the leftmost that is more than spelling; its field that of all, or of what takes its place."""
    (one,) = joined("abc", layers)

    assert (one.mistake, one.field) == edit


def test_edits_of_one_layer() -> None:
    """Changes of the name as it was are its edits."""
    change = Change(1, 2, "_", "delimiter", "x")

    assert joined("a-b", [[change]]) == (Edit("delimiter", 1, 2, "-", "_", "x"),)
