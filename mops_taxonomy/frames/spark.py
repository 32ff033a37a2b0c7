"""Columns of Spark: what is found in a name is a struct, worked out by the executors when an action asks for it.

    frame.withColumn("checked", check_column(program, "campaign")).where("not checked.valid")

Only the names, and what is known of their records, travel to Python, as Arrow arrays. The convention is broadcast once
for each expression, and compiled once by each Python worker, which remembers the names that it has read.
"""

from __future__ import annotations

import pickle
import sys
from functools import lru_cache
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

from mops_taxonomy import frames
from mops_taxonomy.frames.records import refuse_misspelt
from mops_taxonomy.frames.schema import BOOLEAN, ColumnType, Schema
from mops_taxonomy.frames.situations import Situation, Situations

try:
    import pyarrow as pa
    from pyspark.sql import SparkSession, types
    from pyspark.sql import functions as sql
    from pyspark.sql.utils import is_remote
except ImportError as error:
    _missing = str(error.name).partition(".")[0]
    raise ImportError(
        f"Spark is read with pyspark and pyarrow, and {sys.executable} has no {_missing}: "
        "pip install 'mops_taxonomy[spark]'; where it is a worker of Spark, name a Python that has both "
        "in PYSPARK_PYTHON"
    ) from error

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from datetime import date

    from pyspark.sql import Column, DataFrame

    from mops_taxonomy.convention import Convention

__all__ = ["check_column", "check_frame", "parse_column"]

_MOST_KNOWN = 2**18
"""How many names a worker remembers of one question, before it begins anew."""

_MOST_SITUATIONS = 16
"""For how many situations of records a worker remembers them."""

_VERDICTS = {
    "valid": BOOLEAN,
    "form": ColumnType("text"),
    "code": ColumnType("text"),
    "field": ColumnType("text"),
}
_TYPES: dict[str, types.DataType] = {
    "boolean": types.BooleanType(),
    "date": types.DateType(),
    "integer": types.LongType(),
    "term": types.StringType(),
    "text": types.StringType(),
}
_ARROW = {
    "boolean": pa.bool_(),
    "date": pa.date32(),
    "integer": pa.int64(),
    "term": pa.string(),
    "text": pa.string(),
}


def parse_column(
    convention: Convention,
    column: Column | str,
    *,
    record: Mapping[str, Any] | None = None,
    records: Mapping[str, Column | str] | None = None,
    as_of: Any = None,
    fields: Iterable[str] | None = None,
) -> Column:
    """Read a column of names.

    Args:
        convention: whose names they are.
        column: the column, or what it is called.
        record: what is known of the records that bear the names, the same of all.
        records: what is known of each: columns, or what they are called, such as `{"created": "created_at"}`.
        as_of: the day to judge by, as in `Convention.parse`; without it and without a record that was `created` on
            some day, the day on which this is called, whenever the job runs.
        fields: which fields to give; all without it, and none for `[]`. Few are faster.

    Returns:
        A struct of every field of the convention, `valid` and `form`; null where the name is null. The fields are as in
        `mops_taxonomy.frames.parse_column`; a whole number that 64 bits do not hold is null.

    Raises:
        ValueError: `as_of` is neither a day nor a revision, a field is none of the convention, or a key of `records` is
            nearly one that is asked for. What stands under `created` and is no day is an error of the job.
    """
    return _expression(_Question.of(convention, record, as_of, fields), column, records)


def check_column(
    convention: Convention,
    column: Column | str,
    *,
    record: Mapping[str, Any] | None = None,
    records: Mapping[str, Column | str] | None = None,
    as_of: Any = None,
    fields: Iterable[str] | None = None,
    warnings: bool = False,
) -> Column:
    """Read a column of names, and say what is wrong with those that are invalid.

    Args:
        convention: whose names they are.
        column: the column, or what it is called.
        record: what is known of the records that bear the names, the same of all.
        records: what is known of each, as in `parse_column`.
        as_of: as in `parse_column`.
        fields: as in `parse_column`.
        warnings: say what is notable about valid names, too.

    Returns:
        What `parse_column` does, with the `code` and the `field` of the first finding on each name.

    Raises:
        ValueError: as `parse_column` does.
    """
    question = _Question.of(convention, record, as_of, fields)
    return _expression(question._replace(checked=True, warnings=warnings), column, records)


