"""What becomes of one name in a file."""

from __future__ import annotations

from typing import NamedTuple

__all__ = ["Change"]


class Change(NamedTuple):
    """One name and what it becomes.

    Attributes:
        line: the physical line on which its row starts, from 1.
        row: the number of its row among the rows of data, from 1.
        old: the name as it stands.
        new: the name in its place.
    """

    line: int
    row: int
    old: str
    new: str
