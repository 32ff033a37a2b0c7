"""Values that are known by number: each stands once, however many rows hold it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from mops_taxonomy.frames.cells import Codes
    from mops_taxonomy.frames.schema import ColumnType

__all__ = ["KnownValues"]

Made = TypeVar("Made")


class KnownValues:
    """The values that codes number, which only grow; None is number 0.

    Attributes:
        type: what they are.
        values: they, as they stand in a column.
    """

    def __init__(self, kind: ColumnType, values: Iterable[Any] = ()) -> None:
        self.type = kind
        self.values: list[Any] = [None, *values]
        self._kept: dict[Any, tuple[int, Any]] = {}

    def append(self, value: Any) -> None:
        """Number one more value."""
        self.values.append(self.type.plain(value))

    def made(self, codes: Codes, maker: Callable[[ColumnType, list[Any]], Made]) -> tuple[Made, Codes]:
        """What a function makes of the values, and the codes that number that.

        It is made anew only when there are more values. Of terms that nobody listed, and of many values for a few rows,
        only those that stand in the rows are taken.
        """
        count = len(self.values)
        size, kept = self._kept.get(maker, (0, None))
        if self.type.open or (size < count and len(codes) < count):
            used = np.flatnonzero(np.bincount(codes, minlength=1))
            numbers = np.zeros(count, np.int32)
            numbers[used] = np.arange(len(used), dtype=np.int32)
            return maker(self.type, [self.values[code] for code in used]), numbers[codes]
        if size < count:
            _, kept = self._kept[maker] = count, maker(self.type, self.values[:count])
        return kept, codes
