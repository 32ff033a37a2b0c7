"""Texts that were judged before, found by their bytes."""

from __future__ import annotations

from threading import Lock
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

from mops_taxonomy.frames.known import KnownValues
from mops_taxonomy.frames.words import WORD, word

if TYPE_CHECKING:
    from collections.abc import Mapping

    from numpy import int32
    from numpy.typing import NDArray

    from mops_taxonomy.frames.cells import Mask, Numbers64
    from mops_taxonomy.frames.layout import Part
    from mops_taxonomy.frames.schema import ColumnType
    from mops_taxonomy.frames.words import Words

__all__ = ["Lookup"]

_SHORT = 2 * WORD
_LONGEST = 8 * WORD
"""Bytes of the longest texts that have a place; longer ones are asked for one by one."""

_FIRST_BITS, _MOST_BITS = 12, 20
_ROOM = 16
"""Places for each text: of 256 texts, one finds both of its places taken, and is asked for one by one."""

_AT_ONCE = 256
"""Texts that are judged before the others of a batch are looked up again; twice as many each time."""

_ODD = tuple(
    np.uint64(odd)
    for odd in (
        0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F, 0x165667B19E3779F9, 0xD6E8FEB86659FD93, 0xA0761D6478BD642F,
        0xE7037ED1A0B428DB, 0x8EBC6AF09C88C6E3, 0x589965CC75374CC3, 0xFF51AFD7ED558CCD, 0xC4CEB9FE1A85EC53,
    )
)  # fmt: skip


