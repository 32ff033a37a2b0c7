"""The cheapest ways to turn a text into a name: an alignment of the text with the automaton of the convention.

A state of the search is how much of the text is done and the position that the automaton is at. What the text and the
automaton have in common costs nothing; a mistake costs what `mistakes` says. Dijkstra's search meets the cheapest names
first, and goes hardly further than the mistakes that were made.
"""

from __future__ import annotations

from heapq import heappop, heappush
from typing import TYPE_CHECKING, NamedTuple

from mops_taxonomy.repair.delimiters import Delimiters
from mops_taxonomy.repair.layout import Layout
from mops_taxonomy.repair.letters import Letters
from mops_taxonomy.repair.mistakes import CHEAPEST, MISSING_DELIMITER, TYPO
from mops_taxonomy.repair.spellings import Spellings
from mops_taxonomy.repair.track import Step
from mops_taxonomy.repair.trail import Trail, told

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mops_taxonomy.repair.draft import Change
    from mops_taxonomy.repair.track import Sign, Track

__all__ = ["OPEN", "Alignment", "Effort", "alignments"]

MOST_STATES = 1_100
"""States after which a search gives up: what is so wrong, nobody can tell what it was."""

MOST_TOGETHER = 3_000
"""States that are looked at in all searches for one name together."""

WAYS = 3
"""Times that a state is gone on from: so many names through one place are told apart."""

NEAR = 0.25
"""How much dearer than the first a way may be to be told as well."""

OPEN = 0.0005
"""What a character of open text costs: of two readings, the one that reads more codes and dates."""


class Effort:
    """What is left of the work that one name is worth, over all that it may be aligned as.

    Attributes:
        left: states that may still be looked at.
        all_seen: whether no search was given up.
    """

    __slots__ = ("all_seen", "left")

    def __init__(self) -> None:
        self.left = MOST_TOGETHER
        self.all_seen = True


class Alignment(NamedTuple):
    """A way to put the text right.

    Attributes:
        text: the name.
        cost: what its mistakes cost together.
        changes: what changes, from left to right.
    """

    text: str
    cost: float
    changes: tuple[Change, ...]


# the cost, a ticket, how much of the text is done, the position (-1 before the first), and how it came here
_Node = tuple[float, int, int, int, Trail | None]


def alignments(text: str, track: Track, most: float, effort: Effort) -> Iterator[Alignment]:
    """The ways to turn the text into a name, the cheapest first; none that costs more than `most`."""
    return _Search(text, track, most).run(effort)


