"""Texts that were judged before, found by their first sixteen bytes."""

from __future__ import annotations

from threading import Lock
from typing import TYPE_CHECKING, Any

import numpy as np

from mops_taxonomy.frames.words import WORD, words

if TYPE_CHECKING:
    from numpy import int32, uint64
    from numpy.typing import NDArray

    from mops_taxonomy.frames.cells import Mask, Numbers64
    from mops_taxonomy.frames.layout import Part

__all__ = ["Lookup"]

_BITS = 16
_SHIFT = np.uint64(64 - _BITS)
_ODD = tuple(np.uint64(odd) for odd in (0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F, 0x165667B19E3779F9))
_PLACES = 4096
_AT_ONCE = 256
"""Texts that are judged before the others of a batch are looked up again."""


class Lookup:
    """The texts of one part. Several threads may ask at once.

    Attributes:
        part: who judges them.
        values: of every right text, what the fields of the part are, by its code; code 0 is that of all wrong ones.
    """

    def __init__(self, part: Part) -> None:
        self.part = part
        self.values: list[tuple[Any, ...]] = [(None,) * len(part.paths)]
        self._judged: dict[bytes, int] = {}
        self._lock = Lock()
        # Where a short text stands in the tables, by its hash. Place 0 is no text's: no length is -1.
        self._place = np.zeros(1 << _BITS, np.uint16)
        self._first, self._second = np.zeros(_PLACES, np.uint64), np.zeros(_PLACES, np.uint64)
        self._length, self._code = np.full(_PLACES, -1), np.zeros(_PLACES, np.int32)
        self._used = 1

    @property
    def size(self) -> int:
        """How many texts were judged."""
        return len(self._judged)

    def codes(self, data: Any, starts: Numbers64, lengths: Numbers64) -> NDArray[int32]:
        """For each text, the code of its values."""
        first, second = words(data, starts, lengths)
        hashes = (first * _ODD[0]) ^ (second * _ODD[1]) ^ (lengths.astype(np.uint64) * _ODD[2])
        found, known = self._found(first, second, lengths, hashes)
        missing = np.flatnonzero(~known)
        while len(missing):
            self._learn(data, starts, lengths, found, missing[:_AT_ONCE], (first, second, hashes))
            rest = missing[_AT_ONCE:]
            again, known = self._found(first[rest], second[rest], lengths[rest], hashes[rest])
            found[rest] = again
            missing = rest[~known]
        return found

    def _found(
        self,
        first: NDArray[uint64],
        second: NDArray[uint64],
        lengths: Numbers64,
        hashes: NDArray[uint64],
    ) -> tuple[NDArray[int32], Mask]:
        place = self._place[hashes >> _SHIFT]
        known = (self._first[place] == first) & (self._second[place] == second)
        known &= self._length[place] == lengths
        return np.where(known, self._code[place], 0), known

    def _learn(
        self,
        data: Any,
        starts: Numbers64,
        lengths: Numbers64,
        found: NDArray[int32],
        rows: Any,
        keys: tuple[NDArray[uint64], NDArray[uint64], NDArray[uint64]],
    ) -> None:
        """Judge the texts of some rows, and keep the short ones where there is room."""
        first, second, hashes = keys
        with self._lock:
            for row in rows.tolist():
                start, length = int(starts[row]), int(lengths[row])
                text = data[start : start + length].tobytes()
                code = self._judged.get(text)
                if code is None:
                    code = self._judged[text] = self._code_of(text)
                    bucket = int(hashes[row] >> _SHIFT)
                    if length <= 2 * WORD and self._used < _PLACES and not self._place[bucket]:
                        place = self._used
                        self._first[place], self._second[place] = first[row], second[row]
                        self._length[place], self._code[place] = length, code
                        self._place[bucket] = place
                        self._used += 1
                found[row] = code

    def _code_of(self, text: bytes) -> int:
        values = self.part.judge(text.decode("ascii"))
        if values is None:
            return 0
        self.values.append(values)
        return len(self.values) - 1