def check_frame(
    frame: DataFrame,
    conventions: Mapping[str, Convention],
    *,
    record: Mapping[str, Any] | None = None,
    records: Mapping[str, Column | str] | None = None,
    as_of: Any = None,
    warnings: bool = False,
) -> DataFrame:
    """Check several columns of a frame.

    Args:
        frame: the frame.
        conventions: whose names stand in which column.
        record: what is known of the records that bear the names, the same of all.
        records: what is known of each, as in `parse_column`.
        as_of: as in `parse_column`.
        warnings: say what is notable about valid names, too.

    Returns:
        The frame, and behind its columns one for each of these, called `<column>_checked`: what `check_column` gives.
        What an earlier call has left there is replaced.

    Raises:
        AnalysisException: the frame has no such column; Spark names those that are like it.
        TypeError: a column does not hold texts.
        ValueError: as `parse_column` does.
    """
    checked = {}
    for column, convention in conventions.items():
        called = f"{_text_column(frame, column)}_checked"
        checked[called] = check_column(
            convention, column, record=record, records=records, as_of=as_of, warnings=warnings
        )
    return frame.withColumns(checked)


def _text_column(frame: DataFrame, column: str) -> str:
    """What a column of texts is called, wherever in the frame it is."""
    (field,) = frame.select(column).schema.fields
    if not isinstance(field.dataType, types.StringType):
        raise TypeError(f"a column of names holds texts, not {field.dataType.simpleString()}: {column}")
    return field.name


class _Question(NamedTuple):
    """What is asked of a column; it travels to the workers as it is.

    Attributes:
        convention: whose names it holds.
        record: what is known of all the records that bear them.
        day: the day to judge by.
        today: the day on which it was asked; a worker may answer on another one.
        fixed: whether the day to judge by is asked for, whatever the records say.
        fields: the fields to give.
        checked: whether to say what is wrong with invalid names.
        warnings: whether to say what is notable about valid ones, too.
    """

    convention: Convention
    record: Mapping[str, Any] | None
    day: date
    today: date
    fixed: bool
    fields: tuple[str, ...]
    checked: bool = False
    warnings: bool = False

    @classmethod
    def of(
        cls,
        convention: Convention,
        record: Mapping[str, Any] | None,
        as_of: Any,
        fields: Iterable[str] | None,
    ) -> _Question:
        """What is asked, worked out by the driver as far as it can be."""
        chosen = tuple(Schema.of(convention).chosen(fields))
        days = convention.day(record, as_of), convention.day(None, as_of)
        return cls(convention, record, *days, as_of is not None, chosen)

    @property
    def situations(self) -> Situations:
        """What names of different records are judged by."""
        return Situations(self.convention, self.day if self.fixed else None)

    def of_records(self, situation: Situation) -> _Question:
        """The question about names of which more is known."""
        return self._replace(record={**(self.record or {}), **(situation.record or {})}, day=situation.day)

    def columns(self) -> dict[str, ColumnType]:
        """What the answer consists of."""
        schema = Schema.of(self.convention)
        asked = _VERDICTS if self.checked else ("valid", "form")
        return schema.chosen(self.fields) | {
            schema.verdicts[verdict]: _VERDICTS[verdict] for verdict in asked
        }

    def answer(self, texts: list[str]) -> Any:
        """The frame that answers it for some names."""
        column = pa.array(texts, pa.string())
        how: dict[str, Any] = {"record": self.record, "as_of": self.day, "fields": self.fields}
        if not self.checked:
            return frames.parse_column(self.convention, column, **how)
        return frames.check_column(self.convention, column, **how, warnings=self.warnings)


class _Answers:
    """The answers to a question, for the names that a worker has read so far."""

    def __init__(self, question: _Question) -> None:
        self._question = question
        self._columns = question.columns()
        self._rows: dict[str, int] = {}
        self._known = self._answered([])

    def of(self, names: Any) -> Any:
        """The structs of a batch of names, null where the name is."""
        if not (pa.types.is_string(names.type) or pa.types.is_large_string(names.type)):
            raise TypeError(f"a column of names holds texts, not {names.type}")
        encoded = names.dictionary_encode()
        texts = encoded.dictionary.to_pylist()
        rows: Sequence[int | None] = list(map(self._rows.get, texts))
        if None in rows:
            rows = self._learnt(texts, [text for text, row in zip(texts, rows, strict=True) if row is None])
        return self._known.take(pa.array(rows, pa.int64()).take(encoded.indices))

    def _learnt(self, texts: list[str], new: list[str]) -> list[int]:
        """The rows of some names, of which some are new."""
        if len(self._rows) + len(new) > _MOST_KNOWN:
            self._rows, self._known, new = {}, self._known[:0], texts
        self._rows.update(zip(new, range(len(self._rows), len(self._rows) + len(new)), strict=True))
        self._known = pa.concat_arrays([self._known, self._answered(new)])
        return [self._rows[text] for text in texts]

    def _answered(self, texts: list[str]) -> Any:
        found = self._question.answer(texts)
        made = [_array(found[name].combine_chunks(), kind) for name, kind in self._columns.items()]
        return pa.StructArray.from_arrays(made, list(self._columns))


