"""The cheapest ways to turn a text into a name: an alignment of the text with the automaton of the convention.

A state of the search is how much of the text is done and the position that the automaton is at. What the text and the
automaton have in common costs nothing; a mistake costs what `mistakes` says. Dijkstra's search meets the cheapest names
first, and goes hardly further than the mistakes that were made.
"""

from __future__ import annotations

from heapq import heappop, heappush
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from mops_taxonomy.repair.draft import Change
from mops_taxonomy.repair.mistakes import (
    AGAIN,
    ANOTHER_CUT,
    BESIDE_ANOTHER,
    DELIMITER,
    DELIMITERS,
    EXTRA_DELIMITER,
    INVISIBLE,
    MISSING_DELIMITER,
    SPACE,
    TYPO,
    WORD_SPLIT,
    WORDS_JOINED,
    divides,
    invisible,
    plain,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mops_taxonomy.fields.misspelling import Misspelling
    from mops_taxonomy.repair.track import Sign, Track

__all__ = ["OPEN", "Alignment", "alignments"]

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


_OPENING = frozenset("([{<\"'")
_CLOSING = frozenset(")]}>\"'")


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
        self.signs = list(map(track.sign, text))
        self.gaps = list(_gaps(text))
        self.words = _words(text)
        self.spellings: dict[tuple[int, int], list[Misspelling]] = {}

    def run(self) -> Iterator[Alignment]:
        size, automaton = len(self.text), self.track.automaton
        visits: dict[tuple[int, int], tuple[int, float]] = {}
        told: set[str] = set()
        self.push(0.0, 0, -1, None)
        while self.heap:
            cost, _, at, position, trail = heappop(self.heap)
            key = (at, position)
            count, first = visits.get(key, (0, cost))
            if count >= WAYS or cost > first + NEAR:
                continue
            visits[key] = (count + 1, first)
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
        owners = track.automaton.owners
        here = owners[position] if position >= 0 else -1
        sign = self.signs[at] if at < len(self.text) else None
        fits = sign is not None and any(sign.reads[q] for q in following)
        for q in following:
            if sign is not None and sign.reads[q]:
                if track.open[q]:
                    end, last = self.read(at, q)
                    self.push(cost + OPEN * (end - at), end, last, trail)
                else:
                    self.push(cost, at + 1, q, trail)
            elif sign is not None:
                self.wrong(cost, at, q, trail, sign, fits=fits)
            if track.letters[q] is not None:
                self.missing(cost, at, position, q, trail, fits=fits)
            if q in track.runs:
                self.another_delimiter(cost, at, q, trail, fits=fits)
        if sign is not None:
            self.superfluous(cost, at, position, trail, sign, fits=fits)
            self.swapped(cost, at, following, trail)
        for owner in dict.fromkeys(owners[q] for q in following):
            if owner >= 0 and (owner != here or self.after_separator(at)):
                self.misspelt(cost, at, owner, following, trail)

    def read(self, at: int, q: int) -> tuple[int, int]:
        """Where one is when the rest of a word is read as open text: nothing is put in or taken out in a word."""
        inside, signs = self.track.inside, self.signs
        for end in range(at + 1, self.words[at]):
            following = inside[q]
            if following < 0 or not signs[end].reads[following]:
                return end, q
            q = following
        return self.words[at], q

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
        old = self.text[at:end]
        again = _before(trail, old, right, self.text)
        # What stands there may be meant as it is: text that goes on, or another delimiter, long enough to be no slip.
        gap = self.text[slice(*self.gaps[at])]
        meant = fits or (len(gap) > 1 and gap in self.track.whole)
        mistake = "another cut" if meant and not again else "delimiter"
        extra = AGAIN if again else ANOTHER_CUT if meant else DELIMITER
        self.write(cost + extra, at, end, last, trail, right, mistake)

    def wrong(self, cost: float, at: int, q: int, trail: _Trail | None, sign: Sign, *, fits: bool) -> None:
        """Another character than the one that stands there."""
        for reads, other, extra, mistake in sign.others:
            if reads[q]:
                self.write(cost + extra, at, at + 1, q, trail, other, mistake)
                return
        kind = self.track.kinds[q]
        only = self.track.letters[q]
        if kind is None:
            # Within a delimiter of more signs than one; where it begins, all of it is looked at.
            if only in DELIMITERS and sign.meant in DELIMITERS and q not in self.track.runs:
                self.write(cost + DELIMITER, at, at + 1, q, trail, only, "delimiter")
            return
        if sign.meant in DELIMITERS:
            joint = only if only is not None and only in DELIMITERS else self.track.joiners[q]
            if joint:
                # What separates fields elsewhere in the name is hardly meant to join two words.
                cuts = fits or sign.meant in self.track.delimiters
                mistake = "another cut" if cuts else "delimiter"
                self.write(cost + (ANOTHER_CUT if cuts else DELIMITER), at, at + 1, q, trail, joint, mistake)
                return
        if only is not None and not kind.open and kind.spec["kind"] in {"term", "list"}:
            self.write(cost + TYPO, at, at + 1, q, trail, only, "typo")

    def missing(
        self, cost: float, at: int, position: int, q: int, trail: _Trail | None, *, fits: bool
    ) -> None:
        """A character that should stand there and does not."""
        only = self.track.letters[q]
        kind = self.track.kinds[q]
        if only is None:
            return
        put_in = trail.mistake if trail is not None and _puts_in(trail, at) else None
        if kind is None and not only.isalnum():
            if trail is not None and trail.mistake == "typo" and at - trail.end < BESIDE:
                return  # one word is not a mistyped code and the next field
            if position < 0 or self.track.inside[position] < 0 or not self.in_a_word(at):
                inside = position >= 0 and self.track.open[position] and self.gap_at(at)
                self.missing_delimiter(cost + BESIDE_ANOTHER * inside, at, q, trail, only, fits=fits)
        elif (
            kind is None
            or kind.open
            or kind.spec["kind"] != "term"
            or put_in in {"delimiter", "missing delimiter"}
        ):
            return
        elif not self.enters(position, q) or self.goes_on(
            at, q
        ):  # no code is made up: some letter of it must stand there
            self.write(cost + TYPO, at, at, q, trail, only, "typo")

    def missing_delimiter(
        self, cost: float, at: int, q: int, trail: _Trail | None, only: str, *, fits: bool
    ) -> None:
        """A delimiter that should stand there and does not, or the first sign of it."""
        open_text = fits or self.opens(q)
        mistake = "missing delimiter" if open_text else "delimiter"
        split = WORD_SPLIT * (open_text and self.in_a_word(at) and not _puts_in(trail, at))
        cost += MISSING_DELIMITER + split
        self.write(cost, at, at, q, trail, only, mistake)
        run, last = self.track.runs.get(q, (only, q))
        if run != only:
            self.write(cost, at, at, last, trail, run, mistake)

    def gap_at(self, at: int) -> bool:
        """Whether a delimiter stands on either side."""
        return any(map(divides, self.text[max(at - 1, 0) : at + 1]))

    def enters(self, position: int, q: int) -> bool:
        """Whether another field begins."""
        owners = self.track.automaton.owners
        return position < 0 or owners[position] != owners[q]

    def opens(self, q: int) -> bool:
        """Whether open text may follow a delimiter, or a sign of it, which reads whatever comes."""
        _, last = self.track.runs.get(q, ("", q))
        return any(map(self.track.open.__getitem__, self.track.follow[last]))

    def in_a_word(self, at: int) -> bool:
        """Whether a word goes on at this place."""
        return 0 < at < len(self.text) and self.words[at - 1] > at

    def goes_on(self, at: int, q: int) -> bool:
        """Whether the text has the next letter of the code that a position begins."""
        automaton = self.track.automaton
        return at < len(self.text) and any(
            self.text[at] in automaton.charsets[r]
            for r in automaton.follow[q]
            if automaton.owners[r] == automaton.owners[q]
        )

    def superfluous(
        self, cost: float, at: int, position: int, trail: _Trail | None, sign: Sign, *, fits: bool
    ) -> None:
        """A character that should not stand there."""
        if invisible(self.text[at]):
            self.write(cost + INVISIBLE, at, at + 1, position, trail, "", "invisible character")
        elif sign.meant in DELIMITERS:
            extra, mistake = self.extra_delimiter(at, position, trail, sign.meant, fits=fits)
            self.write(cost + extra, at, at + 1, position, trail, "", mistake)
        elif position >= 0 and self.track.codes[position] and self.text[at].isalnum():
            self.write(cost + TYPO, at, at + 1, position, trail, "", "typo")

    def extra_delimiter(
        self, at: int, position: int, trail: _Trail | None, meant: str, *, fits: bool
    ) -> tuple[float, str]:
        """What a delimiter too many costs, and what it is."""
        first, last = self.gaps[at]
        if at + 1 == last and self.joins(first, last, trail):
            return WORDS_JOINED, "words joined"
        if meant == " ":
            return SPACE, "space"
        if last - first > 1 and self.text[first:last] in self.track.whole:
            return ANOTHER_CUT, "another cut"  # it is a delimiter of the convention as it stands
        goes_on = fits or (position >= 0 and any(q in self.track.runs for q in self.track.follow[position]))
        if last == len(self.text) and goes_on:
            return EXTRA_DELIMITER, "delimiter at the end"  # what should follow may have been cut off
        return EXTRA_DELIMITER, "delimiter"

    def joins(self, first: int, last: int, trail: _Trail | None) -> bool:
        """Whether to take out the last character of a gap makes one word of two: all before it is out already."""
        if (
            first == 0
            or last == len(self.text)
            or self.text[first - 1] in _CLOSING
            or self.text[last] in _OPENING
        ):
            return False
        at = last - 1
        while trail is not None and trail.end == at > first and not trail.new:
            at, trail = trail.start, trail.before
        return at <= first

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

    def misspelt(
        self, cost: float, at: int, owner: int, following: tuple[int, ...], trail: _Trail | None
    ) -> None:
        """A value of a field in a way that the field does not read."""
        owners = self.track.automaton.owners
        entered = [q for q in following if owners[q] == owner]
        kind = self.track.kinds[entered[0]]
        known = self.spellings.get((at, owner))
        if known is None:
            known = self.spellings[at, owner] = list(kind.misspelt(self.text, at)) if kind is not None else []
        for end, right, mistake, extra in known:
            if cost + extra <= self.most:
                for q in self.reached(right, entered):
                    self.write(cost + extra, at, end, q, trail, right, mistake)

    def reached(self, text: str, entered: list[int]) -> list[int]:
        """Where a text leads in a field that begins at some positions."""
        track = self.track
        path, reached = track.paths[entered[0]], entered
        for number, character in enumerate(text):
            if number:
                after = dict.fromkeys(r for q in reached for r in track.follow[q])
                reached = [r for r in after if track.paths[r] == path]
            reads = track.sign(character).reads
            reached = [q for q in reached if reads[q]]
        return reached

    def write(
        self, cost: float, start: int, end: int, q: int, trail: _Trail | None, new: str, mistake: str
    ) -> None:
        """Go on with some text in place of other text."""
        if cost <= self.most:
            field = self.track.paths[q] if q >= 0 else None
            self.push(cost, end, q, _Trail(trail, start, end, new, mistake, field))


def _gaps(text: str) -> Iterator[tuple[int, int]]:
    """For each character that divides words, where all such characters around it begin and end."""
    start = 0
    for _, together in groupby(text, divides):
        end = start + len(list(together))
        yield from [(start, end)] * (end - start)
        start = end


def _words(text: str) -> list[int]:
    """For each character, where its word ends: there, or where the next one begins by its case."""
    ends = list(range(1, len(text) + 1))
    for at in range(len(text) - 2, -1, -1):
        if _go_on(text[max(at - 1, 0) : at], text[at], text[at + 1], text[at + 2 : at + 3]):
            ends[at] = ends[at + 1]
    return ends


def _go_on(before: str, one: str, other: str, after: str) -> bool:
    """Whether two characters are of one word: `ENGoogle` and `customerStories` are two, `Google` is one."""
    if one.isupper():
        return (other.isupper() and not after.islower()) or (other.islower() and not before.isupper())
    return (one.islower() and other.islower()) or (one.isdigit() and other.isdigit())


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


def _puts_in(trail: _Trail | None, at: int) -> bool:
    """Whether the last change put something in at this place."""
    return trail is not None and trail.start == trail.end == at


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
