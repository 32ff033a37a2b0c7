"""The bytes of many texts at once, eight of each as one number: what look-ups, numbers and views are made of."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from numpy import uint64
    from numpy.typing import NDArray

    from mops_taxonomy.frames.cells import Numbers64

    Words = NDArray[uint64]

__all__ = ["WORD", "loaded", "word"]

WORD = 8
_KEPT = np.array([(1 << (8 * size)) - 1 for size in range(WORD)] + [2**64 - 1], np.uint64)
"""Which bits of a word are of a text, by how many of its bytes are."""


def word(data: Any, starts: Numbers64, lengths: Numbers64, at: int = 0) -> Words:
    """The word number `at` of each text, little-endian, zero where the text is shorter.

    Args:
        data: the bytes in which the texts stand.
        starts: where each begins; a text of no bytes may begin anywhere between 0 and the end.
        lengths: how many bytes each is long.
        at: 0 for bytes 0 to 7, 1 for 8 to 15, and so on.
    """
    if at:
        starts, lengths = starts + at * WORD, lengths - at * WORD
    found = loaded(data, starts)
    found &= _KEPT.take(lengths, mode="clip")
    return found


def loaded(data: Any, starts: Numbers64) -> Words:
    """Eight bytes from each place on; what stands behind the data reads as zero, and so does all beyond it."""
    last = len(data) - WORD
    if last < 0:
        return loaded(np.concatenate([data, np.zeros(-last, np.uint8)]), starts)
    every = np.ndarray((last + 1,), "<u8", data, strides=(1,))
    if int(starts.max(initial=0)) <= last:
        return every[starts]
    found = every[np.minimum(starts, last)]
    beyond = np.flatnonzero(starts > last)
    # The last word holds what is asked for behind `starts - last` bytes of something else.
    behind = (starts[beyond] - last).astype(np.uint64)
    found[beyond] = np.where(
        behind < WORD, found[beyond] >> np.minimum(behind * np.uint64(8), np.uint64(63)), np.uint64(0)
    )
    return found
