"""Mistakes in the letters of a code: one too few, one too many, another one, two in each other's place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mops_taxonomy.repair.mistakes import TYPO
from mops_taxonomy.repair.track import Step
from mops_taxonomy.repair.trail import puts_in

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mops_taxonomy.repair.track import Track
    from mops_taxonomy.repair.trail import Trail

__all__ = ["Letters"]

_TYPED = frozenset({"term", "list"})
"""Kinds of field in which a letter may be another than was meant."""


class Letters:
    """How the letters of codes in a text may be put right; the places are those of `Delimiters`."""

    def __init__(self, text: str, track: Track) -> None:
        self._text = text
        self._track = track

    def wrong(self, at: int, q: int) -> Step | None:
        """Another letter than the one that stands there."""
        kind, only = self._track.kinds[q], self._track.letters[q]
        if only is None or kind is None or kind.open or kind.spec["kind"] not in _TYPED:
            return None
        return Step(TYPO, at + 1, q, only, "typo")

    def missing(self, at: int, position: int, q: int, trail: Trail | None) -> Step | None:
        """A letter that should stand there and does not."""
        only = self._track.letters[q]
        if only is None or not self._track.codes[q]:
            return None
        if puts_in(trail, at) and trail is not None and trail.mistake.endswith("delimiter"):
            return None
        # No code is made up: some letter of it must stand there.
        if self._enters(position, q) and not self._goes_on(at, q):
            return None
        return Step(TYPO, at, q, only, "typo")

    def _enters(self, position: int, q: int) -> bool:
        """Whether another field begins."""
        owners = self._track.automaton.owners
        return position < 0 or owners[position] != owners[q]

    def _goes_on(self, at: int, q: int) -> bool:
        """Whether the text has the next letter of the code that a position begins."""
        automaton = self._track.automaton
        return at < len(self._text) and any(
            self._text[at] in automaton.charsets[r]
            for r in automaton.follow[q]
            if automaton.owners[r] == automaton.owners[q]
        )

    def superfluous(self, at: int, position: int) -> Step | None:
        """A letter that should not stand there."""
        if position < 0 or not self._track.codes[position] or not self._text[at].isalnum():
            return None
        return Step(TYPO, at + 1, position, "", "typo")

    def swapped(self, at: int, following: tuple[int, ...]) -> Iterator[Step]:
        """Two letters in each other's place."""
        pair = self._text[at : at + 2]
        if len(pair) < 2 or pair[0] == pair[1]:
            return
        track = self._track
        first, second = track.sign(pair[1]).reads, track.sign(pair[0]).reads
        for q in following:
            if track.codes[q] and first[q]:
                for r in track.follow[q]:
                    if second[r]:
                        yield Step(TYPO, at + 2, r, pair[1] + pair[0], "typo")
