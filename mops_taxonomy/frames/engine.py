"""What a frame library has to do."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from mops_taxonomy.frames.cells import Buffer, Cells, Mask, Spans

__all__ = ["Engine", "stored"]


class Engine:
    """A frame library. A column is any of its columns of texts; a frame is what it calls one.

    Attributes:
        splits: whether `buffer` may give something.
        matches: whether `matching` does.
    """

    splits: bool = True
    matches: bool = True

    def opened(self, column: Any) -> Any:
        """The column as the engine wants it.

        Raises:
            TypeError: it is no column.
        """
        return column

    def listed(self, column: Any) -> list[Any]:
        """The values of any column, None for nulls."""
        raise NotImplementedError

    def names(self, frame: Any) -> list[str]:
        """What the columns of a frame are called."""
        raise NotImplementedError

    def distinct(self, column: Any) -> tuple[Any, Any]:
        """Every text of a column once, perhaps with a null; and for each row which of them it holds."""
        raise NotImplementedError

    def texts(self, column: Any) -> list[str | None]:
        """The texts as Python has them, None for nulls.

        Raises:
            TypeError: the column holds something else than texts.
        """
        raise NotImplementedError

    def picked(self, column: Any, rows: Any) -> Any:
        """Some rows of a column, by number."""
        raise NotImplementedError

    def buffer(self, column: Any) -> Buffer | None:
        """The texts as bytes, where the library has them so."""
        raise NotImplementedError

    def matching(self, column: Any, spans: Spans, pattern: str) -> Mask:
        """The rows in which a part of the name matches a pattern.

        The pattern is of the subset that RE2 and Rust's `regex` read alike, over ASCII.
        """
        raise NotImplementedError

    def frame(self, column: Any, cells: Mapping[str, Cells]) -> Any:
        """The frame of some columns, in order; `column` is what they were read from."""
        raise NotImplementedError

    def taken(self, frame: Any, rows: Any) -> Any:
        """The rows of a frame, by number, in this order."""
        raise NotImplementedError

    def indexed(self, frame: Any, column: Any) -> Any:
        """The frame with the index of a column, where the library has one."""
        del column
        return frame

    def beside(self, frame: Any, others: Mapping[str, Any]) -> Any:
        """The frame with the columns of other frames beside its own, each under a name before a dot."""
        raise NotImplementedError

    def column(self, frame: Any, name: str) -> Any:
        """A column of a frame."""
        return frame[name]

    def table(self, columns: Mapping[str, Sequence[Any]]) -> Any:
        """A small frame of plain values."""
        raise NotImplementedError


def stored(values: list[Any]) -> bool:
    """Whether every number of a column, or of its lists, has a place in 64 bits."""
    for value in values:
        for number in value if isinstance(value, list) else (value,):
            if isinstance(number, int) and not -(2**63) <= number < 2**63:
                return False
    return True
