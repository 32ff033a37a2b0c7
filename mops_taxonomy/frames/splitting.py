"""The cells of a column whose names can be judged part by part."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from mops_taxonomy.frames.cells import Coded, Numbers, Texts
from mops_taxonomy.frames.known import KnownValues
from mops_taxonomy.frames.scalar import named
from mops_taxonomy.frames.schema import BOOLEAN, TEXT
from mops_taxonomy.frames.split import SplitColumn

if TYPE_CHECKING:
    from mops_taxonomy.frames.cells import Cells, Mask
    from mops_taxonomy.frames.engine import Engine, Splitter
    from mops_taxonomy.frames.reading import Question
    from mops_taxonomy.frames.schema import ColumnType
    from mops_taxonomy.frames.split import PartColumn
    from mops_taxonomy.name import Name

__all__ = ["split_cells"]

_VERDICTS = KnownValues(BOOLEAN, (False, True))


def split_cells(question: Question, engine: Engine, column: Any) -> dict[str, Cells] | None:
    """The cells of every column of the answer; None where it is not proved that names can be split."""
    split = question.split
    splitter = engine.splitter(column) if split is not None else None
    if split is None or splitter is None:
        return None
    found = SplitColumn(question, split, splitter, len(column))
    left = np.flatnonzero(found.left)
    texts = [str(text) for text in engine.texts(engine.picked(column, left))] if len(left) else []
    names = named(question.convention, texts, question.record, question.day)
    cells = _fields(question, found, splitter, dict(zip(left.tolist(), names, strict=True)))
    terms = question.schema.form.terms
    numbers = np.array([0, *(terms.index(form.form.name) + 1 for form in split.forms)], np.int32)
    forms = numbers.take(found.forms)
    forms[left] = [0 if name is None else terms.index(name.form) + 1 for name in names]
    valid = forms > 0
    verdicts: dict[str, Cells] = {
        "valid": Coded(_VERDICTS, (valid + np.int8(1)) * found.present),
        "form": Coded(KnownValues(question.schema.form, terms), forms),
    }
    if question.checked:
        verdicts |= _checked(question, engine, column, valid, found.present)
    return cells | question.verdicts(verdicts)


def _fields(
    question: Question, found: SplitColumn, splitter: Splitter, others: dict[int, Name | None]
) -> dict[str, Cells]:
    """The cells of every field; those of `others`, by row, as the scalar engine read them."""
    cells: dict[str, Cells] = {}
    for path, kind in question.fields.items():
        parts = [one for one in dict.fromkeys(found.parts.values()) if path in one.paths]
        made = _cells(kind, path, parts, splitter, len(found.forms))
        values = {row: name[path] for row, name in others.items() if name is not None and path in name}
        if isinstance(made, Numbers):
            values = {row: value for row, value in values.items() if -(2**63) <= value < 2**63}
        cells[path] = _with(made, values, splitter) if values else made
    return cells


def _with(made: Cells, values: dict[int, Any], splitter: Splitter) -> Cells:
    """The cells with other values in some rows."""
    rows = np.fromiter(values, np.int64, len(values))
    match made:
        case Coded(known, codes):
            more = KnownValues(known.type, known.values[1:])
            codes[rows] = len(more.values) + np.arange(len(rows))
            for value in values.values():
                more.append(value)
            return Coded(more, codes)
        case Numbers(_, numbers, present):
            numbers[rows], present[rows] = list(values.values()), True
        case Texts(kind, column):
            plain = [kind.plain(value) for value in values.values()]
            return Texts(kind, splitter.patched(column, rows, plain))
    return made


def _cells(kind: ColumnType, path: str, parts: list[PartColumn], splitter: Splitter, size: int) -> Cells:
    if not size:
        return Coded(KnownValues(kind), np.zeros(0, np.int32))
    if len(parts) == 1 and parts[0].how == "digits" and kind.kind == "integer":
        return Numbers(kind, parts[0].numbers, parts[0].present)
    if len(parts) == 1 and parts[0].how == "text" and kind.kind == "text":
        return Texts(kind, splitter.cut(parts[0].spans))
    if len(parts) == 1:
        return Coded(parts[0].lookup.values[path], parts[0].codes.copy())
    values: list[Any] = []
    codes = np.zeros(size, np.int32)
    for one in parts:
        codes += np.where(one.codes > 0, one.codes + np.int32(len(values)), np.int32(0))
        values += one.lookup.values[path].values[1:]
    return Coded(KnownValues(kind, values), codes)


def _checked(question: Question, engine: Engine, column: Any, valid: Mask, present: Mask) -> dict[str, Cells]:
    """The first finding on every name that is not valid, or on every name."""
    rows = np.flatnonzero(present if question.warnings else present & ~valid)
    texts, which = engine.distinct(engine.picked(column, rows)) if len(rows) else ([], [])
    listed = engine.texts(texts) if len(rows) else []
    told = question.findings(listed, [False] * len(listed))
    cells: dict[str, Cells] = {}
    for name, values in zip(("code", "field"), told, strict=True):
        codes = np.zeros(len(valid), np.int32)
        codes[rows] = np.asarray(which, np.int32) + 1
        cells[name] = Coded(KnownValues(TEXT, values), codes)
    return cells
