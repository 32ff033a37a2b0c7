"""Columns and frames of any library that narwhals reads."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import narwhals as nw

from mops_taxonomy.frames.source import engine_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from mops_taxonomy.frames.engine import Engine

__all__ = ["frame_of", "reads", "series_of", "values_of"]


def reads(data: Any) -> bool:
    """Whether narwhals reads it."""
    opened = nw.from_native(data, allow_series=True, eager_only=True, pass_through=True)
    return isinstance(opened, (nw.Series, nw.DataFrame))


def series_of(column: Any) -> tuple[Engine, Any, Callable[[Any], Any]]:
    """Who reads the column, the column as that library has it, and what makes of a frame one of the user's.

    What narwhals only wraps is read by the library that it is of; everything else by way of Arrow.
    """
    series = nw.from_native(column, series_only=True)
    engine = engine_of(series.to_native())
    if engine is not None:
        return engine, engine.opened(series.to_native()), nw.from_native
    from mops_taxonomy.frames.arrow import ENGINE  # which what is read by its own library can do without

    return ENGINE, ENGINE.opened(series.to_arrow()), _giving_back(column, series)


def values_of(column: Any) -> list[Any]:
    """The values of a column."""
    values: list[Any] = nw.from_native(column, series_only=True).to_list()
    return values


def frame_of(frame: Any) -> tuple[Engine, Any, Callable[[Any], Any]]:
    """The same for a frame."""
    opened = nw.from_native(frame, eager_only=True)
    engine = engine_of(opened.to_native())
    if engine is not None:
        return engine, opened.to_native(), nw.from_native
    from mops_taxonomy.frames.arrow import ENGINE  # the same

    return ENGINE, opened.to_arrow(), _giving_back(frame, opened)


def _giving_back(data: Any, opened: Any) -> Callable[[Any], Any]:
    def given_back(table: Any) -> Any:
        made = nw.from_arrow(table, backend=opened.implementation)
        return made if data is opened else made.to_native()

    return given_back
