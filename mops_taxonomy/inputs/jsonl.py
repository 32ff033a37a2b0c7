"""JSON Lines: on every line a name in quotes, or an object."""

from __future__ import annotations

from json import JSONDecodeError
from typing import TYPE_CHECKING, Any

from mops_taxonomy.inputs._error import InputError
from mops_taxonomy.inputs._objects import DECODER, Objects
from mops_taxonomy.inputs._row import RowProblem

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from mops_taxonomy.inputs._row import Item
    from mops_taxonomy.inputs._source import Source

__all__ = ["SUFFIXES", "read", "resembles"]

SUFFIXES = (".jsonl", ".ndjson")


def read(source: Source, columns: Mapping[str, str]) -> Iterator[Item]:
    """The names or objects, as they are read. A line that is not JSON is a problem, and the next is read.

    Raises:
        InputError: not even the first line is JSON, or it has not the columns wanted.
    """
    objects = Objects(columns, source.label)
    number = 0
    for line, text in enumerate(source.lines(), 1):
        if text.isspace():
            continue
        number += 1
        try:
            item = objects.row(DECODER.decode(text.rstrip("\r\n")), line, number)
        except (JSONDecodeError, RecursionError) as error:
            item = _refused(error, source.label, line, number)
        yield item


def resembles(start: str) -> bool:
    """Whether the first line is an object and so is the next, if there is one.

    One object alone around a list is JSON.
    """
    lines = [line for line in start.split("\n") if line.strip()][:2]
    first = _object(lines[0]) if lines else None
    if first is None:
        return False
    if len(lines) == 1:
        return not any(isinstance(value, list) for value in first.values())
    return lines[1].lstrip().startswith("{")


def _refused(error: JSONDecodeError | RecursionError, label: str, line: int, number: int) -> RowProblem:
    if isinstance(error, RecursionError):
        return RowProblem(line, "lists inside lists, too deep to read")
    if number == 1:
        raise InputError(label, f"not JSON Lines: {error.msg}", line, error.colno) from error
    return RowProblem(line, f"not JSON: {error.msg}, at column {error.colno}")


def _object(line: str) -> dict[str, Any] | None:
    try:
        value = DECODER.decode(line)
    except (JSONDecodeError, RecursionError):
        return None
    return value if isinstance(value, dict) else None
