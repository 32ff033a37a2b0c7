"""Batches of rows out of a Parquet file, by pyarrow."""

from __future__ import annotations

import json
from itertools import repeat
from typing import TYPE_CHECKING, Any

from mops_taxonomy.inputs._batch import Batch
from mops_taxonomy.inputs._columns import Table, choose, keys, quoted
from mops_taxonomy.inputs._error import InputError
from mops_taxonomy.inputs._row import Row

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

    from mops_taxonomy.inputs._batch import Asked
    from mops_taxonomy.inputs._source import Source

__all__ = ["ColumnRows", "batches"]

_ROWS = 131_072
"""Rows that are judged together: names repeat, and each is judged once a batch."""

_ALL_COLUMNS = 4096
"""Rows that are held together when nobody knows which columns are wanted."""

_BUFFER = 1 << 20
"""Bytes of a column that are read at a time."""


def batches(
    source: Source, columns: Mapping[str, str], asked: Collection[str] | None
) -> Iterator[ColumnRows]:
    """The rows of a file, with the columns of `columns` and those called as in `asked`; None is all of them."""
    label = source.label
    if not source.stream.seekable():
        raise InputError(label, "a Parquet file cannot be read from a pipe; name the file")
    if source.size == 0:
        raise InputError(label, "the file is empty")
    try:
        import numpy as np  # noqa: F401  rows are chosen by it
        from pyarrow import ArrowException
        from pyarrow.parquet import ParquetFile
    except ImportError:
        needed = "pip install 'mops_taxonomy[pyarrow]', or export the table as CSV"
        raise InputError(label, f"Parquet is read by pyarrow, which is not installed; {needed}") from None
    try:
        file = ParquetFile(source.stream)
        table, kept, names = _chosen(file.schema_arrow, columns, asked, label)
        yield from _read(source, file, table, kept, names)
    except (ArrowException, OSError) as error:
        reason = str(error).partition("\n")[0].rstrip(".")
        raise InputError(label, f"not a Parquet file, or a damaged one: {reason}") from error


def _chosen(
    schema: Any, columns: Mapping[str, str], asked: Collection[str] | None, label: str
) -> tuple[Table, list[int], int]:
    """The columns, which of them to read, and which holds the names."""
    header: list[str] = schema.names
    if not header:
        raise InputError(label, "holds no columns")
    names, roles = choose(header, columns, label)
    if not _is_textual(schema.field(names).type):
        raise InputError(
            label,
            f"the column {quoted(header[names])} holds {schema.field(names).type}, not text; "
            "name another with --column, or store it as a string",
        )
    table = Table(keys(header), roles)
    wanted = {names, *roles.values(), *(at for key in asked or () if (at := table.place(key)) is not None)}
    return table, list(range(len(header))) if asked is None else sorted(wanted), names


def _is_textual(kind: Any) -> bool:
    from pyarrow import types

    kind = kind.value_type if types.is_dictionary(kind) else kind
    textual = (types.is_string, types.is_large_string, types.is_string_view, types.is_null)
    return any(of_type(kind) for of_type in textual)


def _read(source: Source, file: Any, table: Table, kept: list[int], names: int) -> Iterator[ColumnRows]:
    from pyarrow.parquet import ParquetFile

    schema = file.schema_arrow
    header = schema.names
    wanted = list(dict.fromkeys(header[at] for at in kept))
    # Texts that the file holds as numbers of a dictionary are kept so, unless two columns share a name.
    coded = [
        header[at] for at in kept if _is_textual(schema.field(at).type) and header.count(header[at]) == 1
    ]
    options = {"pre_buffer": False, "buffer_size": _BUFFER}
    opened = ParquetFile(source.stream, metadata=file.metadata, read_dictionary=coded, **options)
    size = _ALL_COLUMNS if len(kept) == len(header) > 8 else _ROWS
    number = 0
    for group in range(opened.num_row_groups):
        for part in opened.iter_batches(size, [group], wanted, use_threads=False):
            columns = {at: part.column(_place(part.schema.names, header, at)) for at in kept}
            batch = ColumnRows(source.label, table, columns, names, number)
            number += len(batch)
            batch.share = number / file.metadata.num_rows
            yield batch


def _place(read: list[str], header: list[str], at: int) -> int:
    """Where a column of the file stands among those read: of several with one name, the same as before."""
    name, before = header[at], header[:at].count(header[at])
    return [place for place, other in enumerate(read) if other == name][before]


