"""Which of many characters to show to people: letters before digits before signs."""

from __future__ import annotations

from functools import cache, cached_property

from mops_taxonomy.algebra.charset import Charset, property_named

__all__ = ["rank", "readable"]

_ORDER = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ1234567890-_ .+|&,:;/()[]{}=#@%~!?*$^<>\"'`\\"
_RANKS = {character: number for number, character in enumerate(_ORDER)}
_LISTED = Charset.of(_ORDER)


class _Letters:
    """Letters beyond ASCII; the table is read when it is first needed."""

    @cached_property
    def all(self) -> Charset:
        return property_named("Ll") | property_named("Lu") | property_named("Lo")


_LETTERS = _Letters()


@cache
def readable(charset: Charset) -> str:
    """The character of a set that is shown for all of them.

    Raises:
        ValueError: the set is empty.
    """
    if not charset:
        raise ValueError("no character")
    listed = charset & _LISTED
    if listed:
        return min((chr(c) for lo, hi in listed.ranges for c in range(lo, hi + 1)), key=_RANKS.__getitem__)
    letters = charset & _LETTERS.all
    return chr((letters or charset).ranges[0][0])


@cache
def rank(charset: Charset) -> tuple[int, str]:
    """Where the set stands when sets are sorted by what is shown for them."""
    shown = readable(charset)
    return _RANKS.get(shown, len(_ORDER)), shown
