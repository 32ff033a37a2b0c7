"""Which rows of a table can ever be the first that fits: decided exactly, with inputs that show it.

Take a pattern and write, for each of its stars, one character that stands in no pattern. Another pattern fits this text
only by a star of its own at each such place, and that star fits whatever else may stand there: so it fits everything
that the first one does. The text tells of any number of patterns whether together they leave anything of the first.
The same holds of rows, which are one such text for each input; an input that a row does not ask is none or any.
"""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, Final, NamedTuple

from mops_taxonomy.algebra.language import fold
from mops_taxonomy.tables.pattern import filled

if TYPE_CHECKING:
    from mops_taxonomy.tables.table import Row, Table

__all__ = ["Piece", "Reach"]

_SHOWN: Final = "xyzabcdefghijklmnopqrstuvw0123456789"
_WHATEVER: Final = ("", "*")
_EVERY: Final = 0x110000


class Piece(NamedTuple):
    """A part of what a row fits: one of its patterns for each input.

    Attributes:
        point: inputs of the piece, of which every row that fits them fits the whole piece.
        others: the numbers of the other rows that do.
    """

    point: dict[str, str]
    others: frozenset[int]


class Reach:
    """What each row of a table fits, and what others leave of it.

    Args:
        table: the table.
    """

    def __init__(self, table: Table) -> None:
        self._table = table
        self._anything = _unused(table)

    def pieces(self, number: int) -> list[Piece]:
        """What a row fits, in pieces; of those that the same rows fit, one.

        Args:
            number: of the row, from 1.
        """
        row = self._table.rows[number - 1]
        others = frozenset(range(1, len(self._table.rows) + 1)) - {number}
        found: dict[frozenset[int], dict[str, str]] = {others: {}}
        for key in self._table.inputs:
            texts = self._texts(row, key)
            further: dict[frozenset[int], dict[str, str]] = {}
            for rows, point in found.items():
                for text, fitting in texts:
                    further.setdefault(rows & fitting, {**point, key: text})
            found = further
        return [Piece(point, rows) for rows, point in found.items()]

    def _texts(self, row: Row, key: str) -> list[tuple[str, frozenset[int]]]:
        """For each pattern at one input its text, and the rows that fit that there."""
        texts = (filled(pattern, self._anything) for pattern in row.when.get(key, _WHATEVER))
        return [(text, self._table.fitting(key, text)) for text in texts]


def _unused(table: Table) -> str:
    """A character that no pattern of the table has, in no case."""
    used = {
        fold(character)
        for row in table.rows
        for patterns in row.when.values()
        for pattern in patterns
        for character in pattern
    }
    return next(one for one in chain(_SHOWN, map(chr, range(_EVERY))) if fold(one) not in used)
