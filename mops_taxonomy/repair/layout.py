"""Where the words of a text begin and end, and what stands between them."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from mops_taxonomy.repair.mistakes import DELIMITERS, divides

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["Layout"]


class Layout:
    """A text taken apart.

    Attributes:
        text: the text.
        gaps: for each character that divides words, where all such characters around it begin and end.
        words: for each character, where the word that it is in ends, or where the next one begins by its case.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        self.gaps = list(_gaps(text))
        self.words = _words(text)

    def gap(self, at: int) -> str:
        """All that divides words around a character that does."""
        first, last = self.gaps[at]
        return self.text[first:last]

    def in_a_word(self, at: int) -> bool:
        """Whether a word goes on at a place."""
        return 0 < at < len(self.text) and self.words[at - 1] > at

    def beside_a_gap(self, at: int) -> bool:
        """Whether something that divides words stands on either side of a place."""
        return any(map(divides, self.text[max(at - 1, 0) : at + 1]))

    def after_a_delimiter(self, at: int) -> bool:
        """Whether a delimiter stands before a place."""
        return at > 0 and self.text[at - 1] in DELIMITERS


def _gaps(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for _, together in groupby(text, divides):
        end = start + len(list(together))
        yield from [(start, end)] * (end - start)
        start = end


def _words(text: str) -> list[int]:
    ends = list(range(1, len(text) + 1))
    for at in range(len(text) - 2, -1, -1):
        if _go_on(text[max(at - 1, 0) : at], text[at], text[at + 1], text[at + 2 : at + 3]):
            ends[at] = ends[at + 1]
    return ends


def _go_on(before: str, one: str, other: str, after: str) -> bool:
    """Whether two characters are of one word: `customerStories` are two, `ENGoogle` may be cut on either side of G."""
    if one.isupper():
        return (other.isupper() and not after.islower()) or (other.islower() and not before.isupper())
    return (one.islower() and other.islower()) or (one.isdigit() and other.isdigit())
