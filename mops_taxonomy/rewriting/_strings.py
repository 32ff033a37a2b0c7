"""JSON strings: where the name of an object is written, and a new text in its place."""

from __future__ import annotations

import json
import re
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, NamedTuple

from mops_taxonomy.inputs import InputError
from mops_taxonomy.inputs._objects import DECODER

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mops_taxonomy.rewriting._change import Change
    from mops_taxonomy.rewriting._exact import Exact

__all__ = ["Span", "renamed"]

_SPACE = re.compile(r"[ \t\r\n]*")
_PIECE = re.compile(r"\\u[dD][89abAB]..\\u[dD][c-fC-F]..|\\u....|\\.|.", re.DOTALL)
_LEVELS = 3


class Span(NamedTuple):
    """Where a value is written: start and end, end excluded."""

    start: int
    end: int


def renamed(text: str, raw: str, at: int, key: str, change: Change, exact: Exact) -> tuple[Span, str]:
    """Where the name is written in the string or object at a place, and the literal that comes there.

    Args:
        text: of the whole file, or line.
        raw: the same, as exact text.
        at: where the string or object begins.
        key: of the name, as `Objects` has it.
        change: of the name.
        exact: the file.

    Raises:
        InputError: the name is a list or an object.
        JSONDecodeError: the text is not JSON.
    """
    span = _span_of_name(text, at, key)
    if span is None:
        raise InputError(exact.label, "the name is not written as text here", change.line)
    old = text[span.start : span.end]
    only_ascii = "\\u" in old or text.isascii()
    return span, _replaced(old, raw[span.start : span.end], change.new, exact, only_ascii=only_ascii)


def _span_of_name(text: str, at: int, key: str) -> Span | None:
    """Where the name is written; None where it is no plain value."""
    if text[at] != "{":
        return Span(at, DECODER.raw_decode(text, at)[1])
    own: Span | None = None
    inner: Span | None = None
    for path, span, is_own in _members(text, at, "", _LEVELS):
        if path == key:
            own, inner = (span, inner) if is_own else (own, span)
    found = own or inner
    return None if found is None or text[found.start] in "{[" else found


def _members(text: str, at: int, prefix: str, levels: int) -> Iterator[tuple[str, Span, bool]]:
    """The members of an object and of those in it: the path, the place, and whether it is the outer one's own."""
    at = _skip(text, at + 1)
    while text[at] != "}":
        key, end = DECODER.raw_decode(text, at)
        start = _skip(text, _skip(text, end) + 1)
        end = DECODER.raw_decode(text, start)[1]
        yield prefix + key, Span(start, end), levels == _LEVELS
        if text[start] == "{" and levels:
            for path, span, _ in _members(text, start, f"{prefix}{key}.", levels - 1):
                yield path, span, False
        at = _skip(text, end)
        at = _skip(text, at + 1) if text[at] == "," else at


def _skip(text: str, at: int) -> int:
    found = _SPACE.match(text, at)
    return found.end() if found else at


def _replaced(plain: str, raw: str, new: str, exact: Exact, *, only_ascii: bool) -> str:
    """A literal for a new text; what it shares with the old one stays written as it was.

    Args:
        plain: the old literal.
        raw: the same, in exact text.
        new: the text.
        exact: the file.
        only_ascii: whether other letters than those of ASCII are escaped.
    """
    if not plain.startswith('"'):
        return exact.spelt(json.dumps(new, ensure_ascii=only_ascii), raw)
    pieces = list(_PIECE.finditer(plain, 1, len(plain) - 1))
    old = "".join(json.loads(f'"{piece[0]}"', strict=False) for piece in pieces)
    written = ""
    for kind, i, j, first, last in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind == "equal":
            written += "".join(raw[piece.start() : piece.end()] for piece in pieces[i:j])
        elif first < last:
            written += exact.spelt(json.dumps(new[first:last], ensure_ascii=only_ascii)[1:-1], raw)
    return f'"{written}"'
