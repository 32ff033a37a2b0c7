"""Reading names, and the records they stand in, from files and from standard input.

One format is one file of this folder. It declares `SUFFIXES`, says with `resembles(start)` whether a text
with another suffix, or none, is of its kind (no two say yes to the same text), and yields rows with
`read(source, columns)`; formats of large tables also yield many at a time, with `batches(source, columns, asked)`.
A file is found by being here and imported only when it is needed.
"""

from __future__ import annotations

import os
import sys
from contextlib import contextmanager, nullcontext
from importlib import import_module
from typing import TYPE_CHECKING, Any, BinaryIO

from mops_taxonomy.inputs._batch import Batch, Items, batched
from mops_taxonomy.inputs._error import InputError
from mops_taxonomy.inputs._row import Item, Notice, Row, RowProblem
from mops_taxonomy.inputs._source import Source

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping
    from contextlib import AbstractContextManager

__all__ = [
    "Batch",
    "InputError",
    "Item",
    "Notice",
    "Row",
    "RowProblem",
    "batched",
    "format_of",
    "names",
    "open_batches",
    "open_input",
]

STANDARD_INPUT = "-"


def names() -> tuple[str, ...]:
    """The formats there are, sorted."""
    from pkgutil import iter_modules

    return tuple(sorted(module.name for module in iter_modules(__path__) if not module.name.startswith("_")))


def open_input(
    path: str | os.PathLike[str],
    *,
    format: str | None = None,  # noqa: A002  the word of the command line
    columns: Mapping[str, str] | None = None,
) -> Iterator[Item]:
    """The rows of an input, as they are read. The input is opened when the first is asked for.

    Tables, JSON Lines and plain text are never held in memory as a whole; a JSON list is.

    Args:
        path: a file, or `-` for standard input.
        format: one of `names()`; None to tell by the suffix, and where that says nothing by the content.
        columns: the heading for `name`, and for whatever else the records are to be asked for:
            `{"name": "Program Name", "created": "Created At"}`. Without `name`: the only column, or the one
            called name, campaign name, program name, campaign or program. Case and surrounding space only
            matter where two headings differ in nothing else. Plain text has no columns.

    Yields:
        A `Row` for each name, a `RowProblem` for each row that cannot be read, and at the end a `Notice` for
        what there is to know about the reading.

    Raises:
        InputError: there is no such file, it cannot be read, is no text or empty, or has not these columns.
            An empty standard input is not an error: it holds no names.
    """
    with _opened(path, format, columns or {}) as (source, reader):
        yield from reader.read(source, columns or {})
        yield from source.notices


def open_batches(
    path: str | os.PathLike[str],
    *,
    columns: Mapping[str, str] | None = None,
    asked: Collection[str] | None = None,
) -> Iterator[Batch]:
    """The same rows, problems and notices, many at a time.

    Args:
        path: as `open_input` takes it.
        columns: the same.
        asked: the keys of the records that may be asked for, beside those of `columns`: others need not be there. None
            for all.

    Raises:
        InputError: as in `open_input`, after a batch with what was read before.
    """
    wanted = columns or {}
    with _opened(path, None, wanted) as (source, reader):
        many = getattr(reader, "batches", None)
        for batch in many(source, wanted, asked) if many else batched(reader.read(source, wanted)):
            if batch.share is None:
                batch.share = source.share
            yield batch
        if source.notices:
            yield Items(source.notices)


@contextmanager
def _opened(
    path: str | os.PathLike[str],
    format: str | None,  # noqa: A002
    columns: Mapping[str, str],
) -> Iterator[tuple[Source, Any]]:
    """An input and who reads it."""
    text = os.fspath(path)
    label = "standard input" if text == STANDARD_INPUT else text
    with _stream(text, label) as stream:
        source = Source(label, stream, may_be_empty=text == STANDARD_INPUT)
        reader = _named(format, label) if format else _by_suffix(text) or _by_content(source, columns)
        yield source, reader


def format_of(path: str | os.PathLike[str], columns: Mapping[str, str] | None = None) -> str:
    """The format that `open_input` finds out, one of `names()`; arguments and errors are the same."""
    label = os.fspath(path)
    with _stream(label, label) as stream:
        reader = _by_suffix(label) or _by_content(Source(label, stream), columns or {})
    return str(reader.__name__).rpartition(".")[2]


def _stream(path: str, label: str) -> AbstractContextManager[BinaryIO]:
    if path == STANDARD_INPUT:
        return nullcontext(sys.stdin.buffer)
    try:
        return open(path, "rb")
    except FileNotFoundError:
        raise InputError(label, "no such file") from None
    except (OSError, ValueError) as error:
        if os.path.isdir(path):
            raise InputError(label, "is a directory, not a file") from None
        raise InputError(label, f"cannot be opened: {getattr(error, 'strerror', None) or error}") from error


def _named(name: str, label: str) -> Any:
    reader = _load(name)
    if reader is None:
        raise InputError(label, f'no format "{name}"; there are {", ".join(names())}')
    return reader


def _by_suffix(path: str) -> Any:
    """The reader for the suffix; the one called like it is asked first, and most often it is the one."""
    suffix = os.path.splitext(path)[1].lower()
    if not suffix:
        return None
    likely = _load(suffix[1:])
    if likely and suffix in likely.SUFFIXES:
        return likely
    return next((reader for reader in map(_load, names()) if suffix in reader.SUFFIXES), None)


def _by_content(source: Source, columns: Mapping[str, str]) -> Any:
    """The reader that knows the content; else whoever names a column has a table, and the rest is plain text."""
    if source.is_parquet:
        return _load("parquet")
    found = next((reader for reader in map(_load, names()) if reader.resembles(source.start)), None)
    return found or _load("csv" if "name" in columns else "text")


def _load(name: str) -> Any:
    """The reader of that name, or None."""
    if name.startswith("_") or not name.isidentifier():
        return None
    module = f"{__name__}.{name}"
    try:
        return import_module(module)
    except ModuleNotFoundError as error:
        if error.name != module:
            raise
        return None
