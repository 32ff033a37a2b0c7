"""Characters that people cannot type or cannot see, and what they meant to type."""

from __future__ import annotations

import unicodedata
from typing import Final

__all__ = ["odd", "plain"]

_PLAIN: Final = {
    **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212", "-"),
    **dict.fromkeys("\u2018\u2019\u201a\u201b\u2032", "'"),
    **dict.fromkeys("\u201c\u201d\u201e\u201f\u2033", '"'),
    "\u2026": "...",
}
"""Dashes, quotes and dots of typesetting."""

_UNSEEN: Final = frozenset({"Cc", "Cf", "Cn", "Co", "Zl", "Zp"})
_IDEOGRAPHIC_SPACE: Final = "\u3000"  # typed in Japan and China like any other


def odd(text: str) -> list[str]:
    """The characters of a text that people cannot type or cannot see, each once."""
    if text.isascii() and text.isprintable():
        return []
    return [character for character in dict.fromkeys(text) if _is_odd(character)]


def _is_odd(character: str) -> bool:
    category = unicodedata.category(character)
    spaced = category == "Zs" and character not in {" ", _IDEOGRAPHIC_SPACE}
    return character in _PLAIN or category in _UNSEEN or spaced


def plain(text: str) -> str:
    """The text as it would be typed."""
    return "".join(map(_typed, text))


def _typed(character: str) -> str:
    if character in _PLAIN:
        return _PLAIN[character]
    if not _is_odd(character):
        return character
    return " " if unicodedata.category(character) == "Zs" or character in "\t\n\r" else ""
