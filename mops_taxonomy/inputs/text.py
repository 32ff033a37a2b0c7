"""Plain text: a name on every line, taken as it stands. Lines with nothing but space are passed over.

After a name may stand ` # mops-taxonomy: ignore MT102, MT119`, and nothing else is a comment: names hold `#`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from mops_taxonomy.inputs._ignores import MARK, split
from mops_taxonomy.inputs._row import Row

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from mops_taxonomy.inputs._row import Item
    from mops_taxonomy.inputs._source import Source

__all__ = ["SUFFIXES", "read", "resembles"]

SUFFIXES = (".list", ".names")  # not .txt: spreadsheets call a table that


def read(source: Source, columns: Mapping[str, str]) -> Iterator[Item]:  # noqa: ARG001  text has no columns
    """The names, as they are read."""
    number = 0
    for line, text in enumerate(source.lines(), 1):
        name = text.rstrip("\r\n")
        if name and not name.isspace():
            number += 1
            ignored: tuple[str, ...] = ()
            if MARK in name:
                name, ignored = split(name)
            yield Row(name, line, number, 1, ignored=ignored)


def resembles(start: str) -> bool:  # noqa: ARG001
    """Never more than the other formats: it is what is left when they are not it."""
    return False
