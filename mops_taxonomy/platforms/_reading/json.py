"""JSON in pieces: each record is read when it is asked for, and what is whole before a cut is read."""

from __future__ import annotations

from json import JSONDecodeError, JSONDecoder
from typing import TYPE_CHECKING, Any

from mops_taxonomy.platforms._reading.pages import LISTS, holds_records, unpacked
from mops_taxonomy.platforms._reading.raw import Broken, Page, Raw

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["DECODER", "Cursor", "read_json", "read_lines"]

_SPACE = " \t\n\r"
_DEEP = "lists inside lists, too deep to read"
_WORDS = ("", "true", "false", "null", "-", "\\u")
_LONGEST_NUMBER = 4_000  # Python refuses to read longer ones


def _integer(text: str) -> int | str:
    return int(text) if len(text) <= _LONGEST_NUMBER else text


DECODER = JSONDecoder(parse_int=_integer, parse_constant=str)
"""Numbers too long to be any, and `NaN`, stay text."""


class Cursor:
    """A place in a text that is read on as it is needed.

    Attributes:
        text: what is held of the text.
        at: the place in it.
    """

    def __init__(self, pieces: Iterator[str]) -> None:
        self._pieces = pieces
        self.text = ""
        self.at = 0
        self._line = 1
        self._counted = 0

    @property
    def line(self) -> int:
        """The line of the place, from 1."""
        self._line += self.text.count("\n", self._counted, self.at)
        self._counted = self.at
        return self._line

    def peek(self) -> str:
        """The next character that is no space; empty at the end."""
        while True:
            while self.at < len(self.text) and self.text[self.at] in _SPACE:
                self.at += 1
            if self.at < len(self.text):
                return self.text[self.at]
            if not self._more():
                return ""

    def skip(self, wanted: str) -> None:
        """Go past a character.

        Raises:
            JSONDecodeError: another is there, or the end.
        """
        if self.peek() != wanted:
            raise JSONDecodeError(f"Expecting '{wanted}'", self.text, self.at)
        self.at += 1

    def value(self) -> Any:
        """Read a value and go past it.

        Raises:
            JSONDecodeError: there is none. The place is then where it was.
            RecursionError: it is too deep.
        """
        self.peek()
        while True:
            try:
                value, end = DECODER.raw_decode(self.text, self.at)
            except JSONDecodeError as error:
                if not self._may_go_on(error) or not self._more():
                    raise
                continue
            if end == len(self.text) and self.text[self.at] not in '{["' and self._more():
                continue  # a number may go on
            self.at = end
            return value

    def _may_go_on(self, error: JSONDecodeError) -> bool:
        """Whether the error may only be the end of what is held."""
        return error.msg.startswith("Unterminated") or error.pos >= len(self.text) - 12

    def _more(self) -> bool:
        """Read on, as much again as is held: so a long value is not tried too often."""
        _ = self.line
        self.text = self.text[self.at :]
        self.at = self._counted = 0
        wanted = 2 * len(self.text) + 1
        parts, length = [self.text], len(self.text)
        for piece in self._pieces:
            parts.append(piece)
            length += len(piece)
            if length >= wanted:
                break
        grown = length > len(self.text)
        self.text = "".join(parts)
        return grown


def read_json(pieces: Iterator[str]) -> Iterator[Raw | Page | Broken]:
    """The records of a JSON text, or of several that follow one another.

    Args:
        pieces: the text.
    """
    cursor = Cursor(pieces)
    while cursor.peek():
        try:
            yield from _top(cursor)
        except (JSONDecodeError, RecursionError) as error:
            yield Broken(_explained(error), cursor.line, rest=True)
            return


def read_lines(lines: Iterator[str]) -> Iterator[Raw | Page | Broken]:
    """The records of JSON Lines. A line that is not JSON is told, and the next is read."""
    for number, line in enumerate((one.strip() for one in lines), 1):
        if not line:
            continue
        try:
            value = DECODER.decode(line)
        except RecursionError:
            yield Broken(f"cannot be read: {_DEEP}", number)
        except JSONDecodeError as error:
            yield from _line_cut(line, number, error)
        else:
            yield from unpacked(value, number)


def _line_cut(line: str, number: int, error: JSONDecodeError) -> Iterator[Raw | Page | Broken]:
    """What is whole in a line that is not: some records of a page."""
    for found in read_json(iter((line,))):
        if isinstance(found, Broken):
            yield Broken(f"is not JSON: {error.msg}, at column {error.colno:,}", number, found.within)
        else:
            yield found._replace(line=number)


def _top(cursor: Cursor) -> Iterator[Raw | Page]:
    start = cursor.peek()
    if start == "[":
        yield from _list(cursor)
    elif start == "{":
        yield from _object(cursor, "")
    else:
        line = cursor.line
        yield Raw(cursor.value(), line)


def _list(cursor: Cursor) -> Iterator[Raw | Page]:
    for index in _elements(cursor):
        line, within = cursor.line, f"[{index}]"
        try:
            value = cursor.value()
        except JSONDecodeError:
            if cursor.peek() != "{":
                raise
            yield from _object(cursor, within)  # a page that is cut has whole records before the cut
        else:
            yield from unpacked(value, line, within, depth=1)


def _elements(cursor: Cursor) -> Iterator[int]:
    """The number of each element of a list, with the cursor in front of it."""
    cursor.skip("[")
    index = 0
    while cursor.peek() != "]":
        if index:
            cursor.skip(",")
            cursor.peek()
        yield index
        index += 1
    cursor.skip("]")


def _object(cursor: Cursor, within: str) -> Iterator[Raw | Page]:
    """A record, or a page whose records are read one by one."""
    line = cursor.line
    around: dict[str, Any] = {}
    lists: set[str] = set()
    try:
        for key in _keys(cursor):
            if key in LISTS and cursor.peek() == "[":
                yield from _inner(cursor, key, around, within, lists)
            else:
                around[key] = cursor.value()
    except (JSONDecodeError, RecursionError):
        if lists and around:
            yield Page(around, line, within)
        raise
    if lists:
        yield Page(around, line, within)
    else:
        yield from unpacked(around, line, within, depth=1)


def _inner(cursor: Cursor, key: str, around: dict[str, Any], within: str, lists: set[str]) -> Iterator[Raw]:
    """The records of a list in an object; where it turns out to be none of records, it is left in `around`."""
    gathered: list[Any] = []
    records = holds_records(key, None, around)
    for index in _elements(cursor):
        line, value = cursor.line, cursor.value()
        records = records if index else holds_records(key, value, around)
        if records:
            lists.add(key)
            yield Raw(value, line, f"{within}.{key}[{index}]".lstrip("."), around)
        else:
            gathered.append(value)
    if key not in lists:
        around[key] = gathered


def _keys(cursor: Cursor) -> Iterator[str]:
    cursor.skip("{")
    first = True
    while cursor.peek() != "}":
        if not first:
            cursor.skip(",")
        first = False
        if cursor.peek() != '"':
            raise JSONDecodeError("Expecting property name enclosed in double quotes", cursor.text, cursor.at)
        key = cursor.value()
        cursor.skip(":")
        yield key
    cursor.skip("}")


def _explained(error: JSONDecodeError | RecursionError) -> str:
    if isinstance(error, RecursionError):
        return f"cannot be read: {_DEEP}"
    rest = error.doc[error.pos :].strip()
    cut = error.msg.startswith("Unterminated") or any(word.startswith(rest) for word in _WORDS)
    return "is cut off: the source ends inside it" if cut else f"is not JSON: {error.msg}"
