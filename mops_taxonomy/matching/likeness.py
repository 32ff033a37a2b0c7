"""Finding the texts of two lists that are clearly nearest to each other, without comparing all with all."""

from __future__ import annotations

from collections import Counter
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from rapidfuzz.distance import Levenshtein

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

__all__ = ["LEAST", "MARGIN", "clear_pairs"]

LEAST = 0.76
"""How much of two texts must be alike, 1 being all, with what else speaks for them: less is no likeness."""

MARGIN = 0.06
"""How much nearer than the next one the nearest must be."""

_GRAM = 4
_RARE = 40
"""A run of letters that more texts share tells nothing."""

_ASKED = 16
"""How many runs of a text are looked up, the rarest first."""

_CANDIDATES = 8
"""How many texts are compared in full with each one."""


class _Pair(NamedTuple):
    score: float
    left: int
    right: int
    likeness: float


def clear_pairs(
    lefts: Sequence[str], rights: Sequence[str], support: Callable[[int, int], float], most: float
) -> list[tuple[int, int, float]]:
    """The pairs that are nearest to each other, by a margin.

    Only texts that share one of their rarer runs of letters are compared, so that the work grows with the number of
    texts and not with its square.

    Args:
        lefts: the texts of one side.
        rights: those of the other.
        support: what else speaks for a pair, by its places, as so much more likeness; less than nothing against it.
        most: the most that this can be.

    Returns:
        Places on the left and on the right, and how alike the texts are, from 0 to 1; by place on the left.
    """
    least = LEAST - MARGIN - most
    pairs = [
        _Pair(likeness + support(left, right), left, right, likeness)
        for left, right, likeness in _near(lefts, rights, least)
    ]
    pairs.sort(key=lambda one: (-one.score, one.left, one.right))
    return sorted((one.left, one.right, one.likeness) for one in _clear(pairs))


def _near(lefts: Sequence[str], rights: Sequence[str], least: float) -> Iterator[tuple[int, int, float]]:
    """Pairs that may be alike, by their places, and how alike they are."""
    index: dict[str, list[int]] = {}
    for place, text in enumerate(rights):
        for gram in _grams(text):
            index.setdefault(gram, []).append(place)
    for left, text in enumerate(lefts):
        for right in _candidates(text, index):
            likeness = Levenshtein.normalized_similarity(text, rights[right], score_cutoff=least)
            if likeness:
                yield left, right, likeness


def _grams(text: str) -> set[str]:
    """The runs of letters in a text; a text that is shorter is one itself, and an empty one has none."""
    return {text[at : at + _GRAM] for at in range(max(1, len(text) - _GRAM + 1)) if text}


def _candidates(text: str, index: dict[str, list[int]]) -> list[int]:
    shared = sorted(
        (places for gram in sorted(_grams(text)) if (places := index.get(gram)) is not None), key=len
    )
    rare = [places for places in shared[:_ASKED] if len(places) <= _RARE]
    return [place for place, _ in Counter(chain.from_iterable(rare)).most_common(_CANDIDATES)]


def _clear(pairs: list[_Pair]) -> Iterator[_Pair]:
    """Take the nearest pair whose texts have no other near one left, until there is none."""
    taken: tuple[set[int], set[int]] = (set(), set())
    while True:
        pairs = [one for one in pairs if one.left not in taken[0] and one.right not in taken[1]]
        found = list(_mutual(pairs))
        yield from found
        if not found:
            return
        taken[0].update(one.left for one in found)
        taken[1].update(one.right for one in found)


def _mutual(pairs: list[_Pair]) -> Iterator[_Pair]:
    """The pairs that are nearest on both sides, by the margin. The pairs come nearest first."""
    of_left: dict[int, list[_Pair]] = {}
    of_right: dict[int, list[_Pair]] = {}
    for pair in pairs:
        of_left.setdefault(pair.left, []).append(pair)
        of_right.setdefault(pair.right, []).append(pair)
    for pair in pairs:
        if pair.score >= LEAST and _leads(pair, of_left[pair.left]) and _leads(pair, of_right[pair.right]):
            yield pair


def _leads(pair: _Pair, ranked: list[_Pair]) -> bool:
    return ranked[0] is pair and (len(ranked) == 1 or pair.score - ranked[1].score >= MARGIN)
