"""Drawing a name on a terminal, with marks under a part of it."""

from __future__ import annotations

from typing import NamedTuple
from unicodedata import category, combining, east_asian_width

from mops_taxonomy.visible import visible

__all__ = ["Drawing", "draw"]

_ELLIPSIS = "…"


class Drawing(NamedTuple):
    """A name as it is shown.

    Attributes:
        text: the name, with escapes for what cannot be seen and `…` where it is cut.
        before: how many columns stand before the marks.
        marks: how many columns are marked, at least 1.
    """

    text: str
    before: int
    marks: int


def draw(text: str, span: tuple[int, int] | None, width: int) -> Drawing:
    """Draw a name into so many columns, around the part that matters.

    Args:
        text: the name.
        span: start and end of the part, in code points, end excluded; None for no part.
        width: how many columns there are, at least 10.
    """
    start, end = _within(span or (0, 0), len(text))
    first, last = _window(text, start, end, max(width, 10) - 2)
    left = _ELLIPSIS if first else ""
    right = _ELLIPSIS if last < len(text) else ""
    before = len(left) + _columns(text[first:start])
    return Drawing(
        left + visible(text[first:last]) + right, before, max(1, _columns(text[start : min(end, last)]))
    )


def _within(span: tuple[int, int], length: int) -> tuple[int, int]:
    start = min(max(span[0], 0), length)
    return start, min(max(span[1], start), length)


def _window(text: str, start: int, end: int, room: int) -> tuple[int, int]:
    """What can be shown: from the start of the span on, then as much on both sides as there is room."""
    last = start
    while last < end and (needed := _width(text, last)) <= room:
        room -= needed
        last += 1
    first = start
    if last < end:
        return first, last
    growing = True
    while growing:
        growing = False
        if first > 0 and (needed := _width(text, first - 1)) <= room:
            first, room, growing = first - 1, room - needed, True
        if last < len(text) and (needed := _width(text, last)) <= room:
            last, room, growing = last + 1, room - needed, True
    return first, last


def _columns(text: str) -> int:
    if text.isascii() and text.isprintable():
        return len(text)
    return sum(_width(text, at) for at in range(len(text)))


def _width(text: str, at: int) -> int:
    """How many columns one character takes where it stands."""
    character = text[at]
    shown = visible(character)
    if shown != character:
        return len(shown)
    if character == "\ufe0f":  # makes the symbol before it an emoji, which is wide
        return 1 if at and _alone(text[at - 1]) == 1 and category(text[at - 1]) == "So" else 0
    return _alone(character)


def _alone(character: str) -> int:
    if combining(character) or category(character) in {"Mn", "Me"} or "\u1160" <= character <= "\u11ff":
        return 0  # drawn over the character before it, as the vowels of decomposed Korean are
    return 2 if east_asian_width(character) in {"W", "F"} else 1
