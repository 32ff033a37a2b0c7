"""The parts of a name in another order than that of the convention, one of them twice, or something between them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from mops_taxonomy.repair.draft import Change

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mops_taxonomy.repair.course import Course
    from mops_taxonomy.repair.draft import Draft

__all__ = ["rearranged"]

_SWAPPED = 0.5
_MOVED = 0.65
_REPEATED = 0.45
_LEFT_OVER = 0.75
_FAR = 0.01
"""What each part between two that change places adds."""

_WIDE = 0.05
"""What each part more adds that changes its place together with another."""

_MOST_PARTS = 14
_WIDEST = 3
"""Parts that belong together, as the words of a title do."""


def rearranged(draft: Draft, course: Course) -> Iterator[Draft]:
    """The name with its parts where they belong: only what fits the convention then."""
    cutter = _cutter(course)
    if cutter is None:
        return
    pieces = cutter.split(draft.text)
    if not 3 <= len(pieces) <= 2 * _MOST_PARTS + 1:
        return
    told = {draft.text}
    for text, cost, mistake in _orders(pieces):
        if text not in told and course.stepper.accepts(text):
            told.add(text)
            yield draft.changed([Change(*_difference(draft.text, text), mistake)], cost)


def _cutter(course: Course) -> re.Pattern[str] | None:
    """Cuts at the delimiters of the convention; the delimiters stand among the pieces."""
    runs = sorted({run for run, _ in course.track.runs.values()}, key=lambda run: (-len(run), run))
    return re.compile(f"({'|'.join(map(re.escape, runs))})") if runs else None


def _orders(pieces: list[str]) -> Iterator[tuple[str, float, str]]:
    """Every rearrangement of parts; pieces are parts at even places and delimiters at odd ones."""
    groups = [
        (first, last)
        for first in range(0, len(pieces), 2)
        for last in range(first + 1, min(first + 2 * _WIDEST, len(pieces) + 1), 2)
    ]
    for first, last in groups:
        size = last - first
        again = last + 1 + size
        if pieces[first:last] == pieces[last + 1 : again]:
            yield "".join(pieces[:last] + pieces[again:]), _REPEATED, "repeated field"
    for at, (first, last) in enumerate(groups):
        for begin, end in groups[at + 1 :]:
            if begin > last:
                swapped = [
                    *pieces[:first], *pieces[begin:end], *pieces[last:begin], *pieces[first:last], *pieces[end:]
                ]  # fmt: skip
                wide = (last - first) // 2 + (end - begin) // 2
                yield "".join(swapped), _SWAPPED + _FAR * (begin - last) + _WIDE * wide, "order"
    for first, last in groups:
        rest = pieces[: max(first - 1, 0)] + pieces[last + (first == 0) :]
        if rest and last - first <= 3:
            yield "".join(rest), _LEFT_OVER + _FAR * (last - first), "left over"
        delimiters = [piece for number, piece in enumerate(pieces) if number % 2]
        others = [pieces[number] for number in range(0, len(pieces), 2) if not first <= number < last]
        moved = pieces[first:last:2]
        for place in range(len(others) + 1):
            if place != first // 2:
                parts = [*others[:place], *moved, *others[place:]]
                text = parts[0] + "".join(d + p for d, p in zip(delimiters, parts[1:], strict=True))
                yield text, _MOVED + _FAR * abs(place - first // 2) + _WIDE * (len(moved) - 1), "order"


def _difference(old: str, new: str) -> tuple[int, int, str]:
    """What differs: the part of the old text, and the new text for it."""
    start = next(
        (i for i, (a, b) in enumerate(zip(old, new, strict=False)) if a != b), min(len(old), len(new))
    )
    end = 0
    while end < min(len(old), len(new)) - start and old[-1 - end] == new[-1 - end]:
        end += 1
    return start, len(old) - end, new[start : len(new) - end]