class _Search:
    def __init__(self, text: str, track: Track, most: float) -> None:
        self.text = text
        self.track = track
        self.most = most
        self.heap: list[_Node] = []
        self.ticket = 0
        self.signs = list(map(track.sign, text))
        self.layout = Layout(text)
        self.delimiters = Delimiters(self.layout, track)
        self.letters = Letters(text, track)
        self.spellings = Spellings(text, track)

    def run(self, effort: Effort) -> Iterator[Alignment]:
        size, last = len(self.text), self.track.automaton.last
        visits: dict[tuple[int, int], tuple[int, float]] = {}
        found: set[str] = set()
        self.push(0.0, 0, -1, None)
        while self.heap:
            cost, _, at, position, trail = heappop(self.heap)
            if cost > self.most:
                return  # dearer than the first that was found, by far
            key = (at, position)
            count, first = visits.get(key, (0, cost))
            if count >= WAYS or cost > first + NEAR:
                continue
            visits[key] = (count + 1, first)
            effort.left -= 1
            if effort.left < 0 or len(visits) > MOST_STATES:
                effort.all_seen = False
                return
            if at == size and position in last:
                one = _made(self.text, cost, trail)
                if one.text not in found:
                    found.add(one.text)
                    # Others matter only when they are about as near.
                    self.most = min(self.most, cost + NEAR)
                    yield one
            self.expand(cost, at, position, trail)

    def push(self, cost: float, at: int, position: int, trail: Trail | None) -> None:
        if cost <= self.most:
            self.ticket -= 1  # of equal costs the one that came last: it is furthest
            heappush(self.heap, (cost, self.ticket, at, position, trail))

    def write(self, cost: float, at: int, step: Step | None, trail: Trail | None) -> None:
        """Go on with some text in place of other text."""
        if step is not None and cost + step.cost <= self.most:
            field = self.track.paths[step.position] if step.position >= 0 else None
            after = Trail(trail, at, step.end, step.new, step.mistake, field)
            self.push(cost + step.cost, step.end, step.position, after)

    def expand(self, cost: float, at: int, position: int, trail: Trail | None) -> None:
        """All that may come next."""
        track = self.track
        following = track.first if position < 0 else track.follow[position]
        sign = self.signs[at] if at < len(self.text) else None
        fits = sign is not None and any(map(sign.reads.__getitem__, following))
        room = self.most - cost
        for q in following:
            if sign is not None and sign.reads[q]:
                self.read(cost, at, q, trail)
            elif sign is not None and room >= CHEAPEST:
                self.wrong(cost, at, q, trail, sign, fits=fits)
            if room >= CHEAPEST:
                self.put_in(cost, at, position, q, trail, fits=fits)
        if sign is not None and room >= CHEAPEST:
            self.superfluous(cost, at, position, trail, sign, fits=fits)
            if room >= TYPO:
                for step in self.letters.swapped(at, following):
                    self.write(cost, at, step, trail)
        if room >= CHEAPEST:
            self.misspelt(cost, at, position, trail)

    def read(self, cost: float, at: int, q: int, trail: Trail | None) -> None:
        """What stands there is right. In a word of open text nothing is put in or taken out: its rest is read too."""
        if not self.track.open[q]:
            self.push(cost, at + 1, q, trail)
            return
        inside, signs = self.track.inside, self.signs
        end, last = at + 1, self.layout.words[at]
        while end < last and inside[q] >= 0 and signs[end].reads[inside[q]]:
            end, q = end + 1, inside[q]
        self.push(cost + OPEN * (end - at), end, q, trail)

    def wrong(self, cost: float, at: int, q: int, trail: Trail | None, sign: Sign, *, fits: bool) -> None:
        """Another character than the one that stands there."""
        for reads, other, extra, mistake in sign.others:
            if reads[q]:
                self.write(cost, at, Step(extra, at + 1, q, other, mistake), trail)
                return
        delimiter = self.delimiters.wrong(at, q, sign, fits=fits)
        self.write(cost, at, delimiter or self.letters.wrong(at, q), trail)

    def put_in(self, cost: float, at: int, position: int, q: int, trail: Trail | None, *, fits: bool) -> None:
        """What should stand there and does not, or stands there as another delimiter."""
        if self.track.letters[q] is not None and self.most - cost >= MISSING_DELIMITER:
            self.write(cost, at, self.letters.missing(at, position, q, trail), trail)
            for step in self.delimiters.missing(at, position, q, trail, fits=fits):
                self.write(cost, at, step, trail)
        if q in self.track.runs:
            self.write(cost, at, self.delimiters.another(at, q, trail, fits=fits), trail)

    def superfluous(
        self, cost: float, at: int, position: int, trail: Trail | None, sign: Sign, *, fits: bool
    ) -> None:
        """A character that should not stand there."""
        delimiter = self.delimiters.superfluous(at, position, trail, sign, fits=fits)
        self.write(cost, at, delimiter or self.letters.superfluous(at, position), trail)

    def misspelt(self, cost: float, at: int, position: int, trail: Trail | None) -> None:
        """Values of the fields that begin here, in ways that they do not read."""
        here = self.track.automaton.owners[position] if position >= 0 else -1
        for owner, entered in self.track.entries(position):
            if owner != here or self.layout.after_a_delimiter(at):
                for step in self.spellings.steps(at, entered, self.most - cost):
                    self.write(cost, at, step, trail)


def _made(text: str, cost: float, trail: Trail | None) -> Alignment:
    """A text with the changes of a trail made."""
    changes = told(trail)
    parts: list[str] = []
    at = 0
    for change in changes:
        parts += (text[at : change.start], change.new)
        at = change.end
    parts.append(text[at:])
    return Alignment("".join(parts), cost, changes)
