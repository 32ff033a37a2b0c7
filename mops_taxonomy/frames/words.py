"""The first sixteen bytes of many texts at once, as numbers: what look-ups and views are made of."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from numpy import uint64
    from numpy.typing import NDArray

    from mops_taxonomy.frames.cells import Numbers64

__all__ = ["WORD", "words"]

WORD = 8
_KEPT = np.array([(1 << (8 * size)) - 1 for size in range(WORD)] + [2**64 - 1], np.uint64)
"""Which bits of a word are of a text, by how many of its bytes are."""


def words(data: Any, starts: Numbers64, lengths: Numbers64) -> tuple[NDArray[uint64], NDArray[uint64]]:
    """Bytes 0 to 7 and 8 to 15 of each text, little-endian, zero where it is shorter.

    Args:
        data: the bytes in which the texts stand.
        starts: where each begins; a text of no bytes may begin anywhere between 0 and the end.
        lengths: how many bytes each is long.
    """
    first = _read(data, starts, lengths) & _KEPT[np.minimum(lengths, WORD)]
    if int(lengths.max(initial=0)) <= WORD:
        return first, np.zeros(len(first), np.uint64)
    rest = np.clip(lengths - WORD, 0, WORD)
    return first, _read(data, starts + WORD, rest) & _KEPT[rest]


def _read(data: Any, starts: Numbers64, lengths: Numbers64) -> NDArray[uint64]:
    """Eight bytes from each place on; those behind the last word of the data are read by its end."""
    last = len(data) - WORD
    if last < 0:
        return _read(np.concatenate([data, np.zeros(-last, np.uint8)]), starts, lengths)
    every = np.ndarray((last + 1,), "<u8", data, strides=(1,))
    if int(starts.max(initial=0)) <= last:
        return every[starts]
    beyond = starts > last
    found = every[np.minimum(starts, last)]
    # The word that ends with the data holds the text behind `starts - last` bytes of something else.
    found[beyond] >>= (np.minimum(starts[beyond] - last, WORD - 1) * 8).astype(np.uint64)
    found[beyond & (lengths == 0)] = 0
    return found
