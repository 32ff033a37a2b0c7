"""Columns of polars: Series; their frame is a DataFrame."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
import polars as pl

from mops_taxonomy.frames.cells import Buffer, Coded, Numbers, Spans
from mops_taxonomy.frames.engine import Engine, stored
from mops_taxonomy.frames.terms import numbered

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from mops_taxonomy.frames.cells import Cells, Mask

__all__ = ["ENGINE", "PolarsEngine"]

_PLAIN: dict[str, Any] = {"date": pl.Date, "integer": pl.Int64, "text": pl.String, "boolean": pl.Boolean}


class PolarsEngine(Engine):
    """polars."""

    def opened(self, column: Any) -> Any:
        """The column as texts.

        Raises:
            TypeError: it is no series, or it holds something else.
        """
        if not isinstance(column, pl.Series):
            raise TypeError(f"a column is a Series, not {type(column).__name__}")
        return _texts(column)

    def listed(self, column: Any) -> list[Any]:
        """The column as a list."""
        return column.to_list()  # type: ignore[no-any-return]

    def names(self, frame: Any) -> list[str]:
        """The names of a data frame."""
        return list(frame.columns)

    def distinct(self, column: Any) -> tuple[Any, Any]:
        """The texts in the order of their first row, and a number for each row."""
        texts = _texts(column)
        physical = texts.cast(pl.Categorical(pl.Categories.random())).to_physical()
        firsts = physical.arg_unique()
        # What has no number is null: it is numbered behind all others.
        beyond = (physical.max() or 0) + 1
        known = physical.fill_null(beyond).to_numpy()
        numbers = np.zeros(beyond + 1, np.uint32)
        numbers[known[firsts.to_numpy()]] = np.arange(len(firsts), dtype=np.uint32)
        return texts.gather(firsts), numbers[known]

    def picked(self, column: Any, rows: Any) -> Any:
        """By `gather`."""
        return column.gather(rows)

    def texts(self, column: Any) -> list[str | None]:
        """The column as a list."""
        return _texts(column).to_list()  # type: ignore[no-any-return]

    def buffer(self, column: Any) -> Buffer | None:
        """The bytes of the column."""
        texts = _texts(column)
        lengths = texts.str.len_bytes().fill_null(0).to_numpy()
        if not lengths.any():
            return None
        bytes_of = texts.cast(pl.Binary).cast(pl.List(pl.UInt8))
        data = bytes_of.explode(empty_as_null=False, keep_nulls=False).to_numpy()
        offsets = np.zeros(len(texts) + 1, np.int64)
        np.cumsum(lengths, out=offsets[1:])
        present = texts.is_not_null().to_numpy() if texts.null_count() else None
        return Buffer(data, offsets, present)

    def matching(self, column: Any, spans: Spans, pattern: str) -> Mask:
        """By Rust's `regex`."""
        return _cut(column, spans).str.contains(pattern).fill_null(value=False).to_numpy()  # type: ignore[no-any-return]

    def frame(self, column: Any, cells: Mapping[str, Cells]) -> Any:
        """A data frame."""
        return pl.DataFrame([_series(column, one).alias(name) for name, one in cells.items()])

    def taken(self, frame: Any, rows: Any) -> Any:
        """By `gather`, the columns side by side."""
        numbers = pl.Series(rows)
        return frame.lazy().select(pl.all().gather(numbers)).collect()

    def beside(self, frame: Any, others: Mapping[str, Any]) -> Any:
        """One data frame."""
        renamed = (
            other.rename({column: f"{name}.{column}" for column in other.columns})
            for name, other in others.items()
        )
        return pl.concat([frame, *renamed], how="horizontal")

    def table(self, columns: Mapping[str, Sequence[Any]]) -> Any:
        """A data frame."""
        return pl.DataFrame(dict(columns))


def _texts(column: Any) -> Any:
    """The column as texts.

    Raises:
        TypeError: it holds something else.
    """
    if column.dtype == pl.String:
        return column
    if isinstance(column.dtype, (pl.Categorical, pl.Enum, pl.Null)):
        return column.cast(pl.String)
    raise TypeError(f"a column of names holds texts, not {column.dtype}")


def _cut(column: Any, spans: Spans) -> Any:
    """The parts of the names."""
    if not spans.cut:
        at = pl.DataFrame({"name": _texts(column), "start": spans.starts, "length": spans.lengths})
        part = pl.col("name").cast(pl.Binary).bin.slice("start", "length").cast(pl.String)
        spans.cut.append(at.select(part).to_series())
    at = pl.DataFrame({"part": spans.cut[0], "present": spans.present})
    return at.select(pl.when("present").then("part")).to_series()


def _series(column: Any, cells: Cells) -> Any:
    """The series of some cells."""
    if isinstance(cells, Spans):
        return _cut(column, cells)
    if isinstance(cells, Numbers):
        series = pl.Series(cells.numbers)
        if cells.present.all():
            return series
        return pl.DataFrame({"n": series, "p": cells.present}).select(pl.when("p").then("n")).to_series()
    kind, values = cells.type, cells.values
    if kind.kind == "term":
        terms = numbered(cells._replace(codes=np.zeros(0, np.int32)) if isinstance(cells, Coded) else cells)[
            0
        ]
        made = pl.Series(values, dtype=pl.Enum(terms))
    elif kind.kind == "list":
        item = kind.item if stored(values) else "text"
        kept = values if item == kind.item else [value and list(map(str, value)) for value in values]
        made = pl.Series(kept, dtype=pl.List(_PLAIN[item]))
    elif stored(values):
        made = pl.Series(values, dtype=_PLAIN[kind.kind])
    else:
        made = pl.Series([None if value is None else str(value) for value in values], dtype=pl.String)
    return made.gather(cells.codes) if isinstance(cells, Coded) else made


ENGINE = PolarsEngine()
