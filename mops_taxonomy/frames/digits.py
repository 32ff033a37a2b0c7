"""Whole numbers written in decimal, many at once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from mops_taxonomy.fields.integer import IntegerKind
from mops_taxonomy.frames.words import WORD, words

if TYPE_CHECKING:
    from mops_taxonomy.fields.base import Kind
    from mops_taxonomy.frames.cells import Mask, Numbers64

__all__ = ["MOST_DIGITS", "numbers", "plain_number"]

MOST_DIGITS = 2 * WORD
_TENS = np.array([10**size for size in range(WORD + 1)], np.int64)
_ZEROS, _ABOVE_NINE, _HIGH = (np.uint64(0x0101010101010101 * byte) for byte in (0x30, 0x76, 0x80))


def plain_number(kind: Kind) -> bool:
    """Whether a field holds nothing but the digits of a number, of which only its size is asked."""
    return (
        isinstance(kind, IntegerKind)
        and kind.formats == [("", "")]
        and not kind.excluded
        and (kind.width is None or kind.width <= MOST_DIGITS)
    )


def numbers(data: Any, starts: Numbers64, lengths: Numbers64, kind: IntegerKind) -> tuple[Numbers64, Mask]:
    """The number of each text, and whether it is one of the field; of at most `MOST_DIGITS` digits."""
    made = np.zeros(len(starts), np.int64)
    right = lengths > 0
    for at, word in enumerate(words(data, starts, lengths)):
        size = np.clip(lengths - at * WORD, 0, WORD)
        longest = int(size.max(initial=0))
        if not longest:
            break
        shift = ((WORD - size) * 8).astype(np.uint64)
        # Moved to the upper end, the bytes of a text are followed by none: those below become the digit zero.
        digits = np.where(size > 0, (word ^ _ZEROS) << np.minimum(shift, np.uint64(63)), np.uint64(0))
        right &= ((digits + _ABOVE_NINE) | digits) & _HIGH == 0
        value = _value(digits, longest)
        made = made * _TENS[size] + value if at else value
    if kind.width is not None:
        right &= lengths == kind.width
    else:
        right &= (lengths == 1) | (data[np.minimum(starts, len(data) - 1)] != ord("0"))
    right &= made >= kind.low
    if kind.high is not None:
        right &= made <= kind.high
    return made, right


def _value(digits: Any, longest: int) -> Numbers64:
    """The number that eight digits are, the first in the lowest byte that is of a text."""
    byte = np.uint64(0xFF)
    made = np.zeros(len(digits), np.uint64)
    for at in range(WORD - longest, WORD):
        made = made * np.uint64(10) + ((digits >> np.uint64(8 * at)) & byte)
    return made.astype(np.int64)
