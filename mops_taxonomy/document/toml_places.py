"""Where the keys and values of a TOML file stand. The file is known to be valid, so this only looks."""

from __future__ import annotations

import re
import tomllib
from typing import TYPE_CHECKING, Final, NamedTuple

from mops_taxonomy.document.limits import MAX_DEPTH
from mops_taxonomy.document.unreadable import Unreadable

if TYPE_CHECKING:
    from mops_taxonomy.document.node import Path

__all__ = ["Where", "scan_places"]

_BLANK: Final = re.compile(r"(?:[ \t\n]|#[^\n]*)*")
_KEY_PART: Final = re.compile(r"""[ \t]*("(?:[^"\\\n]|\\.)*"|'[^'\n]*'|[A-Za-z0-9_-]+)[ \t]*""")
_TEXT: Final = re.compile(
    r'"{3}(?:[^\\]|\\.)*?"{3,5}(?!")'
    r"|'{3}.*?'{3,5}(?!')"
    r'|"(?:[^"\\\n]|\\.)*"'
    r"|'[^'\n]*'",
    re.DOTALL,
)
_WORD: Final = re.compile(r"[^,\]}\n#]+")


class Where(NamedTuple):
    """The places of a key and its value, and the value as written if it is a bare word."""

    key: tuple[int, int]
    value: tuple[int, int]
    written: str | None = None


def scan_places(text: str) -> dict[Path, Where]:
    r"""The place of every key and value, by its path.

    Args:
        text: valid TOML with `\n` line ends.

    Raises:
        Unreadable: a key is nested too deeply.
    """
    return _Scanner(text).scan()


class _Scanner:
    def __init__(self, text: str) -> None:
        self._text = text
        self._position = 0
        self._places: dict[Path, Where] = {}
        self._counts: dict[Path, int] = {}
        self._line = 1
        self._counted = 0

    def scan(self) -> dict[Path, Where]:
        table: Path = ()
        self._blank()
        while self._position < len(self._text):
            table = self._header() if self._text[self._position] == "[" else self._pair(table)
            self._blank()
        return self._places

    def _at(self) -> tuple[int, int]:
        self._line += self._text.count("\n", self._counted, self._position)
        self._counted = self._position
        return self._line, self._position - self._text.rfind("\n", 0, self._position)

    def _blank(self) -> None:
        match = _BLANK.match(self._text, self._position)
        self._position = match.end() if match else self._position

    def _header(self) -> Path:
        """Reads `[a.b]` or `[[a.b]]` and returns the path of its table."""
        repeated = self._text.startswith("[[", self._position)
        self._position += 2 if repeated else 1
        path = self._key(())
        self._position += 2 if repeated else 1
        if not repeated:
            return path
        number = self._counts.get(path, -1) + 1
        self._counts[path] = number
        self._places[(*path, number)] = self._places[path]
        return (*path, number)

    def _key(self, table: Path) -> Path:
        """Reads a dotted key, notes the place of each of its parts, and returns the path of the last."""
        path = table
        while match := _KEY_PART.match(self._text, self._position):
            self._position = match.start(1)
            path = self._inside((*path, _unquoted(match.group(1))))
            at = self._at()
            if len(path) > MAX_DEPTH:
                raise Unreadable(f"lists and mappings are nested more than {MAX_DEPTH} deep", *at)
            self._places.setdefault(path, Where(at, at))
            self._position = match.end()
            if self._text[self._position : self._position + 1] != ".":
                break
            self._position += 1
        return path

    def _inside(self, path: Path) -> Path:
        """A table under `[[a]]` belongs to the last item of `a`."""
        parent = path[:-1]
        return (*parent, self._counts[parent], path[-1]) if parent in self._counts else path

    def _pair(self, table: Path) -> Path:
        path = self._key(table)
        self._position += 1  # the equals sign
        self._blank()
        self._value(path)
        return table

    def _value(self, path: Path) -> None:
        at = self._at()
        key = self._places[path].key if path in self._places else at
        first = self._text[self._position : self._position + 1]
        written = None
        if first == "{":
            self._items(path, "}")
        elif first == "[":
            self._items(path, "]")
        else:
            match = _TEXT.match(self._text, self._position) or _WORD.match(self._text, self._position)
            written = match.group().strip() if match and first not in "\"'" else None
            self._position = match.end() if match else self._position + 1
        self._places[path] = Where(key, at, written)

    def _items(self, path: Path, closing: str) -> None:
        self._position += 1
        self._blank()
        number = 0
        while self._text[self._position : self._position + 1] not in (closing, ""):
            if closing == "}":
                self._pair(path)
            else:
                self._value((*path, number))
            number += 1
            self._blank()
            if self._text[self._position : self._position + 1] == ",":
                self._position += 1
                self._blank()
        self._position += 1


def _unquoted(part: str) -> str:
    if part[0] not in "\"'":
        return part
    return str(tomllib.loads(f"key = {part}")["key"])
