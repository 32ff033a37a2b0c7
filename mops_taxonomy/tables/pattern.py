"""Patterns of table rows: `*` is any text, and alone any text but the empty one; everything else is itself."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from mops_taxonomy.algebra.language import fold

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["Patterns", "filled"]

_STARS = re.compile(r"\*+")


class Patterns:
    """Some patterns, any of which may fit.

    Args:
        patterns: as they are written.
        folded: whether case does not matter.
    """

    __slots__ = ("_folded", "_plain", "_shapes")

    def __init__(self, patterns: Iterable[str], *, folded: bool) -> None:
        self._folded = folded
        written = [fold(one) if folded else one for one in patterns]
        self._plain = frozenset(one for one in written if "*" not in one)
        self._shapes = tuple(_shape(one) for one in written if "*" in one)

    def fit(self, text: str) -> bool:
        """Whether one of them fits the whole text."""
        seen = fold(text) if self._folded else text
        return seen in self._plain or any(shape.fullmatch(seen) for shape in self._shapes)


def _shape(pattern: str) -> re.Pattern[str]:
    """What a star has taken it never gives back: the first place of each part will do, so matching stays quick."""
    first, *middle, last = map(re.escape, _STARS.split(pattern))
    if not (first or middle or last):
        return re.compile(".+", re.DOTALL)
    found = "".join(f"(?>.*?{part})" for part in middle)
    return re.compile(f"{first}{found}.*{last}", re.DOTALL)


def filled(pattern: str, text: str) -> str:
    """The pattern with a text for every star: it fits that, unless it is a star alone and the text is empty."""
    return _STARS.sub(lambda _: text, pattern)
