r"""Sets of characters as sorted ranges of code points.

Ranges, not members: `\p{L}` holds 140,000 characters and some 700 ranges.
"""

from __future__ import annotations

from bisect import bisect_right
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

__all__ = ["ANY", "EMPTY", "PRINTABLE", "SPACE", "Charset", "property_named"]

LAST = 0x10FFFF
Range = tuple[int, int]


class Charset:
    """An immutable set of characters: `|`, `&`, `-`, `~`, `in`, truth.

    Attributes:
        ranges: disjoint, sorted, inclusive pairs of code points.
        shown: what `readable` chose to show for the set, once it was asked.
    """

    __slots__ = ("_hash", "_starts", "ranges", "shown")

    def __init__(self, ranges: Iterable[Range] = ()) -> None:
        self._set(_normal(ranges))

    def _set(self, ranges: tuple[Range, ...]) -> None:
        self.ranges: tuple[Range, ...] = ranges
        self.shown: tuple[int, str] | None = None
        self._starts = [lo for lo, _ in ranges]
        self._hash = hash(ranges)

    @classmethod
    def _sorted(cls, ranges: Iterable[Range]) -> Charset:
        """The set of ranges that are disjoint and in order already, with gaps between them."""
        made = cls.__new__(cls)
        made._set(tuple(ranges))  # noqa: SLF001  its own
        return made

    @classmethod
    def of(cls, characters: str) -> Charset:
        """The set of the characters of a text."""
        return cls((point, point) for point in map(ord, set(characters)))

    def __contains__(self, character: str) -> bool:
        point = ord(character)
        index = bisect_right(self._starts, point) - 1
        return index >= 0 and point <= self.ranges[index][1]

    def __or__(self, other: Charset) -> Charset:
        return Charset((*self.ranges, *other.ranges))

    def __and__(self, other: Charset) -> Charset:
        if self.ranges == other.ranges:
            return self
        return Charset._sorted(_intersect(self.ranges, other.ranges))

    def __invert__(self) -> Charset:
        gaps, start = [], 0
        for lo, hi in self.ranges:
            if start < lo:
                gaps.append((start, lo - 1))
            start = hi + 1
        if start <= LAST:
            gaps.append((start, LAST))
        return Charset._sorted(gaps)

    def __sub__(self, other: Charset) -> Charset:
        return self & ~other

    def __bool__(self) -> bool:
        return bool(self.ranges)

    def __len__(self) -> int:
        return sum(hi - lo + 1 for lo, hi in self.ranges)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Charset) and self.ranges == other.ranges

    def __hash__(self) -> int:
        return self._hash

    def __repr__(self) -> str:
        return (
            f"Charset({', '.join(_shown(pair) for pair in self.ranges[:8])}{'...' * (len(self.ranges) > 8)})"
        )

    def isdisjoint(self, other: Charset) -> bool:
        """Whether no character is in both sets."""
        return not any(True for _ in _intersect(self.ranges, other.ranges))

    def only(self) -> str | None:
        """The one character of a set of one, else None."""
        if len(self.ranges) == 1 and self.ranges[0][0] == self.ranges[0][1]:
            return chr(self.ranges[0][0])
        return None


def _normal(ranges: Iterable[Range]) -> tuple[Range, ...]:
    merged: list[Range] = []
    for lo, hi in sorted(ranges):
        if merged and lo <= merged[-1][1] + 1:
            if hi > merged[-1][1]:
                merged[-1] = (merged[-1][0], hi)
        else:
            merged.append((lo, hi))
    return tuple(merged)


def _intersect(first: tuple[Range, ...], second: tuple[Range, ...]) -> Iterator[Range]:
    i = j = 0
    while i < len(first) and j < len(second):
        lo, hi = max(first[i][0], second[j][0]), min(first[i][1], second[j][1])
        if lo <= hi:
            yield lo, hi
        if first[i][1] < second[j][1]:
            i += 1
        else:
            j += 1


def _shown(pair: Range) -> str:
    lo, hi = (repr(chr(point)) for point in pair)
    return lo if lo == hi else f"{lo}-{hi}"


@cache
def property_named(name: str) -> Charset:
    """The characters of a Unicode general category (`L`, `Lu`, `Nd`) or script (`Latin`).

    The tables are the project's own, so that every Python and every engine agrees.

    Raises:
        KeyError: there is no such property; its argument lists those there are.
    """
    from mops_taxonomy.algebra.unicode_data import RANGES

    members = [key for key in RANGES if key == name or (len(name) == 1 and key[0] == name and len(key) == 2)]
    if not members:
        raise KeyError(tuple(sorted(RANGES)))
    return Charset(
        (int(lo, 16), int(hi or lo, 16))
        for key in members
        for lo, _, hi in (item.partition("-") for item in RANGES[key].split())
    )


EMPTY = Charset()
ANY = ~EMPTY
SPACE = Charset.of(" ")
PRINTABLE = ~Charset(
    [
        (0x00, 0x1F), (0x7F, 0x9F),                              # controls
        (0xD800, 0xDFFF),                                        # halves of surrogate pairs
        (0xA0, 0xA0), (0x1680, 0x1680), (0x2000, 0x200A), (0x202F, 0x202F), (0x205F, 0x205F), (0x3000, 0x3000),
        (0x2028, 0x2029),                                        # line and paragraph separators
        (0xAD, 0xAD), (0x600, 0x605), (0x61C, 0x61C), (0x6DD, 0x6DD), (0x70F, 0x70F), (0x890, 0x891),
        (0x8E2, 0x8E2), (0x180E, 0x180E), (0x200B, 0x200F), (0x202A, 0x202E), (0x2060, 0x206F), (0xFEFF, 0xFEFF),
        (0xFFF9, 0xFFFB), (0x1D173, 0x1D17A), (0xE0001, 0xE0001), (0xE0020, 0xE007F),
    ]
)  # fmt: skip
"""What people can see and type: no controls, no invisible format characters, no space but the plain one."""
