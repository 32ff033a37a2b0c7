"""Which rows of a column are alike, and whether that is worth knowing."""

from __future__ import annotations

from math import ceil, exp, log2
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from mops_taxonomy.frames.batches import in_batches

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy import int64, uint32, uint64
    from numpy.typing import NDArray

__all__ = ["Numbering", "distinct_share", "numbered"]

_ODD = np.uint64(0x9E3779B97F4A7C15)
_FEWEST_BITS, _MOST_BITS = 12, 24
_ROWS = 262_144
"""Rows that are looked at together: more than where texts are judged, because little is done with each."""

_OFTEN = 2
"""How many times as many rows are learnt first as hashes differ."""


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


class _Level(NamedTuple):
    """A place for every hash; the last one that came there has it.

    Attributes:
        shift: how far a hash is moved to be a place.
        held: by place, the hash that has it.
        numbers: by place, its number.
    """

    shift: uint64
    held: NDArray[uint64]
    numbers: NDArray[uint32]

    @classmethod
    def of(cls, hashes: NDArray[uint64], given: int, expected: int) -> tuple[_Level, NDArray[int64]]:
        """Places for some hashes, and for each that has one, where it stands among them.

        Args:
            hashes: any, some of them alike.
            given: how many numbers are given already.
            expected: about how many differ.
        """
        bits = min(max(ceil(log2(2 * expected)), _FEWEST_BITS), _MOST_BITS)
        shift = np.uint64(64 - bits)
        places = (hashes >> shift).view(np.int64)
        held, last = np.zeros(1 << bits, np.uint64), np.full(1 << bits, -1)
        held[0] = _ODD  # where nothing stands, there must be a hash of some other place
        held[places] = hashes
        last[places] = np.arange(len(hashes))
        used = np.flatnonzero(last >= 0)
        numbers = np.zeros(1 << bits, np.uint32)
        numbers[used] = np.arange(given, given + len(used), dtype=np.uint32)
        return cls(shift, held, numbers), last[used]

    def found(self, hashes: NDArray[uint64]) -> tuple[NDArray[uint32], NDArray[int64]]:
        """The number of each hash, and where those stand that have no place here."""
        places = (hashes >> self.shift).view(np.int64)
        return self.numbers.take(places), np.flatnonzero(self.held.take(places) != hashes)


class Numbering:
    """A number for every hash, the same for those that are alike."""

    def __init__(self) -> None:
        self._levels: list[_Level] = []
        self._given = 0

    def found(self, hashes: NDArray[uint64]) -> tuple[NDArray[uint32], NDArray[int64]]:
        """The number of each hash, as far as it was learnt, and where the others stand."""
        numbers = np.zeros(len(hashes), np.uint32)
        missing = np.arange(len(hashes))
        for level in self._levels:
            numbers[missing], other = level.found(hashes)
            missing = missing[other]
            if not len(missing):
                break
            hashes = hashes[other] * _ODD
        return numbers, missing

    def learn(self, hashes: NDArray[uint64], expected: int = 0) -> tuple[NDArray[uint32], NDArray[int64]]:
        """The number of each hash, none of which was learnt before; and for each new number, where a hash of it stands.

        Args:
            hashes: any, some of them alike.
            expected: about how many differ; 0 where that is not known.
        """
        numbers = np.zeros(len(hashes), np.uint32)
        missing = np.arange(len(hashes))
        kept = [np.zeros(0, np.int64)]
        for _ in self._levels:
            hashes = hashes * _ODD
        while len(hashes):
            level, rows = _Level.of(hashes, self._given, min(expected or len(hashes), len(hashes)))
            self._levels.append(level)
            self._given += len(rows)
            kept.append(missing[rows])
            numbers[missing], other = level.found(hashes)
            missing, hashes = missing[other], hashes[other] * _ODD
        return numbers, np.concatenate(kept)


def numbered(
    hashes: Callable[[int, int], NDArray[uint64]], size: int, expected: int = 0
) -> tuple[NDArray[uint32], NDArray[int64]]:
    """A number for every row, the same for all rows of one hash; and for each number one of its rows.

    Args:
        hashes: gives the hashes of the rows from one to another; several threads may ask it.
        size: how many rows there are.
        expected: about how many hashes differ; 0 where that is not known.
    """
    known = Numbering()
    numbers = np.empty(size, np.uint32)
    # So many rows hold nearly every hash: they are learnt, and the others only looked up.
    begun = min(size, max(_ROWS, _OFTEN * expected)) if expected else size
    first = in_batches(0, begun, _ROWS, hashes)
    numbers[:begun], rows = known.learn(np.concatenate([np.zeros(0, np.uint64), *first]), expected)

    def find(low: int, high: int) -> tuple[NDArray[int64], NDArray[uint64]]:
        asked = hashes(low, high)
        numbers[low:high], missing = known.found(asked)
        return missing + low, asked[missing]

    found = in_batches(begun, size, _ROWS, find)
    if any(len(missing) for missing, _ in found):
        missing, others = (np.concatenate(each) for each in zip(*found, strict=True))
        numbers[missing], more = known.learn(others, expected)
        rows = np.concatenate([rows, missing[more]])
    return numbers, rows
