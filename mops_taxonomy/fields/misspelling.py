"""A value written in a way that its field does not read."""

from __future__ import annotations

from typing import NamedTuple

__all__ = ["Misspelling"]


class Misspelling(NamedTuple):
    """What stands at a place of a name, and what was most likely meant.

    Attributes:
        end: where it ends in the name.
        text: what is right there.
        mistake: `alias`, `label`, `date format`, ...
        cost: how unlikely the mistake is, from 0; a wrong delimiter costs 0.3.
    """

    end: int
    text: str
    mistake: str
    cost: float
