"""The cheapest ways to turn a text into a name: an alignment of the text with the automaton of the convention.

A state of the search is how much of the text is done and the position that the automaton is at. What the text and the
automaton have in common costs nothing; a mistake costs what `mistakes` says. Dijkstra's search meets the cheapest names
first, and goes hardly further than the mistakes that were made.
"""

from __future__ import annotations

from heapq import heappop, heappush
from typing import TYPE_CHECKING, NamedTuple

from mops_taxonomy.algebra.language import variants
from mops_taxonomy.algebra.readable import readable
from mops_taxonomy.repair.draft import Change
from mops_taxonomy.repair.mistakes import (
    AGAIN,
    ANOTHER_CUT,
    CASE,
    DELIMITER,
    DELIMITERS,
    EXTRA_DELIMITER,
    INVISIBLE,
    LOOKALIKE,
    MISSING_DELIMITER,
    SPACE,
    TYPO,
    WORDS_JOINED,
    invisible,
    plain,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mops_taxonomy.repair.track import Track

__all__ = ["Alignment", "alignments"]

MOST_STATES = 4_000
"""States after which the search gives up: what is so wrong, nobody can tell what it was."""

WAYS = 3
"""Times that a state is gone on from: so many names through one place are told apart."""

NEAR = 0.25
"""How much dearer than the first a way may be to be told as well."""

BESIDE = 4
"""Characters between two mistakes that are in one word."""

OPEN = 0.0005
"""What a character of open text costs: of two readings, the one that reads more codes and dates."""


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
_Node = tuple[float, int, int, int, "_Trail | None"]


class _Trail(NamedTuple):
    """What was written last, in place of what, and all before it."""

    before: _Trail | None
    start: int
    end: int
    new: str
    mistake: str | None
    field: str | None


def alignments(text: str, track: Track, most: float) -> Iterator[Alignment]:
    """The ways to turn the text into a name, the cheapest first; none that costs more than `most`."""
    return _Search(text, track, most).run()


class _Search:
    def __init__(self, text: str, track: Track, most: float) -> None:
        self.text = text
        self.track = track
        self.most = most
        self.heap: list[_Node] = []
        self.ticket = 0

    def run(self) -> Iterator[Alignment]:
        size, automaton = len(self.text), self.track.automaton
        visits: dict[tuple[int, int], int] = {}
        told: set[str] = set()
        self.push(0.0, 0, -1, None)
        while self.heap:
            cost, _, at, position, trail = heappop(self.heap)
            key = (at, position)
            count = visits.get(key, 0)
            if count >= WAYS:
                continue
            visits[key] = count + 1
            if len(visits) > MOST_STATES:
                return
            if at == size and position in automaton.last:
                found = _told(self.text, cost, trail)
                if found.text not in told:
                    told.add(found.text)
                    # Others matter only when they are about as near.
                    self.most = min(self.most, cost + NEAR)
                    yield found
            self.expand(cost, at, position, trail)

    def push(self, cost: float, at: int, position: int, trail: _Trail | None) -> None:
        if cost <= self.most:
            self.ticket -= 1  # of equal costs the one that came last: it is furthest
            heappush(self.heap, (cost, self.ticket, at, position, trail))

    def expand(self, cost: float, at: int, position: int, trail: _Trail | None) -> None:
        """All that may come next."""
        track = self.track
        following = track.first if position < 0 else track.follow[position]
        character = self.text[at] if at < len(self.text) else ""
        charsets, owners = track.automaton.charsets, track.automaton.owners
        here = owners[position] if position >= 0 else -1
        fits = bool(character) and any(character in charsets[q] for q in following)
        for q in following:
            charset = charsets[q]
            if character and character in charset:
                kind = self.track.kinds[q]
                self.push(cost + OPEN * (kind is not None and kind.open), at + 1, q, trail)
            elif character:
                self.wrong(cost, at, q, trail, character, fits=fits)
            if self.track.letters[q] is not None:
                self.missing(cost, at, q, trail, entered=owners[q] != here, fits=fits)
            if q in self.track.runs:
                self.another_delimiter(cost, at, q, trail, fits=fits)
        if character:
            self.superfluous(cost, at, position, trail, character, fits=fits)
            self.swapped(cost, at, following, trail)
        for owner in dict.fromkeys(owners[q] for q in following):
            if owner >= 0 and (owner != here or self.after_separator(at)):
                self.misspelt(cost, at, [q for q in following if owners[q] == owner], trail)

    def after_separator(self, at: int) -> bool:
        return at > 0 and self.text[at - 1] in DELIMITERS

    def another_delimiter(self, cost: float, at: int, q: int, trail: _Trail | None, *, fits: bool) -> None:
        """Another delimiter, of any length, in place of the right one: the second time it is hardly a mistake more."""
        end = at
        while end < len(self.text) and plain(self.text[end]) in DELIMITERS:
            end += 1
        right, last = self.track.runs[q]
        if end == at or self.text[at:end] == right:
            return
        again = _before(trail, self.text[at:end], right, self.text)
        mistake = "another cut" if fits and not again else "delimiter"
        extra = AGAIN if again else ANOTHER_CUT if fits else DELIMITER
        self.write(cost + extra, at, end, last, trail, right, mistake)

    def wrong(
        self, cost: float, at: int, q: int, trail: _Trail | None, character: str, *, fits: bool
    ) -> None:
        """Another character than the one that stands there."""
        charset = self.track.automaton.charsets[q]
        meant = plain(character)
        only = self.track.letters[q]
        for other in variants(character):
            if other in charset:
                self.write(cost + CASE, at, at + 1, q, trail, other, "case")
                return
        if meant != character and len(meant) == 1:
            for other in variants(meant):
                if other in charset:
                    mistake = "look-alike" if meant.isalnum() else "unicode"
                    self.write(cost + LOOKALIKE, at, at + 1, q, trail, other, mistake)
                    return
        if meant in DELIMITERS and self.track.kinds[q] is not None:
            joint = only if only is not None and only in DELIMITERS else self.joiner(q)
            if joint:
                # What separates fields elsewhere in the name is hardly meant to join two words.
                cuts = fits or meant in self.track.delimiters
                mistake = "another cut" if cuts else "delimiter"
                self.write(cost + (ANOTHER_CUT if cuts else DELIMITER), at, at + 1, q, trail, joint, mistake)
                return
        kind = self.track.kinds[q]
        if only is not None and kind is not None and not kind.open and kind.spec["kind"] in {"term", "list"}:
            self.write(cost + TYPO, at, at + 1, q, trail, only, "typo")

    def joiner(self, q: int) -> str | None:
        """The character that joins the words of an open text, where the position reads nothing else."""
        charset = self.track.automaton.charsets[q]
        shown = readable(charset)
        return shown if shown in DELIMITERS and len(charset) < len(DELIMITERS) else None

    def missing(
        self, cost: float, at: int, q: int, trail: _Trail | None, *, entered: bool, fits: bool
    ) -> None:
        """A character that should stand there and does not."""
        only = self.track.letters[q]
        kind = self.track.kinds[q]
        if only is None:
            return
        put_in = trail.mistake if trail is not None and trail.start == trail.end == at else None
        if kind is None and not only.isalnum():
            if trail is not None and trail.mistake == "typo" and at - trail.end < BESIDE:
                return  # one word is not a mistyped code and the next field
            mistake = "missing delimiter" if fits or self.opens(q) else "delimiter"
            self.write(cost + MISSING_DELIMITER, at, at, q, trail, only, mistake)
        elif (
            kind is None
            or kind.open
            or kind.spec["kind"] != "term"
            or put_in in {"delimiter", "missing delimiter"}
        ):
            return
        elif not entered or self.goes_on(at, q):  # no code is made up: some letter of it must stand there
            self.write(cost + TYPO, at, at, q, trail, only, "typo")

    def opens(self, q: int) -> bool:
        """Whether open text may follow, which reads whatever comes."""
        return any(
            kind is not None and kind.open for kind in map(self.track.kinds.__getitem__, self.track.follow[q])
        )

    def goes_on(self, at: int, q: int) -> bool:
        """Whether the text has the next letter of the code that a position begins."""
        automaton = self.track.automaton
        return at < len(self.text) and any(
            self.text[at] in automaton.charsets[r]
            for r in automaton.follow[q]
            if automaton.owners[r] == automaton.owners[q]
        )

    def superfluous(
        self, cost: float, at: int, position: int, trail: _Trail | None, character: str, *, fits: bool
    ) -> None:
        """A character that should not stand there."""
        if invisible(character):
            self.write(cost + INVISIBLE, at, at + 1, position, trail, "", "invisible character")
            return
        meant = plain(character)
        if meant == " ":
            inside = self.between_words(at)
            extra, mistake = (WORDS_JOINED, "words joined") if inside else (SPACE, "space")
            self.write(cost + extra, at, at + 1, position, trail, "", mistake)
        elif meant in DELIMITERS:
            extra, mistake = self.extra_delimiter(at, fits=fits)
            self.write(cost + extra, at, at + 1, position, trail, "", mistake)
        elif position >= 0 and self.track.codes[position] and character.isalnum():
            self.write(cost + TYPO, at, at + 1, position, trail, "", "typo")

    def extra_delimiter(self, at: int, *, fits: bool) -> tuple[float, str]:
        """What a delimiter too many costs, and what it is."""
        if self.between_words(at):
            return WORDS_JOINED, "words joined"
        first, last = at, at + 1
        while first > 0 and self.text[first - 1] in DELIMITERS:
            first -= 1
        while last < len(self.text) and self.text[last] in DELIMITERS:
            last += 1
        if last - first > 1 and self.text[first:last] in self.track.whole:
            return ANOTHER_CUT, "another cut"  # it is a delimiter of the convention as it stands
        if last == len(self.text) and fits:
            return EXTRA_DELIMITER, "delimiter at the end"  # what should follow may have been cut off
        return EXTRA_DELIMITER, "delimiter"

    def between_words(self, at: int) -> bool:
        """Whether a letter or digit stands on either side: taking out what is between would make one word of two."""
        return 0 < at < len(self.text) - 1 and self.text[at - 1].isalnum() and self.text[at + 1].isalnum()

    def swapped(self, cost: float, at: int, following: tuple[int, ...], trail: _Trail | None) -> None:
        """Two letters of a code in each other's place."""
        pair = self.text[at : at + 2]
        if len(pair) < 2 or pair[0] == pair[1]:
            return
        automaton = self.track.automaton
        for q in following:
            kind = self.track.kinds[q]
            if (
                kind is None
                or kind.open
                or kind.spec["kind"] != "term"
                or pair[1] not in automaton.charsets[q]
            ):
                continue
            for r in self.track.follow[q]:
                if pair[0] in automaton.charsets[r]:
                    self.write(cost + TYPO, at, at + 2, r, trail, pair[1] + pair[0], "typo")

    def misspelt(self, cost: float, at: int, entered: list[int], trail: _Trail | None) -> None:
        """A value of a field in a way that the field does not read; `entered` are the positions where it begins."""
        kind, path = self.track.kinds[entered[0]], self.track.paths[entered[0]]
        charsets = self.track.automaton.charsets
        for misspelling in kind.misspelt(self.text, at) if kind is not None else ():
            reached = entered
            for number, character in enumerate(misspelling.text):
                if number:
                    after = dict.fromkeys(r for q in reached for r in self.track.follow[q])
                    reached = [r for r in after if self.track.paths[r] == path]
                reached = [q for q in reached if character in charsets[q]]
            for q in reached:
                self.write(
                    cost + misspelling.cost,
                    at,
                    misspelling.end,
                    q,
                    trail,
                    misspelling.text,
                    misspelling.mistake,
                )

    def write(
        self, cost: float, start: int, end: int, q: int, trail: _Trail | None, new: str, mistake: str
    ) -> None:
        """Go on with some text in place of other text."""
        field = self.track.paths[q] if q >= 0 else None
        self.push(cost, end, q, _Trail(trail, start, end, new, mistake, field))


def _told(text: str, cost: float, trail: _Trail | None) -> Alignment:
    """The changes of a trail, neighbouring ones of one mistake together."""
    changes: list[Change] = []
    while trail is not None:
        change = Change(trail.start, trail.end, trail.new, trail.mistake or "", trail.field)
        if changes and _joined(change, changes[-1]):
            last = changes.pop()
            change = Change(change.start, last.end, change.new + last.new, change.mistake, change.field)
        changes.append(change)
        trail = trail.before
    changes.reverse()
    parts: list[str] = []
    at = 0
    for change in changes:
        parts += (text[at : change.start], change.new)
        at = change.end
    parts.append(text[at:])
    return Alignment("".join(parts), cost, tuple(changes))


def _before(trail: _Trail | None, old: str, new: str, text: str) -> bool:
    """Whether the same was put right before."""
    while trail is not None:
        if trail.new == new and trail.end - trail.start == len(old) and text[trail.start : trail.end] == old:
            return True
        trail = trail.before
    return False


def _joined(change: Change, following: Change) -> bool:
    return (
        change.end == following.start
        and change.mistake == following.mistake
        and change.field == following.field
    )
