"""The same column in every library, and any frame as plain lists."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING, Any

import pandas as pd
import polars as pl
import pyarrow as pa
from narwhals import DataFrame, from_native

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["COLUMNS", "Capsule", "encodable", "fitting", "plain", "scalar"]


class Capsule:
    """An object that only hands out Arrow data."""

    def __init__(self, texts: list[str | None]) -> None:
        self._array = pa.array(texts, pa.string())

    def __arrow_c_array__(self, requested_schema: object = None) -> Any:
        return self._array.__arrow_c_array__(requested_schema)


def _chunked(texts: list[str | None]) -> Any:
    middle = len(texts) // 2
    return pa.chunked_array([texts[:middle], [], texts[middle:]], pa.string())


def _indexed(texts: list[str | None]) -> Any:
    return pd.Series(texts, index=range(len(texts), 0, -1), dtype="str")


COLUMNS: dict[str, Callable[[list[str | None]], Any]] = {
    "list": list,
    "tuple": tuple,
    "pandas": _indexed,
    "pandas objects": lambda texts: pd.Series(texts, dtype=object),
    "pandas categories": lambda texts: pd.Series(texts, dtype="str").astype("category"),
    "polars": lambda texts: pl.Series("name", texts, pl.String),
    "polars categories": lambda texts: pl.Series("name", texts, pl.String).cast(pl.Categorical),
    "pyarrow": lambda texts: pa.array(texts, pa.string()),
    "pyarrow slice": lambda texts: pa.array(["a_b", None, *texts], pa.large_string())[2:],
    "pyarrow views": lambda texts: pa.array(texts, pa.string_view()),
    "pyarrow chunks": _chunked,
    "pyarrow dictionary": lambda texts: pa.array(texts, pa.string()).dictionary_encode(),
    "narwhals": lambda texts: from_native(pl.Series("name", texts, pl.String), series_only=True),
    "capsule": Capsule,
}


def encodable(text: str | None) -> bool:
    """Whether libraries that hold UTF-8 can hold the text."""
    return text is None or not any("\ud800" <= character <= "\udfff" for character in text)


def plain(frame: Any) -> dict[str, list[Any]]:
    """The columns of any frame as lists of plain values."""
    if isinstance(frame, DataFrame):
        frame = frame.to_native()
    if isinstance(frame, pd.DataFrame):
        return {name: [_plain(value) for value in frame[name].tolist()] for name in frame}
    if isinstance(frame, pl.DataFrame):
        return frame.to_dict(as_series=False)
    if isinstance(frame, pa.Table):
        return frame.to_pydict()  # type: ignore[no-any-return]
    return dict(frame)


def _plain(value: Any) -> Any:
    if isinstance(value, list):
        return value
    if value is None or pd.isna(value):
        return None
    return value.date() if isinstance(value, datetime) else value


def scalar(convention: Any, texts: list[str | None], asked: dict[str, Any]) -> dict[str, list[Any]]:
    """What `Convention` says of each text, one by one."""
    rows: list[dict[str, Any]] = []
    fields = list(dict.fromkeys(path for form in convention.forms for path in form.kinds))
    verdicts = ("valid", "form", "code", "field")
    names = {verdict: f"{verdict}_" if verdict in fields else verdict for verdict in verdicts}
    for text in texts:
        row: dict[str, Any] = dict.fromkeys((*fields, *names.values()))
        if text is not None:
            report = convention.check(text, **asked)
            row[names["valid"]] = convention.is_valid(text, **asked)
            if row[names["valid"]]:
                name = convention.parse(text, **asked)
                row |= {path: _shown(name[path]) for path in name} | {names["form"]: name.form}
            else:
                first = next(one for one in report.findings if one.severity == "error")
                row |= {names["code"]: first.code, names["field"]: first.field}
        rows.append(row)
    return {name: [row[name] for row in rows] for name in (*fields, *names.values())}


def _shown(value: Any) -> Any:
    if isinstance(value, tuple):
        return [_shown(item) for item in value]
    return value if isinstance(value, (int, str, date)) else str(value)


def fitting(columns: dict[str, list[Any]]) -> dict[str, list[Any]]:
    """The columns as 64 bits hold them: null for each number that has no place."""
    return {name: [_fitting(value) for value in values] for name, values in columns.items()}


def _fitting(value: Any) -> Any:
    if isinstance(value, list):
        return list(map(_fitting, value))
    return None if isinstance(value, int) and not -(2**63) <= value < 2**63 else value
