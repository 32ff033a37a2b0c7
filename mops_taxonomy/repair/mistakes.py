"""What people get wrong in a name, character by character, and how unlikely each mistake is.

Costs add up; of two ways to put a name right, the cheaper one is told first. They are set by hand and checked by the
benchmark of repairs.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from mops_taxonomy.lookalike import as_latin

__all__ = [
    "AGAIN", "ANOTHER_CUT", "BESIDE_ANOTHER", "CASE", "CHEAPEST", "DELIMITER", "DELIMITERS", "EXTRA_DELIMITER",
    "INVISIBLE", "LOOKALIKE", "MISSING_DELIMITER", "SPACE", "SPELLING", "TYPO", "WORDS_JOINED", "WORD_SPLIT", "divides",
    "invisible", "plain", "slip",
]  # fmt: skip

AGAIN: Final = 0.03
ANOTHER_CUT: Final = 0.5
BESIDE_ANOTHER: Final = 0.2
"""What a delimiter costs more beside another one that is read as text: that one is the likelier to be wrong."""

CASE: Final = 0.05
CHEAPEST: Final = 0.03
"""What every mistake costs at least."""

DELIMITER: Final = 0.3
EXTRA_DELIMITER: Final = 0.3
INVISIBLE: Final = 0.03
LOOKALIKE: Final = 0.1
MISSING_DELIMITER: Final = 0.35
SPACE: Final = 0.15
TYPO: Final = 0.42
WORDS_JOINED: Final = 1.0
WORD_SPLIT: Final = 0.45
"""What a delimiter in the middle of a word costs more than one between two words."""

SPELLING: Final = frozenset(
    {
        "alias",
        "case",
        "date format",
        "delimiter",
        "invisible character",
        "leading zeros",
        "look-alike",
        "quotation marks",
        "space",
        "unicode",
    }
)
"""The mistakes that change nothing but the spelling of what is there: only these are put right safely."""

DELIMITERS: Final = frozenset(" -_|./:;,+~")

_PLAIN: Final = {
    **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe63\uff0d", "-"),
    **dict.fromkeys("\u2018\u2019\u201a\u2032\u00b4\u0060", "'"),
    **dict.fromkeys("\u201c\u201d\u201e\u2033", '"'),
    **dict.fromkeys(
        "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000\t",
        " ",
    ),
    "\uff3f": "_",
    "\u2026": "...",
}
_INVISIBLE: Final = frozenset("\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\r\n")


@lru_cache(maxsize=4096)
def plain(character: str) -> str:
    """The plain character that this one stands for: `-` for a dash, a plain space for others, A for a Cyrillic A."""
    return _PLAIN.get(character) or as_latin(character)


def invisible(character: str) -> bool:
    """Whether nobody can see the character."""
    return character in _INVISIBLE


def divides(character: str) -> bool:
    """Whether the character is no part of a word: a delimiter, what stands for one, or what nobody can see."""
    return plain(character) in DELIMITERS or invisible(character)


def slip(text: str) -> float:
    """What some delimiters or spaces at an end, of which none should be there, cost together."""
    if not text:
        return 0.0
    return SPACE if text.isspace() else EXTRA_DELIMITER
