"""What stands in a column, before a frame library makes a column of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from numpy import bool_, int64, integer
    from numpy.typing import NDArray

    from mops_taxonomy.frames.known import KnownValues
    from mops_taxonomy.frames.schema import ColumnType

    Numbers64 = NDArray[int64]
    Codes = NDArray[integer[Any]]
    Mask = NDArray[bool_]

__all__ = ["Buffer", "Cells", "Coded", "Numbers", "Spans", "Texts", "Values"]


class Buffer(NamedTuple):
    """The texts of a column, one behind the other in UTF-8.

    Attributes:
        data: the bytes.
        offsets: where each text begins, and at last where the last one ends.
        present: which rows hold a text; None where all do.
    """

    data: Any
    offsets: Numbers64
    present: Mask | None


class Values(NamedTuple):
    """One value a row."""

    type: ColumnType
    values: list[Any]


class Coded(NamedTuple):
    """The value of each row is the one that its code numbers."""

    known: KnownValues
    codes: Codes


class Numbers(NamedTuple):
    """Whole numbers; None where `present` is false."""

    type: ColumnType
    numbers: Numbers64
    present: Mask


class Texts(NamedTuple):
    """Texts as the library that split the names has them."""

    type: ColumnType
    column: Any


class Spans(NamedTuple):
    """A part of each name: where in the name it begins, and how long it is, in bytes; of other rows, nothing."""

    starts: Numbers64
    lengths: Numbers64


Cells = Values | Coded | Numbers | Texts
