"""Rows that are read, and judged, together."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from mops_taxonomy.inputs._row import Row

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

    from mops_taxonomy.inputs._columns import Table
    from mops_taxonomy.inputs._row import Item, Notice, RowProblem

__all__ = ["Asked", "Batch", "Items", "TableRows", "batched"]

Asked = tuple[str | None, ...]
"""A name, and what its record has under each of some keys; None where it has nothing."""

_ITEMS = 4096


class Batch:
    """Some rows of an input in their order, and what stands between them.

    Attributes:
        others: what is no row, each with the number of rows of the batch that come before it.
        marked: the rows, counted from 0, beside which a comment leaves findings out.
        share: how much of the input has been read, from 0 to 1; None where nobody knows.
    """

    others: Sequence[tuple[int, RowProblem | Notice]] = ()
    marked: Sequence[int] = ()
    share: float | None = None

    def __len__(self) -> int:
        """How many rows there are."""
        raise NotImplementedError

    def row(self, at: int) -> Row:
        """One of the rows, counted from 0."""
        raise NotImplementedError

    def items(self) -> Iterator[Item]:
        """The rows and what stands between them, in order."""
        done = 0
        for before, other in (*self.others, (len(self), None)):
            yield from map(self.row, range(done, before))
            done = before
            if other is not None:
                yield other

    def asked(self, keys: Sequence[str]) -> Iterable[Asked]:
        """The name of each row, and what its record has under these keys."""
        raise NotImplementedError

    def distinct(self, keys: Sequence[str]) -> Iterable[Asked]:
        """The same, equal ones once."""
        return dict.fromkeys(self.asked(keys))

    def places(self, keys: Sequence[str], wanted: Collection[Asked]) -> Iterable[tuple[int, Asked]]:
        """The rows of which `asked` gives what is wanted, in order."""
        return [(at, asked) for at, asked in enumerate(self.asked(keys)) if asked in wanted]


class Items(Batch):
    """What was read one by one."""

    def __init__(self, items: Iterable[Item]) -> None:
        self._rows: list[Row] = []
        others: list[tuple[int, RowProblem | Notice]] = []
        for item in items:
            if isinstance(item, Row):
                self._rows.append(item)
            else:
                others.append((len(self._rows), item))
        self.others = others
        self.marked = [at for at, row in enumerate(self._rows) if row.ignored]

    def __len__(self) -> int:
        return len(self._rows)

    def row(self, at: int) -> Row:
        """The row as it was read."""
        return self._rows[at]

    def asked(self, keys: Sequence[str]) -> Iterable[Asked]:
        """Of each row; records are made only where there are keys."""
        if not keys:
            return [(row.name,) for row in self._rows]
        records = ((row.name, row.record or {}) for row in self._rows)
        return [(name, *map(record.get, keys)) for name, record in records]


class TableRows(Batch):
    """Rows of a table, each as long as the header and with a name.

    Args:
        table: the columns.
        names: which of them holds the names, from 0.
        cells: of each row.
        lines: on which each row starts.
        number: how many rows of data come before.
    """

    def __init__(
        self, table: Table, names: int, cells: list[list[str]], lines: Sequence[int], number: int
    ) -> None:
        self._table = table
        self._names = names
        self._cells = cells
        self._lines = lines
        self._number = number

    def __len__(self) -> int:
        return len(self._cells)

    def row(self, at: int) -> Row:
        """Made when it is asked for: most rows never are."""
        cells = self._cells[at]
        return Row(cells[self._names], self._lines[at], self._number + at + 1, None, cells, self._table)

    def asked(self, keys: Sequence[str]) -> Iterable[Asked]:
        """Cell by cell."""
        places = [self._table.place(key) for key in keys]
        columns = [[None] * len(self) if at is None else [row[at] for row in self._cells] for at in places]
        return zip([row[self._names] for row in self._cells], *columns, strict=True)


def batched(items: Iterable[Item]) -> Iterator[Batch]:
    """Batches of what is read one by one. What was read before an error comes before it."""
    waiting: list[Any] = []
    try:
        for item in items:
            waiting.append(item)
            if len(waiting) == _ITEMS:
                yield Items(waiting)
                waiting = []
    except Exception:
        if waiting:
            yield Items(waiting)
        raise
    if waiting:
        yield Items(waiting)
