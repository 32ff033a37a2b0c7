"""JSON to nodes, with the place of every key and value and no key twice."""

from __future__ import annotations

import re
from json.decoder import (  # type: ignore[attr-defined]  # not in the stubs, though documented by use
    JSONDecodeError,
    scanstring,
)
from typing import Any, Final

from mops_taxonomy.document.limits import MAX_DEPTH, MAX_NODES, MAX_REPEATED
from mops_taxonomy.document.node import ListNode, MappingNode, ScalarNode, Style
from mops_taxonomy.document.unreadable import Unreadable

__all__ = ["read_json"]

_SPACE: Final = re.compile(r"[ \t\n\r]*")
_WORD: Final = re.compile(r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][-+]?[0-9]+)?|true|false|null")
_STYLES: Final[dict[str, Style]] = {"true": "boolean", "false": "boolean", "null": "null"}


def read_json(text: str) -> tuple[Any, list[Unreadable]]:
    """The document's nodes, and the keys that are repeated.

    Args:
        text: the whole file.

    Raises:
        Unreadable: the file is not JSON, or too deep or too large.
    """
    reader = _Reader(text)
    reader.skip()
    if reader.at_end():
        raise Unreadable("the file is empty", 1)
    root = reader.value(0)
    reader.skip()
    if not reader.at_end():
        raise reader.fault("there is something after the end of the document")
    return root, reader.repeated


class _Reader:
    def __init__(self, text: str) -> None:
        self._text = text
        self._position = 0
        self._line = 1
        self._line_start = 0
        self._nodes = 0
        self.repeated: list[Unreadable] = []

    def at_end(self) -> bool:
        return self._position >= len(self._text)

    def skip(self) -> None:
        match = _SPACE.match(self._text, self._position)
        self._move(match.end() if match else self._position)

    def value(self, depth: int) -> Any:
        self._nodes += 1
        if self._nodes > MAX_NODES:
            raise self.fault(f"the file holds more than {MAX_NODES:,} values")
        if depth > MAX_DEPTH:
            raise self.fault(f"lists and mappings are nested more than {MAX_DEPTH} deep")
        first = self._peek()
        if first == '"':
            return self._string()
        if first == "{":
            return self._mapping(depth)
        if first == "[":
            return self._list(depth)
        return self._word()

    def fault(self, message: str, *, width: int = 1, code: str = "MT901") -> Unreadable:
        line, column = self._at()
        return Unreadable(message, line, column, width=width, code=code)

    def _at(self) -> tuple[int, int]:
        return self._line, self._position - self._line_start + 1

    def _peek(self) -> str:
        return self._text[self._position : self._position + 1]

    def _move(self, end: int) -> None:
        newlines = self._text.count("\n", self._position, end)
        if newlines:
            self._line += newlines
            self._line_start = self._text.rfind("\n", self._position, end) + 1
        self._position = end

    def _string(self) -> ScalarNode:
        at = self._at()
        try:
            text, end = scanstring(self._text, self._position + 1, True)
        except JSONDecodeError as error:
            self._move(min(error.pos, len(self._text)))
            raise self.fault(
                _STRING_WORDS.get(error.msg.partition(" at")[0].lower(), "this text is not closed")
            ) from None
        self._move(end)
        return ScalarNode.of(text, at, "quoted")

    def _word(self) -> ScalarNode:
        match = _WORD.match(self._text, self._position)
        if match is None:
            message = (
                "the file ends too early"
                if self.at_end()
                else "a value is expected here; text stands in double quotes"
            )
            raise self.fault(message)
        style = _STYLES.get(match.group(), "number")
        node = ScalarNode.of("" if style == "null" else match.group(), self._at(), style)
        self._move(match.end())
        return node

    def _list(self, depth: int) -> ListNode:
        node = ListNode(self._at())
        for _ in self._items("]"):
            node.append(self.value(depth + 1))
        return node

    def _mapping(self, depth: int) -> MappingNode:
        node = MappingNode(self._at())
        for _ in self._items("}"):
            key = self._key(node)
            value = self.value(depth + 1)
            node.setdefault(key, value)
        return node

    def _key(self, node: MappingNode) -> ScalarNode:
        if self._peek() != '"':
            raise self.fault("a key in double quotes is expected here")
        start = self.fault("", code="MT903")
        key = self._string()
        if key in node and len(self.repeated) < MAX_REPEATED:
            first: Any = node.key(key)
            start.message = f"the key {str(key)!r} is already on line {first.at[0]}"
            start.width = len(key) + 2
            self.repeated.append(start)
        self.skip()
        if self._peek() != ":":
            raise self.fault("a colon is expected after the key")
        self._move(self._position + 1)
        self.skip()
        return key

    def _items(self, closing: str) -> Any:
        """Stops before every item, and behind the closing bracket."""
        self._move(self._position + 1)
        self.skip()
        while self._peek() != closing:
            yield
            self.skip()
            if self._peek() == closing:
                break
            if self._peek() != ",":
                raise self.fault(f"a comma or {closing} is expected here")
            self._move(self._position + 1)
            self.skip()
            if self._peek() == closing:
                raise self.fault(f"there is a comma too many before {closing}")
        self._move(self._position + 1)


_STRING_WORDS: Final = {
    "unterminated string starting": "this text is not closed with a double quote",
    "invalid control character": "no line break or control character stands in text; write \\n",
    "invalid \\escape": "a backslash begins an escape in JSON: write it twice",
    "invalid \\uxxxx escape": "\\u needs four hexadecimal digits",
}
