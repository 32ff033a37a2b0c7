"""Names that people take for one another: what is left of a name when its spelling is left out."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, Final

from mops_taxonomy.repair.mistakes import DELIMITERS, invisible, plain

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["DIFFERENCES", "differences", "folded", "strange"]


def _without(characters: str, kept: str) -> Callable[[str], str]:
    """Leave out some characters. Between two digits one is kept: `v1.0` is not `v10`."""
    those = re.escape(characters)
    loose = re.compile(f"(?<![0-9{those}])[{those}]++|[{those}]++(?![0-9])")
    between_digits = re.compile(f"[{those}]+")
    return lambda text: between_digits.sub(kept, loose.sub("", text))


def _visible(text: str) -> str:
    return "".join(character for character in text if not invisible(character))


def _composed(text: str) -> str:
    return unicodedata.normalize("NFC", text)


def _plain(text: str) -> str:
    return "".join(map(plain, text))


_UNSEEN: Final = "invisible characters"
_ALIKE: Final = "look-alike characters"

_STEPS: Final[tuple[tuple[str, Callable[[str], str]], ...]] = (
    (_UNSEEN, _visible),
    ("how accents are written", _composed),
    (_ALIKE, _plain),
    ("capital letters", str.upper),
    (_ALIKE, _plain),  # some letters look like Latin ones only as capitals
    ("white space", _without(" ", " ")),
    ("delimiters", _without("".join(sorted(DELIMITERS)), "_")),
)
_IN_ASCII: Final = tuple(
    step for words, step in _STEPS if words in {"capital letters", "white space", "delimiters"}
)

DIFFERENCES: Final = (
    "delimiters",
    "white space",
    _ALIKE,
    "how accents are written",
    "capital letters",
    _UNSEEN,
)
"""In what names may differ that are nearly the same; first what can also be something narrower, such as a space."""


def folded(name: str, spared: frozenset[str] = frozenset()) -> str:
    """A name without capitals, delimiters, white space, what cannot be seen and what only looks different.

    Two names of which it is the same are nearly the same; it is empty for a name of delimiters only.

    Args:
        name: any text.
        spared: the differences to leave as they are, in the words of `differences`.
    """
    if not spared and name.isascii() and name.isprintable():
        for step in _IN_ASCII:
            name = step(name)
        return name
    for words, step in _STEPS:
        if words not in spared:
            name = step(name)
    return name


def differences(one: str, other: str) -> list[str]:
    """In what two names differ that are nearly the same, in words: as few as explain it."""
    spared: frozenset[str] = frozenset()
    for words in DIFFERENCES:
        if folded(one, spared | {words}) == folded(other, spared | {words}):
            spared |= {words}
    return list(dict.fromkeys(words for words, _ in _STEPS if words not in spared))


def strange(one: str, other: str) -> list[str]:
    """The characters that stand in only one of two names and are not what they seem: `U+0430 CYRILLIC ...`."""
    odd = sorted(c for c in set(one) ^ set(other) if not c.isascii() and (invisible(c) or plain(c) != c))
    return [f"U+{ord(character):04X} {unicodedata.name(character, '')}".rstrip() for character in odd]
