"""A name in parts, and what a mistake makes of it."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from tests.benchmarks.meant import Meant, Part

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from random import Random

__all__ = [
    "NAME", "Damage", "Mistake", "Parts", "Victim", "at_an_end", "beside", "changed", "fields_of", "gaps_of", "joined",
    "of_kind", "picked",
]  # fmt: skip

NAME = None
"""What is blamed where no field is: the name."""

Parts = tuple[Part, ...]

_BETWEEN = re.compile(r"[-_ |./:~,+–—]+")


class Victim(NamedTuple):
    """A name that a mistake is to be made in.

    Attributes:
        parts: the name as it is now.
        meant: what it was.
        dice: decide where and how.
    """

    parts: Parts
    meant: Meant
    dice: Random


class Damage(NamedTuple):
    """A name after a mistake.

    Attributes:
        parts: the name.
        blamed: the fields that are rightly blamed, `NAME` among them where that is right too.
    """

    parts: Parts
    blamed: frozenset[str | None]


class Mistake(NamedTuple):
    """One kind of mistake.

    Attributes:
        make: damages the parts of a name; None where it cannot.
        enough: whether what is left tells what was meant, unless another name is as near.
        may_be_safe: whether a repair of it may ever be called safe.
    """

    make: Callable[[Victim], Damage | None]
    enough: bool = True
    may_be_safe: bool = True


def joined(parts: Iterable[Part]) -> str:
    """The text of a name."""
    return "".join(part.text for part in parts)


def fields_of(parts: Parts) -> list[int]:
    return [at for at, part in enumerate(parts) if part.path is not None]


def of_kind(name: Victim, *kinds: str) -> list[int]:
    """The fields of some kinds that are still as they were meant."""
    return [
        at
        for at in fields_of(name.parts)
        if name.parts[at].text == name.meant.name.texts.get(name.parts[at].path or "")
        and name.meant.kind(name.parts[at].path or "").spec["kind"] in kinds
    ]


def gaps_of(parts: Parts) -> list[int]:
    """The texts between two fields that are delimiters only."""
    fields = fields_of(parts)
    return [
        one + 1
        for one, other in pairwise(fields)
        if other == one + 2 and _BETWEEN.fullmatch(parts[one + 1].text)
    ]


def beside(parts: Parts, at: int) -> frozenset[str | None]:
    """What may be blamed for the text in one place: the name, and the fields that it touches."""
    return frozenset({NAME, *(part.path for part in parts[max(at - 1, 0) : at + 2])})


def changed(parts: Parts, at: int, text: str, blamed: frozenset[str | None] | None = None) -> Damage | None:
    """The parts with another text in one place."""
    if parts[at].text == text:
        return None
    changed = (*parts[:at], Part(parts[at].path, text), *parts[at + 1 :])
    return Damage(changed, blamed or frozenset({parts[at].path}))


def picked(dice: Random, places: list[int]) -> int | None:
    return dice.choice(places) if places else None


def at_an_end(parts: Parts, dice: Random, before: Part, after: Part) -> Damage:
    """The name with something before or after it; the field at that end may be blamed."""
    if dice.random() < 0.3:
        return Damage((before, *parts), frozenset({NAME, parts[0].path}))
    return Damage((*parts, after), frozenset({NAME, parts[-1].path}))
