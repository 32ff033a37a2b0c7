"""Which rows of a column are alike, and whether that is worth knowing."""

from __future__ import annotations

from math import ceil, exp, log2
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy import int64, uint64
    from numpy.typing import NDArray

__all__ = ["alike", "distinct_share"]

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


def alike(hashes: NDArray[uint64], expected: int = 0) -> NDArray[int64]:
    """For every row, a row of the same hash: the same one for all rows that share it.

    Each hash has a place in a table; the last row to come there is asked whether it is the same. Those that find
    another are asked again, with other places.

    Args:
        hashes: those of the rows.
        expected: about how many differ; 0 where that is not known.
    """
    found = np.empty(len(hashes), np.int64)
    rows: NDArray[int64] | None = None
    while len(hashes):
        bits = ceil(log2(2 * min(expected or len(hashes), len(hashes))))
        bits = min(max(bits, _FEWEST_BITS), _MOST_BITS)
        places = (hashes >> np.uint64(64 - bits)).view(np.int64)
        last, held = np.zeros(1 << bits, np.int64), np.zeros(1 << bits, np.uint64)
        last[places] = np.arange(len(hashes))
        held[places] = hashes
        there = last.take(places)
        other = np.flatnonzero(held.take(places) != hashes)
        if rows is None:
            found[:] = there
            rows = other
        else:
            found[rows] = rows[there]
            rows = rows[other]
        hashes = hashes[other] * _ODD
    return found
