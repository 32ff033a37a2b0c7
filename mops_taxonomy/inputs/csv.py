"""CSV: cells between commas, semicolons, tabs or pipes, under a header."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mops_taxonomy.inputs import _table
from mops_taxonomy.inputs._table import cells_of_header, first_line, rows

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from mops_taxonomy.inputs._batch import Batch
    from mops_taxonomy.inputs._row import Item
    from mops_taxonomy.inputs._source import Source

__all__ = ["SUFFIXES", "batches", "read", "resembles"]

SUFFIXES = (".csv",)


def read(source: Source, columns: Mapping[str, str]) -> Iterator[Item]:
    """The rows of the table. The header shows what stands between the cells."""
    return rows(source, columns)


def batches(source: Source, columns: Mapping[str, str], asked: Collection[str] | None) -> Iterator[Batch]:
    """The same rows, many at a time."""
    del asked  # a line is read whole
    return _table.batches(source, columns)


def resembles(start: str) -> bool:
    """Whether the first line has no tab and is a header: a cell is Name, Campaign Name or Program Name.

    Names themselves hold commas and pipes, and words like Campaign, so nothing less will do.
    """
    first = first_line(start)
    if "\t" in first:
        return False
    headings = [cell.strip().casefold() for mark in ",;|" for cell in cells_of_header(first, mark)]
    return first.lower().lstrip('"').startswith("sep=") or any(
        heading in {"name", "campaign name", "program name"} for heading in headings
    )
