"""Automata over sets of characters.

The states of an automaton are the positions of its language: the places in the tree where one character is
read. A position knows its characters, the positions that may follow it, and the capture that it belongs to.
There are no empty moves, and a run through an automaton says which capture read which character.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from mops_taxonomy.algebra.charset import Charset
from mops_taxonomy.algebra.language import (
    Bounded,
    Capture,
    Chars,
    Choice,
    Graph,
    Language,
    Literal,
    Repeat,
    Seq,
    Words,
    fold,
    longest,
    nullable,
    variants,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["MOST_POSITIONS", "Automaton", "TooLarge", "build"]

MOST_POSITIONS = 400_000


class TooLarge(ValueError):  # noqa: N818  it is one
    """The automaton would have more positions than can be held."""


class Automaton(NamedTuple):
    """Positions 0 .. n-1 and how they follow one another.

    Attributes:
        charsets: the characters that each position reads.
        owners: the index of the capture that each position belongs to; -1 for text outside every capture.
        follow: the positions that may read the next character, in the order of the language.
        first: the positions that may read the first character.
        last: the positions after which the text may end.
        nullable: whether the empty text is in the language.
        doubled: whether the language has two ways to take one of these steps, as `(a+)+` has from a to a, or two
            ways to take none, as `(a?)?` has.
    """

    charsets: list[Charset]
    owners: list[int]
    follow: list[tuple[int, ...]]
    first: tuple[int, ...]
    last: frozenset[int]
    nullable: bool
    doubled: bool = False

    def accepts(self, text: str) -> bool:
        """Whether the text is in the language."""
        if not text:
            return self.nullable
        live: Iterable[int] = self.first
        charsets, follow = self.charsets, self.follow
        matched: set[int] = set()
        for character in text:
            matched = {p for p in live if character in charsets[p]}
            live = {q for p in matched for q in follow[p]}
        return not matched.isdisjoint(self.last)


class _Part(NamedTuple):
    """A piece of an automaton under construction."""

    first: tuple[int, ...]
    last: tuple[int, ...]
    nullable: bool


_EMPTY = _Part((), (), True)


def build(language: Language) -> Automaton:
    """The automaton of a language.

    Raises:
        TooLarge: it would have more than 400,000 positions.
    """
    builder = _Builder()
    whole = builder.part(language)
    rows = (*builder.follow, whole.first, whole.last)
    return Automaton(
        builder.charsets,
        builder.owners,
        [tuple(dict.fromkeys(positions)) for positions in builder.follow],
        tuple(dict.fromkeys(whole.first)),
        frozenset(whole.last),
        whole.nullable,
        builder.doubled or any(len(set(row)) < len(row) for row in rows),
    )


class _Builder:
    """The positions made so far."""

    def __init__(self) -> None:
        self.charsets: list[Charset] = []
        self.owners: list[int] = []
        self.follow: list[list[int]] = []
        self.owner = -1
        self.doubled = False
        self._single: dict[str, Charset] = {}

    def position(self, charset: Charset) -> int:
        if len(self.charsets) >= MOST_POSITIONS:
            raise TooLarge(f"more than {MOST_POSITIONS:,} positions")
        self.charsets.append(charset)
        self.owners.append(self.owner)
        self.follow.append([])
        return len(self.charsets) - 1

    def single(self, characters: str) -> Charset:
        """One object per set, so that sets can be compared quickly."""
        charset = self._single.get(characters)
        if charset is None:
            charset = self._single[characters] = Charset.of(characters)
        return charset

    def connect(self, last: Iterable[int], first: tuple[int, ...]) -> None:
        for position in last:
            self.follow[position].extend(first)

    def part(self, language: Language) -> _Part:
        match language:
            case Literal(text):
                return self.literal(text)
            case Chars(charset):
                here = (self.position(charset),) if charset else ()
                return _Part(here, here, False)
            case Words(texts, folded):
                return self.words(texts, folded=folded)
            case Seq(parts):
                return self.sequence(parts)
            case Choice(options):
                return self.choice(options)
            case Repeat(part, low, high):
                return self.repeat(part, low, high)
            case Bounded(part, low, high):
                return self.bounded(part, low, high)
            case Capture(index, part):
                outer, self.owner = self.owner, index
                inner = self.part(part)
                self.owner = outer
                return inner
            case Graph(automaton):
                return self.embedded(automaton)

    def literal(self, text: str) -> _Part:
        if not text:
            return _EMPTY
        positions = [self.position(self.single(character)) for character in text]
        for before, after in pairwise(positions):
            self.follow[before].append(after)
        return _Part((positions[0],), (positions[-1],), False)

    def words(self, texts: tuple[str, ...], *, folded: bool) -> _Part:
        """A trie: words that begin alike share positions."""
        root: dict[str, int] = {}
        children: dict[int, dict[str, int]] = {}
        last: dict[int, None] = {}
        for text in texts:
            node, position = root, -1
            for character in fold(text) if folded else text:
                step = node.get(character)
                if step is None:
                    step = self.position(self.single(variants(character) if folded else character))
                    node[character] = step
                    children[step] = {}
                    if position >= 0:
                        self.follow[position].append(step)
                node, position = children[step], step
            if position >= 0:
                last[position] = None
        return _Part(tuple(root.values()), tuple(last), "" in texts)

    def sequence(self, parts: tuple[Language, ...]) -> _Part:
        whole = _EMPTY
        for part in parts:
            whole = self.then(whole, self.part(part))
        return whole

    def then(self, left: _Part, right: _Part) -> _Part:
        self.connect(left.last, right.first)
        return _Part(
            left.first + right.first if left.nullable else left.first,
            left.last + right.last if right.nullable else right.last,
            left.nullable and right.nullable,
        )

    def choice(self, options: tuple[Language, ...]) -> _Part:
        made = [self.part(option) for option in options]
        self.doubled |= sum(part.nullable for part in made) > 1
        return _Part(
            tuple(p for part in made for p in part.first),
            tuple(p for part in made for p in part.last),
            any(part.nullable for part in made),
        )

    def repeat(self, language: Language, low: int, high: int | None) -> _Part:
        self.doubled |= (low, high) != (1, 1) and nullable(language)
        if longest(language) == 0:
            return _EMPTY._replace(nullable=low == 0 or nullable(language))
        whole = _EMPTY
        for _ in range(low - 1 if high is None and low else low):
            whole = self.then(whole, self.part(language))
        if high is None:
            part = self.part(language)
            self.connect(part.last, part.first)
            return self.then(whole, part if low else part._replace(nullable=True))
        return self.then(whole, self.up_to(language, high - low))

    def up_to(self, language: Language, times: int) -> _Part:
        """At most so many: each one after the first needs the one before it."""
        first: tuple[int, ...] = ()
        last: list[int] = []
        previous: tuple[int, ...] = ()
        for index in range(times):
            part = self.part(language)
            if index == 0:
                first = part.first
            self.connect(previous, part.first)
            last += part.last
            previous = part.last
        return _Part(first, tuple(last), True)

    def bounded(self, language: Language, low: int, high: int | None) -> _Part:
        """Positions that count: one for every position of the part and every length up to the bound."""
        inner = _Builder()
        part = inner.part(language)
        self.doubled |= inner.doubled or any(
            len(set(row)) < len(row) for row in (*inner.follow, part.first, part.last)
        )
        ceiling = high if high is not None else max(low, 1)
        made: dict[tuple[int, int], int] = {}
        last: list[int] = []
        todo: list[tuple[int, int]] = []

        def at(position: int, count: int) -> int:
            key = (position, count)
            if key not in made:
                made[key] = self.position(inner.charsets[position])
                if position in ends and count >= low:
                    last.append(made[key])
                todo.append(key)
            return made[key]

        ends = set(part.last)
        first = tuple(at(position, 1) for position in part.first) if ceiling else ()
        while todo:
            position, count = key = todo.pop()
            after = count + 1 if count < ceiling else count if high is None else 0
            if after:
                self.follow[made[key]].extend(at(q, after) for q in inner.follow[position])
        return _Part(first, tuple(last), part.nullable and low == 0)

    def embedded(self, automaton: Automaton) -> _Part:
        shift = len(self.charsets)
        for charset in automaton.charsets:
            self.position(charset)
        for position, follow in enumerate(automaton.follow):
            self.follow[shift + position].extend(shift + q for q in follow)
        return _Part(
            tuple(shift + p for p in automaton.first),
            tuple(shift + p for p in sorted(automaton.last)),
            automaton.nullable,
        )
