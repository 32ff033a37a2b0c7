"""Mistakes in what stands between words: another delimiter, one too few, one too many."""

from __future__ import annotations

from typing import TYPE_CHECKING

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
    WORD_SPLIT,
    WORDS_JOINED,
    invisible,
    plain,
)
from mops_taxonomy.repair.track import Step
from mops_taxonomy.repair.trail import cleared_from, puts_in, righted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mops_taxonomy.repair.layout import Layout
    from mops_taxonomy.repair.track import Sign, Track
    from mops_taxonomy.repair.trail import Trail

__all__ = ["Delimiters"]

BESIDE = 4
"""Characters between a mistyped letter and a missing delimiter that are in one word."""

_OPENING = frozenset("([{<\"'")
_CLOSING = frozenset(")]}>\"'")


class Delimiters:
    """How the delimiters of a text may be put right.

    In all methods `at` is a place in the text, `position` and `q` are where one is in the automaton and where one may
    come next, `trail` is what was changed so far, and `fits` is whether the text can be read on as it stands.
    """

    def __init__(self, layout: Layout, track: Track) -> None:
        self._layout = layout
        self._text = layout.text
        self._track = track

    def another(self, at: int, q: int, trail: Trail | None, *, fits: bool) -> Step | None:
        """Another delimiter, of any length, in place of the right one: the second time it is hardly a mistake more."""
        end = at
        while end < len(self._text) and plain(self._text[end]) in DELIMITERS:
            end += 1
        right, last = self._track.runs[q]
        old = self._text[at:end]
        if not old or old == right:
            return None
        if righted(trail, self._text, old, right):
            return Step(AGAIN, end, last, right, "delimiter")
        # What stands there may be meant as it is: text that goes on, or another delimiter, long enough to be no slip.
        gap = self._layout.gap(at)
        if fits or (len(gap) > 1 and gap in self._track.whole):
            return Step(ANOTHER_CUT, end, last, right, "another cut")
        return Step(DELIMITER, end, last, right, "delimiter")

    def wrong(self, at: int, q: int, sign: Sign, *, fits: bool) -> Step | None:
        """One sign in place of another: within a delimiter of more than one, or where words of a text are joined."""
        if sign.meant not in DELIMITERS:
            return None
        track = self._track
        only = track.letters[q]
        if only is not None and only not in DELIMITERS:
            only = None
        if track.kinds[q] is None:
            # Where a delimiter begins, all of it is looked at.
            within = only is not None and q not in track.runs
            return Step(DELIMITER, at + 1, q, only or "", "delimiter") if within else None
        joint = only or track.joiners[q]
        if not joint:
            return None
        # What separates fields elsewhere in the name is hardly meant to join two words.
        if fits or sign.meant in track.delimiters:
            return Step(ANOTHER_CUT, at + 1, q, joint, "another cut")
        return Step(DELIMITER, at + 1, q, joint, "delimiter")

    def missing(self, at: int, position: int, q: int, trail: Trail | None, *, fits: bool) -> Iterator[Step]:
        """A delimiter that should stand there and does not, or the first sign of it."""
        track, layout = self._track, self._layout
        only = track.letters[q]
        if only is None or only.isalnum() or track.kinds[q] is not None:
            return
        if trail is not None and trail.mistake == "typo" and at - trail.end < BESIDE:
            return  # one word is not a mistyped code and the next field
        if position >= 0 and track.inside[position] >= 0 and layout.in_a_word(at):
            return
        open_text = fits or self._opens(q)
        mistake = "missing delimiter" if open_text else "delimiter"
        cost = MISSING_DELIMITER
        if open_text and layout.in_a_word(at) and not puts_in(trail, at):
            cost += WORD_SPLIT
        if position >= 0 and track.open[position] and layout.beside_a_gap(at):
            cost += BESIDE_ANOTHER
        yield Step(cost, at, q, only, mistake)
        run, last = track.runs.get(q, (only, q))
        if run != only:
            yield Step(cost, at, last, run, mistake)

    def _opens(self, q: int) -> bool:
        """Whether open text may follow a delimiter, or a sign of it, which reads whatever comes."""
        _, last = self._track.runs.get(q, ("", q))
        return any(map(self._track.open.__getitem__, self._track.follow[last]))

    def superfluous(
        self, at: int, position: int, trail: Trail | None, sign: Sign, *, fits: bool
    ) -> Step | None:
        """A delimiter, or what nobody sees, that should not stand there."""
        if invisible(self._text[at]):
            return Step(INVISIBLE, at + 1, position, "", "invisible character")
        if sign.meant not in DELIMITERS:
            return None
        cost, mistake = self._extra(at, position, trail, sign.meant, fits=fits)
        return Step(cost, at + 1, position, "", mistake)

    def _extra(
        self, at: int, position: int, trail: Trail | None, meant: str, *, fits: bool
    ) -> tuple[float, str]:
        """What a delimiter too many costs, and what it is."""
        first, last = self._layout.gaps[at]
        if at + 1 == last and self._joins(first, last, trail):
            return WORDS_JOINED, "words joined"
        if meant == " ":
            return SPACE, "space"
        if last - first > 1 and self._text[first:last] in self._track.whole:
            return ANOTHER_CUT, "another cut"  # it is a delimiter of the convention as it stands
        if last == len(self._text) and (fits or self._may_go_on(position)):
            return EXTRA_DELIMITER, "delimiter at the end"  # what should follow may have been cut off
        return EXTRA_DELIMITER, "delimiter"

    def _may_go_on(self, position: int) -> bool:
        """Whether a delimiter may follow."""
        return position >= 0 and any(q in self._track.runs for q in self._track.follow[position])

    def _joins(self, first: int, last: int, trail: Trail | None) -> bool:
        """Whether to take out the last character of a gap makes one word of two: all before it is out already."""
        text = self._text
        if first == 0 or last == len(text) or text[first - 1] in _CLOSING or text[last] in _OPENING:
            return False
        return cleared_from(trail, first, last - 1) == first