class _AnswersToEach:
    """The answers to a question where each row says itself what is known of its record.

    Names for which the same forms and terms are in force are answered together.
    """

    def __init__(self, question: _Question) -> None:
        self._question = question
        self._situations = question.situations
        self._answers: dict[Situation, _Answers] = {}

    def of(self, names: Any, known: Mapping[str, Any]) -> Any:
        """The structs of a batch of names, null where the name is.

        Raises:
            ValueError: something was created on what is no day.
        """
        columns = {key: column.to_pylist() for key, column in known.items()}
        if "created" in columns:
            columns["created"] = [day or self._question.today for day in columns["created"]]
        elif "created" in self._situations.keys:
            columns["created"] = [self._question.day] * len(names)
        try:
            groups = self._situations.joined(self._situations.rows(columns))
        except ValueError as error:
            raise ValueError(f"records: created, {error}") from None
        groups = groups or {self._situations.unknown(): []}  # of no rows
        parts = [
            self._answered(situation, names.take(pa.array(rows, pa.int64())))
            for situation, rows in groups.items()
        ]
        return pa.concat_arrays(parts).take(pa.array(np.argsort(np.concatenate(list(groups.values())))))

    def _answered(self, situation: Situation, names: Any) -> Any:
        if situation not in self._answers:
            if len(self._answers) >= _MOST_SITUATIONS:
                self._answers.clear()
            self._answers[situation] = _Answers(self._question.of_records(situation))
        return self._answers[situation].of(names)


def _expression(
    question: _Question, column: Column | str, records: Mapping[str, Column | str] | None
) -> Column:
    """The column that answers a question."""
    pickled = _shipped(pickle.dumps(question))
    asked = question.situations.keys
    refuse_misspelt(records or {}, {*asked, "created"})
    known = {key: value for key, value in (records or {}).items() if key in asked}
    keys = tuple(known)

    def answers(names: pa.Array, *values: pa.Array) -> pa.Array:
        if not keys:
            return _compiled(pickled()).of(names)
        return _compiled_for_each(pickled()).of(names, dict(zip(keys, values, strict=True)))

    fields = [types.StructField(name, _spark_type(kind)) for name, kind in question.columns().items()]
    udf: Any = sql.arrow_udf  # type: ignore[attr-defined]  # their stubs do not know it yet
    return udf(answers, types.StructType(fields))(column, *known.values())  # type: ignore[no-any-return]


def _shipped(data: bytes) -> Callable[[], bytes]:
    """What gives the data to a worker: Spark Connect has no broadcasts, and sends it with the plan."""
    if is_remote():
        return lambda: data
    broadcast = SparkSession.active().sparkContext.broadcast(data)
    return lambda: broadcast.value


@lru_cache(maxsize=4)
def _compiled(pickled: bytes) -> _Answers:
    """What a worker knows about a question: worked out once in each, whatever the number of tasks and batches."""
    return _Answers(pickle.loads(pickled))  # noqa: S301  the driver's own question


@lru_cache(maxsize=4)
def _compiled_for_each(pickled: bytes) -> _AnswersToEach:
    """The same, where records differ."""
    return _AnswersToEach(pickle.loads(pickled))  # noqa: S301  the driver's own question


def _spark_type(kind: ColumnType) -> types.DataType:
    return types.ArrayType(_TYPES[kind.item]) if kind.kind == "list" else _TYPES[kind.kind]


def _array(found: Any, kind: ColumnType) -> Any:
    """A column of the frame in the type that Spark was told."""
    return found.cast(pa.list_(_ARROW[kind.item]) if kind.kind == "list" else _ARROW[kind.kind])
