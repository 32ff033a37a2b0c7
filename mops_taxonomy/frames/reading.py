"""A column of names read by a convention, whatever library it is of."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any

from mops_taxonomy.frames.cells import Values
from mops_taxonomy.frames.scalar import diagnosed, named
from mops_taxonomy.frames.schema import BOOLEAN, TEXT, Schema

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from mops_taxonomy.convention import Convention
    from mops_taxonomy.frames.cells import Cells
    from mops_taxonomy.frames.engine import Engine
    from mops_taxonomy.frames.layout import Split
    from mops_taxonomy.frames.source import Source
    from mops_taxonomy.name import Name

__all__ = ["Question", "answer", "parsed"]

_SAMPLE = 16_384
"""How many names tell whether a long column repeats itself."""

_SELDOM = 0.6
"""The share of names that differ from which on to split them all is faster than to find those that are alike."""


class Question:
    """What is asked of a column.

    Attributes:
        convention: whose names it holds.
        record: what is known of all the records that bear them.
        day: the day to judge by.
        checked: whether to say what is wrong with invalid names.
        warnings: whether to say what is notable about valid ones, too.
        schema: the columns of the convention.
        fields: the columns of fields that are asked for, with their types.
    """

    def __init__(
        self,
        convention: Convention,
        record: Mapping[str, Any] | None,
        day: date,
        *,
        fields: Iterable[str] | None = None,
        checked: bool = False,
        warnings: bool = False,
    ) -> None:
        self.convention = convention
        self.record = record
        self.day = day
        self.checked = checked
        self.warnings = warnings
        self.schema = Schema.of(convention)
        self.fields = self.schema.chosen(fields)

    @cached_property
    def split(self) -> Split | None:
        """How names are judged part by part; None where it is not proved that they can be."""
        from mops_taxonomy.frames.layout import split_of

        return split_of(self.convention, self.record, self.day)

    def findings(self, texts: list[str | None], valid: list[bool | None]) -> tuple[list[Any], list[Any]]:
        """The codes and the fields of the first findings on some texts, as far as they are asked for."""
        codes: list[Any] = []
        fields: list[Any] = []
        for text, is_valid in zip(texts, valid, strict=True):
            finding = None
            if text is not None and (not is_valid or self.warnings):
                finding = diagnosed(self.convention, text, self.record, self.day)
            codes.append(None if finding is None else finding.code)
            fields.append(None if finding is None else finding.field)
        return codes, fields

    def verdicts(self, found: Mapping[str, Cells]) -> dict[str, Cells]:
        """The columns of verdicts under the names that no field has."""
        return {self.schema.verdicts[name]: cells for name, cells in found.items()}


def answer(question: Question, source: Source) -> Any:
    """The frame that answers a question, with the index of the column."""
    frame = parsed(question, source.engine, source.column)
    return source.given_back(source.engine.indexed(frame, source.column))


def parsed(question: Question, engine: Engine, column: Any) -> Any:
    """The frame that answers a question."""
    expected = _distinct(question, engine, column)
    if expected is None:
        return engine.frame(_cells_of(question, engine, column))
    texts, rows = engine.distinct(column, expected)
    return engine.taken(engine.frame(_cells_of(question, engine, texts)), rows)


def _distinct(question: Question, engine: Engine, column: Any) -> int | None:
    """About how many names differ, 0 where that is not known; None where equal ones are to be read again.

    To read equal ones once always pays, unless names are quickly split.
    """
    if not engine.splits or question.split is None or engine.encoded(column):
        return 0
    size = len(column)
    if size < 2 * _SAMPLE:
        return None
    from mops_taxonomy.frames.repetition import distinct_share

    share = distinct_share(len(engine.distinct(column[:_SAMPLE])[0]), _SAMPLE, size)
    return int(share * size) if share < _SELDOM else None


def _cells_of(question: Question, engine: Engine, column: Any) -> dict[str, Cells]:
    """The cells of every column of the answer, by the fastest way that is proved to be exact."""
    if engine.splits and question.split is not None:
        from mops_taxonomy.frames.splitting import split_cells

        found = split_cells(question, engine, column)
        if found is not None:
            return found
    return _scalar_cells(question, engine.texts(column))


def _scalar_cells(question: Question, texts: list[str | None]) -> dict[str, Cells]:
    """The cells of every column, one name at a time."""
    known = [text for text in texts if text is not None]
    read = iter(named(question.convention, known, question.record, question.day))
    names: list[Name | None] = [None if text is None else next(read) for text in texts]
    valid = [None if text is None else name is not None for text, name in zip(texts, names, strict=True)]
    values = [{} if name is None else name.values for name in names]
    cells: dict[str, Cells] = {
        path: Values(kind, [kind.plain(one.get(path)) for one in values])
        for path, kind in question.fields.items()
    }
    verdicts: dict[str, Cells] = {
        "valid": Values(BOOLEAN, valid),
        "form": Values(question.schema.form, [None if name is None else name.form for name in names]),
    }
    if question.checked:
        codes, fields = question.findings(texts, valid)
        verdicts["code"] = Values(TEXT, codes)
        verdicts["field"] = Values(TEXT, fields)
    return cells | question.verdicts(verdicts)
