"""What came after the terms that are retired."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any

from mops_taxonomy.algebra.language import fold
from mops_taxonomy.window import Window

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

    from mops_taxonomy.fields.misspelling import Misspelling

__all__ = ["Succession"]


class Succession:
    """Of each term that is replaced, which term to write instead."""

    def __init__(self, terms: Mapping[str, Any], written: Mapping[str, str], refused: frozenset[str]) -> None:
        """Know the terms.

        Args:
            terms: all terms of the vocabulary, as the resolved taxonomy states them.
            written: the terms that the field takes, each with its canonical spelling.
            refused: codes that it does not take even so, folded.
        """
        self._terms = terms
        self._written = written
        self._refused = refused

    def of(self, code: str, day: date) -> str | None:
        """The first of those that replace a term, one after another, that is in force on a day.

        Returns:
            Its code; None where the term is not over by that day, or what replaces it may not stand there.
        """
        until = Window.of(self._terms[code]).until
        if until is None or day <= until:
            return None
        seen = {code}
        following = self._terms[code]["replaced_by"]
        while following is not None and following not in seen:
            if Window.of(self._terms[following]).holds(day):
                takes = following in self._written and fold(following) not in self._refused
                return str(following) if takes else None
            seen.add(following)
            following = self._terms[following]["replaced_by"]
        return None

    def misspelt(self, text: str, at: int, day: date) -> Iterator[Misspelling]:
        """A term that is over by a day, in any spelling, in place of the one that came after it."""
        from mops_taxonomy.fields.misspelling import Misspelling

        for size, spellings in self._spellings.items():
            code, cost = spellings.get(fold(text[at : at + size]), (None, 0.0))
            following = self.of(code, day) if code is not None else None
            if following is not None:
                yield Misspelling(at + size, self._written[following], "retired term", cost)

    @cached_property
    def _spellings(self) -> dict[int, dict[str, tuple[str, float]]]:
        """The spellings of the terms that others replace by their length: the code, and how unlikely that is."""
        found: dict[int, dict[str, tuple[str, float]]] = {}
        for code, written in self._written.items():
            term = self._terms[code]
            if term["replaced_by"] is None:
                continue
            others = (*term["aliases"], *term["codes"].values())
            for texts, cost in (((written, code), 0.15), (others, 0.25), ((term["label"],), 0.4)):
                for text in filter(None, texts):
                    found.setdefault(len(text), {}).setdefault(fold(text), (code, cost))
        return found
