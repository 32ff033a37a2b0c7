"""Columns of pyarrow: Array and ChunkedArray; their frame is a Table."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from mops_taxonomy.frames.batches import in_batches
from mops_taxonomy.frames.cells import Buffer, Coded, Numbers, Spans, Texts, Values
from mops_taxonomy.frames.engine import Engine, Splitter, stored
from mops_taxonomy.frames.terms import numbered
from mops_taxonomy.frames.words import word

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from mops_taxonomy.frames.cells import Cells, Codes
    from mops_taxonomy.frames.schema import ColumnType

__all__ = ["ENGINE", "ArrowEngine", "ArrowSplitter", "imported", "texts_of", "values_of"]

_LONGEST = 2**31
_ROWS = 65_536
"""Rows whose texts are cut together."""
_PLAIN = {
    "date": pa.date32(),
    "integer": pa.int64(),
    "text": pa.string(),
    "boolean": pa.bool_(),
    "share": pa.float64(),
}


class ArrowEngine(Engine):
    """pyarrow."""

    splits = True

    def opened(self, column: Any) -> Any:
        """The column as one array, of large strings or with a dictionary of texts.

        Raises:
            TypeError: it is no column, or it holds something else.
        """
        if not isinstance(column, (pa.Array, pa.ChunkedArray)):
            what = f"a column is an Array or a ChunkedArray, not a {type(column).__name__}"
            raise TypeError(f"{what}: take one, such as table['campaign']")
        if not self.encoded(column):
            return texts_of(column)
        _textual(column.type.value_type)
        if not isinstance(column, pa.ChunkedArray):
            return column
        try:
            return _whole(column.unify_dictionaries())
        except pa.ArrowInvalid:  # a null in a dictionary
            return texts_of(column)

    def listed(self, column: Any) -> list[Any]:
        """The column as a list."""
        return column.to_pylist()  # type: ignore[no-any-return]

    def names(self, frame: Any) -> list[str]:
        """The names of a table."""
        return list(frame.column_names)

    def encoded(self, column: Any) -> bool:
        """Whether it has a dictionary."""
        return bool(pa.types.is_dictionary(column.type))

    def distinct(self, column: Any, expected: int = 0) -> tuple[Any, Any]:
        """The dictionary of the column, and its indices."""
        del expected
        if not self.encoded(column):
            encoded = texts_of(column).dictionary_encode(null_encoding="encode")
            return encoded.dictionary, encoded.indices
        null = len(column.dictionary)
        numbers = np.asarray(column.indices.cast(pa.int64()).fill_null(null))
        used = np.flatnonzero(np.bincount(numbers, minlength=null + 1))  # of a part of a table, few are
        rows = np.zeros(null + 1, np.int64)
        rows[used] = np.arange(len(used))
        texts = texts_of(column.dictionary).take(pa.array(used, mask=used == null))
        return texts, pa.array(rows[numbers])

    def picked(self, column: Any, rows: Any) -> Any:
        """By `take`."""
        return column.take(pa.array(rows))

    def texts(self, column: Any) -> list[str | None]:
        """The column as a list."""
        return texts_of(column).to_pylist()  # type: ignore[no-any-return]

    def splitter(self, column: Any) -> Splitter:
        """On the bytes of its array."""
        return ArrowSplitter(texts_of(column))

    def frame(self, cells: Mapping[str, Cells]) -> Any:
        """A table."""
        return pa.table({name: _array(one) for name, one in cells.items()})

    def taken(self, frame: Any, rows: Any) -> Any:
        """By `take`; texts that are too long for it together become large strings."""
        try:
            return frame.take(rows)
        except pa.ArrowInvalid:
            return _large(frame).take(rows)

    def stacked(self, frames: Sequence[Any]) -> Any:
        """By `concat_tables`; dictionaries become one."""
        return pa.concat_tables(frames, promote_options="permissive").unify_dictionaries()

    def beside(self, frame: Any, others: Mapping[str, Any]) -> Any:
        """One table."""
        for name, other in others.items():
            for column in other.column_names:
                called = f"{name}.{column}"
                at = frame.schema.get_field_index(called)
                if at < 0:
                    frame = frame.append_column(called, other[column])
                else:
                    frame = frame.set_column(at, called, other[column])
        return frame

    def table(self, columns: Mapping[str, Sequence[Any]], types: Mapping[str, str]) -> Any:
        """A table."""
        kinds = {name: _PLAIN[kind] for name, kind in types.items()}
        return pa.table({name: pa.array(values, kinds.get(name)) for name, values in columns.items()})


class ArrowSplitter(Splitter):
    """An array of large strings."""

    def __init__(self, texts: Any) -> None:
        self._texts = texts
        _, offsets, data = texts.buffers()
        self._ends = np.frombuffer(offsets, np.int64, len(texts) + 1, texts.offset * 8)
        self._data = data or pa.py_buffer(b"")

    def rows(self, low: int, high: int) -> Buffer:
        """The bytes of the array, without a copy."""
        texts = self._texts.slice(low, high - low)
        present = np.asarray(texts.is_valid()) if texts.null_count else None
        return Buffer(np.frombuffer(self._data, np.uint8), self._ends[low : high + 1], present)

    def cut(self, spans: Spans) -> Any:
        """In chunks, by views of the texts."""

        def chunk(low: int, high: int) -> Any:
            return self._cut(low, high, Spans(*(edge[low:high] for edge in spans)))

        pieces = in_batches(0, len(self._texts), _ROWS, chunk)
        alike = len({piece.type for piece in pieces}) == 1
        return pa.chunked_array(pieces if alike else [piece.cast(pa.large_string()) for piece in pieces])

    def _cut(self, low: int, high: int, spans: Spans) -> Any:
        ends = self._ends[low : high + 1]
        base, size = int(ends[0]), int(ends[-1] - ends[0])
        starts = ends[:-1] - base + spans.starts
        part = self._data.slice(base, size)
        if size < _LONGEST:
            return _viewed(part, starts, spans.lengths).cast(pa.string())
        texts = [
            part.slice(start, length).to_pybytes() if length else None
            for start, length in zip(starts.tolist(), spans.lengths.tolist(), strict=True)
        ]
        return pa.array(texts, pa.large_binary()).cast(pa.large_string())

    def patched(self, texts: Any, rows: Any, values: list[str | None]) -> Any:
        """By `take`."""
        order = np.arange(len(texts))
        order[rows] = len(texts) + np.arange(len(rows))
        return pa.chunked_array([*texts.chunks, pa.array(values, texts.type)]).take(pa.array(order))


def imported(column: Any) -> Any:
    """An array of texts from any object that hands out Arrow data."""
    return ENGINE.opened(_array_of(column))


def values_of(column: Any) -> list[Any]:
    """The values of any object that hands out Arrow data."""
    return _array_of(column).to_pylist()  # type: ignore[no-any-return]


def _array_of(column: Any) -> Any:
    return pa.chunked_array(column) if hasattr(column, "__arrow_c_stream__") else pa.array(column)


def texts_of(column: Any) -> Any:
    """The column as one large string array.

    Raises:
        TypeError: it holds something else.
    """
    if pa.types.is_run_end_encoded(column.type):
        column = pc.run_end_decode(column)
    _textual(column.type.value_type if pa.types.is_dictionary(column.type) else column.type)
    return _whole(column if column.type == pa.large_string() else column.cast(pa.large_string()))


def _textual(kind: Any) -> None:
    """Refuse what is not of texts.

    Raises:
        TypeError: it is of something else.
    """
    textual = (pa.types.is_string, pa.types.is_large_string, pa.types.is_string_view, pa.types.is_null)
    if not any(of_type(kind) for of_type in textual):
        hint = ": take one column of the table" if pa.types.is_struct(kind) else ""
        raise TypeError(f"a column of names holds texts, not {kind}{hint}")


def _large(frame: Any) -> Any:
    """The table with large strings for strings."""
    large = (
        field.with_type(pa.large_string()) if pa.types.is_string(field.type) else field
        for field in frame.schema
    )
    return frame.cast(pa.schema(large))


def _whole(column: Any) -> Any:
    """The column as one array."""
    if isinstance(column, pa.ChunkedArray):
        column = column.combine_chunks()
    if isinstance(column, pa.ChunkedArray):  # without any rows there is no chunk to become an array
        return pa.array([], column.type) if not column.num_chunks else pa.concat_arrays(column.chunks)
    return column


def _viewed(data: Any, starts: Any, lengths: Any) -> Any:
    """Parts of a buffer as string views; null where they are of no length."""
    bytes_of = np.frombuffer(data, np.uint8)
    first, second = (word(bytes_of, starts, lengths, at) for at in range(2))
    made = np.empty((len(starts), 2), np.uint64)
    made[:, 0] = lengths.view(np.uint64) | (first << np.uint64(32))
    # A short text stands in its view; a view of a longer one holds its first four bytes and where it stands.
    short = (first >> np.uint64(32)) | (second << np.uint64(32))
    made[:, 1] = np.where(lengths <= 12, short, starts.view(np.uint64) << np.uint64(32))
    validity = None if lengths.all() else pa.array(lengths > 0).buffers()[1]
    return pa.Array.from_buffers(pa.string_view(), len(starts), [validity, pa.py_buffer(made), data])


def _array(cells: Cells) -> Any:
    """The Arrow array of some cells."""
    match cells:
        case Coded(known, codes) if known.type.kind == "term":
            (terms, numbers), rows = known.made(codes, _terms)
            return _dictionary(terms, numbers[rows])
        case Coded(known, codes):
            values, rows = known.made(codes, _plain)
            return values.take(pa.array(rows))
        case Texts(_, column):
            return column
        case Numbers(_, numbers, present):
            return pa.array(numbers, pa.int64(), mask=~present)
        case Values(kind, listed):
            return _dictionary(*_terms(kind, listed)) if kind.kind == "term" else _plain(kind, listed)


def _plain(kind: ColumnType, values: list[Any]) -> Any:
    """The values as an array."""
    return pa.array(stored(values), pa.list_(_PLAIN[kind.item]) if kind.kind == "list" else _PLAIN[kind.kind])


def _terms(kind: ColumnType, values: list[Any]) -> tuple[Any, Codes]:
    """The terms of a column, and the number of each value."""
    terms, numbers = numbered(kind, values)
    return pa.array(terms, pa.string()), numbers


def _dictionary(terms: Any, numbers: Codes) -> Any:
    """The terms of some numbers."""
    return pa.DictionaryArray.from_arrays(pa.array(numbers, pa.int32(), mask=numbers < 0), terms)


ENGINE = ArrowEngine()
