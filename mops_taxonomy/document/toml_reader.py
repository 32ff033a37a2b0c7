"""TOML to nodes. The standard reader gives the values, a scanner of our own the places."""

from __future__ import annotations

import datetime as dt
import re
import tomllib
from typing import TYPE_CHECKING, Any, Final

from mops_taxonomy.document.limits import MAX_DEPTH, MAX_NODES
from mops_taxonomy.document.node import At, ListNode, MappingNode, Path, ScalarNode, Style
from mops_taxonomy.document.toml_places import Where, scan_places
from mops_taxonomy.document.unreadable import Unreadable

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["read_toml"]

_MOST_DOTS: Final = 200

_WHERE: Final = re.compile(r" \(at (?:line (\d+), column (\d+)|end of document)\)$")


def read_toml(text: str) -> tuple[Any, list[Unreadable]]:
    """The document's nodes. TOML's own reader refuses repeated keys, so the list of them is empty.

    Args:
        text: the whole file.

    Raises:
        Unreadable: the file is not TOML, or too deep or too large.
    """
    text = text.replace("\r\n", "\n")
    _refuse_long_keys(text)
    try:
        values = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise _in_plain_words(str(error), text) from None
    except RecursionError:
        raise _too_deep(1, 1) from None
    if not values:
        raise Unreadable("the file is empty", 1)
    return _Builder(scan_places(text)).mapping(values, (), (1, 1)), []


def _refuse_long_keys(text: str) -> None:
    """The standard reader takes quadratic time for a dotted key."""
    for number, line in enumerate(text.split("\n"), 1):
        if line.count(".") > _MOST_DOTS and line.partition("=")[0].count(".") > _MOST_DOTS:
            raise _too_deep(number, 1)


def _in_plain_words(message: str, text: str) -> Unreadable:
    where = _WHERE.search(message)
    problem = message[: where.start()] if where else message
    if where and where.group(1):
        line, column = int(where.group(1)), int(where.group(2))
    else:
        line, column = text.count("\n") + 1, 1
    repeated = "overwrite" in problem or "twice" in problem
    if repeated:
        # The standard reader stops behind the value; the key at the start of the line is the fault.
        return Unreadable("this key or table is already set above", line, code="MT903")
    return Unreadable(
        _WORDS.get(problem, f"this is not TOML: {problem[:1].lower()}{problem[1:]}"), line, column
    )


_WORDS: Final = {
    "Invalid value": "a value is expected here; text stands in quotes",
    "Expected '=' after a key in a key/value pair": "an equals sign is expected after the key",
    "Unterminated string": "this text is not closed with a quote",
    "Unclosed array": "a list needs a comma between items and a ] at the end",
    "Unclosed inline table": "a mapping in { } needs a comma between keys and a } at the end",
    "Expected newline or end of document after a statement": "one line holds one key; this is something more",
    "Unescaped '\\' in a string": "a backslash in double quotes begins an escape: use single quotes",
}


class _Builder:
    def __init__(self, places: Mapping[Path, Where]) -> None:
        self._places = places
        self._nodes = 0

    def mapping(self, values: dict[str, Any], path: Path, at: At) -> MappingNode:
        node = MappingNode(self._value_at(path, at))
        for name, value in values.items():
            inner = (*path, name)
            key_at = self._places[inner].key if inner in self._places else node.at
            node[ScalarNode.of(name, key_at, "plain")] = self._node(value, inner, key_at)
        return node

    def _node(self, value: Any, path: Path, at: At) -> Any:
        self._nodes += 1
        if self._nodes > MAX_NODES or len(path) > MAX_DEPTH:
            raise _too_much(path, at)
        if isinstance(value, dict):
            return self.mapping(value, path, at)
        if isinstance(value, list):
            items = ListNode(self._value_at(path, at))
            items.extend(self._node(item, (*path, i), items.at) for i, item in enumerate(value))
            return items
        where = self._places.get(path)
        written = where.written if where else None
        return _scalar(value, self._value_at(path, at), written)

    def _value_at(self, path: Path, fallback: At) -> At:
        where = self._places.get(path)
        return where.value if where else fallback


def _too_much(path: Path, at: At) -> Unreadable:
    line, column = at if isinstance(at, tuple) else (1, 1)
    if len(path) > MAX_DEPTH:
        return _too_deep(line, column)
    return Unreadable(f"the file holds more than {MAX_NODES:,} values", line, column)


def _too_deep(line: int, column: int) -> Unreadable:
    return Unreadable(f"lists and mappings are nested more than {MAX_DEPTH} deep", line, column)


def _scalar(value: Any, at: At, written: str | None) -> ScalarNode:
    if isinstance(value, str):
        return ScalarNode.of(value, at, "quoted")
    style: Style = "number"
    if isinstance(value, bool):
        style = "boolean"
    elif isinstance(value, dt.date | dt.time):
        style = "date"
    # A whole number may be written with underscores or in hexadecimal; the number is meant, not its spelling.
    text = str(value) if isinstance(value, int) and style == "number" else written or str(value)
    return ScalarNode.of(text, at, style)
