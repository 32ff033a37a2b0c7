"""Columns that are plain sequences of texts; their frame is a dict of lists."""

from __future__ import annotations

from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from typing import TYPE_CHECKING, Any

from mops_taxonomy.frames.engine import Engine

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mops_taxonomy.frames.cells import Cells

__all__ = ["ENGINE", "SequenceEngine"]


class SequenceEngine(Engine):
    """Lists, tuples and whatever else has a length and items."""

    def opened(self, column: Any) -> Any:
        """The column as a list of texts and None.

        Raises:
            TypeError: it is no column, or it holds something else.
        """
        if isinstance(column, (str, bytes, Mapping, AbstractSet)) or not hasattr(column, "__iter__"):
            hint = ": take one of its columns, or hand all of them to check_frame" * isinstance(
                column, Mapping
            )
            raise TypeError(f"a column of names is a sequence of texts, not {type(column).__name__}{hint}")
        texts = column.tolist() if hasattr(column, "tolist") else list(column)
        if isinstance(texts, str):  # an array of no dimension
            raise TypeError("a column of names is a sequence of texts, not one text")
        for text in texts:
            if text is not None and not isinstance(text, str):
                hint = "; a null is None" * (text != text)  # noqa: PLR0124  not a number: what pandas lists for nulls
                raise TypeError(f"a column of names holds texts, not {type(text).__name__}: {text!r}{hint}")
        return texts

    def listed(self, column: Any) -> list[Any]:
        """The column as a list."""
        return list(column)

    def names(self, frame: Any) -> list[str]:
        """The keys."""
        return list(frame)

    def distinct(self, column: Any, expected: int = 0) -> tuple[Any, Any]:
        """The texts in the order of their first row, and a number for each row."""
        del expected
        numbers: dict[str | None, int] = {}
        rows = [numbers.setdefault(text, len(numbers)) for text in column]
        return list(numbers), rows

    def picked(self, column: Any, rows: Any) -> Any:
        """The items, by number."""
        return [column[row] for row in rows]

    def texts(self, column: Any) -> list[str | None]:
        """The column itself."""
        return column  # type: ignore[no-any-return]

    def frame(self, cells: Mapping[str, Cells]) -> dict[str, list[Any]]:
        """A list for every column."""
        return {name: one.values for name, one in cells.items()}  # type: ignore[union-attr]  # scalar: only Values

    def taken(self, frame: Any, rows: Any) -> Any:
        """The items of every list, by number."""
        return {name: [values[row] for row in rows] for name, values in frame.items()}

    def stacked(self, frames: Sequence[Any]) -> Any:
        """The lists one behind the other."""
        return {name: [value for frame in frames for value in frame[name]] for name in frames[0]}

    def beside(self, frame: Any, others: Mapping[str, Any]) -> Any:
        """The lists of all in one dict."""
        made = dict(frame)
        for name, other in others.items():
            made |= {f"{name}.{column}": values for column, values in other.items()}
        return made

    def table(self, columns: Mapping[str, Sequence[Any]], types: Mapping[str, str]) -> dict[str, list[Any]]:
        """Lists."""
        del types
        return {name: list(values) for name, values in columns.items()}


ENGINE = SequenceEngine()
