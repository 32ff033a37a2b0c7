"""Columns of polars: Series; their frame is a DataFrame."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
import polars as pl

from mops_taxonomy.frames.batches import in_batches
from mops_taxonomy.frames.cells import Buffer, Coded, Numbers, Texts, Values
from mops_taxonomy.frames.engine import Engine, Splitter, stored
from mops_taxonomy.frames.repetition import numbered

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from mops_taxonomy.frames.cells import Cells, Spans
    from mops_taxonomy.frames.schema import ColumnType

__all__ = ["ENGINE", "PolarsEngine"]

_ENCODED = (pl.Categorical, pl.Enum)
_ROWS = 262_144
"""Rows that are compared together."""
_PLAIN: dict[str, Any] = {
    "date": pl.Date,
    "integer": pl.Int64,
    "text": pl.String,
    "boolean": pl.Boolean,
    "share": pl.Float64,
}


class PolarsEngine(Engine):
    """polars."""

    splits = True

    def opened(self, column: Any) -> Any:
        """The column itself.

        Raises:
            TypeError: it is no series, or it holds something else than texts.
        """
        if not isinstance(column, pl.Series):
            collect = "collect() it and " if isinstance(column, pl.LazyFrame) else ""
            what = f"a column is a Series, not a {type(column).__name__}"
            raise TypeError(f"{what}: {collect}take one, such as frame['campaign']")
        if column.dtype == pl.String or isinstance(column.dtype, _ENCODED):
            return column
        return _texts(column)

    def listed(self, column: Any) -> list[Any]:
        """The column as a list."""
        return column.to_list()  # type: ignore[no-any-return]

    def names(self, frame: Any) -> list[str]:
        """The names of a data frame."""
        return list(frame.columns)

    def encoded(self, column: Any) -> bool:
        """Whether it is of categories."""
        return isinstance(column.dtype, _ENCODED)

    def distinct(self, column: Any, expected: int = 0) -> tuple[Any, Any]:
        """By hash; those of categories, by these."""
        if self.encoded(column):
            return _renumbered(column, column.to_physical())
        texts = _texts(column)
        numbers, rows = numbered(lambda low, high: texts[low:high].hash().to_numpy(), len(texts), expected)
        known = texts.gather(rows)

        def alike(low: int, high: int) -> bool:
            return bool(texts[low:high].eq_missing(known.gather(numbers[low:high])).all())

        # Equal hashes are no proof: rows are alike where their texts are.
        if all(in_batches(0, len(texts), _ROWS, alike)):
            return known, numbers
        return _renumbered(texts, texts.cast(pl.Categorical(pl.Categories.random())).to_physical())

    def picked(self, column: Any, rows: Any) -> Any:
        """By `gather`."""
        return column.gather(rows)

    def texts(self, column: Any) -> list[str | None]:
        """The column as a list."""
        return _texts(column).to_list()  # type: ignore[no-any-return]

    def splitter(self, column: Any) -> Splitter:
        """On the bytes of its texts."""
        return _PolarsSplitter(_texts(column))

    def frame(self, cells: Mapping[str, Cells]) -> Any:
        """A data frame."""
        # What is picked by number, polars picks for several columns at once.
        return pl.select([_column(one).alias(name) for name, one in cells.items()])

    def taken(self, frame: Any, rows: Any) -> Any:
        """By number, the columns side by side."""
        return frame.rechunk()[pl.Series(rows)]

    def stacked(self, frames: Sequence[Any]) -> Any:
        """By `concat`."""
        return pl.concat(frames, how="vertical_relaxed")

    def beside(self, frame: Any, others: Mapping[str, Any]) -> Any:
        """One data frame."""
        columns = (
            other[column].alias(f"{name}.{column}")
            for name, other in others.items()
            for column in other.columns
        )
        return frame.with_columns(*columns)

    def table(self, columns: Mapping[str, Sequence[Any]], types: Mapping[str, str]) -> Any:
        """A data frame."""
        return pl.DataFrame(
            dict(columns), schema_overrides={name: _PLAIN[kind] for name, kind in types.items()}
        )


class _PolarsSplitter(Splitter):
    """A series of texts."""

    def __init__(self, texts: Any) -> None:
        self._texts = texts
        lengths = texts.str.len_bytes()
        if texts.null_count():
            lengths = lengths.fill_null(0)
        self._offsets = np.zeros(len(texts) + 1, np.int64)
        np.cumsum(lengths.to_numpy(), out=self._offsets[1:])

    def rows(self, low: int, high: int) -> Buffer:
        """The bytes of a list of bytes."""
        texts = self._texts.slice(low, high - low)
        lists = texts.cast(pl.Binary).cast(pl.List(pl.UInt8))
        data = lists.explode(empty_as_null=False, keep_nulls=False).to_numpy()
        offsets = self._offsets[low : high + 1] - self._offsets[low]
        return Buffer(data, offsets, texts.is_not_null().to_numpy() if texts.null_count() else None)

    def cut(self, spans: Spans) -> Any:
        """An expression, which is worked out beside those of the other columns."""
        starts, lengths = (pl.lit(pl.Series(edge)) for edge in spans)
        part = pl.lit(self._texts).cast(pl.Binary).bin.slice(starts, lengths).cast(pl.String)
        return pl.when(lengths > 0).then(part)

    def patched(self, texts: Any, rows: Any, values: list[str | None]) -> Any:
        """By `gather`."""
        order = np.arange(len(self._texts))
        order[rows] = len(self._texts) + np.arange(len(rows))
        both = pl.concat([pl.select(texts).to_series(), pl.Series(values, dtype=pl.String)])
        return pl.lit(both.gather(order))


def _renumbered(column: Any, physical: Any) -> tuple[Any, Any]:
    """The texts in the order of their first row, and a number for each row."""
    firsts = physical.arg_unique()
    # What has no number is null: it is numbered behind all others.
    beyond = int(physical.max() or 0) + 1
    known = physical.cast(pl.UInt32).fill_null(beyond).to_numpy()
    numbers = np.zeros(beyond + 1, np.uint32)
    numbers[known[firsts.to_numpy()]] = np.arange(len(firsts), dtype=np.uint32)
    return _texts(column.gather(firsts)), numbers[known]


def _texts(column: Any) -> Any:
    """The column as texts.

    Raises:
        TypeError: it holds something else.
    """
    if column.dtype == pl.String:
        return column
    if isinstance(column.dtype, (*_ENCODED, pl.Null)):
        return column.cast(pl.String)
    raise TypeError(f"a column of names holds texts, not {column.dtype}")


def _column(cells: Cells) -> Any:
    """What gives the column of some cells."""
    match cells:
        case Coded(known, codes):
            values, numbers = known.made(codes, _series)
            return pl.lit(values).gather(pl.lit(pl.Series(numbers.astype(np.uint32, copy=False))))
        case Texts(_, column):
            return column
        case Numbers(_, numbers, present):
            return pl.lit(pl.Series(numbers).zip_with(pl.Series(present), pl.Series([None], dtype=pl.Int64)))
        case Values(kind, values):
            return pl.lit(_series(kind, values))


def _series(kind: ColumnType, values: list[Any]) -> Any:
    """The values as a series."""
    if kind.kind == "term":
        # The type must not depend on what stands there: frames of several batches are put together.
        return pl.Series(values, dtype=pl.Categorical if kind.open else pl.Enum(kind.terms))
    return pl.Series(
        stored(values), dtype=pl.List(_PLAIN[kind.item]) if kind.kind == "list" else _PLAIN[kind.kind]
    )


ENGINE = PolarsEngine()
