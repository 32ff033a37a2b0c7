"""A column judged part by part, on its bytes.

Every part is looked up among the texts already judged by its fields; whole numbers and free texts are read eight bytes
at a time. Names that hold longer numbers are left to the scalar engine.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any

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
    from mops_taxonomy.frames.layout import FormSplit, Layout, Part, Split
    from mops_taxonomy.frames.reading import Question
    from mops_taxonomy.frames.schema import ColumnType

__all__ = ["PartColumn", "SplitColumn"]

_ROWS = 32_768
"""Rows that are judged together: enough that threads seldom wait for each other, few enough to stay in the cache."""

_MOST_KEPT = 65_536
"""Texts of one part that are remembered for later columns."""


class PartColumn:
    """What one part is in every row, or several parts that hold the same number or text in different names.

    Attributes:
        paths: the fields of the part.
        how: `digits`, `text` or `lookup`.
        lookup: by `lookup`, whose codes these are; else None.
        codes: by `lookup`, the code of the values; 0 where there are none.
        numbers: by `digits`, the number.
        present: by `digits`, whether the name has the part.
        spans: by `text`, where in the name it stands; nowhere where the name has none, or is wrong.
    """

    def __init__(self, paths: tuple[str, ...], how: str, lookup: Any, size: int) -> None:
        self.paths = paths
        self.how = how
        self.lookup = lookup
        self.codes = np.zeros(size if how == "lookup" else 0, np.int32)
        self.numbers = np.zeros(size if how == "digits" else 0, np.int64)
        self.present = np.zeros(size if how == "digits" else 0, np.bool_)
        rows = size if how == "text" else 0
        self.spans = Spans(np.zeros(rows, np.int64), np.zeros(rows, np.int64))


class _Batch:
    """Some rows of a column.

    Attributes:
        low: the first of them.
        data: their bytes.
        starts: by row, where it begins in these.
        ends: by row, where it ends.
    """

    def __init__(self, buffer: Buffer, low: int) -> None:
        begin, end = int(buffer.offsets[0]), int(buffer.offsets[-1])
        self.low = low
        self.data = buffer.data[begin:end]
        self.starts, self.ends = buffer.offsets[:-1] - begin, buffer.offsets[1:] - begin
        self._cuts: dict[str, tuple[Any, Any, Any]] = {}

    def text(self, row: int) -> str:
        """The name in a row."""
        return self.cut(self.starts[row], self.ends[row])

    def cut(self, start: int, end: int) -> str:
        """The text between two places."""
        return self.data[start:end].tobytes().decode()  # type: ignore[no-any-return]

    @cached_property
    def foreign(self) -> Mask | None:
        """Which rows hold bytes that are not of ASCII; None where no row does."""
        if not len(self.data) or self.data.max() <= 127:
            return None
        found = np.zeros(len(self.ends), np.bool_)
        found[np.searchsorted(self.ends, np.flatnonzero(self.data > 127), "right")] = True
        return found

    def rows(self, delimiter: str, layout: Layout, open_rows: Mask) -> tuple[Any, list[tuple[Any, Any]]]:
        """Which of some rows have as many parts as a layout, and where each part of these begins and ends."""
        if delimiter not in self._cuts:
            hits = np.flatnonzero(self.data == ord(delimiter))
            first = np.searchsorted(hits, self.starts)
            self._cuts[delimiter] = hits, first, np.append(first[1:], len(hits)) - first
        hits, first, count = self._cuts[delimiter]
        inner = len(layout.parts) - 1
        rows = np.flatnonzero(open_rows & (count == inner if layout.wide is None else count >= inner))
        wide = inner if layout.wide is None else layout.wide
        # Behind the part that may hold delimiters, they are counted from the last.
        before, behind = first[rows], first[rows] + count[rows] - inner
        between = [hits[(before if at < wide else behind) + at] for at in range(inner)]
        edges = zip(
            [self.starts[rows], *(edge + 1 for edge in between)], [*between, self.ends[rows]], strict=True
        )
        return rows, list(edges)


class SplitColumn:
    """A column, judged.

    Attributes:
        forms: the number of the form of each row, from 1; 0 for what is no valid name, or not yet decided.
        left: the rows that the scalar engine has to judge.
        present: which rows hold a text.
        parts: what the parts are.
    """

    def __init__(self, question: Question, split: Split, splitter: Splitter, size: int) -> None:
        self._convention = question.convention
        self._day = question.day
        self._split = split
        self._splitter = splitter
        self._agreed: dict[Any, bool] = {}
        self.forms = np.zeros(size, np.int8)
        self.left = np.zeros(size, np.bool_)
        self.present = np.ones(size, np.bool_)
        self.parts = _part_columns(split, size, question.schema.fields)
        in_batches(0, size, _ROWS, self._judge)

    def _judge(self, low: int, high: int) -> None:
        """Judge the rows of a batch. Batches share what was judged so far; each writes to its own rows."""
        buffer = self._splitter.rows(low, high)
        batch = _Batch(buffer, low)
        lengths = batch.ends - batch.starts
        open_rows = lengths > 0
        if buffer.present is not None:
            self.present[low:high] = buffer.present
            open_rows &= buffer.present
        if self._split.longest is not None:
            short = lengths <= self._split.longest
            # Limits count characters or bytes: only of ASCII these are as many.
            open_rows &= short if batch.foreign is None else short | batch.foreign
        for number, form in enumerate(self._split.forms):
            for layout in form.layouts:
                rows, edges = batch.rows(form.delimiter, layout, open_rows)
                if len(rows):
                    open_rows[self._by_layout(number, layout, batch, rows, edges)] = False

    def _by_layout(
        self, number: int, layout: Layout, batch: _Batch, rows: Any, edges: list[tuple[Any, Any]]
    ) -> Any:
        """Judge rows by a layout of a form; those that are of it, or left."""
        form = self._split.forms[number]
        right = np.ones(len(rows), np.bool_)
        left = np.zeros(len(rows), np.bool_)
        found: list[Any] = []
        for part, (starts, ends) in zip(layout.parts, edges, strict=True):
            column = self.parts[part]
            lengths = ends - starts
            values: Any = None
            if column.how == "lookup":
                values = column.lookup.codes(batch.data, starts, lengths)
                right &= values > 0
            elif column.how == "digits":
                kind: IntegerKind = part.only.kind  # type: ignore[union-attr, assignment]
                long = lengths > MOST_DIGITS
                if kind.width is None:
                    left |= long
                values, good = numbers(batch.data, starts, np.minimum(lengths, MOST_DIGITS + 1), kind)
                right &= good & ~long
            else:
                shape: TextShape = part.only.kind.shape  # type: ignore[union-attr]
                good, unsure = texts(batch.data, starts, lengths, shape)
                for row in unsure[right[unsure]].tolist():
                    good[row] = part.judge(batch.cut(starts[row], ends[row])) is not None
                right &= good
                values = starts - edges[0][0], lengths
            found.append(values)
        right &= ~left
        if form.joint:
            self._agree(form, layout, batch, rows, found, right)
        if batch.foreign is not None:
            # What is of ASCII is in Unicode's composed form, and not too long any more.
            for at in np.flatnonzero(right & batch.foreign[rows]).tolist():
                right[at] = self._convention.allows(batch.text(rows[at]))
        self.left[batch.low + rows[left]] = True
        self.forms[batch.low + rows] = right * np.int8(number + 1)
        for part, values in zip(layout.parts, found, strict=True):
            _keep(self.parts[part], batch.low + rows, right, values)
        return rows[right | left]

    def _agree(
        self, form: FormSplit, layout: Layout, batch: _Batch, rows: Any, found: list[Any], right: Mask
    ) -> None:
        """Of names whose parts are right, keep those whose fields agree: of those with the same ones, one is asked."""
        joint = [
            codes
            for part, codes in zip(layout.parts, found, strict=True)
            if not form.joint.isdisjoint(part.paths)
        ]
        good = np.flatnonzero(right)
        if not len(good) or not joint:
            return
        alike = np.zeros(len(good), np.int64)
        for codes in joint:
            alike *= int(codes.max()) + 1
            alike += codes[good]
            alike = np.unique(alike, return_inverse=True)[1]
        _, first = np.unique(alike, return_index=True)
        agreed = []
        for at in good[first].tolist():
            key = layout, *(int(codes[at]) for codes in joint)
            if key not in self._agreed:
                text = batch.text(rows[at])
                self._agreed[key] = bool(self._convention.analysed(text, [form.form], self._day).readings)
            agreed.append(self._agreed[key])
        right[good] = np.array(agreed)[alike]


def _part_columns(split: Split, size: int, types: Mapping[str, ColumnType]) -> dict[Part, PartColumn]:
    """What the parts of a column are written to. Parts of one number or of one text have the same place."""
    found: dict[Part, PartColumn] = {}
    shared: dict[str, PartColumn] = {}
    parts = split.parts
    joint = frozenset().union(*(form.joint for form in split.forms))
    hows = {part: _how(part, types) if joint.isdisjoint(part.paths) else "lookup" for part in parts}
    for part in parts:
        how = hows[part]
        if any(hows[other] != how for other in parts if not set(part.paths).isdisjoint(other.paths)):
            how = "lookup"
        if how == "lookup":
            found[part] = PartColumn(part.paths, how, _lookup(split, part, types), size)
            continue
        (path,) = part.paths
        if path not in shared:
            shared[path] = PartColumn(part.paths, how, None, size)
        found[part] = shared[path]
    return found


def _lookup(split: Split, part: Part, types: Mapping[str, ColumnType]) -> Lookup:
    """The look-up of a part: that of earlier columns, unless it has grown too large to be kept."""
    known: Lookup | None = split.lookups.get(part)
    if known is None or known.size > _MOST_KEPT:
        known = split.lookups[part] = Lookup(part, types)
    return known


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


def _how(part: Part, types: Mapping[str, ColumnType]) -> str:
    """How a part is judged if no other part has its fields: by look-up, unless it is a number or a free text alone."""
    only = part.only
    if only is None or only.kind is None:
        return "lookup"
    kind, column = only.kind, types[only.path or ""].kind
    if column == "integer" and plain_number(kind):
        return "digits"
    return "text" if column == "text" and plain_text(kind) else "lookup"
