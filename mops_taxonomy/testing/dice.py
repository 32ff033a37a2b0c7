"""What the parts of a random taxonomy are drawn with."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from hypothesis import strategies as st

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["REVISIONS", "Dice", "Spec"]

Spec = dict[str, Any]
"""A part of a taxonomy, as its file would hold it."""

REVISIONS = {"r1": "2024-01-01", "r2": "2026-02-01"}


class Dice:
    """Draws, and remembers what was declared so far.

    Attributes:
        simple: whether the taxonomy is to be small.
        cased: whether it may say `case`, or accept any case of codes; then no two codes differ by their case alone.
        vocabularies, fields: what was declared, by id.
    """

    def __init__(self, draw: st.DrawFn, *, simple: bool) -> None:
        self.draw = draw
        self.simple = simple
        self.cased = self.sometimes(2)
        self.vocabularies: dict[str, Spec] = {}
        self.fields: dict[str, Spec] = {}

    def sometimes(self, one_in: int) -> bool:
        """True once in so many times; what is only sometimes there is not in the simplest taxonomy."""
        return self.number(1, one_in) == one_in

    def number(self, low: int, high: int) -> int:
        """A whole number between two, both included."""
        return self.draw(st.integers(low, high))

    def one(self, options: Sequence[Any]) -> Any:
        """One of these."""
        return self.draw(st.sampled_from(options))

    def some(self, options: Sequence[Any], most: int) -> list[Any]:
        """One to `most` of these, none twice, in any order."""
        return self.draw(st.lists(st.sampled_from(options), min_size=1, max_size=most, unique=True))

    def period(self) -> Spec:
        """When something is in force: from a day, until a day, or both."""
        match self.number(1, 3):
            case 1:
                return {"since": self.one(["2025-07-01", *REVISIONS])}
            case 2:
                return {"until": self.one(["2025-07-01", *REVISIONS])}
        return {"since": "2024-01-01", "until": self.one(["2025-07-01", "r2"])}
