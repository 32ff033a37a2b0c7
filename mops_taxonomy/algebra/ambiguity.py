"""Whether some text has two runs through an automaton.

Two runs are followed side by side: from the place where they first part, do they both reach the end of one
text? The question is decided, not sampled.

An automaton without two runs is also safe to match by backtracking: along a text, at most one run leads to
each position, so a backtracking matcher takes at most (length of the text) x (number of positions) steps.
"""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from mops_taxonomy.algebra.automaton import Automaton
    from mops_taxonomy.algebra.charset import Charset

__all__ = ["UNDECIDED", "Meets", "is_unambiguous", "useful"]

UNDECIDED = 2_000_000
"""Pairs of positions after which the search gives up and answers no."""


def is_unambiguous(automaton: Automaton, limit: int = UNDECIDED) -> bool:
    """Whether every text has at most one run. True is proved; False may also mean that `limit` was reached."""
    if automaton.doubled:
        return False
    live = useful(automaton)
    meets = Meets(automaton.charsets)
    seen: set[tuple[int, int]] = set()
    todo: list[tuple[int, int]] = []
    for here in (automaton.first, *(automaton.follow[p] for p in live)):
        todo.extend(pair for pair in combinations(here, 2) if live.issuperset(pair) and meets(*pair))
    while todo:
        pair = todo.pop()
        if pair in seen:
            continue
        seen.add(pair)
        if len(seen) > limit:
            return False
        p, q = pair
        if p in automaton.last and q in automaton.last:
            return False
        for left in automaton.follow[p]:
            for right in automaton.follow[q]:
                if left in live and right in live and meets(left, right):
                    if left == right:
                        return False
                    todo.append((left, right) if left < right else (right, left))
    return True


def useful(automaton: Automaton) -> set[int]:
    """The positions that lie on some run from the beginning to an end."""
    forward = _closure(automaton.first, automaton.follow)
    back: list[list[int]] = [[] for _ in automaton.charsets]
    for p in forward:
        for q in automaton.follow[p]:
            back[q].append(p)
    return _closure((p for p in automaton.last if p in forward), back)


def _closure(start: Iterable[int], edges: list[tuple[int, ...]] | list[list[int]]) -> set[int]:
    seen = set(start)
    todo = list(seen)
    while todo:
        for q in edges[todo.pop()]:
            if q not in seen:
                seen.add(q)
                todo.append(q)
    return seen


class Meets:
    """What two positions can both read; answers are remembered by sets of characters."""

    def __init__(self, charsets: list[Charset]) -> None:
        numbers: dict[Charset, int] = {}
        self.kinds = [numbers.setdefault(charset, len(numbers)) for charset in charsets]
        self.charsets = list(numbers)
        self.known: dict[tuple[int, int], bool] = {}
        self.common: dict[tuple[int, int], Charset | None] = {}

    def __call__(self, p: int, q: int) -> bool:
        """Whether there is a character that both can read."""
        a, b = self.kinds[p], self.kinds[q]
        if a == b:
            return True
        answer = self.known.get((a, b))
        if answer is None:
            answer = self.known[a, b] = not self.charsets[a].isdisjoint(self.charsets[b])
        return answer

    def shared(self, p: int, q: int) -> Charset | None:
        """The characters that both can read; None where there is none."""
        key = (self.kinds[p], self.kinds[q])
        if key in self.common:
            return self.common[key]
        charset = self.common[key] = self.charsets[key[0]] & self.charsets[key[1]] or None
        return charset
