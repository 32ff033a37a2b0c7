"""Smaller automata for the same words: positions from which the same goes on become one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mops_taxonomy.algebra.ambiguity import useful
from mops_taxonomy.algebra.automaton import Automaton

if TYPE_CHECKING:
    from collections.abc import Hashable

__all__ = ["backwards", "reduced"]


def backwards(automaton: Automaton) -> list[int] | None:
    """The useful positions, each after all that follow it; None where some lead back to themselves."""
    return _backwards(automaton, useful(automaton))


def _backwards(automaton: Automaton, live: set[int]) -> list[int] | None:
    waiting = {p: sum(q in live for q in automaton.follow[p]) for p in live}
    back: dict[int, list[int]] = {}
    for p in live:
        for q in automaton.follow[p]:
            back.setdefault(q, []).append(p)
    order = [p for p, left in waiting.items() if not left]
    for p in order:
        for before in back.get(p, ()):
            waiting[before] -= 1
            if not waiting[before]:
                order.append(before)
    return order if len(order) == len(live) else None


def reduced(automaton: Automaton) -> Automaton:
    """The automaton with like positions made one, and useless ones left out. A text has no more runs than before."""
    live = useful(automaton)
    order = _backwards(automaton, live)
    classes = _refined(automaton, live) if order is None else _folded(automaton, order)
    members: dict[int, int] = {}
    for p in sorted(classes):
        members.setdefault(classes[p], p)
    numbers = {name: number for number, name in enumerate(members)}

    def renumbered(positions: tuple[int, ...]) -> tuple[int, ...]:
        return tuple(dict.fromkeys(numbers[classes[p]] for p in positions if p in classes))

    kept = list(members.values())
    return Automaton(
        [automaton.charsets[p] for p in kept],
        [automaton.owners[p] for p in kept],
        [renumbered(automaton.follow[p]) for p in kept],
        renumbered(automaton.first),
        frozenset(number for number, p in enumerate(kept) if p in automaton.last),
        automaton.nullable,
    )


def _folded(automaton: Automaton, order: list[int]) -> dict[int, int]:
    """Classes where nothing leads back: what follows is known before what precedes it."""
    classes: dict[int, int] = {}
    known: dict[Hashable, int] = {}
    for p in order:
        ahead = frozenset(classes[q] for q in automaton.follow[p] if q in classes)
        key = (automaton.charsets[p], automaton.owners[p], p in automaton.last, ahead)
        classes[p] = known.setdefault(key, len(known))
    return classes


def _refined(automaton: Automaton, live: set[int]) -> dict[int, int]:
    """Classes in general: split until all of a class go on alike."""
    classes: dict[int, int] = dict.fromkeys(live, 0)
    count = 0
    while True:
        known: dict[Hashable, int] = {}
        split: dict[int, int] = {}
        for p in live:
            ahead = frozenset(classes[q] for q in automaton.follow[p] if q in live)
            key = (classes[p], automaton.charsets[p], automaton.owners[p], p in automaton.last, ahead)
            split[p] = known.setdefault(key, len(known))
        classes = split
        if len(known) == count:
            return classes
        count = len(known)
