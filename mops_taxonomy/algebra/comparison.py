"""Products of two automata: what both accept, and what only one does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mops_taxonomy.algebra.ambiguity import Meets, useful
from mops_taxonomy.algebra.determinism import Blocks
from mops_taxonomy.algebra.machine import shortest_word

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from mops_taxonomy.algebra.automaton import Automaton
    from mops_taxonomy.algebra.charset import Charset

__all__ = ["Alone", "Both", "Difference", "difference", "disjoint", "included", "unlike"]

Pair = tuple[int, int]
Ahead = tuple[int, frozenset[int]]


class Alone:
    """One automaton as a machine."""

    def __init__(self, automaton: Automaton) -> None:
        self.automaton = automaton
        self.nullable = automaton.nullable

    def first(self) -> Iterator[tuple[int, Charset]]:
        """The first positions."""
        return self._moves(self.automaton.first)

    def follow(self, state: int) -> Iterator[tuple[int, Charset]]:
        """The positions that follow."""
        return self._moves(self.automaton.follow[state])

    def accepts(self, state: int) -> bool:
        """Whether it is a last one."""
        return state in self.automaton.last

    def _moves(self, positions: Iterable[int]) -> Iterator[tuple[int, Charset]]:
        charsets = self.automaton.charsets
        return ((position, charsets[position]) for position in positions)


class Both:
    """The words of two automata: pairs of positions."""

    def __init__(self, one: Automaton, other: Automaton) -> None:
        self.one = one
        self.other = other
        self.nullable = one.nullable and other.nullable

    def first(self) -> Iterator[tuple[Pair, Charset]]:
        """Pairs of first positions."""
        return self._moves(self.one.first, self.other.first)

    def follow(self, state: Pair) -> Iterator[tuple[Pair, Charset]]:
        """Pairs of positions that follow."""
        return self._moves(self.one.follow[state[0]], self.other.follow[state[1]])

    def accepts(self, state: Pair) -> bool:
        """Whether both may end here."""
        return state[0] in self.one.last and state[1] in self.other.last

    def _moves(self, left: tuple[int, ...], right: tuple[int, ...]) -> Iterator[tuple[Pair, Charset]]:
        for p in left:
            charset = self.one.charsets[p]
            for q in right:
                both = charset & self.other.charsets[q]
                if both:
                    yield (p, q), both


def disjoint(one: Automaton, other: Automaton, live: tuple[set[int], set[int]] | None = None) -> bool:
    """Whether no word is of both. Quicker than a search for one: no words are kept, and pairs in any order."""
    mine, theirs = live or (useful(one), useful(other))
    if one.nullable and other.nullable:
        return False
    meets = Meets([*one.charsets, *other.charsets])
    shift = len(one.charsets)
    seen: set[tuple[int, int]] = set()
    todo = [(one.first, other.first)]
    while todo:
        left, right = todo.pop()
        for p in left:
            if p not in mine:
                continue
            for q in right:
                if (p, q) in seen or q not in theirs or not meets(p, q + shift):
                    continue
                if p in one.last and q in other.last:
                    return False
                seen.add((p, q))
                todo.append((one.follow[p], other.follow[q]))
    return True


class Difference:
    """The words of one automaton that another does not accept.

    A state is a position of the one and every position that the other may be at; such sets are made as they are met.
    """

    def __init__(self, one: Automaton, other: Automaton) -> None:
        self.one = one
        self.other = other
        self.nullable = one.nullable and not other.nullable
        self._blocks = Blocks(other.charsets)
        self._steps: dict[frozenset[int], dict[Charset, frozenset[int]]] = {}
        self._known: dict[tuple[int, frozenset[int]], list[tuple[frozenset[int], Charset]]] = {}

    def first(self) -> Iterator[tuple[Ahead, Charset]]:
        """The first positions of both."""
        return self._moves(self.one.first, frozenset(self.other.first))

    def follow(self, state: Ahead) -> Iterator[tuple[Ahead, Charset]]:
        """What follows in the one, and in the other at once."""
        p, reached = state
        targets = frozenset(q for r in reached for q in self.other.follow[r])
        return self._moves(self.one.follow[p], targets)

    def accepts(self, state: Ahead) -> bool:
        """Whether the one may end here, and the other not."""
        return state[0] in self.one.last and state[1].isdisjoint(self.other.last)

    def _moves(self, positions: tuple[int, ...], targets: frozenset[int]) -> Iterator[tuple[Ahead, Charset]]:
        for p in positions:
            for reached, charset in self._split(p, targets):
                yield (p, reached), charset

    def _split(self, p: int, targets: frozenset[int]) -> list[tuple[frozenset[int], Charset]]:
        """The characters of a position, by where they lead the other."""
        known = self._known.get((p, targets))
        if known is None:
            blocks = self._steps.get(targets)
            if blocks is None:
                blocks = self._steps[targets] = dict(self._blocks.split(targets))
            known = self._known[p, targets] = list(_divided(self.one.charsets[p], blocks))
        return known


def _divided(
    charset: Charset, blocks: dict[Charset, frozenset[int]]
) -> Iterator[tuple[frozenset[int], Charset]]:
    """The parts of a set of characters that lie in each block, and what lies in none."""
    whole = blocks.get(charset)
    if whole is not None:
        yield whole, charset
        return
    for block, reached in blocks.items():
        both = charset & block
        if both:
            yield reached, both
            charset -= both
            if not charset:
                return
    yield frozenset(), charset


def difference(one: Automaton, other: Automaton) -> str | None:
    """The shortest word that only the first accepts; None where the other accepts all of them.

    Raises:
        TooLarge: the search found no end.
    """
    return shortest_word(Difference(one, other))


def included(one: Automaton, other: Automaton) -> bool:
    """Whether every word of the first is one of the second."""
    return difference(one, other) is None


def unlike(one: Automaton, other: Automaton) -> str | None:
    """The shortest word that only one of the two accepts; None where they are equivalent."""
    found = [word for word in (difference(one, other), difference(other, one)) if word is not None]
    return min(found, key=len, default=None)
