"""Columns of pyarrow: Array and ChunkedArray; their frame is a Table."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from mops_taxonomy.frames.cells import Buffer, Coded, Numbers, Spans
from mops_taxonomy.frames.engine import Engine, stored
from mops_taxonomy.frames.terms import numbered
from mops_taxonomy.frames.words import words

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from mops_taxonomy.frames.cells import Cells, Mask, Values

__all__ = ["ENGINE", "ArrowEngine", "array_of", "imported"]

_LONGEST = 2**31
_PLAIN = {"date": pa.date32(), "integer": pa.int64(), "text": pa.string(), "boolean": pa.bool_()}


class ArrowEngine(Engine):
    """pyarrow."""

    def opened(self, column: Any) -> Any:
        """The column as one array of large strings.

        Raises:
            TypeError: it is no column, or it holds something else.
        """
        if not isinstance(column, (pa.Array, pa.ChunkedArray)):
            raise TypeError(f"a column is an Array or a ChunkedArray, not {type(column).__name__}")
        return _texts(column)

    def listed(self, column: Any) -> list[Any]:
        """The column as a list."""
        return column.to_pylist()  # type: ignore[no-any-return]

    def names(self, frame: Any) -> list[str]:
        """The names of a table."""
        return list(frame.column_names)

    def distinct(self, column: Any) -> tuple[Any, Any]:
        """The dictionary of the column, and its indices."""
        encoded = _texts(column).dictionary_encode(null_encoding="encode")
        return encoded.dictionary, encoded.indices

    def picked(self, column: Any, rows: Any) -> Any:
        """By `take`."""
        return column.take(pa.array(rows))

    def texts(self, column: Any) -> list[str | None]:
        """The column as a list."""
        return _texts(column).to_pylist()  # type: ignore[no-any-return]

    def buffer(self, column: Any) -> Buffer | None:
        """The bytes of the array, without a copy."""
        array = _texts(column)
        _, offsets, data = array.buffers()
        if data is None or not len(array):
            return None
        ends = np.frombuffer(offsets, np.int64, len(array) + 1, array.offset * 8)
        present = None if not array.null_count else np.asarray(array.is_valid())
        return Buffer(np.frombuffer(data, np.uint8), ends, present)

    def matching(self, column: Any, spans: Spans, pattern: str) -> Mask:
        """By RE2."""
        parts = _cut(column, spans).cast(pa.large_string())
        return np.asarray(pc.match_substring_regex(parts, pattern).fill_null(False))

    def frame(self, column: Any, cells: Mapping[str, Cells]) -> Any:
        """A table."""
        return pa.table({name: array_of(column, one) for name, one in cells.items()})

    def taken(self, frame: Any, rows: Any) -> Any:
        """By `take`."""
        return frame.take(rows)

    def beside(self, frame: Any, others: Mapping[str, Any]) -> Any:
        """One table."""
        for name, other in others.items():
            for column in other.column_names:
                frame = frame.append_column(f"{name}.{column}", other[column])
        return frame

    def table(self, columns: Mapping[str, Sequence[Any]]) -> Any:
        """A table."""
        return pa.table(dict(columns))


def imported(column: Any) -> Any:
    """An array from any object that hands out Arrow data."""
    if hasattr(column, "__arrow_c_stream__"):
        return ENGINE.opened(pa.chunked_array(column))
    return ENGINE.opened(pa.array(column))


def _texts(column: Any) -> Any:
    """The column as one large string array.

    Raises:
        TypeError: it holds something else.
    """
    kind = column.type.value_type if pa.types.is_dictionary(column.type) else column.type
    textual = (pa.types.is_string, pa.types.is_large_string, pa.types.is_string_view, pa.types.is_null)
    if not any(of_type(kind) for of_type in textual):
        raise TypeError(f"a column of names holds texts, not {column.type}")
    if isinstance(column, pa.ChunkedArray):
        column = column.combine_chunks()
        if isinstance(column, pa.ChunkedArray):  # without any rows there is no chunk to become an array
            column = pa.array([], column.type) if not column.num_chunks else pa.concat_arrays(column.chunks)
    return column if column.type == pa.large_string() else column.cast(pa.large_string())


def _cut(column: Any, spans: Spans) -> Any:
    """The parts of the names as strings."""
    array = _texts(column)
    _, offsets, data = array.buffers()
    if data is None:
        return pa.nulls(len(array), pa.string_view())
    firsts = np.frombuffer(offsets, np.int64, len(array) + 1, array.offset * 8)
    return pa.concat_arrays(list(_viewed(data, firsts, spans, 0, len(array))))


def _viewed(data: Any, firsts: Any, spans: Spans, low: int, high: int) -> Iterator[Any]:
    """The parts of the names of some rows as string views, in arrays that are small enough for their offsets."""
    base = int(firsts[low])
    size = int(firsts[high]) - base
    if size >= _LONGEST and high - low > 1:
        middle = (low + high) // 2
        yield from _viewed(data, firsts, spans, low, middle)
        yield from _viewed(data, firsts, spans, middle, high)
        return
    rows = slice(low, high)
    part = data.slice(base, size)
    starts = np.where(spans.present[rows], firsts[low:high] - base + spans.starts[rows], 0)
    lengths = np.where(spans.present[rows], spans.lengths[rows], 0)
    first, second = words(np.frombuffer(part, np.uint8), starts, lengths)
    made = np.empty((high - low, 2), np.uint64)
    made[:, 0] = lengths.astype(np.uint64) | (first << np.uint64(32))
    # A short text stands in its view; a view of a longer one holds its first four bytes and where it stands.
    short = (first >> np.uint64(32)) | (second << np.uint64(32))
    made[:, 1] = np.where(lengths <= 12, short, starts.astype(np.uint64) << np.uint64(32))
    validity = pa.array(spans.present[rows]).buffers()[1]
    yield pa.Array.from_buffers(pa.string_view(), high - low, [validity, pa.py_buffer(made), part])


def array_of(column: Any, cells: Cells) -> Any:
    """The Arrow array of some cells."""
    if isinstance(cells, Spans):
        parts = _cut(column, cells)
        return parts.cast(pa.string() if int(cells.lengths.sum()) < _LONGEST else pa.large_string())
    if isinstance(cells, Numbers):
        return pa.array(cells.numbers, pa.int64(), mask=~cells.present)
    if cells.type.kind == "term":
        return _dictionary(cells)
    values = pa.array(*_typed(cells))
    return values.take(pa.array(cells.codes)) if isinstance(cells, Coded) else values


def _typed(cells: Values | Coded) -> tuple[list[Any], Any]:
    """The values and their Arrow type; numbers that 64 bits do not hold as text."""
    kind, values = cells.type, cells.values
    fits = stored(values)
    if kind.kind == "list":
        item = kind.item if fits else "text"
        kept = values if fits else [value and list(map(str, value)) for value in values]
        return kept, pa.list_(_PLAIN[item])
    if not fits:
        return [None if value is None else str(value) for value in values], pa.string()
    return values, _PLAIN[kind.kind]


def _dictionary(cells: Values | Coded) -> Any:
    """The values as indices into the terms."""
    terms, numbers = numbered(cells)
    indices = pa.array(numbers, pa.int32(), mask=numbers < 0)
    return pa.DictionaryArray.from_arrays(indices, pa.array(terms, pa.string()))


ENGINE = ArrowEngine()
