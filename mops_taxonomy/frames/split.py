"""A column judged part by part, on its bytes.

Every part is looked up among the texts already judged by its fields; a whole number is read eight digits at a time;
a free text is left to the regular expressions of the frame library. Names that are not of ASCII, or that hold longer
numbers, are left to the scalar engine.
"""

from __future__ import annotations

import os
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Any

import numpy as np

from mops_taxonomy.frames.cells import Spans
from mops_taxonomy.frames.digits import MOST_DIGITS, numbers, plain_number
from mops_taxonomy.frames.lookup import Lookup
from mops_taxonomy.frames.schema import ColumnType

if TYPE_CHECKING:
    from collections.abc import Mapping

    from mops_taxonomy.fields.integer import IntegerKind
    from mops_taxonomy.frames.cells import Buffer, Mask
    from mops_taxonomy.frames.layout import Part, Split

__all__ = ["PartColumn", "SplitColumn"]

_ROWS = 32_768
"""Rows that are judged together: their bytes stay in the processor's cache."""

_MOST_KEPT = 20_000
"""Texts of one part that are remembered for later columns."""


class PartColumn:
    """What one part is in every row.

    Attributes:
        part: the part.
        how: `digits`, `text` or `lookup`.
        codes: by `lookup`, the code of the values; 0 where there are none.
        numbers: by `digits`, the number.
        starts, lengths: by `text`, where it stands in its name, in bytes.
        cut: by `text`, what the frame library has cut out.
        present: by `digits` and `text`, whether the name has the part.
    """

    def __init__(self, part: Part, how: str, lookup: Lookup, size: int) -> None:
        self.part = part
        self.cut: list[Any] = []
        self.how = how
        self.lookup = lookup
        self.present = np.zeros(0 if how == "lookup" else size, np.bool_)
        self.codes = np.zeros(size if how == "lookup" else 0, np.int32)
        self.numbers = np.zeros(size if how == "digits" else 0, np.int64)
        self.starts = np.zeros(size if how == "text" else 0, np.int64)
        self.lengths = np.zeros(size if how == "text" else 0, np.int64)

    @property
    def spans(self) -> Spans:
        """Where a text stands."""
        return Spans(ColumnType("text"), self.starts, self.lengths, self.present, self.cut)

    def clear(self, rows: Mask) -> None:
        """Forget what was found in the rows of a mask."""
        (self.codes if self.how == "lookup" else self.present)[rows] = 0


class SplitColumn:
    """A column, judged.

    Attributes:
        valid: whether each row is a valid name; not yet decided for those `left`.
        left: the rows that the scalar engine has to judge.
        parts: what the parts are.
    """

    def __init__(
        self, split: Split, buffer: Buffer, types: Mapping[str, ColumnType], *, matched: bool
    ) -> None:
        size = len(buffer.offsets) - 1
        self._split = split
        self._buffer = buffer
        self.valid = np.zeros(size, np.bool_)
        self.left = np.zeros(size, np.bool_)
        self.parts: dict[Part, PartColumn] = {}
        parts = dict.fromkeys(part for layout in split.layouts for part in layout)
        for part in parts:
            self.parts[part] = PartColumn(
                part, _how(part, split, types, matched=matched), _lookup(split, part), size
            )
        batches = range(0, size, _ROWS)
        if len(batches) < 3:
            for low in batches:
                self._judge(low)
        else:
            # Nearly all the work is numpy's, which lets other threads work meanwhile.
            with ThreadPoolExecutor(min(len(batches), os.cpu_count() or 1)) as pool:
                list(pool.map(self._judge, batches))

    def _judge(self, low: int) -> None:
        """Judge the rows of a batch. Batches share nothing but the look-ups."""
        high = min(low + _ROWS, len(self.valid))
        offsets = self._buffer.offsets
        begin, end = int(offsets[low]), int(offsets[high])
        data = self._buffer.data[begin:end]
        starts, ends = offsets[low:high] - begin, offsets[low + 1 : high + 1] - begin
        open_rows = ends > starts
        if self._buffer.present is not None:
            open_rows &= self._buffer.present[low:high]
        hits, foreign = _marks(data, self._split.delimiter)
        if len(foreign):
            odd = np.zeros(high - low, np.bool_)
            odd[np.searchsorted(ends, foreign, "right")] = True
            if not self._split.ascii:
                self.left[low:high] = odd & open_rows
            open_rows &= ~odd
        if self._split.longest is not None:
            open_rows &= ends - starts <= self._split.longest
        first = np.searchsorted(hits, starts)
        count = np.append(first[1:], np.searchsorted(hits, ends[-1:])) - first
        for layout in self._split.layouts:
            rows = np.flatnonzero(open_rows & (count == len(layout) - 1))
            if len(rows):
                edges = _edges(starts[rows], ends[rows], hits, first[rows], len(layout))
                open_rows[self._by_layout(layout, low, rows, data, edges)] = False

    def _by_layout(
        self, layout: tuple[Part, ...], low: int, rows: Any, data: Any, edges: list[tuple[Any, Any]]
    ) -> Any:
        """Judge rows that have as many parts as a layout; those that are of it, or left."""
        right = np.ones(len(rows), np.bool_)
        left = np.zeros(len(rows), np.bool_)
        begun = edges[0][0]
        found: list[Any] = []
        for part, (starts, ends) in zip(layout, edges, strict=True):
            column = self.parts[part]
            lengths = ends - starts
            if column.how == "lookup":
                codes = column.lookup.codes(data, starts, lengths)
                right &= codes > 0
                found.append(codes)
            elif column.how == "digits":
                kind: IntegerKind = part.only.kind  # type: ignore[union-attr, assignment]
                long = lengths > MOST_DIGITS
                if kind.width is None:
                    left |= long
                values, good = numbers(data, starts, np.where(long, 0, lengths), kind)
                right &= good
                found.append(values)
            else:
                found.append((starts - begun, lengths))
        self.left[low + rows[left]] = True
        kept = low + rows[right]
        self.valid[kept] = True
        for part, values in zip(layout, found, strict=True):
            _keep(self.parts[part], kept, right, values)
        return rows[right | left]


def _lookup(split: Split, part: Part) -> Lookup:
    """The look-up of a part: that of earlier columns, unless it has grown too large to be kept."""
    known: Lookup | None = split.lookups.get(part)
    if known is None or known.size > _MOST_KEPT:
        known = split.lookups[part] = Lookup(part)
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
    """Write down what was found in the rows that are right."""
    if column.how == "lookup":
        column.codes[rows] = values[right]
        return
    column.present[rows] = True
    if column.how == "digits":
        column.numbers[rows] = values[right]
    else:
        column.starts[rows], column.lengths[rows] = values[0][right], values[1][right]


def _how(part: Part, split: Split, types: Mapping[str, ColumnType], *, matched: bool) -> str:
    """How a part is judged: by look-up, unless it is the only place of a number or of a free text."""
    only = part.only
    others = (one for layout in split.layouts for one in layout if one is not part)
    if only is None or only.kind is None or any(only.path in one.paths for one in others):
        return "lookup"
    kind, column = only.kind, types[only.path or ""].kind
    if column == "integer" and plain_number(kind):
        return "digits"
    # Which texts match is known only when all rows are done: until then no two layouts may ask for the same rows.
    alone = len({len(layout) for layout in split.layouts}) == len(split.layouts)
    plain = kind.spec["kind"] == "text" and kind.exact and kind.decode is str and part.portable is not None
    return "text" if column == "text" and matched and alone and plain else "lookup"
