"""Whole numbers written in decimal, many at once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from mops_taxonomy.fields.integer import IntegerKind
from mops_taxonomy.frames.words import WORD, loaded, word

if TYPE_CHECKING:
    from mops_taxonomy.fields.base import Kind
    from mops_taxonomy.frames.cells import Mask, Numbers64
    from mops_taxonomy.frames.words import Words

__all__ = ["MOST_DIGITS", "numbers", "plain_number"]

MOST_DIGITS = 2 * WORD
_TENS = np.array([10**size for size in range(WORD + 1)], np.int64)
_ZEROS, _ABOVE_NINE, _HIGH = (np.uint64(0x0101010101010101 * byte) for byte in (0x30, 0x76, 0x80))
# Neighbours become one number: two digits, then four, then eight.
_STEPS = tuple(
    (np.uint64(10**digits), np.uint64(8 * digits), np.uint64(kept))
    for digits, kept in ((1, 0x00FF00FF00FF00FF), (2, 0x0000FFFF0000FFFF), (4, 0x00000000FFFFFFFF))
)


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
    if kind.width is not None and kind.width <= WORD:
        made, right = _of_width(data, starts, kind.width)
        right &= lengths == kind.width
    else:
        made, right = _of_any(data, starts, lengths)
        if kind.width is not None:
            right &= lengths == kind.width
        else:
            right &= (lengths == 1) | (data[np.minimum(starts, len(data) - 1)] != ord("0"))
    if kind.low > 0:
        right &= made >= kind.low
    if kind.high is not None:
        right &= made <= kind.high
    return made, right


def _of_width(data: Any, starts: Numbers64, width: int) -> tuple[Numbers64, Mask]:
    """The number that so many digits are, and whether they are digits."""
    shift = np.uint64((WORD - width) * 8)
    # Moved to the upper end, the bytes are followed by none, which become the digit zero.
    digits = loaded(data, starts)
    digits ^= _ZEROS
    digits <<= shift
    return _value(digits), _all_digits(digits)


def _of_any(data: Any, starts: Numbers64, lengths: Numbers64) -> tuple[Numbers64, Mask]:
    """The number of each text, and whether it has digits and nothing else."""
    made = np.zeros(len(starts), np.int64)
    right = lengths > 0
    for at in range(MOST_DIGITS // WORD):
        size = np.clip(lengths - at * WORD, 0, WORD)
        if not size.any():
            break
        shift = ((WORD - size) * 8).astype(np.uint64)
        moved = (word(data, starts, lengths, at) ^ _ZEROS) << np.minimum(shift, np.uint64(63))
        digits = np.where(size > 0, moved, np.uint64(0))
        right &= _all_digits(digits)
        made = made * _TENS[size] + _value(digits)
    return made, right


def _all_digits(digits: Words) -> Mask:
    """Whether every byte is below ten."""
    beyond = digits + _ABOVE_NINE
    beyond |= digits
    beyond &= _HIGH
    right: Mask = beyond == np.uint64(0)
    return right


def _value(digits: Words) -> Numbers64:
    """The number that eight digits are, the first in the lowest byte."""
    for tens, bits, kept in _STEPS:
        upper = digits >> bits
        digits = digits * tens
        digits += upper
        digits &= kept
    return digits.view(np.int64)
