"""What library a column or a frame is of, told without importing any that is not loaded already."""

from __future__ import annotations

from importlib import import_module
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from mops_taxonomy.frames.engine import Engine

__all__ = ["Source", "Table", "engine_of", "listed", "near", "source_of", "table_of"]

_NO_FRAMES = {"array", "builtins", "collections", "itertools", "numpy"}
"""Where types come from that are no frames of anybody."""

_MODULES = {"pandas": "pandas", "polars": "polars", "pyarrow": "arrow"}


class Source:
    """A column and who reads it.

    Attributes:
        engine: the library.
        column: the column, as that library has it.
        given_back: makes of a frame of the engine one of the user's library.
    """

    def __init__(
        self, engine: Engine, column: Any, given_back: Callable[[Any], Any] = lambda frame: frame
    ) -> None:
        self.engine = engine
        self.column = column
        self.given_back = given_back


class Table:
    """A frame and who reads it.

    Attributes:
        engine: the library.
    """

    def __init__(
        self, engine: Engine, frame: Any, given_back: Callable[[Any], Any] = lambda frame: frame
    ) -> None:
        self.engine = engine
        self._frame = frame
        self._given_back = given_back

    def column(self, name: str) -> Any:
        """One column.

        Raises:
            ValueError: there is none of that name.
        """
        names = self.engine.names(self._frame)
        if name not in names:
            raise ValueError(f"the frame has no column {name!r}{near(name, names)}")
        return self.engine.column(self._frame, name)

    def beside(self, others: Mapping[str, Any]) -> Any:
        """The user's frame with the columns of others."""
        return self._given_back(self.engine.beside(self._frame, others))


def source_of(column: Any) -> Source:
    """Who reads a column.

    Raises:
        TypeError: it is no column.
    """
    engine = engine_of(column)
    if engine is not None:
        return Source(engine, engine.opened(column))
    if _narwhal(column):
        from mops_taxonomy.frames.foreign import series_of

        return Source(*series_of(column))
    if hasattr(column, "__arrow_c_stream__") or hasattr(column, "__arrow_c_array__"):
        from mops_taxonomy.frames.arrow import ENGINE, imported

        return Source(ENGINE, imported(column))
    from mops_taxonomy.frames.sequence import ENGINE as SEQUENCES

    return Source(SEQUENCES, SEQUENCES.opened(column))


def near(name: str, names: Iterable[Any]) -> str:
    """Which of some names was meant, or what there are."""
    from rapidfuzz import process  # seldom needed

    known = [str(one) for one in names]
    found = process.extractOne(str(name), known, score_cutoff=70)
    return f"; did you mean {found[0]!r}?" if found else f"; there are {', '.join(map(repr, known))}"


def listed(column: Any) -> list[Any]:
    """The values of any column, of whatever type; None for nulls."""
    engine = engine_of(column)
    if engine is not None:
        return engine.listed(column)
    if _narwhal(column):
        from mops_taxonomy.frames.foreign import values_of

        return values_of(column)
    if hasattr(column, "__arrow_c_stream__") or hasattr(column, "__arrow_c_array__"):
        from mops_taxonomy.frames.arrow import values_of as values_of_capsule

        return values_of_capsule(column)
    return list(column)


def table_of(frame: Any) -> Table:
    """Who reads a frame.

    Raises:
        TypeError: it is no frame.
    """
    engine = engine_of(frame)
    if engine is not None:
        if hasattr(frame, "collect") or not hasattr(frame, "columns"):
            hint = ": collect() it first" if hasattr(frame, "collect") else ""
            raise TypeError(f"a frame is a DataFrame or a Table, not a {type(frame).__name__}{hint}")
        return Table(engine, frame)
    if _narwhal(frame):
        from mops_taxonomy.frames.foreign import frame_of

        return Table(*frame_of(frame))
    from mops_taxonomy.frames.sequence import ENGINE as SEQUENCES

    if not hasattr(frame, "keys"):
        raise TypeError(f"{type(frame).__name__} is no frame of a known library, nor a dict of columns")
    return Table(SEQUENCES, frame)


def engine_of(data: Any) -> Engine | None:
    """The library that some data is of, if it is one of those with a file of its own."""
    module = _MODULES.get(type(data).__module__.partition(".")[0])
    if module is None:
        return None
    engine: Engine = import_module(f"mops_taxonomy.frames.{module}").ENGINE
    return engine


def _narwhal(data: Any) -> bool:
    """Whether narwhals reads it. Plain data is told apart first: for a list nothing is imported."""
    if type(data).__module__.partition(".")[0] in _NO_FRAMES or find_spec("narwhals") is None:
        return False
    from mops_taxonomy.frames.foreign import reads

    return reads(data)
