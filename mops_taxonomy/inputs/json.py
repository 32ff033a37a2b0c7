"""JSON: a list of names or of objects, or an object around one such list.

The whole text is held in memory; JSON Lines is the format for large inputs.
"""

from __future__ import annotations

import re
from json import JSONDecodeError
from typing import TYPE_CHECKING, Any

from mops_taxonomy.inputs import jsonl
from mops_taxonomy.inputs._columns import quoted
from mops_taxonomy.inputs._error import InputError
from mops_taxonomy.inputs._objects import DECODER, Objects

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from mops_taxonomy.inputs._row import Item
    from mops_taxonomy.inputs._source import Source

__all__ = ["SUFFIXES", "elements", "envelope", "read", "resembles"]

SUFFIXES = (".json",)

_ENVELOPES = ("result", "results", "records", "elements", "values")
_SPACE = re.compile(r"[ \t\r\n]*")
_BEGINNING = re.compile(r'\s*(?:\[\s*(?:["{]|\]\s*$)|\{\s*(?:"|\}\s*$))')


def read(source: Source, columns: Mapping[str, str]) -> Iterator[Item]:
    """The names or objects of the list, in order. Text that is JSON Lines is read as that.

    Raises:
        InputError: the text is not JSON, or holds no list, or several.
    """
    if jsonl.resembles(source.start):
        return jsonl.read(source, columns)
    return _rows(source, columns)


def resembles(start: str) -> bool:
    """Whether the text begins as JSON does, and is not JSON Lines. A name may begin with a bracket."""
    return _BEGINNING.match(start) is not None and not jsonl.resembles(start)


def _rows(source: Source, columns: Mapping[str, str]) -> Iterator[Item]:
    text = source.text()
    objects = Objects(columns, source.label)
    line, counted = 1, 0
    try:
        for number, (at, value) in enumerate(elements(text, source.label), 1):
            line, counted = line + text.count("\n", counted, at), at
            yield objects.row(value, line, number)
    except JSONDecodeError as error:
        raise InputError(source.label, f"not JSON: {error.msg}", error.lineno, error.colno) from error
    except RecursionError as error:
        raise InputError(source.label, "lists inside lists, too deep to read") from error


def elements(text: str, label: str) -> Iterator[tuple[int, Any]]:
    """Each element of the list of names, with its place in the text.

    Args:
        text: the whole input.
        label: the input, for errors.

    Raises:
        InputError: the text holds no list, or several.
        JSONDecodeError: it is not JSON.
        RecursionError: lists stand inside lists, too deep to read.
    """
    return _elements(text, _list_start(text, label))


def envelope(lists: Mapping[str, list[Any]], label: str) -> str:
    """The key of the list with the names: the only one, or the only one called as interfaces call it."""
    for keys in (list(lists), [key for key in lists if key in _ENVELOPES]):
        if len(keys) == 1:
            return keys[0]
    if not lists:
        raise InputError(label, "holds no list of names")
    several = ", ".join(map(quoted, lists))
    raise InputError(label, f"holds several lists: {several}; keep one")


def _list_start(text: str, label: str) -> int:
    """Where the list begins; what stands around it is checked on the way."""
    at = _skip(text, 0)
    if text[at : at + 1] == "[":
        return at
    value, end = DECODER.raw_decode(text, at)
    _check_end(text, end)
    if not isinstance(value, dict):
        raise InputError(label, "holds no list of names")
    lists = {key: inner for key, inner in value.items() if isinstance(inner, list)}
    return _member_start(text, at, envelope(lists, label))


def _member_start(text: str, at: int, wanted: str) -> int:
    """Where the value of a key of the object at `at` begins; the last one, where the key stands twice."""
    found = at
    at = _skip(text, at + 1)
    while text[at] != "}":
        key, end = DECODER.raw_decode(text, at)
        start = _skip(text, _skip(text, end) + 1)
        found = start if key == wanted else found
        at = _skip(text, DECODER.raw_decode(text, start)[1])
        at = _skip(text, at + 1) if text[at] == "," else at
    return found


def _elements(text: str, start: int) -> Iterator[tuple[int, Any]]:
    """Each element of the list at `start`, with its place."""
    at = _skip(text, start + 1)
    more = text[at : at + 1] != "]"
    while more:
        value, end = DECODER.raw_decode(text, at)
        yield at, value
        at = _skip(text, end)
        more = text[at : at + 1] == ","
        if more:
            at = _skip(text, at + 1)
        elif text[at : at + 1] != "]":
            raise JSONDecodeError("Expecting ',' delimiter", text, at)
    if _skip(text, 0) == start:  # the list is the whole text, and not inside an object already read
        _check_end(text, at + 1)


def _check_end(text: str, end: int) -> None:
    end = _skip(text, end)
    if end != len(text):
        raise JSONDecodeError("Extra data", text, end)


def _skip(text: str, at: int) -> int:
    found = _SPACE.match(text, at)
    return found.end() if found else at
