"""Automata that are made while they are searched: products of automata, and questions about them.

A state of a machine reads its characters on being entered, as a position of an automaton does; so a word is a path of
states, with one character of each. Searches go by length and, among equally long words, by how readable they are.
"""

from __future__ import annotations

from collections import deque
from heapq import heappop, heappush
from itertools import count
from typing import TYPE_CHECKING, Any, Protocol

from mops_taxonomy.algebra.automaton import Automaton, TooLarge
from mops_taxonomy.algebra.readable import rank, readable

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Iterator

    from mops_taxonomy.algebra.charset import Charset

__all__ = ["MOST_STATES", "Machine", "Move", "explicit", "mapped", "shortest_word", "words"]

MOST_STATES = 2_000_000
"""States after which a search gives up."""

Rank = tuple[int, str]
Move = tuple[Any, "Charset"]
"""A state, and the characters by which it is entered."""


class Machine(Protocol):
    """What can be searched."""

    @property
    def nullable(self) -> bool:
        """Whether the empty word is accepted."""

    def first(self) -> Iterable[Move]:
        """The states that the first character may lead to."""

    def follow(self, state: Any) -> Iterable[Move]:
        """The states that the next character may lead to."""

    def accepts(self, state: Any) -> bool:
        """Whether a word may end in this state."""


def shortest_word(machine: Machine, most: int = MOST_STATES) -> str | None:
    """A shortest word; None where there is none.

    Where a word is one path of states, it is the most readable of its length.

    Raises:
        TooLarge: the search went through `most` states without an answer.
    """
    if machine.nullable:
        return ""
    came: dict[Hashable, tuple[Any, Charset]] = {}
    todo: deque[Any] = deque()
    moves = _sorted(machine.first())
    before: Any = None
    while True:
        for state, charset in moves:
            if state in came:
                continue
            came[state] = (before, charset)
            if machine.accepts(state):
                return _traced(came, state)
            todo.append(state)
        if len(came) > most:
            raise TooLarge(f"more than {most:,} states")
        if not todo:
            return None
        before = todo.popleft()
        moves = _sorted(machine.follow(before))


def _sorted(moves: Iterable[Move]) -> list[Move]:
    moves = list(moves)
    if len(moves) > 1:
        moves.sort(key=_rank)
    return moves


def _rank(move: Move) -> Rank:
    return rank(move[1])


def _traced(came: dict[Hashable, tuple[Any, Charset]], state: Any) -> str:
    letters = []
    while state is not None:
        state, charset = came[state]
        letters.append(readable(charset))
    return "".join(reversed(letters))


def words(machine: Machine, most: int = MOST_STATES) -> Iterator[str]:
    """The words by length and readability: one for each path, showing one character for each set on it.

    Raises:
        TooLarge: the machine has more than `most` states.
    """
    if machine.nullable:
        yield ""
    first, edges, distance = mapped(machine, most)
    ticket = count()
    heap: list[tuple[int, tuple[Rank, ...], int, Any]] = []
    for state, charset in first:
        heappush(heap, (1 + distance[state], (rank(charset),), next(ticket), state))
    seen: set[str] = set()
    while heap:
        _, ranks, _, state = heappop(heap)
        if machine.accepts(state) and (text := "".join(shown for _, shown in ranks)) not in seen:
            seen.add(text)
            yield text
        for following, charset in edges[state]:
            size = len(ranks) + 1 + distance[following]
            heappush(heap, (size, (*ranks, rank(charset)), next(ticket), following))


def mapped(machine: Machine, most: int) -> tuple[list[Move], dict[Any, list[Move]], dict[Any, int]]:
    """The states that lie on some accepted path, and how far each is from an end of a word."""
    edges: dict[Any, list[Move]] = {}
    back: dict[Any, list[Any]] = {}
    first = _sorted(machine.first())
    todo = [state for state, _ in first]
    while todo:
        state = todo.pop()
        if state in edges:
            continue
        if len(edges) > most:
            raise TooLarge(f"more than {most:,} states")
        edges[state] = _sorted(machine.follow(state))
        for following, _ in edges[state]:
            back.setdefault(following, []).append(state)
            todo.append(following)
    distance = {state: 0 for state in edges if machine.accepts(state)}
    queue = deque(distance)
    while queue:
        state = queue.popleft()
        for before in back.get(state, ()):
            if before not in distance:
                distance[before] = distance[state] + 1
                queue.append(before)
    useful = {
        state: [move for move in moves if move[0] in distance]
        for state, moves in edges.items()
        if state in distance
    }
    return [move for move in first if move[0] in distance], useful, distance


def explicit(machine: Machine, most: int = 100_000) -> Automaton:
    """The automaton of a machine: a position for every state and set of characters that enter it.

    Raises:
        TooLarge: the machine has more than `most` states.
    """
    first, edges, _ = mapped(machine, most)
    numbers: dict[Move, int] = {}
    for moves in (first, *edges.values()):
        for move in moves:
            numbers.setdefault(move, len(numbers))
    return Automaton(
        [charset for _, charset in numbers],
        [-1] * len(numbers),
        [tuple(numbers[move] for move in edges[state]) for state, _ in numbers],
        tuple(numbers[move] for move in first),
        frozenset(number for (state, _), number in numbers.items() if machine.accepts(state)),
        machine.nullable,
    )
