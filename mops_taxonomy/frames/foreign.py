"""Columns and frames of any library that narwhals reads, by way of Arrow."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import narwhals as nw

from mops_taxonomy.frames.arrow import ENGINE

if TYPE_CHECKING:
    from collections.abc import Callable

    from mops_taxonomy.frames.engine import Engine

__all__ = ["frame_of", "reads", "series_of", "values_of"]


def reads(data: Any) -> bool:
    """Whether narwhals reads it."""
    opened = nw.from_native(data, allow_series=True, eager_only=True, pass_through=True)
    return isinstance(opened, (nw.Series, nw.DataFrame))


def series_of(column: Any) -> tuple[Engine, Any, Callable[[Any], Any]]:
    """The column as an Arrow array, and what makes an Arrow table one of its library."""
    series = nw.from_native(column, series_only=True)
    return ENGINE, ENGINE.opened(series.to_arrow()), _giving_back(column, series)


def values_of(column: Any) -> list[Any]:
    """The values of a column."""
    values: list[Any] = nw.from_native(column, series_only=True).to_list()
    return values


def frame_of(frame: Any) -> tuple[Engine, Any, Callable[[Any], Any]]:
    """The frame as an Arrow table, and what makes an Arrow table one of its library."""
    opened = nw.from_native(frame, eager_only=True)
    return ENGINE, opened.to_arrow(), _giving_back(frame, opened)


def _giving_back(data: Any, opened: Any) -> Callable[[Any], Any]:
    def given_back(table: Any) -> Any:
        made = nw.from_arrow(table, backend=opened.implementation)
        return made if data is opened else made.to_native()

    return given_back
