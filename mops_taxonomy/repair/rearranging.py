"""The parts of a name in another order than that of the convention, or one of them twice."""

from __future__ import annotations

from collections import Counter
from itertools import groupby, islice, pairwise
from typing import TYPE_CHECKING, NamedTuple

from mops_taxonomy.repair.draft import Change
from mops_taxonomy.repair.mistakes import divides

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mops_taxonomy.repair.course import Course
    from mops_taxonomy.repair.draft import Draft

__all__ = ["Rearranged", "rearranged", "repeated"]

_SWAPPED = 0.5
_MOVED = 0.65
_REPEATED = 0.4
_MISSPELT = 0.3
"""What is added to look later at what only fits if a part is misspelt."""

_FAR = 0.01
"""What each part between two that change places adds."""

_WIDE = 0.05
"""What each part more adds that changes its place together with another."""

_MOST_PARTS = 24
_MOST_MOVES = 40
"""Parts, and groups of them that are moved; fewer belong together where there are more."""

_WIDEST = 6
"""Parts that belong together, as the words of a title do."""

_MOST_ORDERS = 12
"""Orders that fit and are told: where so many do, there is no telling."""

_BRACKETS = frozenset("()[]{}<>\"'")

_MOST_WORDS = 60
_MOST_REPEATED = 4
"""Words of a name in which repetitions are looked for, and repetitions that are told."""


class Rearranged(NamedTuple):
    """A name in another order.

    Attributes:
        draft: the name.
        moved: the parts that changed places.
        likely: by what such names are sorted: their cost, and more where a part is misspelt as well.
    """

    draft: Draft
    moved: tuple[str, ...]
    likely: float


class _Order(NamedTuple):
    """Some parts in the place of others.

    Attributes:
        cost: how unlikely that is.
        first: the first of the parts.
        last: where they end.
        begin: the first of the parts that they change places with; where these are the same, they are moved.
        end: where those end; of parts that are moved, how many others stand before them then.
    """

    cost: float
    first: int
    last: int
    begin: int
    end: int

    def pieces(self, pieces: list[str]) -> tuple[list[str], tuple[list[str], ...]]:
        """The pieces in this order, and the parts that changed places."""
        first, last, begin, end = self[1:]
        if begin != first:
            one, other = pieces[first:last], pieces[begin:end]
            return [*pieces[:first], *other, *pieces[last:begin], *one, *pieces[end:]], (one, other)
        # What stands between the parts stays where it is.
        gaps, moved = pieces[1::2], pieces[first:last:2]
        others = [*pieces[:first:2], *pieces[last + 1 :: 2]]
        parts = [*others[:end], *moved, *others[end:]]
        order = [parts[0], *(piece for pair in zip(gaps, parts[1:], strict=True) for piece in pair)]
        return order, (order[2 * end : 2 * (end + len(moved)) - 1],)


def repeated(draft: Draft) -> Iterator[Draft]:
    """The name with only one of two equal parts that stand side by side."""
    text = draft.text
    words = list(_words(text))
    if len(words) > _MOST_WORDS:
        return
    found = 0
    for number, (start, _) in enumerate(words):
        for (_, end), (again, _) in islice(pairwise(words[number:]), _WIDEST):
            over = again + end - start
            whole = text.startswith(text[start:end], again) and _ends(text, over)
            if whole and all(map(divides, text[end:again])) and found < _MOST_REPEATED:
                found += 1
                yield draft.changed([Change(end, over, "", "repeated field")], _REPEATED)


def _words(text: str) -> Iterator[tuple[int, int]]:
    """Where the words of a text begin and end."""
    start = 0
    for apart, run in groupby(text, lambda character: divides(character) or character in _BRACKETS):
        end = start + len(list(run))
        if not apart:
            yield start, end
        start = end


def _ends(text: str, at: int) -> bool:
    """Whether what stands before a place does not go on there: letters after letters, digits after digits."""
    pair = text[at - 1 : at + 1]
    return not (pair.isalpha() or pair.isdigit()) or len(pair) == 1


def rearranged(draft: Draft, course: Course) -> Iterator[Rearranged]:
    """The name with its parts in other orders: those by which it may be one of the convention."""
    words = _split(draft.text, course.track.delimiters)
    # What stands at an end stays there.
    first, last = (2 if not words[0] else 0), (len(words) - 2 if not words[-1] else len(words))
    before, after = "".join(words[:first]), "".join(words[last:])
    pieces = _parts(words[first:last], course)
    if not 3 <= len(pieces) <= 2 * _MOST_PARTS:
        return
    lead = ["", before] if course.walk.begins(before) else []
    tail = [after] if course.walk.ends(after) else []
    told = {draft.text}
    found = 0
    for order in sorted(_orders(pieces)):
        ordered, moved = order.pieces(pieces)
        fits = course.walk.fits([*lead, *ordered, *tail])
        text = "".join((before, *ordered, after)) if fits is not False else draft.text
        if text in told:
            continue
        told.add(text)
        other = draft.changed([Change(*_difference(draft.text, text), "order")], order.cost)
        yield Rearranged(other, tuple(map("".join, moved)), other.cost + (0.0 if fits else _MISSPELT))
        found += bool(fits)
        if found == _MOST_ORDERS:
            return


def _split(text: str, delimiters: frozenset[str]) -> list[str]:
    """Words at even places, what stands between them at odd ones; empty words at an end that has none."""
    runs = groupby(text, lambda character: divides(character) or character in delimiters)
    told = [(apart, "".join(run)) for apart, run in runs]
    words = [run for _, run in told]
    return [*[""] * told[0][0], *words, *[""] * told[-1][0]]


def _parts(words: list[str], course: Course) -> list[str]:
    """Words and gaps, cut only where a delimiter of the convention stands; where none does, at the commonest gap."""
    gaps = words[1::2]
    cuts = {gap for gap in gaps if course.walk.between(gap) in course.track.whole}
    if not cuts and gaps:
        cuts = {Counter(gaps).most_common(1)[0][0]}
    pieces = words[:1]
    for gap, word in zip(gaps, words[2::2], strict=True):
        if gap in cuts:
            pieces += [gap, word]
        else:
            pieces[-1] += gap + word
    return pieces


def _orders(pieces: list[str]) -> Iterator[_Order]:
    """Every rearrangement of some parts."""
    parts = len(pieces) // 2 + 1
    widest = max(1, min(_WIDEST, _MOST_MOVES // parts))
    groups = [
        (first, last)
        for first in range(0, len(pieces), 2)
        for last in range(first + 1, min(first + 2 * widest, len(pieces) + 1), 2)
    ]
    for at, (first, last) in enumerate(groups):
        for begin, end in groups[at + 1 :]:
            if begin > last:
                wide = (last - first) // 2 + (end - begin) // 2
                yield _Order(_SWAPPED + _FAR * (begin - last) + _WIDE * wide, first, last, begin, end)
        size = (last - first + 1) // 2
        for place in range(parts - size + 1):
            if place != first // 2:
                far = _FAR * abs(place - first // 2)
                yield _Order(_MOVED + far + _WIDE * (size - 1), first, last, first, place)


def _difference(old: str, new: str) -> tuple[int, int, str]:
    """What differs: the part of the old text, and the new text for it."""
    start = next(
        (i for i, (a, b) in enumerate(zip(old, new, strict=False)) if a != b), min(len(old), len(new))
    )
    end = 0
    while end < min(len(old), len(new)) - start and old[-1 - end] == new[-1 - end]:
        end += 1
    return start, len(old) - end, new[start : len(new) - end]
