"""Columns of pandas: Series; their frame is a DataFrame with the same index."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd
from pandas.api.types import union_categoricals

from mops_taxonomy.frames.cells import Coded, Numbers, Texts, Values
from mops_taxonomy.frames.engine import Engine, Splitter, stored
from mops_taxonomy.frames.terms import numbered

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from mops_taxonomy.frames.cells import Cells, Codes
    from mops_taxonomy.frames.schema import ColumnType

__all__ = ["ENGINE", "PandasEngine"]

_PLAIN: dict[str, Any] = {"text": "str", "integer": "int64", "share": "float64"}


class PandasEngine(Engine):
    """pandas; with pyarrow, which it then has loaded itself, names are split on their bytes."""

    def __init__(self) -> None:
        self.splits = "pyarrow" in sys.modules

    def opened(self, column: Any) -> Any:
        """The column as a series.

        Raises:
            TypeError: it is no series nor an index, or it holds something else than texts.
        """
        if isinstance(column, pd.Index) and not isinstance(column, pd.MultiIndex):
            column = pd.Series(column.array, index=column, dtype=column.dtype)
        if not isinstance(column, pd.Series):
            raise TypeError(
                f"a column is a Series, not a {type(column).__name__}: take one, such as frame['campaign']"
            )
        if self.encoded(column):
            _texts(column[:0])
            return column
        return _texts(column)

    def listed(self, column: Any) -> list[Any]:
        """The column as a list."""
        return column.astype(object).where(column.notna(), None).tolist()  # type: ignore[no-any-return]

    def names(self, frame: Any) -> list[str]:
        """The names of a data frame."""
        return list(frame.columns)

    def encoded(self, column: Any) -> bool:
        """Whether it is of categories."""
        return isinstance(column.dtype, pd.CategoricalDtype)

    def distinct(self, column: Any, expected: int = 0) -> tuple[Any, Any]:
        """The texts in the order of their first row, and a number for each row."""
        del expected
        numbers, texts = pd.factorize(column, use_na_sentinel=False)
        kept = texts.categories.dtype if self.encoded(texts) else texts.dtype
        return pd.Series(texts.astype(kept), dtype=kept), numbers

    def picked(self, column: Any, rows: Any) -> Any:
        """By place."""
        return column.iloc[rows]

    def texts(self, column: Any) -> list[str | None]:
        """The column as a list.

        Raises:
            TypeError: it holds something else than texts and nulls.
        """
        texts = _texts(column)
        return texts.astype(object).where(texts.notna(), None).tolist()  # type: ignore[no-any-return]

    def splitter(self, column: Any) -> Splitter | None:
        """pyarrow; None where Arrow cannot hold the texts, such as half a pair of surrogates."""
        import pyarrow as pa

        from mops_taxonomy.frames.arrow import ENGINE as ARROW

        try:
            return ARROW.splitter(pa.array(_texts(column), pa.large_string(), from_pandas=True))
        except (UnicodeEncodeError, pa.ArrowException):
            return None

    def frame(self, cells: Mapping[str, Cells]) -> Any:
        """A data frame, numbered from 0."""
        return pd.DataFrame({name: _array(one) for name, one in cells.items()}, copy=False)

    def taken(self, frame: Any, rows: Any) -> Any:
        """By place."""
        return frame.take(rows).reset_index(drop=True)

    def indexed(self, frame: Any, column: Any) -> Any:
        """The frame with the index of the column."""
        frame.index = column.index
        return frame

    def stacked(self, frames: Sequence[Any]) -> Any:
        """By `concat`; categories by `union_categoricals`."""
        made = pd.concat(frames, ignore_index=True)
        for name, kind in frames[0].dtypes.items():
            if isinstance(kind, pd.CategoricalDtype):
                made[name] = union_categoricals([frame[name] for frame in frames])
        return made

    def beside(self, frame: Any, others: Mapping[str, Any]) -> Any:
        """One data frame."""
        made = frame.copy(deep=False)
        for name, other in others.items():
            for column in other.columns:
                made[f"{name}.{column}"] = other[column]
        return made

    def table(self, columns: Mapping[str, Sequence[Any]], types: Mapping[str, str]) -> Any:
        """A data frame."""
        return pd.DataFrame(dict(columns)).astype({name: _PLAIN[kind] for name, kind in types.items()})


def _texts(column: Any) -> Any:
    """The column as texts.

    Raises:
        TypeError: it holds something else.
    """
    if isinstance(column.dtype, pd.CategoricalDtype):
        column = column.astype(column.cat.categories.dtype)
    if isinstance(column.dtype, pd.StringDtype) or (column.dtype == object and _textual(column)):
        return column
    if isinstance(column.dtype, pd.ArrowDtype):
        from mops_taxonomy.frames.arrow import texts_of

        texts = pd.arrays.ArrowExtensionArray(texts_of(column.array.__arrow_array__()))
        return pd.Series(texts, index=column.index)
    if column.dtype != object and column.isna().all():
        return column.astype(object)
    raise TypeError(_refusal(column))


def _textual(column: Any) -> bool:
    """Whether a column of objects holds texts and nulls, of whatever kind these are."""
    inferred = pd.api.types.infer_dtype(column, skipna=True)
    return inferred in {"string", "empty"} or all(isinstance(one, str) or _is_null(one) for one in column)


def _is_null(value: Any) -> bool:
    return bool(pd.api.types.is_scalar(value) and pd.isna(value))


def _refusal(column: Any) -> str:
    """What a column holds that is no text."""
    if column.dtype != object:
        return f"a column of names holds texts, not {column.dtype}"
    other = next(value for value in column if not isinstance(value, str) and not _is_null(value))
    return f"a column of names holds texts, not {type(other).__name__}: {other!r}"


def _array(cells: Cells) -> Any:
    """The pandas array of some cells."""
    match cells:
        case Coded(known, codes) if known.type.kind == "term":
            (terms, numbers), rows = known.made(codes, _terms)
            return pd.Categorical.from_codes(numbers[rows], terms)
        case Coded(known, codes):
            values, rows = known.made(codes, _plain)
            return values.take(rows)
        case Texts(_, column):
            return pd.array(column, dtype="str")
        case Numbers(_, numbers, present):
            return pd.arrays.IntegerArray(numbers, ~present)
        case Values(kind, listed):
            if kind.kind != "term":
                return _plain(kind, listed)
            terms, numbers = _terms(kind, listed)
            return pd.Categorical.from_codes(numbers, terms)


def _terms(kind: ColumnType, values: list[Any]) -> tuple[Any, Codes]:
    """The terms of a column, and the number of each value."""
    terms, numbers = numbered(kind, values)
    return pd.Index(terms, dtype=object), numbers


def _plain(kind: ColumnType, values: list[Any]) -> Any:
    """The values as a pandas array."""
    match kind.kind:
        case "list":
            made = np.empty(len(values), object)
            for at, value in enumerate(stored(values)):
                made[at] = value
            return made
        case "boolean":
            return pd.array(values, dtype="boolean")
        case "integer":
            return pd.array(stored(values), dtype="Int64")
        case "date":
            return np.array(values, "datetime64[D]").astype("datetime64[s]")
    return pd.array(values, dtype="str")


ENGINE = PandasEngine()
