"""All the ways to run an automaton over a text, in time that grows linearly with the text.

From the right end of the text, the sets of positions from which the end can be reached are worked out first
(each set only once: they are numbered as they appear). Going from the left, every step then leads somewhere.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mops_taxonomy.algebra.automaton import Automaton

__all__ = ["Runs", "Segments"]

Segments = tuple[tuple[int, int, int], ...]
"""The captures of a run from left to right: capture, start, end. Text outside every capture is left out."""

_MOST_KNOWN = 200_000


class Runs:
    """The runs of one automaton over any text."""

    def __init__(self, automaton: Automaton) -> None:
        self.automaton = automaton
        self._back: list[list[int]] = [[] for _ in automaton.charsets]
        for p, follow in enumerate(automaton.follow):
            for q in follow:
                self._back[q].append(p)
        self._readers: dict[str, frozenset[int]] = {}
        self._forget()

    def _forget(self) -> None:
        self._sets: list[frozenset[int]] = [frozenset(), self.automaton.last]
        self._numbers: dict[frozenset[int], int] = {self._sets[0]: 0, self._sets[1]: 1}
        self._live: dict[tuple[int, str], tuple[frozenset[int], int]] = {}
        self._steps: dict[tuple[int, frozenset[int]], tuple[int, ...]] = {}

    def _step_back(self, number: int, character: str) -> tuple[frozenset[int], int]:
        """The positions that read this character and go on into the set, and the number of what comes before."""
        readers = self._readers.get(character)
        if readers is None:
            charsets = self.automaton.charsets
            known: dict[int, bool] = {}
            readers = frozenset(
                p
                for p, charset in enumerate(charsets)
                if (
                    known[key]
                    if (key := id(charset)) in known
                    else known.setdefault(key, character in charset)
                )
            )
            self._readers[character] = readers
        live = self._sets[number] & readers
        before = frozenset(p for q in live for p in self._back[q])
        following = self._numbers.get(before)
        if following is None:
            following = self._numbers[before] = len(self._sets)
            self._sets.append(before)
        self._live[number, character] = step = (live, following)
        return step

    def live(self, text: str) -> list[frozenset[int]] | None:
        """For each character, the positions that may read it and still reach the end; None where no run does."""
        if len(self._live) > _MOST_KNOWN or len(self._steps) > _MOST_KNOWN:
            self._forget()
        known = self._live
        number = 1
        sets: list[frozenset[int]] = []
        for character in reversed(text):
            step = known.get((number, character)) or self._step_back(number, character)
            if not step[0]:
                return None
            sets.append(step[0])
            number = step[1]
        sets.reverse()
        return sets if sets and not sets[0].isdisjoint(self.automaton.first) else None

    def over(self, text: str) -> Iterator[Segments]:
        """The segments of every run, each once, in the order of the language."""
        if not text:
            if self.automaton.nullable:
                yield ()
            return
        sets = self.live(text)
        if sets is not None:
            seen: set[Segments] = set()
            for segments in self._forward(sets):
                if segments not in seen:
                    seen.add(segments)
                    yield segments

    def _forward(self, sets: list[frozenset[int]]) -> Iterator[Segments]:
        owners, follow, steps = self.automaton.owners, self.automaton.follow, self._steps
        size = len(sets)
        # A place to go on from: the position, the next character, and the captures entered so far, last first.
        stack: list[tuple[int, int, _Entered]] = [
            (p, 1, (None, 0, owners[p])) for p in reversed(self.automaton.first) if p in sets[0]
        ]
        while stack:
            position, at, entered = stack.pop()
            while at < size:
                key = (position, sets[at])
                onward = steps.get(key)
                if onward is None:
                    onward = steps[key] = tuple(q for q in follow[position] if q in sets[at])
                stack.extend(
                    (other, at + 1, _entered(entered, at, owners[other])) for other in reversed(onward[1:])
                )
                position = onward[0]
                entered = _entered(entered, at, owners[position])
                at += 1
            yield _segments(entered, size)

    def disputed(self, text: str) -> frozenset[int]:
        """The captures that do not stand in the same place in every run."""
        sets = self.live(text)
        if sets is None:
            return frozenset()
        owners = self.automaton.owners
        reached = frozenset(self.automaton.first)
        varying: set[int] = set()
        for live in sets:
            here = reached & live
            found = {owners[p] for p in here}
            if len(found) > 1:
                varying |= found
            reached = frozenset(q for p in here for q in self.automaton.follow[p])
        return frozenset(varying) - {-1}


# (the captures entered before, where this one was entered, this one)
_Entered = tuple[object, int, int]


def _entered(entered: _Entered, at: int, owner: int) -> _Entered:
    return entered if entered[2] == owner else (entered, at, owner)


def _segments(entered: _Entered | None, end: int) -> Segments:
    found = []
    while entered is not None:
        before, start, owner = entered
        if owner >= 0:
            found.append((owner, start, end))
        end = start
        entered = before  # type: ignore[assignment]
    found.reverse()
    return tuple(found)
