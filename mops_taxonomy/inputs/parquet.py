"""Parquet: the tables of data warehouses and lakes, read a batch of rows at a time and only the columns asked for.

There are no lines in such a file: a row is told by its number.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from mops_taxonomy.inputs._batch import Batch
    from mops_taxonomy.inputs._row import Item
    from mops_taxonomy.inputs._source import Source

__all__ = ["SUFFIXES", "batches", "read", "resembles"]

SUFFIXES = (".parquet", ".pq")


def read(source: Source, columns: Mapping[str, str]) -> Iterator[Item]:
    """The rows of the file, with all of its columns."""
    for batch in batches(source, columns, None):
        yield from batch.items()


def batches(source: Source, columns: Mapping[str, str], asked: Collection[str] | None) -> Iterator[Batch]:
    """The same rows, many at a time, with the columns asked for.

    Raises:
        InputError: pyarrow is not installed, the file is none or is damaged, or has no such column of text.
    """
    from mops_taxonomy.inputs._parquet import batches  # most inputs are texts

    return batches(source, columns, asked)


def resembles(start: str) -> bool:  # noqa: ARG001
    """Never: it is no text, and known by its first bytes."""
    return False