class _Coded:
    """A column: every text once, and which of them each row has.

    Raises:
        InputError: what it holds cannot be written as text.
    """

    __slots__ = ("codes", "texts")

    def __init__(self, column: Any, label: str, heading: str) -> None:
        import numpy as np
        import pyarrow as pa

        try:
            coded = _encoded(column)
            texts = coded.dictionary.cast(pa.large_string()).to_pylist()
        except (pa.ArrowException, UnicodeDecodeError) as error:
            what = f"the column {quoted(heading)} of type {column.type} cannot be read as text"
            raise InputError(label, f"{what}: {str(error).partition(chr(10))[0]}") from error
        # The last text is that of rows without one, whose code is -1.
        self.texts: list[str] = [*("" if text is None else text for text in texts), ""]
        self.codes = np.asarray(coded.indices.fill_null(-1)).astype(np.int64) % len(self.texts)


def _encoded(column: Any) -> Any:
    import pyarrow as pa

    if pa.types.is_nested(column.type):
        column = pa.array(map(_json, column.to_pylist()), pa.large_string())
    if pa.types.is_dictionary(column.type):
        return column
    try:
        return column.dictionary_encode()
    except pa.ArrowNotImplementedError:
        return column.cast(pa.large_string()).dictionary_encode()


def _json(value: Any) -> str | None:
    return None if value is None else json.dumps(value, default=str)


class ColumnRows(Batch):
    """Rows that are held by columns.

    Args:
        label: the input, for errors.
        table: what the columns of the input are called.
        columns: those that were read, by their place.
        names: which of them holds the names.
        number: how many rows come before.
    """

    def __init__(self, label: str, table: Table, columns: dict[int, Any], names: int, number: int) -> None:
        self._label = label
        self._table = table
        self._columns = columns
        self._names = names
        self._number = number
        self._coded: dict[int, _Coded] = {}

    def __len__(self) -> int:
        return len(self._columns[self._names])

    def _column(self, at: int) -> _Coded:
        if at not in self._coded:
            self._coded[at] = _Coded(self._columns[at], self._label, self._table.keys[at])
        return self._coded[at]

    def row(self, at: int) -> Row:
        """Made when it is asked for: most rows never are."""
        names = self._column(self._names)
        number = self._number + at + 1
        return Row(names.texts[names.codes[at]], number, number, None, at, self)

    def record(self, cells: Any, /) -> dict[str, str]:
        """What was read of one row, by its place in the batch."""
        found = {}
        for at in self._columns:
            column = self._column(at)
            found[self._table.keys[at]] = column.texts[column.codes[cells]]
        for role, at in self._table.roles.items():
            found[role] = found[self._table.keys[at]]
        return found

    def asked(self, keys: Sequence[str]) -> Iterable[Asked]:
        """Of each row."""
        columns = [self._listed(key) for key in keys]
        names = self._column(self._names)
        return zip((names.texts[code] for code in names.codes.tolist()), *columns, strict=False)

    def _listed(self, key: str) -> Iterable[str | None]:
        at = self._table.place(key)
        if at not in self._columns:
            return repeat(None)
        column = self._column(at)
        return [column.texts[code] for code in column.codes.tolist()]

    def distinct(self, keys: Sequence[str]) -> Iterable[Asked]:
        """By numbers."""
        import numpy as np

        found, codes = self._combinations(keys)
        return [found[code] for code in np.flatnonzero(np.bincount(codes)).tolist()]

    def places(self, keys: Sequence[str], wanted: Collection[Asked]) -> Iterable[tuple[int, Asked]]:
        """By numbers, too."""
        import numpy as np

        found, codes = self._combinations(keys)
        rows = np.flatnonzero(np.array([asked in wanted for asked in found], np.bool_)[codes])
        return [(at, found[code]) for at, code in zip(rows.tolist(), codes[rows].tolist(), strict=True)]

    def _combinations(self, keys: Sequence[str]) -> tuple[list[Asked], Any]:
        """Each name and what its record has, at least those there are; and which of them every row has."""
        import numpy as np

        names = self._column(self._names)
        found: list[Asked] = [(text,) for text in names.texts]
        codes = names.codes
        for key in keys:
            at = self._table.place(key)
            if at not in self._columns:
                found = [(*asked, None) for asked in found]
                continue
            column = self._column(at)
            size = len(column.texts)
            pairs, codes = np.unique(codes * size + column.codes, return_inverse=True)
            found = [(*found[pair // size], column.texts[pair % size]) for pair in pairs.tolist()]
        return found, codes