class _Places(NamedTuple):
    """Where texts stand, by their hash. A reader holds one of these while others are made.

    Attributes:
        shift: how far a hash is moved to be a place.
        entries: by place, the number of the text; 0 where there is none.
        words: by word, then by number, the bytes of the text.
        lengths: by number, how long the text is; -1 for number 0.
        hashes: by number, the hash.
        codes: by number, the code.
    """

    shift: np.uint64
    entries: NDArray[int32]
    words: tuple[Words, ...]
    lengths: Numbers64
    hashes: Words
    codes: NDArray[int32]

    @classmethod
    def of(cls, bits: int) -> _Places:
        """Places without any text."""
        room = (1 << bits) // _ROOM
        words = tuple(np.zeros(room, np.uint64) for _ in range(_LONGEST // WORD))
        hashes, codes = np.zeros(room, np.uint64), np.zeros(room, np.int32)
        shift = np.uint64(64 - bits)
        return cls(shift, np.zeros(1 << bits, np.int32), words, np.full(room, -1), hashes, codes)

    def found(self, hashes: Words, keys: list[Words], lengths: Numbers64) -> tuple[NDArray[int32], Mask]:
        """The code of each text, and whether it stands where its hash says."""
        entry = self.entries.take((hashes >> self.shift).view(np.int64))
        known = self.lengths.take(entry) == lengths
        for table, key in zip(self.words, keys, strict=False):
            known &= table.take(entry) == key
        return self.codes.take(entry), known

    @property
    def columns(self) -> tuple[NDArray[Any], ...]:
        """What is known of each text beside its bytes, by number."""
        return self.lengths, self.hashes, self.codes

    def place(self, number: int, value: int) -> None:
        """Give a text one of its two places, if one is free."""
        for one in (value, value * int(_ODD[-1]) % 2**64):
            place = one >> int(self.shift)
            if not self.entries[place]:
                self.entries[place] = number
                return


class Lookup:
    """The texts of one part. Several threads may ask at once.

    Attributes:
        part: who judges them.
        values: by field of the part, its value in every right text, by the code of the text; code 0 is that of all
            wrong ones.
    """

    def __init__(self, part: Part, types: Mapping[str, ColumnType]) -> None:
        self.part = part
        self.values = {path: KnownValues(types[path]) for path in part.paths}
        self._codes_given = 1
        self._judged: dict[bytes, int] = {}
        self._lock = Lock()
        self._bits = _FIRST_BITS
        self._places = _Places.of(_FIRST_BITS)
        self._used = 1

    @property
    def size(self) -> int:
        """How many texts were judged."""
        return len(self._judged)

    def codes(self, data: Any, starts: Numbers64, lengths: Numbers64) -> NDArray[int32]:
        """For each text, the code of its values."""
        if int(lengths.max(initial=0)) <= _SHORT:
            return self._codes(data, starts, lengths)
        long = np.flatnonzero(lengths > _SHORT)
        # Few are long, mostly: in their place, nothing is asked for, and they are asked for alone.
        short = lengths.copy()
        short[long] = 0
        found = self._codes(data, starts, short)
        found[long] = self._codes(data, starts[long], lengths[long])
        return found

    def _codes(self, data: Any, starts: Numbers64, lengths: Numbers64) -> NDArray[int32]:
        longest = min(int(lengths.max(initial=0)), _LONGEST)
        keys = [word(data, starts, lengths, at) for at in range(max(1, -(-longest // WORD)))]
        hashes = lengths.view(np.uint64) * _ODD[-2]
        for key, odd in zip(keys, _ODD, strict=False):
            # What differs in the upper bits of a word alone must not end in the upper bits of the hash alone.
            mixed = key >> np.uint64(32)
            mixed ^= key
            mixed *= odd
            hashes ^= mixed
        found, missing = self._found(hashes, keys, lengths)
        at_once = _AT_ONCE
        while len(missing):
            self._learn(data, starts, lengths, hashes, keys, missing[:at_once], found)
            missing = missing[at_once:]
            at_once *= 2
            again = [key[missing] for key in keys]
            found[missing], unknown = self._found(hashes[missing], again, lengths[missing])
            missing = missing[unknown]
        return found

    def _found(
        self, hashes: Words, keys: list[Words], lengths: Numbers64
    ) -> tuple[NDArray[int32], NDArray[np.int64]]:
        """The code of each text, as far as it stands in one of its places; and which do not."""
        places = self._places
        codes, known = places.found(hashes, keys, lengths)
        missing = np.flatnonzero(~known)
        if len(missing):
            again = hashes[missing] * _ODD[-1], [key[missing] for key in keys], lengths[missing]
            codes[missing], known = places.found(*again)
            missing = missing[~known]
        return codes, missing

    def _learn(
        self,
        data: Any,
        starts: Numbers64,
        lengths: Numbers64,
        hashes: Words,
        keys: list[Words],
        rows: Any,
        found: NDArray[int32],
    ) -> None:
        """Judge the texts of some rows, and keep those that are not too long, while there is room."""
        with self._lock:
            for row in rows.tolist():
                start, length = int(starts[row]), int(lengths[row])
                text = data[start : start + length].tobytes()
                code = self._judged.get(text)
                if code is None:
                    code = self._judged[text] = self._code_of(text)
                    if length <= _LONGEST and self._has_room():
                        self._keep([int(key[row]) for key in keys], length, int(hashes[row]), code)
                found[row] = code

    def _keep(self, words: list[int], length: int, value: int, code: int) -> None:
        """Write a text down, its place last: whoever finds that finds all of it."""
        places, number = self._places, self._used
        for table, one in zip(places.words, words, strict=False):
            table[number] = one
        places.lengths[number], places.hashes[number], places.codes[number] = length, value, code
        places.place(number, value)
        self._used += 1

    def _has_room(self) -> bool:
        """Whether one more text has a place, if need be among four times as many."""
        if self._used < len(self._places.codes):
            return True
        if self._bits >= _MOST_BITS:
            return False
        self._bits += 2
        old, new = self._places, _Places.of(self._bits)
        columns = zip((*old.words, *old.columns), (*new.words, *new.columns), strict=True)
        for before, after in columns:
            after[: len(before)] = before
        for number in range(1, self._used):
            new.place(number, int(new.hashes[number]))
        self._places = new
        return True

    def _code_of(self, text: bytes) -> int:
        values = self.part.judge(text.decode())
        if values is None:
            return 0
        for known, value in zip(self.values.values(), values, strict=True):
            known.append(value)
        self._codes_given += 1
        return self._codes_given - 1
