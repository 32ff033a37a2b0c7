"""What reading yields: rows, rows that cannot be read, and notices."""

from __future__ import annotations

from typing import Any, NamedTuple, Protocol

__all__ = ["Item", "Layout", "Notice", "Row", "RowProblem"]


class Layout(Protocol):
    """How the rows of one input become records."""

    def record(self, cells: Any, /) -> dict[str, str]:
        """Every column of one row as text."""


class Row:
    """One row of an input, holding one name. Millions are made, so the record waits until it is asked for.

    Attributes:
        name: the text of the name as it stands; empty where the cell is blank.
        line: the physical line on which the row starts, from 1.
        row: the number of the row among the rows of data, from 1.
        column: where the name starts on its line, from 1; None in tables, where that is of no use.
        ignored: the codes of findings, or their beginnings, that a comment beside the name leaves out.
    """

    __slots__ = ("_cells", "_layout", "column", "ignored", "line", "name", "row")

    def __init__(
        self,
        name: str,
        line: int,
        row: int,
        column: int | None = None,
        cells: Any = None,
        layout: Layout | None = None,
        ignored: tuple[str, ...] = (),
    ) -> None:
        self.name = name
        self.line = line
        self.row = row
        self.column = column
        self.ignored = ignored
        self._cells = cells
        self._layout = layout

    @property
    def record(self) -> dict[str, str] | None:
        """Every column as text, built anew at each call; None where there is only a name.

        The keys are the columns as the input calls them and, laid over those, the keys of the `columns`
        the input was opened with. A heading that is blank becomes `column 3`, one that stands twice `Id (2)`.
        """
        return None if self._layout is None else self._layout.record(self._cells)

    def __repr__(self) -> str:
        return f"<Row {self.row}, line {self.line}: {self.name!r}>"


class RowProblem(NamedTuple):
    """A row that cannot be read. The rows after it can.

    Attributes:
        line: the physical line on which it starts, from 1.
        message: what is wrong.
    """

    line: int
    message: str


class Notice(NamedTuple):
    """Something to know about how the input was read. Comes after the rows."""

    message: str


Item = Row | RowProblem | Notice
"""What reading yields."""
