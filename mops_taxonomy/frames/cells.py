"""What stands in a column, before a frame library makes a column of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from numpy import bool_, int64, integer
    from numpy.typing import NDArray

    from mops_taxonomy.frames.schema import ColumnType

    Numbers64 = NDArray[int64]
    Codes = NDArray[integer[Any]]
    Mask = NDArray[bool_]

__all__ = ["Buffer", "Cells", "Coded", "Numbers", "Spans", "Values"]


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

    type: ColumnType
    values: list[Any]
    codes: Codes


class Numbers(NamedTuple):
    """Whole numbers; None where `present` is false."""

    type: ColumnType
    numbers: Numbers64
    present: Mask


class Spans(NamedTuple):
    """Parts of the names: where in its name each begins and how long it is, in bytes; None where `present` is false.

    Attributes:
        cut: the parts as the frame library has them, once they were cut out.
    """

    type: ColumnType
    starts: Numbers64
    lengths: Numbers64
    present: Mask
    cut: list[Any]


Cells = Values | Coded | Numbers | Spans
