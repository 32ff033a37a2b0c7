"""Which of many characters to show to people: letters before digits before signs."""

from __future__ import annotations

from functools import cached_property

from mops_taxonomy.algebra.charset import Charset, property_named

__all__ = ["few", "rank", "readable"]

_ORDER = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ1234567890-_ .+|&,:;/()[]{}=#@%~!?*$^<>\"'`\\"
_RANKS = {character: number for number, character in enumerate(_ORDER)}
_LISTED = Charset.of(_ORDER)


class _Letters:
    """Letters beyond ASCII; the table is read when it is first needed."""

    @cached_property
    def all(self) -> Charset:
        return property_named("Ll") | property_named("Lu") | property_named("Lo")


_LETTERS = _Letters()


def readable(charset: Charset) -> str:
    """The character of a set that is shown for all of them.

    Raises:
        ValueError: the set is empty.
    """
    return rank(charset)[1]


def rank(charset: Charset) -> tuple[int, str]:
    """Where the set stands when sets are sorted by what is shown for them, and what is shown.

    Raises:
        ValueError: the set is empty.
    """
    if charset.shown is None:
        charset.shown = _chosen(charset)
    return charset.shown


def _chosen(charset: Charset) -> tuple[int, str]:
    if not charset:
        raise ValueError("no character")
    listed = charset & _LISTED
    if listed:
        shown = min((chr(c) for lo, hi in listed.ranges for c in range(lo, hi + 1)), key=_RANKS.__getitem__)
        return _RANKS[shown], shown
    letters = charset & _LETTERS.all
    return len(_ORDER), chr((letters or charset).ranges[0][0])


def few(charset: Charset) -> str:
    """Up to eight characters of a set, the most readable first."""
    listed = charset & _LISTED
    shown = sorted((chr(c) for lo, hi in listed.ranges for c in range(lo, hi + 1)), key=_RANKS.__getitem__)
    return "".join(shown[:8]) or readable(charset)
