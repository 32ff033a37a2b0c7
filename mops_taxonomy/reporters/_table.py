"""Tables of comma-separated values with plain line ends."""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING, Any, TextIO

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["Table"]


class Table:
    """Writes rows, each ended by a line feed. A cell with a carriage return is quoted.

    Python's writer quotes only the characters of its own line end: told to end rows with a line feed, it would write a
    carriage return as it is, which readers take for the end of a row.
    """

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream
        self._writer = csv.writer(self, lineterminator="\r\n")

    def row(self, cells: Iterable[Any]) -> None:
        """Write a row."""
        self._writer.writerow(cells)

    def write(self, row: str) -> None:
        """Take a row from the writer, which ends as it was told."""
        self._stream.write(row.removesuffix("\r\n") + "\n")
