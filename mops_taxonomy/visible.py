"""Texts as people can see all of them, on one line."""

from __future__ import annotations

from unicodedata import category

__all__ = ["visible"]

_NAMED = {"\t": r"\t", "\n": r"\n", "\r": r"\r"}
_UNSEEN = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp", "Zs"})


def visible(text: str) -> str:
    """The text with an escape for every character that cannot be seen, or is not what it seems to be."""
    if text.isascii() and text.isprintable():
        return text
    return "".join(map(_shown, text))


def _shown(character: str) -> str:
    if character == " " or category(character) not in _UNSEEN:
        return character
    if character in _NAMED:
        return _NAMED[character]
    code = ord(character)
    if code < 0x100:
        return f"\\x{code:02x}"
    return f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"
