"""Languages as patterns of ECMAScript with the `u` flag, which is also what JSON Schema's `pattern` holds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mops_taxonomy.algebra.dialects.printing import Dialect, print_in

if TYPE_CHECKING:
    from mops_taxonomy.algebra.language import Language

__all__ = ["printed"]

_SYNTAX = frozenset("^$\\.*+?()[]{}|/")


def printed(language: Language) -> str:
    """The pattern of a language, without groups and without anchors."""
    return print_in(_ECMASCRIPT, language, captures=()).pattern


def _literal(text: str) -> str:
    return "".join(f"\\{c}" if c in _SYNTAX else c if c.isprintable() else _escaped(ord(c)) for c in text)


def _point(point: int) -> str:
    character = chr(point)
    if character in _SYNTAX or character == "-":
        return f"\\{character}"
    return character if character.isprintable() and character != " " else _escaped(point)


def _escaped(point: int) -> str:
    return f"\\u{point:04x}" if point < 0x10000 else f"\\u{{{point:x}}}"


_ECMASCRIPT = Dialect(_literal, _point, "(?!)")
