"""How long the words of an automaton are, in any measure of characters: code points, bytes."""

from __future__ import annotations

from heapq import heapify, heappop, heappush
from typing import TYPE_CHECKING, NamedTuple

from mops_taxonomy.algebra.ambiguity import useful
from mops_taxonomy.algebra.charset import Charset
from mops_taxonomy.algebra.readable import readable
from mops_taxonomy.algebra.reduction import backwards

if TYPE_CHECKING:
    from collections.abc import Callable

    from mops_taxonomy.algebra.automaton import Automaton

__all__ = ["Longest", "bytes_of", "least_bytes", "lightest", "longest_word", "one_each", "word_beyond"]

_BY_BYTES = ((0x10000, 0x10FFFF, 4), (0x800, 0xFFFF, 3), (0x80, 0x7FF, 2), (0, 0x7F, 1))


def one_each(charset: Charset) -> tuple[int, Charset]:
    """Code points: every character weighs one."""
    return 1, charset


def bytes_of(charset: Charset) -> tuple[int, Charset]:
    """Bytes of UTF-8."""
    for low, high, size in _BY_BYTES:
        heavy = charset & Charset([(low, high)])
        if heavy:
            return size, heavy
    return 0, charset


def least_bytes(charset: Charset) -> tuple[int, Charset]:
    """The fewest bytes of UTF-8 that a character of the set takes, and the characters that take so few."""
    for low, high, size in reversed(_BY_BYTES):
        light = charset & Charset([(low, high)])
        if light:
            return size, light
    return 0, charset


class Longest(NamedTuple):
    """The longest word.

    Attributes:
        size: what it weighs; None where there is no longest.
        word: such a word; of words without a longest, None.
        shares: how much of it each capture has, by number; those of literal text under -1.
    """

    size: int | None
    word: str | None
    shares: dict[int, int]


def longest_word(automaton: Automaton, weigh: Callable[[Charset], tuple[int, Charset]] = one_each) -> Longest:
    """The longest word of an automaton that accepts any."""
    order = backwards(automaton)
    if order is None:
        return Longest(None, None, {})
    known: dict[Charset, tuple[int, Charset]] = {}
    best: dict[int, tuple[int, int]] = {}  # by position: the weight from it to the end, the position after it
    for p in order:
        charset = automaton.charsets[p]
        if charset not in known:
            known[charset] = weigh(charset)
        ahead = max(((best[q][0], -q) for q in automaton.follow[p] if q in best), default=None)
        if p in automaton.last and ahead is None:
            best[p] = (known[charset][0], -1)
        elif ahead is not None:
            best[p] = (known[charset][0] + ahead[0], -ahead[1])
    at = max((p for p in automaton.first if p in best), key=lambda p: best[p][0], default=-1)
    size = best[at][0] if at >= 0 else 0
    letters: list[str] = []
    shares: dict[int, int] = {}
    while at >= 0:
        weight, heavy = known[automaton.charsets[at]]
        letters.append(readable(heavy))
        shares[automaton.owners[at]] = shares.get(automaton.owners[at], 0) + weight
        at = best[at][1]
    return Longest(size, "".join(letters), shares)


def word_beyond(automaton: Automaton, size: int) -> str | None:
    """A shortest word of more than `size` characters; None where there is none."""
    live = useful(automaton)
    distance = _distances(automaton, live)
    level = {p: -1 for p in automaton.first if p in live}
    levels = [level]
    for _ in range(size):
        level = {}
        for p in levels[-1]:
            for q in automaton.follow[p]:
                if q in live:
                    level.setdefault(q, p)
        if not level:
            return None
        levels.append(level)
    if not levels[-1]:
        return None
    at = min(levels[-1], key=distance.__getitem__)
    tail, p = [], at
    while distance[p]:
        p = min((q for q in automaton.follow[p] if q in live), key=distance.__getitem__)
        tail.append(readable(automaton.charsets[p]))
    letters = []
    for level in reversed(levels):
        letters.append(readable(automaton.charsets[at]))
        at = level[at]
    return "".join(reversed(letters)) + "".join(tail)


def _distances(automaton: Automaton, live: set[int]) -> dict[int, int]:
    """How many more characters each position needs at least."""
    back: dict[int, list[int]] = {}
    for p in live:
        for q in automaton.follow[p]:
            back.setdefault(q, []).append(p)
    distance = {p: 0 for p in automaton.last if p in live}
    queue = list(distance)
    for p in queue:
        for before in back.get(p, ()):
            if before not in distance:
                distance[before] = distance[p] + 1
                queue.append(before)
    return distance


def lightest(
    automaton: Automaton, weigh: Callable[[Charset], tuple[int, Charset]] = one_each
) -> tuple[int, str] | None:
    """What the lightest word weighs, and such a word; None where there is none."""
    live = useful(automaton)
    heap = [
        (weigh(automaton.charsets[p])[0], number, p, -1)
        for number, p in enumerate(automaton.first)
        if p in live
    ]
    heapify(heap)
    came: dict[int, int] = {}
    ticket = len(heap)
    while heap:
        weight, _, p, before = heappop(heap)
        if p in came:
            continue
        came[p] = before
        if p in automaton.last:
            letters = []
            while p >= 0:
                letters.append(readable(weigh(automaton.charsets[p])[1]))
                p = came[p]
            return weight, "".join(reversed(letters))
        for q in automaton.follow[p]:
            if q in live and q not in came:
                ticket += 1
                heappush(heap, (weight + weigh(automaton.charsets[q])[0], ticket, q, p))
    return None
