"""Words drawn at random, always the same ones: where the shortest words are too much alike to show something."""

from __future__ import annotations

from random import Random
from typing import TYPE_CHECKING, Any

from mops_taxonomy.algebra.machine import MOST_STATES, mapped
from mops_taxonomy.algebra.readable import few

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mops_taxonomy.algebra.machine import Machine

__all__ = ["sampled"]

_STOP = 0.5
_LONG = 80
"""Characters after which a word takes the shortest way to an end."""


def sampled(machine: Machine, count: int, seed: int = 0, most: int = MOST_STATES) -> Iterator[str]:
    """Some words, most of them short; each step and each character is drawn among those that lead to an end.

    Args:
        machine: the machine; one without words gives none.
        count: how many words; the same may come twice.
        seed: another seed gives other words.
        most: how many states the machine may have.

    Raises:
        TooLarge: the machine has more than `most` states.
    """
    first, edges, distance = mapped(machine, most)
    dice = Random(seed)  # noqa: S311  no secrets
    for _ in range(count if first else 0):
        letters: list[str] = []
        moves: list[Any] = first
        while True:
            state, charset = dice.choice(moves)
            letters.append(dice.choice(few(charset)))
            moves = edges[state]
            if machine.accepts(state) and (not moves or dice.random() < _STOP):
                break
            if len(letters) > _LONG:
                moves = [min(moves, key=lambda move: distance[move[0]])]
        yield "".join(letters)
