"""What a frame library has to do."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from mops_taxonomy.frames.cells import Buffer, Cells, Spans

__all__ = ["Engine", "Splitter", "stored"]


class Engine:
    """A frame library. A column is any of its columns of texts; a frame is what it calls one.

    Attributes:
        splits: whether `splitter` may give one.
    """

    splits = False

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

    def encoded(self, column: Any) -> bool:
        """Whether the library has every text of the column once already."""
        del column
        return False

    def distinct(self, column: Any, expected: int = 0) -> tuple[Any, Any]:
        """Every text of a column once, perhaps with a null; and for each row which of them it holds.

        Args:
            column: the texts.
            expected: about how many differ; 0 where that is not known.
        """
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

    def splitter(self, column: Any) -> Splitter | None:
        """Who splits the names of a column on their bytes; None where nobody does."""
        del column
        return None

    def frame(self, cells: Mapping[str, Cells]) -> Any:
        """The frame of some columns, in order."""
        raise NotImplementedError

    def taken(self, frame: Any, rows: Any) -> Any:
        """The rows of a frame, by number, in this order."""
        raise NotImplementedError

    def stacked(self, frames: Sequence[Any]) -> Any:
        """The rows of frames with the same columns in one frame, whatever terms each of them knows."""
        raise NotImplementedError

    def indexed(self, frame: Any, column: Any) -> Any:
        """The frame with the index of a column, where the library has one."""
        del column
        return frame

    def beside(self, frame: Any, others: Mapping[str, Any]) -> Any:
        """The frame with the columns of other frames beside its own, each under a name before a dot.

        Columns of that name that are there already are replaced.
        """
        raise NotImplementedError

    def column(self, frame: Any, name: str) -> Any:
        """A column of a frame."""
        return frame[name]

    def table(self, columns: Mapping[str, Sequence[Any]], types: Mapping[str, str]) -> Any:
        """A small frame of plain values.

        Args:
            columns: the values.
            types: of most columns, what they hold even where they are empty: `text`, `integer` or `share`.
        """
        raise NotImplementedError


class Splitter:
    """A column that hands out its texts as bytes, and cuts parts out of them.

    Several threads ask for rows, each for its own.
    """

    def rows(self, low: int, high: int) -> Buffer:
        """Some rows as bytes."""
        raise NotImplementedError

    def cut(self, spans: Spans) -> Any:
        """A part of each text; null where it is of no length."""
        raise NotImplementedError

    def patched(self, texts: Any, rows: Any, values: list[str | None]) -> Any:
        """A column with other texts in some rows."""
        raise NotImplementedError


def stored(values: list[Any]) -> list[Any]:
    """The values of a column, or of its lists, null for each number that has no place in 64 bits.

    Its type must not depend on what stands in it: one such number must not make texts of all the others.
    """
    return [
        [_stored(item) for item in value] if isinstance(value, list) else _stored(value) for value in values
    ]


def _stored(value: Any) -> Any:
    return None if isinstance(value, int) and not -(2**63) <= value < 2**63 else value
