"""Rows of text with a delimiter between their cells."""

from __future__ import annotations

import csv
import re
from io import StringIO
from itertools import accumulate, islice
from operator import itemgetter
from typing import TYPE_CHECKING, Any, NamedTuple

from mops_taxonomy.inputs._batch import Items, TableRows
from mops_taxonomy.inputs._columns import HEADINGS, Table, choose, keys, quoted
from mops_taxonomy.inputs._error import InputError
from mops_taxonomy.inputs._row import Row, RowProblem

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from mops_taxonomy.inputs._batch import Batch
    from mops_taxonomy.inputs._row import Item
    from mops_taxonomy.inputs._source import Source

__all__ = ["Opening", "batches", "cells_of_header", "first_line", "opening", "rows"]

_CELLS = 65_536
"""Cells that are held at a time, unless a single row has more."""

_DELIMITERS = ",;\t|"
_BREAK = re.compile(r"\r\n?|\n")
_SEPARATOR_LINE = re.compile(r'"?sep=([^\r\n"])"?[ \t]*(?:\r\n|\r|\n|$)', re.IGNORECASE)


def rows(source: Source, columns: Mapping[str, str], delimiter: str | None = None) -> Iterator[Item]:
    """The rows of a table, as they are read.

    Rows without any text are passed over. A row too short to have a name is a problem, and so is one with
    text beyond the last heading: most likely a delimiter inside a cell is not quoted, and nothing says which.

    Args:
        source: the input.
        columns: the heading for `name` and for whatever else is wanted.
        delimiter: what stands between two cells; None to find it from the header.

    Raises:
        InputError: there is no header, or it does not hold the columns wanted.
    """
    for batch in batches(source, columns, delimiter):
        yield from batch.items()


class Opening(NamedTuple):
    """A table whose header has been read.

    Attributes:
        reader: the rows after the header.
        delimiter: what stands between two cells.
        names: which column holds them, from 0.
        table: the columns.
        skipped: how many lines stand before what the reader reads.
    """

    reader: Any
    delimiter: str
    names: int
    table: Table
    skipped: int


def opening(source: Source, columns: Mapping[str, str], delimiter: str | None = None) -> Opening:
    """Read the header of a table; arguments and errors are those of `rows`."""
    lines = source.lines()
    declared = _SEPARATOR_LINE.match(source.start)
    if declared:  # what Excel writes and reads, and means, in the first line
        next(lines)
    found = declared[1] if declared else delimiter or _delimiter(source.start, columns)
    reader = csv.reader(lines, delimiter=found, strict=True)
    header = _header(reader, source.label)
    index, roles = choose(header, columns, source.label)
    return Opening(reader, found, index, Table(keys(header), roles), skipped=1 if declared else 0)


def cells_of_header(text: str, delimiter: str) -> list[str]:
    """The cells of the first row that has any, of the beginning of a table."""
    try:
        return next(
            (cells for cells in csv.reader(StringIO(text, newline=""), delimiter=delimiter) if any(cells)), []
        )
    except csv.Error:
        return []


def first_line(text: str) -> str:
    """The first physical line of a text."""
    return next(StringIO(text, newline=""), "")


def _delimiter(text: str, columns: Mapping[str, str]) -> str:
    """The delimiter that brings out the column wanted, else the one that makes most cells."""
    wanted = {columns["name"].strip().casefold()} if "name" in columns else set(HEADINGS)

    def merit(delimiter: str) -> tuple[bool, int]:
        cells = cells_of_header(text, delimiter)
        return any(cell.strip().casefold() in wanted for cell in cells), len(cells)

    return max(_DELIMITERS, key=merit)


def _header(reader: Any, label: str) -> list[str]:
    try:
        for cells in reader:
            if any(cells):
                return list(cells)
    except csv.Error as error:
        raise InputError(label, _explained(error), reader.line_num) from error
    raise InputError(label, "holds no header row")


def batches(source: Source, columns: Mapping[str, str], delimiter: str | None = None) -> Iterator[Batch]:
    """The same rows, many at a time; arguments and errors are those of `rows`."""
    opened = opening(source, columns, delimiter)
    reader, _, index, table, skipped = opened
    width = len(table.keys)
    number = 0
    following: int = reader.line_num + skipped + 1
    for page, error in _pages(reader, max(_CELLS // width, 1)):
        line, following = following, reader.line_num + skipped + 1
        if error is None and set(map(len, page)) == {width} and all(map(itemgetter(index), page)):
            many = following - line > len(page)  # some cell has several lines
            yield TableRows(
                table, index, page, _starts(page, line) if many else range(line, following), number
            )
            number += len(page)
            continue
        items = list(_items(page, opened, line, number))
        number += len(items)
        if isinstance(error, csv.Error):
            start = line + sum(map(_lines, page))
            upto = f"up to line {following - 1:,}: " if following - 1 > start else ""
            items.append(RowProblem(start, upto + _explained(error)))
            number += 1
        yield Items(items)
        if isinstance(error, InputError):
            raise error


def _pages(reader: Any, size: int) -> Iterator[tuple[list[list[str]], Exception | None]]:
    """So many rows at a time; fewer where the next one cannot be read, with the reason."""
    while True:
        page: list[list[str]] = []
        try:
            for cells in islice(reader, size):
                page.append(cells)  # noqa: PERF402  what was read before an error is kept
        except (csv.Error, InputError) as error:
            yield page, error
            continue
        if page:
            yield page, None
        if len(page) < size:
            return


def _items(page: list[list[str]], opened: Opening, line: int, number: int) -> Iterator[Row | RowProblem]:
    """What the rows of a page are, the first of which begins on this line; `number` rows come before."""
    _, _, index, table, _ = opened
    width = len(table.keys)
    for cells, start in zip(page, _starts(page, line), strict=True):
        if any(cells):
            number += 1
            if len(cells) != width and (len(cells) <= index or any(cells[width:])):
                yield RowProblem(start, _misfit(cells, index, table))
            else:
                yield Row(cells[index], start, number, None, cells, table)


def _starts(page: list[list[str]], line: int) -> list[int]:
    """On which line each row of a page begins."""
    return list(accumulate(map(_lines, page), initial=line))[:-1]


def _lines(cells: list[str]) -> int:
    """How many lines a row takes."""
    text = "".join(cells)
    if "\n" not in text and "\r" not in text:
        return 1
    return 1 + sum(len(_BREAK.findall(cell)) for cell in cells)


def _misfit(cells: list[str], index: int, table: Table) -> str:
    if len(cells) <= index:
        return f"the row ends before the column {quoted(table.keys[index])}"
    return (
        f"{len(cells)} cells under {len(table.keys)} headings: is a cell with a delimiter in it not quoted?"
    )


def _explained(error: csv.Error) -> str:
    text = str(error)
    if "field limit" in text:
        return f"a cell is longer than {csv.field_size_limit():,} characters: is its quote closed?"
    if "unexpected end" in text:
        return "a quote is opened and never closed"
    return "text follows a closing quote; a quote inside a cell is written twice"
