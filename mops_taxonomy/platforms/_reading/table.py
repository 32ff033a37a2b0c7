"""Tables: what reports, bulk interfaces and warehouses write as CSV."""

from __future__ import annotations

import csv
import re
from typing import TYPE_CHECKING, Any, NamedTuple

from mops_taxonomy.inputs._columns import keys
from mops_taxonomy.inputs._table import cells_of_header
from mops_taxonomy.platforms._reading.error import ReadError
from mops_taxonomy.platforms._reading.raw import Broken, Raw

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mops_taxonomy.inputs._source import Source

__all__ = ["read_table"]

_DELIMITERS = ",;\t|^`"
_SEPARATOR_LINE = re.compile(r'"?sep=([^\r\n"])"?[ \t]*(?:\r\n|\r|\n|$)', re.IGNORECASE)
_ID = re.compile(r"[A-Za-z0-9-]*\d[A-Za-z0-9-]*$")


class _Row(NamedTuple):
    line: int
    cells: list[str]


class _Rows:
    """The rows of a table that have any text.

    Attributes:
        ended: whether the last line read had an end.
        skipped: how many lines stand before the first that is read here.
    """

    def __init__(self, source: Source) -> None:
        self.ended = True
        self.skipped = 0
        self._lines = source.lines()
        declared = _SEPARATOR_LINE.match(source.start)
        if declared:
            next(self._lines)
            self.skipped = 1
        delimiter = declared[1] if declared else _delimiter(source.start)
        self._reader: Any = csv.reader(self._watched(), delimiter=delimiter, strict=True)

    def _watched(self) -> Iterator[str]:
        for line in self._lines:
            self.ended = line.endswith(("\n", "\r"))
            yield line

    def __iter__(self) -> Iterator[_Row | Broken]:
        """Each row, or what is wrong with it: the rows behind it are read all the same."""
        following = self._reader.line_num + self.skipped + 1
        while True:
            line = following
            try:
                cells = next(self._reader, None)
            except csv.Error as error:
                following = self._reader.line_num + self.skipped + 1
                yield Broken(_explained(error), line)
                continue
            if cells is None:
                return
            following = self._reader.line_num + self.skipped + 1
            if any(cells):
                yield _Row(line, cells)


def read_table(source: Source) -> Iterator[Raw | Broken]:
    """The rows of a table, each as an object of text by heading.

    Rows at the end that have one cell only are the footer of a report, its title, who made it and when, and are
    passed over.

    Raises:
        ReadError: there is no header.
    """
    rows = _Rows(source)
    found = iter(rows)
    header = next(found, None)
    if not isinstance(header, _Row):
        raise ReadError(source.label, f"the header {header.reason}" if header else "holds no header")
    headings = keys(header.cells)
    alone: list[_Row] = []
    for row in found:
        if isinstance(row, _Row) and len(row.cells) == 1 < len(headings):
            alone.append(row)
            continue
        yield from (_short(one) for one in alone)
        alone = []
        yield row if isinstance(row, Broken) else _raw(row, headings, rows)
    yield from (_short(one) for one in alone if _ID.match(one.cells[0]))


def _raw(row: _Row, headings: list[str], rows: _Rows) -> Raw | Broken:
    line, cells = row
    if any(cells[len(headings) :]):
        what = (
            f"has {len(cells)} cells under {len(headings)} headings: is a cell with a delimiter not quoted?"
        )
        return Broken(what, line)
    if len(cells) < len(headings) and not rows.ended:
        return Broken("is cut off: the source ends inside it", line)
    return Raw(dict(zip(headings, cells, strict=False)), line, table=True)


def _short(row: _Row) -> Broken:
    return Broken("has one cell only", row.line)


def _delimiter(start: str) -> str:
    return max(_DELIMITERS, key=lambda mark: len(cells_of_header(start, mark)))


def _explained(error: csv.Error) -> str:
    told = str(error)
    if "field limit" in told:
        return f"has a cell longer than {csv.field_size_limit():,} characters: is its quote closed?"
    if "unexpected end" in told:
        return "is cut off: a quote is opened and never closed"
    return "has text behind a closing quote; a quote inside a cell is written twice"
