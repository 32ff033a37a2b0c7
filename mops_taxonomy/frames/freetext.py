"""Free texts, many at once: words of some characters, joined by others; eight bytes in every step."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from mops_taxonomy.algebra.charset import SPACE, Charset
from mops_taxonomy.fields.text import TextKind
from mops_taxonomy.frames.words import WORD, word

if TYPE_CHECKING:
    from mops_taxonomy.fields.base import Kind
    from mops_taxonomy.fields.text import TextShape
    from mops_taxonomy.frames.cells import Mask, Numbers64
    from mops_taxonomy.frames.words import Words

__all__ = ["plain_text", "texts"]

_ASCII = Charset([(0, 127)])
_EVERY = 0x0101010101010101
_HIGH = np.uint64(0x80 * _EVERY)
_OF = np.array([0x80 * _EVERY & ((1 << 8 * size) - 1) for size in range(WORD + 1)], np.uint64)
"""The high bits of the bytes that are of a text, by how many are."""
_LAST = np.array([0, *(0x80 << 8 * at for at in range(WORD)), 0], np.uint64)
"""The high bit of the last byte, by how many bytes are left; none where the text goes on."""


def plain_text(kind: Kind) -> bool:
    """Whether a field holds words of ASCII and their joiners, of which only the length is asked beside."""
    if not isinstance(kind, TextKind) or kind.excluded or kind.recased:
        return False
    shape = kind.shape
    ascii_only = not shape.allowed - _ASCII
    return not shape.pattern and shape.case != "title" and ascii_only and SPACE.isdisjoint(shape.charset)


def texts(data: Any, starts: Numbers64, lengths: Numbers64, shape: TextShape) -> Mask:
    """Which texts have a shape."""
    right = lengths >= max(shape.low, 1)
    if shape.high is not None:
        right &= lengths <= shape.high
    # The words of all texts, one behind the other: `first` of each text, `row` and bytes `left` of each word.
    count = (lengths + (WORD - 1)) // WORD
    first = np.cumsum(count) - count
    row = np.arange(len(starts)).repeat(count)
    at = np.arange(len(row))
    at -= first[row]
    at *= WORD
    left = lengths[row]
    left -= at
    at += starts[row]
    bytes_of, kept = word(data, at, left), _OF.take(left, mode="clip")
    joined = _among(bytes_of, [*Charset.of(shape.joiner).ranges])
    joined &= kept
    wrong = _among(bytes_of, [*shape.charset.ranges])
    wrong |= joined
    wrong &= kept
    wrong ^= kept
    if shape.joiner:
        before = joined << np.uint64(8)
        carry = np.zeros(len(row), np.uint64)
        np.right_shift(joined[:-1], np.uint64(56), out=carry[1:])
        carry[first[count > 0]] = _OF[1]  # no joiner stands first, as if one stood before
        before |= carry
        before |= _LAST.take(left, mode="clip")
        before &= joined
        wrong |= before
    right[row[np.flatnonzero(wrong)]] = False
    return right


def _among(bytes_of: Words, ranges: list[tuple[int, int]]) -> Words:
    """The high bit of every byte that lies in one of some ranges of ASCII.

    A byte from 128 on lies in none, whatever stands before it. The next byte may be misjudged for it, but a text with
    such a byte is wrong already.
    """
    found = np.zeros(len(bytes_of), np.uint64)
    for low, high in ranges:
        inside = bytes_of + np.uint64((0x7F - high) * _EVERY)
        np.invert(inside, out=inside)
        inside &= bytes_of + np.uint64((0x80 - low) * _EVERY)
        found |= inside
    found &= _HIGH
    return found
