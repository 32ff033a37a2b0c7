"""An ordered table."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from mops_taxonomy.tables.pattern import Patterns

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["Row", "Table"]


class Row(NamedTuple):
    """A row of a table.

    Attributes:
        number: its place, from 1.
        when: the patterns for each input that it asks; any of them will do.
        gives: the value where it fits.
    """

    number: int
    when: Mapping[str, tuple[str, ...]]
    gives: str


class Table:
    """Rows in the order in which they are tried.

    Args:
        name: its id.
        spec: as the resolved taxonomy has it.

    Attributes:
        name: its id.
        inputs: what it asks, such as `source` and `medium`.
        gives: what it tells, such as `channel`.
        rows: in their order.
        otherwise: the value where no row fits; None where the table has none.
    """

    __slots__ = ("_tests", "gives", "inputs", "name", "otherwise", "rows")

    def __init__(self, name: str, spec: Mapping[str, Any]) -> None:
        self.name = name
        self.inputs: tuple[str, ...] = tuple(spec["inputs"])
        self.gives: str = spec["gives"]
        self.otherwise: str | None = spec["otherwise"]
        self.rows = tuple(
            Row(number, {key: tuple(patterns) for key, patterns in row["when"].items()}, row["gives"])
            for number, row in enumerate(spec["rows"], 1)
        )
        folded = spec["case"] == "ignore"
        self._tests = [
            {key: Patterns(patterns, folded=folded) for key, patterns in row.when.items()}
            for row in self.rows
        ]

    def row(self, **inputs: str | None) -> Row | None:
        """The first row that fits; None where none does.

        Args:
            inputs: the texts. One that is left out or None is the empty text: of patterns only
                the empty one fits it.

        Raises:
            TypeError: the table does not ask for such an input.
        """
        for key in inputs:
            if key not in self.inputs:
                raise TypeError(f"the table {self.name!r} asks for {', '.join(self.inputs)}, not {key!r}")
        for row, tests in zip(self.rows, self._tests, strict=True):
            if all(patterns.fit(inputs.get(key) or "") for key, patterns in tests.items()):
                return row
        return None

    def fitting(self, key: str, text: str) -> frozenset[int]:
        """The numbers of the rows that fit a text at one input: those that do not ask it, too."""
        tests = enumerate(self._tests, 1)
        return frozenset(number for number, one in tests if key not in one or one[key].fit(text))

    def value(self, **inputs: str | None) -> str | None:
        """What the table tells: the value of the first row that fits, else `otherwise`.

        Raises:
            TypeError: the table does not ask for such an input.
        """
        row = self.row(**inputs)
        return self.otherwise if row is None else row.gives

    def __repr__(self) -> str:
        return f"<Table {self.name}: {', '.join(self.inputs)} -> {self.gives}, {len(self.rows)} rows>"
