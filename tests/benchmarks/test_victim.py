"""Names in parts."""

from __future__ import annotations

from random import Random

import pytest

from tests.benchmarks.meant import Part
from tests.benchmarks.test_damage import TEXT, meant
from tests.benchmarks.victim import (
    NAME,
    Damage,
    Victim,
    at_an_end,
    beside,
    changed,
    fields_of,
    gaps_of,
    joined,
    of_kind,
    picked,
)

PARTS = (Part("a", "1"), Part(None, "_"), Part("b", "2"), Part(None, " by "), Part("c", "3"), Part("d", "4"))


def test_parts_of_a_name() -> None:
    """A name is taken apart at its fields, and put together again."""
    assert meant().parts[:4] == (
        Part("launch", "20260305"), Part(None, "_"), Part("region", "EMEA"), Part(None, "_"),
    )  # fmt: skip
    assert joined(meant().parts) == TEXT


def test_places() -> None:
    """Fields and what stands between two of them, if it is a delimiter and no word."""
    assert fields_of(PARTS) == [0, 2, 4, 5]
    assert gaps_of(PARTS) == [1]
    assert gaps_of(PARTS[:2]) == []


@pytest.mark.parametrize(
    ("at", "blamed"),
    [(0, {NAME, "a"}), (1, {NAME, "a", "b"}), (3, {NAME, "b", "c"}), (5, {NAME, "c", "d"})],
)
def test_beside(at: int, blamed: set[str | None]) -> None:
    """The name may be blamed for what stands between fields, and so may the fields that it touches."""
    assert beside(PARTS, at) == blamed


def test_changed() -> None:
    """Another text in one place, for which its field is blamed; nothing where it is the same text."""
    assert changed(PARTS, 2, "5") == Damage((*PARTS[:2], Part("b", "5"), *PARTS[3:]), frozenset({"b"}))
    assert changed(PARTS, 1, "-", frozenset({"a"})) == Damage(
        (PARTS[0], Part(None, "-"), *PARTS[2:]), frozenset({"a"})
    )
    assert changed(PARTS, 2, "2") is None


def test_at_an_end() -> None:
    """Something stands before or after the name, most often after it."""
    made = [at_an_end(PARTS, Random(seed), Part(None, "<"), Part(None, ">")) for seed in range(100)]
    assert {(joined(damage.parts), damage.blamed) for damage in made} == {
        ("<1_2 by 34", frozenset({NAME, "a"})),
        ("1_2 by 34>", frozenset({NAME, "d"})),
    }
    assert 15 < sum(joined(damage.parts).startswith("<") for damage in made) < 45


def test_picked() -> None:
    """One of the places; nothing of none."""
    assert {picked(Random(seed), [2, 4]) for seed in range(20)} == {2, 4}
    assert picked(Random(1), []) is None


def test_of_kind() -> None:
    """Only fields that are still as they were meant have a kind that can be relied on."""
    name = meant()
    parts = tuple(Part(path, "EU" if path == "region" else text) for path, text in name.parts)
    assert of_kind(Victim(name.parts, name, Random(1)), "term", "integer") == [2, 8]
    assert of_kind(Victim(parts, name, Random(1)), "term", "integer") == [8]
