"""Asking of the parts of a name in many orders whether they may be a name, each step worked out once.

Case, look-alikes and what stands between the parts are left open; so is one part that is misspelt. Whatever seems to
fit is then aligned.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from mops_taxonomy.algebra.charset import Charset
from mops_taxonomy.algebra.language import fold, variants
from mops_taxonomy.repair.mistakes import DELIMITERS, invisible, plain

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from mops_taxonomy.fields.base import Kind
    from mops_taxonomy.repair.track import Track

__all__ = ["Walk"]

_FEW = 4
_MOST_KNOWN = 50_000
_SHORTEST = 3
_NEAREST = 3
"""Codes that a part may have been meant to be."""

_Set = frozenset[int]


def _loose(charset: Charset) -> Charset:
    if len(charset) > _FEW:
        return charset
    shown = "".join(chr(point) for low, high in charset.ranges for point in range(low, high + 1))
    signs = "".join(DELIMITERS) if DELIMITERS.issuperset(shown) else ""
    return Charset.of("".join(map(variants, shown)) + signs)


def _plain(text: str) -> str:
    return "".join(plain(character) for character in text if not invisible(character))


class _State(NamedTuple):
    """Where one may be: the positions that were read last.

    Attributes:
        right: while nothing was misspelt.
        wrong: after one part that was.
    """

    right: _Set
    wrong: _Set


class Walk:
    """The names of a convention, gone along part by part.

    Attributes:
        track: what is gone along.
    """

    def __init__(self, track: Track) -> None:
        self.track = track
        self._automaton = track.automaton._replace(charsets=list(map(_loose, track.automaton.charsets)))
        self._forget()

    def _forget(self) -> None:
        self._ahead: dict[_Set, _Set] = {}
        self._reached: dict[tuple[_Set, str], _Set] = {}
        self._states: dict[tuple[_State, str], _State] = {}
        self._meant: dict[str, tuple[str, ...]] = {}

    def fits(self, pieces: Sequence[str]) -> bool | None:
        """Whether parts and what stands between them, in turn, make a name; None where only if one is misspelt."""
        if len(self._states) + len(self._reached) > _MOST_KNOWN:
            self._forget()
        nothing: _Set = frozenset()
        state = _State(frozenset([-1]), nothing)
        for number, piece in enumerate(pieces):
            key = (state, piece)
            known = self._states.get(key)
            if known is None:
                known = self._states[key] = self._step(state, piece, part=number % 2 == 0)
            if not known.right and not known.wrong:
                return False
            state = known
        last = self._automaton.last
        if not state.right.isdisjoint(last):
            return True
        return False if state.wrong.isdisjoint(last) else None

    def _step(self, state: _State, piece: str, *, part: bool) -> _State:
        same = dict.fromkeys((piece, _plain(piece) if part else self.between(piece)))
        right = frozenset[int]().union(*(self._after(state.right, text) for text in same))
        wrong = frozenset[int]().union(*(self._after(state.wrong, text) for text in same))
        if part and state.right:
            wrong = wrong.union(*(self._after(state.right, text) for text in self._misspelt(piece)))
        return _State(right, wrong)

    def _after(self, reached: _Set, text: str) -> _Set:
        for character in text:
            if not reached:
                break
            key = (reached, character)
            known = self._reached.get(key)
            if known is None:
                charsets = self._automaton.charsets
                ahead = self._following(reached)
                known = self._reached[key] = frozenset(q for q in ahead if character in charsets[q])
            reached = known
        return reached

    def _following(self, reached: _Set) -> _Set:
        known = self._ahead.get(reached)
        if known is None:
            follow, first = self._automaton.follow, self._automaton.first
            known = frozenset(q for p in reached for q in (follow[p] if p >= 0 else first))
            self._ahead[reached] = known
        return known

    def between(self, gap: str) -> str:
        """The delimiter of the convention that stands there or was meant; the gap itself where there is none."""
        seen = _plain(gap)
        if seen in self.track.whole:
            return seen
        bare = seen.replace(" ", "")
        once = bare[:1] if bare == bare[:1] * len(bare) else bare
        near = (run for run in sorted(self.track.whole) if seen == run * 2 or once in {run, run.strip()})
        return next(near, once) if bare else seen

    def begins(self, text: str) -> bool:
        """Whether a name may begin with the first character of a text."""
        return any(text[:1] in self._automaton.charsets[q] for q in self._automaton.first) if text else False

    def ends(self, text: str) -> bool:
        """Whether a name may end with the last character of a text."""
        return any(text[-1:] in self._automaton.charsets[q] for q in self._automaton.last) if text else False

    def _misspelt(self, part: str) -> tuple[str, ...]:
        """What a part may have been meant to be."""
        known = self._meant.get(part)
        if known is None:
            known = self._meant[part] = tuple(dict.fromkeys(self._likely(part)))
        return known

    def _likely(self, part: str) -> Iterator[str]:
        for kind in self._closed:
            for misspelling in kind.misspelt(part, 0, self.track.day):
                if misspelling.end == len(part):
                    yield misspelling.text
        if len(part) >= _SHORTEST and fold(part) not in self._codes:
            from rapidfuzz.distance import OSA
            from rapidfuzz.process import extract

            near = extract(fold(part), list(self._codes), scorer=OSA.distance, score_cutoff=1, limit=_NEAREST)
            yield from (self._codes[found] for found, *_ in near)

    @cached_property
    def _closed(self) -> list[Kind]:
        """The kinds of field whose values are known or have a form."""
        kinds = {id(kind): kind for kind in self.track.kinds if kind is not None}
        return [kind for kind in kinds.values() if kind.spec["kind"] != "text"]

    @cached_property
    def _codes(self) -> dict[str, str]:
        """The codes of all terms, by their folded spelling."""
        return {
            fold(text): text
            for kind in self._closed
            if kind.spec["kind"] == "term"
            for text in kind.written.values()  # type: ignore[attr-defined]
        }
