"""Which rows of a table can ever be the first that fits: decided, with inputs that show it.

A row fits a box: for each input, any text of its language. It can be reached if its box holds a point that is in no
box of an earlier row. The search asks for any point of the box; if an earlier row takes that, whatever is left lies in
the box without the texts of that row for one input or another, and each such smaller box is searched in turn.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from mops_taxonomy.algebra.automaton import TooLarge, build
from mops_taxonomy.algebra.comparison import Alone, Difference
from mops_taxonomy.algebra.language import Choice
from mops_taxonomy.algebra.machine import shortest_word
from mops_taxonomy.tables.pattern import language

if TYPE_CHECKING:
    from collections.abc import Iterable

    from mops_taxonomy.tables.table import Row, Table

__all__ = ["Reach"]

_MOST: Final = 10_000
"""Boxes that are searched for one row."""

_MOST_STATES: Final = 100_000
"""States that are searched for one text."""

Box = tuple[frozenset[int], ...]
"""For each input, the rows whose texts are taken away."""


class Reach:
    """The rows of a table as boxes.

    Args:
        table: the table.
    """

    def __init__(self, table: Table) -> None:
        self._table = table
        self._texts: dict[tuple[str, int, frozenset[int]], str | None] = {}

    def point(self, number: int, earlier: Iterable[int]) -> dict[str, str] | None:
        """Inputs by which a row fits and none of some others does; None where there are no such inputs.

        Args:
            number: of the row, from 1.
            earlier: the numbers of the others.

        Raises:
            TooLarge: the search found no end.
        """
        others = [self._table.rows[other - 1] for other in sorted(earlier)]
        seen: set[Box] = set()
        todo: list[Box] = [tuple(frozenset() for _ in self._table.inputs)]
        while todo:
            box = todo.pop()
            if box in seen:
                continue
            seen.add(box)
            if len(seen) > _MOST:
                raise TooLarge(f"more than {_MOST:,} boxes")
            point = self._any(number, box)
            if point is None:
                continue
            taking = next((row for row in others if self._table.fits(row, point)), None)
            if taking is None:
                return point
            todo += self._without(box, taking)
        return None

    def _without(self, box: Box, row: Row) -> list[Box]:
        """The parts of a box that the row does not take: they may overlap."""
        return [
            (*box[:at], box[at] | {row.number}, *box[at + 1 :])
            for at, key in enumerate(self._table.inputs)
            if key in row.when
        ]

    def _any(self, number: int, box: Box) -> dict[str, str] | None:
        """A point of what is left of a row; None where nothing is."""
        point: dict[str, str] = {}
        for key, without in zip(self._table.inputs, box, strict=True):
            text = self._text(key, number, without)
            if text is None:
                return None
            point[key] = text
        return point

    def _text(self, key: str, number: int, without: frozenset[int]) -> str | None:
        """The shortest text by which a row fits at one input, and others do not; None where there is none."""
        place = (key, number, without)
        if place not in self._texts:
            rows = self._table.rows
            mine = build(self._language(rows[number - 1].when.get(key, ("*",))))
            if without:
                patterns = [pattern for one in sorted(without) for pattern in rows[one - 1].when[key]]
                machine: Alone | Difference = Difference(mine, build(self._language(patterns)))
            else:
                machine = Alone(mine)
            self._texts[place] = shortest_word(machine, _MOST_STATES)
        return self._texts[place]

    def _language(self, patterns: Iterable[str]) -> Choice:
        return Choice(tuple(language(pattern, folded=self._table.folded) for pattern in patterns))
