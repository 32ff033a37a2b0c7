"""The cells of a column whose names can be judged part by part."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from mops_taxonomy.frames.cells import Coded, Numbers, Spans
from mops_taxonomy.frames.scalar import named
from mops_taxonomy.frames.schema import BOOLEAN, ColumnType
from mops_taxonomy.frames.split import SplitColumn

if TYPE_CHECKING:
    from mops_taxonomy.frames.cells import Cells, Mask
    from mops_taxonomy.frames.engine import Engine
    from mops_taxonomy.frames.reading import Question
    from mops_taxonomy.frames.split import PartColumn
    from mops_taxonomy.name import Name

__all__ = ["split_cells"]


def split_cells(question: Question, engine: Engine, column: Any) -> dict[str, Cells] | None:
    """The cells of every column of the answer; None where it is not proved that names can be split."""
    split = question.split
    buffer = engine.buffer(column) if split is not None else None
    if split is None or buffer is None:
        return None
    found = SplitColumn(split, buffer, question.fields, matched=engine.matches)
    _match(found, engine, column)
    left = np.flatnonzero(found.left)
    texts = [str(text) for text in engine.texts(engine.picked(column, left))] if len(left) else []
    names = named(question.convention, texts, question.record, question.day)
    cells = _fields(question, found, dict(zip(left.tolist(), names, strict=True)))
    if cells is None:
        return None
    found.valid[left] = [name is not None for name in names]
    present = buffer.present
    codes = found.valid.astype(np.int8)
    if present is not None:
        codes[~present] = 2
    verdicts: dict[str, Cells] = {
        "valid": Coded(BOOLEAN, [False, True, None], codes),
        "form": Coded(question.form, [None, split.form.name], found.valid.astype(np.int8)),
    }
    if question.checked:
        verdicts |= _checked(question, engine, column, found.valid, present)
    return cells | question.verdicts(verdicts)


def _match(found: SplitColumn, engine: Engine, column: Any) -> None:
    """Decide the texts that were left to regular expressions, and forget the rows that are wrong."""
    wrong = np.zeros(len(found.valid), np.bool_)
    for part, one in found.parts.items():
        if one.how == "text":
            wrong |= one.present & ~engine.matching(column, one.spans, part.portable or "")
    if wrong.any():
        found.valid &= ~wrong
        for one in found.parts.values():
            one.clear(wrong)


def _fields(
    question: Question, found: SplitColumn, others: dict[int, Name | None]
) -> dict[str, Cells] | None:
    """The cells of every field; those of `others`, by row, as the scalar engine read them."""
    cells: dict[str, Cells] = {}
    for path, kind in question.fields.items():
        parts = [one for one in found.parts.values() if path in one.part.paths]
        made = _cells(kind, path, parts, len(found.valid))
        for row, name in others.items():
            value = None if name is None else name.get(path)
            if value is None or name is None:
                continue
            if isinstance(made, Coded):
                made.codes[row] = len(made.values)
                made.values.append(kind.plain(value))
            elif isinstance(made, Spans):
                start, end = name.spans[path]
                made.starts[row] = len(name.text[:start].encode())
                made.lengths[row] = len(name.text[start:end].encode())
                made.present[row] = True
            elif isinstance(made, Numbers):
                if not -(2**63) <= value < 2**63:
                    return None
                made.numbers[row], made.present[row] = value, True
        if isinstance(made, Spans) and others:
            made.cut.clear()
        cells[path] = made
    return cells


def _cells(kind: ColumnType, path: str, parts: list[PartColumn], size: int) -> Cells:
    if len(parts) == 1 and parts[0].how == "digits" and kind.kind == "integer":
        return Numbers(kind, parts[0].numbers, parts[0].present)
    if len(parts) == 1 and parts[0].how == "text" and kind.kind == "text":
        return parts[0].spans
    values: list[Any] = [None]
    codes = np.zeros(size, np.int32)
    for one in parts:
        at = one.part.paths.index(path)
        codes += np.where(one.codes > 0, one.codes + np.int32(len(values) - 1), np.int32(0))
        values += [kind.plain(found[at]) for found in one.lookup.values[1:]]
    return Coded(kind, values, codes)


def _checked(
    question: Question, engine: Engine, column: Any, valid: Mask, present: Mask | None
) -> dict[str, Cells]:
    """The first finding on every name that is not valid, or on every name."""
    asked = np.ones(len(valid), np.bool_) if question.warnings else ~valid
    if present is not None:
        asked &= present
    rows = np.flatnonzero(asked)
    texts, which = engine.distinct(engine.picked(column, rows)) if len(rows) else ([], [])
    listed = engine.texts(texts) if len(rows) else []
    told = question.findings(listed, [False] * len(listed))
    cells: dict[str, Cells] = {}
    for name, values in zip(("code", "field"), told, strict=True):
        codes = np.zeros(len(valid), np.int32)
        codes[rows] = np.asarray(which, np.int32) + 1
        cells[name] = Coded(ColumnType("term"), [None, *values], codes)
    return cells
