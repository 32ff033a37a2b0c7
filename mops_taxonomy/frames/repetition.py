"""Which rows of a column are alike, and whether that is worth knowing."""

from __future__ import annotations

from math import ceil, exp, log2
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy import int64, uint32, uint64
    from numpy.typing import NDArray

__all__ = ["distinct_share", "numbered"]

_ODD = np.uint64(0x9E3779B97F4A7C15)
_FEWEST_BITS, _MOST_BITS = 12, 24


def distinct_share(found: int, sample: int, size: int) -> float:
    """How many of the texts of a column differ, from 0 to 1: an estimate, from a sample of its rows.

    As if every text were as likely as any other in every row; where some are likelier, fewer differ.

    Args:
        found: how many differ in the sample.
        sample: the rows of the sample.
        size: the rows of the column.
    """
    if found == sample:
        return 1.0
    low, high = float(found), float(sample) ** 2
    for _ in range(60):
        middle = (low + high) / 2
        if middle * (1 - exp(-sample / middle)) < found:
            low = middle
        else:
            high = middle
    return high * (1 - exp(-size / high)) / size


def numbered(hashes: NDArray[uint64], expected: int = 0) -> tuple[NDArray[uint32], NDArray[int64]]:
    """A number for every row, the same for all rows of one hash; and for each number one of its rows.

    Each hash has a place in a table; the last row to come there is the one that stays. Those that find another hash
    are asked again, with other places.

    Args:
        hashes: those of the rows.
        expected: about how many differ; 0 where that is not known.
    """
    numbers = np.zeros(len(hashes), np.uint32)
    rows: NDArray[int64] | None = None
    kept = [np.zeros(0, np.int64)]
    given = 0
    while len(hashes):
        bits = ceil(log2(2 * min(expected or len(hashes), len(hashes))))
        bits = min(max(bits, _FEWEST_BITS), _MOST_BITS)
        places = (hashes >> np.uint64(64 - bits)).view(np.int64)
        held, last = np.zeros(1 << bits, np.uint64), np.full(1 << bits, -1)
        held[places] = hashes
        last[places] = np.arange(len(hashes))
        used = np.flatnonzero(last >= 0)
        number = np.zeros(1 << bits, np.uint32)
        number[used] = np.arange(given, given + len(used), dtype=np.uint32)
        given += len(used)
        other = np.flatnonzero(held.take(places) != hashes)
        if rows is None:
            numbers = number.take(places)
            kept.append(last[used])
            rows = other
        else:
            numbers[rows] = number.take(places)
            kept.append(rows[last[used]])
            rows = rows[other]
        hashes = hashes[other] * _ODD
    return numbers, np.concatenate(kept)
