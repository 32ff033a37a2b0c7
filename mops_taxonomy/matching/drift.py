"""How one name differs from another."""

from __future__ import annotations

from typing import NamedTuple

from rapidfuzz.distance import Postfix, Prefix

from mops_taxonomy.lookalike import as_latin

__all__ = ["Drift", "drift"]


class Drift(NamedTuple):
    """How a name differs from the one that it should be.

    Attributes:
        only: what alone differs, of what people overlook: `case`, `white space`; None where it is more.
        here: the part of the name that differs, in whole words; empty where something is missing.
        there: what stands in its place in the other name.
        span: of that part, in code points of the name.
    """

    only: str | None
    here: str
    there: str
    span: tuple[int, int]


def drift(here: str, there: str) -> Drift:
    """How a name differs from the other one, which it is not equal to."""
    span, others = _apart(here, there)
    only = next((words for words, plain in _OVERLOOKED if plain(here) == plain(there)), None)
    return Drift(only, here[slice(*span)], there[slice(*others)], span)


def _spaceless(name: str) -> str:
    return "".join(one for one in name if not one.isspace() and one.isprintable())


def _undelimited(name: str) -> str:
    return "".join(filter(str.isalnum, name))


_OVERLOOKED = (
    ("white space", _spaceless),
    ("case", str.casefold),
    ("characters that look alike", as_latin),
    ("delimiters", _undelimited),
)
"""What people overlook in a name, and the name without it."""


def _apart(here: str, there: str) -> tuple[tuple[int, int], tuple[int, int]]:
    """The parts in which two texts differ, in whole words."""
    first = Prefix.similarity(here, there)
    room = min(len(here), len(there)) - first
    last = min(Postfix.similarity(here, there), room)
    while first and here[first - 1].isalnum() and _goes_on(here, there, first):
        first -= 1
    while last and here[-last].isalnum() and _goes_on(here[::-1], there[::-1], last):
        last -= 1
    return (first, len(here) - last), (first, len(there) - last)


def _goes_on(here: str, there: str, at: int) -> bool:
    """Whether a word goes on at a place of either text."""
    return here[at : at + 1].isalnum() or there[at : at + 1].isalnum()
