"""What a source holds, before it is a record."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["Broken", "Page", "Raw"]


class Raw(NamedTuple):
    """What ought to be a record.

    Attributes:
        value: as the source has it: an object, or something that is none.
        line: the line that it begins on, from 1; None where that is not known.
        within: the way to it inside the source, `result[3]`; empty where the source is only it.
        around: what stands beside the list that it is in, as far as it has been read.
        table: whether it is a row of a table, in which every value is text and empty text says nothing.
    """

    value: Any
    line: int | None = None
    within: str = ""
    around: Mapping[str, Any] = {}
    table: bool = False


class Page(NamedTuple):
    """The end of a page: what stood beside its list of records."""

    around: Mapping[str, Any]
    line: int | None = None
    within: str = ""


class Broken(NamedTuple):
    """A part of a source that is no record, or not a whole one.

    Attributes:
        reason: what is wrong with it, as a sentence goes on after `record 7`.
        line: where.
        within: the way to it.
        rest: whether everything behind it is lost with it.
    """

    reason: str
    line: int | None = None
    within: str = ""
    rest: bool = False
