"""A name under repair: what it is now, and where each character of it came from."""

from __future__ import annotations

from typing import NamedTuple

from mops_taxonomy.repair.joining import joined
from mops_taxonomy.repair.repair import Edit

__all__ = ["Change", "Draft"]


class Change(NamedTuple):
    """Some text in place of other text.

    Attributes:
        start: where the old text begins in the draft.
        end: where it ends, excluded.
        new: the text in its place.
        mistake: what this puts right.
        field: the field that it is of, where that is known.
    """

    start: int
    end: int
    new: str
    mistake: str
    field: str | None = None


class Draft(NamedTuple):
    """A name, the changes that led to it, and what they cost.

    Attributes:
        original: the name as it was.
        text: the name as it is now.
        origins: for each place between characters of `text`, the place in `original`.
        edits: each change so far, in places of `original`; a later one may overlap one that it was made in.
        cost: how unlikely they are together.
        layers: the changes as they were made: each layer, from left to right, in the text that the ones before gave.
    """

    original: str
    text: str
    origins: tuple[int, ...]
    edits: tuple[Edit, ...] = ()
    cost: float = 0.0
    layers: tuple[tuple[Change, ...], ...] = ()

    @classmethod
    def of(cls, text: str) -> Draft:
        """Nothing is changed yet."""
        return cls(text, text, tuple(range(len(text) + 1)))

    def changed(self, changes: list[Change], cost: float) -> Draft:
        """The draft with some changes made, from left to right."""
        text: list[str] = []
        origins: list[int] = []
        edits = list(self.edits)
        at = 0
        for change in changes:
            text.append(self.text[at : change.start])
            origins += self.origins[at : change.start]
            first, last = self.origins[change.start], self.origins[change.end]
            edits.append(
                Edit(change.mistake, first, last, self.original[first:last], change.new, change.field)
            )
            text.append(change.new)
            if change.new:
                origins += [first, *[last] * (len(change.new) - 1)]
            at = change.end
        text.append(self.text[at:])
        origins += self.origins[at:]
        edits.sort(key=lambda edit: (edit.start, edit.end))
        layers = (*self.layers, tuple(changes))
        return Draft(self.original, "".join(text), tuple(origins), tuple(edits), self.cost + cost, layers)

    @property
    def apart(self) -> tuple[Edit, ...]:
        """The edits as people are told: no two overlap, and all together give the text."""
        return joined(self.original, self.layers)
