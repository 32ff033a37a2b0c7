"""Automata in which every text has one run."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mops_taxonomy.algebra.ambiguity import is_unambiguous
from mops_taxonomy.algebra.automaton import Automaton, TooLarge, build
from mops_taxonomy.algebra.language import Graph, Language, Words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from mops_taxonomy.algebra.charset import Charset

__all__ = ["Blocks", "determinised", "deterministic"]


def determinised(automaton: Automaton, *, owned: bool = False) -> Automaton:
    """An automaton of the same language in which every text has one run.

    Captures are forgotten. With `owned` they are kept: then a text has one run for each way to give it to captures.

    Raises:
        TooLarge: it would have more than 20,000 positions.
    """
    blocks = Blocks(automaton.charsets)
    start: frozenset[int] = frozenset()
    numbers: dict[tuple[frozenset[int], Charset], int] = {}
    charsets: list[Charset] = []
    owners: list[int] = []
    follow: list[tuple[int, ...]] = []
    last: set[int] = set()
    todo: list[tuple[int, frozenset[int]]] = []

    def moves(targets: Iterable[int]) -> tuple[int, ...]:
        found = []
        for owner, charset, reached in blocks.split_by(automaton.owners if owned else None, targets):
            key = (reached, charset)
            if key not in numbers:
                if len(charsets) > 20_000:
                    raise TooLarge("more than 20,000 positions")
                numbers[key] = len(charsets)
                charsets.append(charset)
                owners.append(owner)
                follow.append(())
                if not reached.isdisjoint(automaton.last):
                    last.add(numbers[key])
                todo.append((numbers[key], reached))
            found.append(numbers[key])
        return tuple(found)

    first = moves(automaton.first or start)
    while todo:
        number, reached = todo.pop()
        follow[number] = moves({q for p in reached for q in automaton.follow[p]})
    return Automaton(charsets, owners, follow, first, frozenset(last), automaton.nullable)


def deterministic(language: Language) -> Language:
    """The same language such that every text has one run; as it is, where that already holds."""
    if isinstance(language, Words):
        return language  # words that begin alike share positions
    automaton = build(language)
    return language if is_unambiguous(automaton) else Graph(determinised(automaton), language)


class Blocks:
    """Splits the characters that some positions read into blocks that no position tells apart."""

    def __init__(self, charsets: list[Charset]) -> None:
        self.charsets = charsets
        self._known: dict[frozenset[Charset], list[tuple[Charset, tuple[Charset, ...]]]] = {}

    def split_by(
        self, owners: list[int] | None, positions: Iterable[int]
    ) -> Iterator[tuple[int, Charset, frozenset[int]]]:
        """The blocks of each capture by themselves; without `owners`, all together."""
        together: dict[int, list[int]] = {}
        for position in positions:
            together.setdefault(-1 if owners is None else owners[position], []).append(position)
        for owner, members in together.items():
            for charset, reached in self.split(members):
                yield owner, charset, reached

    def split(self, positions: Iterable[int]) -> list[tuple[Charset, frozenset[int]]]:
        """The blocks of characters, each with the positions that read it."""
        readers: dict[Charset, list[int]] = {}
        for position in positions:
            readers.setdefault(self.charsets[position], []).append(position)
        if len(readers) == 1:
            return [(charset, frozenset(members)) for charset, members in readers.items()]
        key = frozenset(readers)
        blocks = self._known.get(key)
        if blocks is None:
            blocks = self._known[key] = _blocks(readers)
        return _merged(
            [
                (block, frozenset(p for charset in charsets for p in readers[charset]))
                for block, charsets in blocks
            ]
        )


def _blocks(charsets: Iterable[Charset]) -> list[tuple[Charset, tuple[Charset, ...]]]:
    """Disjoint blocks of characters, each with the sets that hold it."""
    charsets = list(charsets)
    if all(charset.only() is not None for charset in charsets):
        return [(charset, (charset,)) for charset in charsets]
    blocks: list[tuple[Charset, tuple[Charset, ...]]] = []
    for charset in charsets:
        rest = charset
        refined: list[tuple[Charset, tuple[Charset, ...]]] = []
        for block, holders in blocks:
            both = block & rest
            if both:
                refined.append((both, (*holders, charset)))
                if left := block - both:
                    refined.append((left, holders))
                rest -= both
            else:
                refined.append((block, holders))
        if rest:
            refined.append((rest, (charset,)))
        blocks = refined
    return blocks


def _merged(blocks: list[tuple[Charset, frozenset[int]]]) -> list[tuple[Charset, frozenset[int]]]:
    by_members: dict[frozenset[int], Charset] = {}
    for charset, members in blocks:
        by_members[members] = by_members[members] | charset if members in by_members else charset
    return [(charset, members) for members, charset in by_members.items()]
