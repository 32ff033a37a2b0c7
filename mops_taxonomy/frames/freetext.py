"""Free texts, many at once: words of some characters, joined by others; eight bytes in every step."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from mops_taxonomy.algebra.charset import SPACE, Charset
from mops_taxonomy.fields.text import TextKind
from mops_taxonomy.frames.words import WORD, word

if TYPE_CHECKING:
    from numpy import int64
    from numpy.typing import NDArray

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

_UNMARKED, _MARKED = np.uint64(0), np.uint64(0x80)
"""What stands before the first byte of a text, as if it were a byte itself."""


def plain_text(kind: Kind) -> bool:
    """Whether a field holds words and their joiners, of which only the length is asked beside."""
    if not isinstance(kind, TextKind) or kind.excluded or kind.recased:
        return False
    return not kind.shape.pattern and kind.shape.case != "title"


def texts(data: Any, starts: Numbers64, lengths: Numbers64, shape: TextShape) -> tuple[Mask, NDArray[int64]]:
    """Which texts have a shape; and those of which that says nothing, because they hold more than ASCII, as it may."""
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
    joiners = Charset.of(shape.joiner)
    joined = _among(bytes_of, joiners)
    joined &= kept
    wrong = _among(bytes_of, shape.charset)
    wrong |= joined
    wrong &= kept
    wrong ^= kept
    outer, begins = _LAST.take(left, mode="clip"), first[count > 0]
    if joiners:
        # No joiner stands first, as if one stood before; and none last.
        wrong |= joined & (_behind(joined, begins, _MARKED) | outer)
    if not SPACE.isdisjoint(shape.charset):
        # Nor do spaces; they stand beside each other, but beside no joiner.
        spaces = _among(bytes_of, SPACE)
        spaces &= kept
        wrong |= spaces & (_behind(joined, begins, _MARKED) | outer)
        wrong |= joined & _behind(spaces, begins, _UNMARKED)
    right[row[np.flatnonzero(wrong)]] = False
    if not shape.allowed - _ASCII:
        return right, np.zeros(0, np.int64)
    open_rows = np.zeros(len(starts), np.bool_)
    open_rows[row[np.flatnonzero(bytes_of & _HIGH)]] = True
    return right, np.flatnonzero(open_rows)


def _behind(marks: Words, begins: NDArray[int64], first: np.uint64) -> Words:
    """The high bit of every byte behind a marked one.

    Args:
        marks: high bits of the words of texts, one text behind the other.
        begins: which words are the first of a text.
        first: what these have, as if from a word before.
    """
    carry = np.zeros(len(marks), np.uint64)
    np.right_shift(marks[:-1], np.uint64(56), out=carry[1:])
    carry[begins] = first
    carry |= marks << np.uint64(8)
    return carry


def _among(bytes_of: Words, charset: Charset) -> Words:
    """The high bit of every byte that is one of some characters of ASCII.

    A byte from 128 on is none, whatever stands before it. The byte behind it may be misjudged; but a text with such a
    byte is wrong already, or not decided here.
    """
    found = np.zeros(len(bytes_of), np.uint64)
    for low, high in (charset & _ASCII).ranges:
        inside = bytes_of + np.uint64((0x7F - high) * _EVERY)
        np.invert(inside, out=inside)
        inside &= bytes_of + np.uint64((0x80 - low) * _EVERY)
        found |= inside
    found &= _HIGH
    return found
