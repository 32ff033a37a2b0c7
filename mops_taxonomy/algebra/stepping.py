"""Asking of many texts whether they are of a language: each step is worked out once."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mops_taxonomy.algebra.automaton import Automaton

__all__ = ["Stepper"]

_MOST_KNOWN = 100_000


class Stepper:
    """An automaton run over texts, sets of positions at a time; sets and steps are remembered."""

    def __init__(self, automaton: Automaton) -> None:
        self.automaton = automaton
        self._forget()

    def _forget(self) -> None:
        self._steps: dict[tuple[frozenset[int], str], frozenset[int]] = {}

    def accepts(self, text: str) -> bool:
        """Whether the text is of the language."""
        if len(self._steps) > _MOST_KNOWN:
            self._forget()
        automaton, steps = self.automaton, self._steps
        ahead = frozenset(automaton.first)
        reached: frozenset[int] = frozenset()
        for character in text:
            key = (ahead, character)
            known = steps.get(key)
            if known is None:
                known = steps[key] = frozenset(p for p in ahead if character in automaton.charsets[p])
            if not known:
                return False
            reached = known
            after = steps.get((known, ""))
            if after is None:
                after = steps[known, ""] = frozenset(q for p in known for q in automaton.follow[p])
            ahead = after
        return not reached.isdisjoint(automaton.last) if text else automaton.nullable
