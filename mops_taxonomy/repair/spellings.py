"""Values of fields, written in ways that the fields do not read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mops_taxonomy.repair.track import Step

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from mops_taxonomy.fields.misspelling import Misspelling
    from mops_taxonomy.repair.track import Track

__all__ = ["Spellings"]


class Spellings:
    """What the values in a text may have been meant to be: aliases, labels, dates in other formats and the like."""

    def __init__(self, text: str, track: Track) -> None:
        self._text = text
        self._track = track
        self._known: dict[tuple[int, int], list[Misspelling]] = {}

    def steps(self, at: int, entered: Sequence[int], most: float) -> Iterator[Step]:
        """What the value that begins at a place may be; none that costs more than `most`.

        Args:
            at: the place in the text.
            entered: the positions at which the field begins; at least one.
            most: what the mistake may cost.
        """
        for end, right, mistake, cost in self._misspelt(at, entered[0]):
            if cost <= most:
                for q in self._reached(right, entered):
                    yield Step(cost, end, q, right, mistake)

    def _misspelt(self, at: int, q: int) -> list[Misspelling]:
        key = (at, self._track.automaton.owners[q])
        known = self._known.get(key)
        if known is None:
            kind, day = self._track.kinds[q], self._track.day
            known = self._known[key] = list(kind.misspelt(self._text, at, day)) if kind is not None else []
        return known

    def _reached(self, text: str, entered: Sequence[int]) -> Sequence[int]:
        """Where a text leads in the field that begins at some positions."""
        track = self._track
        path, reached = track.paths[entered[0]], entered
        for number, character in enumerate(text):
            if number:
                after = dict.fromkeys(r for q in reached for r in track.follow[q])
                reached = [r for r in after if track.paths[r] == path]
            reads = track.sign(character).reads
            reached = [q for q in reached if reads[q]]
        return reached
