"""A column judged part by part, on its bytes.

Every part is looked up among the texts already judged by its fields; whole numbers and free texts are read eight bytes
at a time. Names that are not of ASCII, or that hold longer numbers, are left to the scalar engine.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

from mops_taxonomy.frames.batches import in_batches
from mops_taxonomy.frames.cells import Spans
from mops_taxonomy.frames.digits import MOST_DIGITS, numbers, plain_number
from mops_taxonomy.frames.freetext import plain_text, texts
from mops_taxonomy.frames.lookup import Lookup

if TYPE_CHECKING:
    from collections.abc import Mapping

    from mops_taxonomy.fields.integer import IntegerKind
    from mops_taxonomy.fields.text import TextShape
    from mops_taxonomy.frames.cells import Buffer, Mask
    from mops_taxonomy.frames.engine import Splitter
    from mops_taxonomy.frames.layout import Part, Split
    from mops_taxonomy.frames.schema import ColumnType

__all__ = ["PartColumn", "SplitColumn"]

_ROWS = 65_536
"""Rows that are judged together: enough that threads seldom wait for each other, few enough to stay in the cache."""

_MOST_KEPT = 65_536
"""Texts of one part that are remembered for later columns."""


class PartColumn:
    """What one part is in every row.

    Attributes:
        part: the part.
        how: `digits`, `text` or `lookup`.
        lookup: by `lookup`, whose codes these are.
        codes: by `lookup`, the code of the values; 0 where there are none.
        numbers: by `digits`, the number.
        present: by `digits`, whether the name has the part.
        spans: by `text`, where in the name it stands; nowhere where the name has none, or is wrong.
    """

    def __init__(self, part: Part, how: str, lookup: Lookup, size: int) -> None:
        self.part = part
        self.how = how
        self.lookup = lookup
        self.codes = np.zeros(size if how == "lookup" else 0, np.int32)
        self.numbers = np.zeros(size if how == "digits" else 0, np.int64)
        self.present = np.zeros(size if how == "digits" else 0, np.bool_)
        wide = size if how == "text" else 0
        self.spans = Spans(np.zeros(wide, np.int64), np.zeros(wide, np.int64))


class _Rows(NamedTuple):
    """The rows of a batch that have as many parts as a layout.

    Attributes:
        layout: the parts.
        rows: which, counted from the first of the batch.
        edges: by part, where it begins and ends.
    """

    layout: tuple[Part, ...]
    rows: Any
    edges: list[tuple[Any, Any]]


class SplitColumn:
    """A column, judged.

    Attributes:
        valid: whether each row is a valid name; not yet decided for those `left`.
        left: the rows that the scalar engine has to judge.
        present: which rows hold a text.
        parts: what the parts are.
    """

    def __init__(
        self,
        split: Split,
        splitter: Splitter,
        size: int,
        types: Mapping[str, ColumnType],
    ) -> None:
        self._split = split
        self._splitter = splitter
        self.valid = np.zeros(size, np.bool_)
        self.left = np.zeros(size, np.bool_)
        self.present = np.ones(size, np.bool_)
        self.parts: dict[Part, PartColumn] = {}
        for part in dict.fromkeys(part for layout in split.layouts for part in layout):
            self.parts[part] = PartColumn(part, _how(part, split, types), _lookup(split, part, types), size)
        in_batches(0, size, _ROWS, self._judge)

    def _judge(self, low: int, high: int) -> None:
        """Judge the rows of a batch. Batches share nothing but the look-ups."""
        buffer = self._splitter.rows(low, high)
        if buffer.present is not None:
            self.present[low:high] = buffer.present
        data, found = self._cut(buffer, low)
        done = np.zeros(len(buffer.offsets) - 1, np.bool_)
        for one in found:
            rows = one
            if done.any():  # another layout of as many parts has some of them
                open_rows = np.flatnonzero(~done[one.rows])
                edges = [(starts[open_rows], ends[open_rows]) for starts, ends in one.edges]
                rows = one._replace(rows=one.rows[open_rows], edges=edges)
            done[self._by_layout(rows, data, low)] = True

    def _cut(self, buffer: Buffer, low: int) -> tuple[Any, list[_Rows]]:
        """The bytes of a batch, and where the parts of its rows are."""
        begin, end = int(buffer.offsets[0]), int(buffer.offsets[-1])
        data = buffer.data[begin:end]
        starts, ends = buffer.offsets[:-1] - begin, buffer.offsets[1:] - begin
        open_rows = ends > starts
        if buffer.present is not None:
            open_rows &= buffer.present
        hits, foreign = _marks(data, self._split.delimiter)
        if len(foreign):
            odd = np.zeros(len(starts), np.bool_)
            odd[np.searchsorted(ends, foreign, "right")] = True
            if not self._split.ascii:
                self.left[low : low + len(odd)] = odd & open_rows
            open_rows &= ~odd
        if self._split.longest is not None:
            open_rows &= ends - starts <= self._split.longest
        first = np.searchsorted(hits, starts)
        count = np.append(first[1:], len(hits)) - first
        found = []
        for layout in self._split.layouts:
            rows = np.flatnonzero(open_rows & (count == len(layout) - 1))
            if len(rows):
                edges = _edges(starts[rows], ends[rows], hits, first[rows], len(layout))
                found.append(_Rows(layout, rows, edges))
        return data, found

    def _by_layout(self, one: _Rows, data: Any, low: int) -> Any:
        """Judge rows that have as many parts as a layout; those that are of it, or left."""
        rows = low + one.rows
        right = np.ones(len(rows), np.bool_)
        left = np.zeros(len(rows), np.bool_)
        found: list[Any] = []
        for part, (starts, ends) in zip(one.layout, one.edges, strict=True):
            column = self.parts[part]
            lengths = ends - starts
            values: Any = None
            if column.how == "lookup":
                values = column.lookup.codes(data, starts, lengths)
                right &= values > 0
            elif column.how == "digits":
                kind: IntegerKind = part.only.kind  # type: ignore[union-attr, assignment]
                long = lengths > MOST_DIGITS
                if kind.width is None:
                    left |= long
                values, good = numbers(data, starts, np.minimum(lengths, MOST_DIGITS + 1), kind)
                right &= good & ~long
            else:
                shape: TextShape = part.only.kind.shape  # type: ignore[union-attr]
                right &= texts(data, starts, lengths, shape)
                values = starts - one.edges[0][0], lengths
            found.append(values)
        right &= ~left
        self.left[rows[left]] = True
        self.valid[rows] |= right
        for part, values in zip(one.layout, found, strict=True):
            _keep(self.parts[part], rows, right, values)
        return one.rows[right | left]


def _lookup(split: Split, part: Part, types: Mapping[str, ColumnType]) -> Lookup:
    """The look-up of a part: that of earlier columns, unless it has grown too large to be kept."""
    known: Lookup | None = split.lookups.get(part)
    if known is None or known.size > _MOST_KEPT:
        known = split.lookups[part] = Lookup(part, types)
    return known


def _marks(data: Any, delimiter: str) -> tuple[Any, Any]:
    """Where the delimiters stand, and where bytes that are not of ASCII do."""
    marked = data == ord(delimiter)
    if not len(data) or data.max() <= 127:
        return np.flatnonzero(marked), ()
    marked |= data > 127
    places = np.flatnonzero(marked)
    foreign = data[places] > 127
    return places[~foreign], places[foreign]


def _edges(starts: Any, ends: Any, hits: Any, first: Any, parts: int) -> list[tuple[Any, Any]]:
    """Where each part begins and ends, of rows with so many parts."""
    between = [hits[first + at] for at in range(parts - 1)]
    return list(zip([starts, *(edge + 1 for edge in between)], [*between, ends], strict=True))


def _keep(column: PartColumn, rows: Any, right: Mask, values: Any) -> None:
    """Write down what was found in some rows, as far as they are right."""
    if column.how == "lookup":
        column.codes[rows] = values * right
    elif column.how == "digits":
        column.numbers[rows] = values
        column.present[rows] = right
    else:
        column.spans.starts[rows] = values[0]
        column.spans.lengths[rows] = values[1] * right


def _how(part: Part, split: Split, types: Mapping[str, ColumnType]) -> str:
    """How a part is judged: by look-up, unless it is the only place of a number or of a free text."""
    only = part.only
    others = (one for layout in split.layouts for one in layout if one is not part)
    if only is None or only.kind is None or any(only.path in one.paths for one in others):
        return "lookup"
    kind, column = only.kind, types[only.path or ""].kind
    if column == "integer" and plain_number(kind):
        return "digits"
    return "text" if column == "text" and plain_text(kind) else "lookup"
