"""A column judged part by part, on its bytes.

Every part is looked up among the texts already judged by its fields; whole numbers and free texts are read eight bytes
at a time. Names that hold longer numbers, and those that must be counted in characters, are left to the scalar engine.
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
    from mops_taxonomy.frames.layout import Layout, Part, Split
    from mops_taxonomy.frames.schema import ColumnType

__all__ = ["PartColumn", "SplitColumn"]

_ROWS = 32_768
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
    """The rows of a batch that have as many parts as a layout, or more where one part may hold the delimiter.

    Attributes:
        parts: those of the layout.
        rows: which, counted from the first of the batch.
        edges: by part, where it begins and ends.
    """

    parts: tuple[Part, ...]
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
        for part in dict.fromkeys(part for layout in split.layouts for part in layout.parts):
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
            if done.any():  # another layout has some of them
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
        if self._split.longest is not None:
            long = ends - starts > self._split.longest
            if long.any():
                # Limits count characters or bytes: only of names of ASCII these are as many.
                self.left[low : low + len(long)] = long & open_rows & _foreign(data, ends)
                open_rows &= ~long
        hits = np.flatnonzero(data == ord(self._split.delimiter))
        first = np.searchsorted(hits, starts)
        count = np.append(first[1:], len(hits)) - first
        found = []
        for layout in self._split.layouts:
            between = len(layout.parts) - 1
            enough = count == between if layout.wide is None else count >= between
            rows = np.flatnonzero(open_rows & enough)
            if len(rows):
                spare = 0 if layout.wide is None else count[rows] - between
                edges = _edges(starts[rows], ends[rows], hits, first[rows], spare, layout)
                found.append(_Rows(layout.parts, rows, edges))
        return data, found

    def _by_layout(self, one: _Rows, data: Any, low: int) -> Any:
        """Judge rows by a layout; those that are of it, or left."""
        rows = low + one.rows
        right = np.ones(len(rows), np.bool_)
        left = np.zeros(len(rows), np.bool_)
        found: list[Any] = []
        for part, (starts, ends) in zip(one.parts, one.edges, strict=True):
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
                good, unsure = texts(data, starts, lengths, shape)
                for row in unsure[right[unsure]].tolist():
                    text = data[starts[row] : ends[row]].tobytes().decode()
                    good[row] = part.judge(text) is not None
                right &= good
                values = starts - one.edges[0][0], lengths
            found.append(values)
        right &= ~left
        self.left[rows[left]] = True
        self.valid[rows] |= right
        for part, values in zip(one.parts, found, strict=True):
            _keep(self.parts[part], rows, right, values)
        return one.rows[right | left]


def _lookup(split: Split, part: Part, types: Mapping[str, ColumnType]) -> Lookup:
    """The look-up of a part: that of earlier columns, unless it has grown too large to be kept."""
    known: Lookup | None = split.lookups.get(part)
    if known is None or known.size > _MOST_KEPT:
        known = split.lookups[part] = Lookup(part, types)
    return known


def _foreign(data: Any, ends: Any) -> Mask:
    """Which rows hold bytes that are not of ASCII."""
    found = np.zeros(len(ends), np.bool_)
    found[np.searchsorted(ends, np.flatnonzero(data > 127), "right")] = True
    return found


def _edges(
    starts: Any, ends: Any, hits: Any, first: Any, spare: Any, layout: Layout
) -> list[tuple[Any, Any]]:
    """Where each part begins and ends.

    Args:
        starts: where each name does.
        ends: where each name does.
        hits: where the delimiters stand.
        first: by name, which of these is its first.
        spare: by name, how many of them stand within a part.
        layout: the parts.
    """
    wide = len(layout.parts) if layout.wide is None else layout.wide
    between = [
        hits[first + at] if at < wide else hits[first + spare + at] for at in range(len(layout.parts) - 1)
    ]
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
    others = (one for layout in split.layouts for one in layout.parts if one is not part)
    if only is None or only.kind is None or any(only.path in one.paths for one in others):
        return "lookup"
    kind, column = only.kind, types[only.path or ""].kind
    if column == "integer" and plain_number(kind):
        return "digits"
    return "text" if column == "text" and plain_text(kind) else "lookup"
