"""TSV: cells between tabs, under a header. Excel calls it Unicode text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mops_taxonomy.inputs import _table
from mops_taxonomy.inputs._table import first_line, rows

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from mops_taxonomy.inputs._batch import Batch
    from mops_taxonomy.inputs._row import Item
    from mops_taxonomy.inputs._source import Source

__all__ = ["SUFFIXES", "batches", "read", "resembles"]

SUFFIXES = (".tsv", ".tab")


def read(source: Source, columns: Mapping[str, str]) -> Iterator[Item]:
    """The rows of the table."""
    return rows(source, columns, "\t")


def batches(source: Source, columns: Mapping[str, str], asked: Collection[str] | None) -> Iterator[Batch]:
    """The same rows, many at a time."""
    del asked  # a line is read whole
    return _table.batches(source, columns, "\t")


def resembles(start: str) -> bool:
    """Whether there is a tab in the first line: names do not hold tabs."""
    return "\t" in first_line(start)
