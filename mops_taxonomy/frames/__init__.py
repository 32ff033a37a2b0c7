"""Whole columns of names: pandas, polars, pyarrow, whatever speaks to these, and plain sequences.

    parsed = convention.parse_column(frame["campaign"])

The answer is a frame of the same library, row for row: a column for every field, `valid` and `form`.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from mops_taxonomy.frames.reading import Question, answer
from mops_taxonomy.frames.source import source_of, table_of
from mops_taxonomy.frames.summaries import Summary, summary

if TYPE_CHECKING:
    from collections.abc import Iterable

    from mops_taxonomy.convention import Convention

__all__ = ["Summary", "check_column", "check_frame", "parse_column", "summary"]


def parse_column(
    convention: Convention,
    column: Any,
    *,
    record: Mapping[str, Any] | None = None,
    records: Mapping[str, Any] | None = None,
    as_of: Any = None,
    fields: Iterable[str] | None = None,
) -> Any:
    """Read a column of names.

    Args:
        convention: whose names they are.
        column: a column of pandas, polars or pyarrow; an object that narwhals or Arrow can read; or a sequence.
        record: what is known of all the records that bear the names.
        records: what is known of each: columns of the same length, such as `{"created": frame["Created At"]}`.
        as_of: the day to judge by, as in `Convention.parse`.
        fields: which fields to give; all without it, and none for `[]`.

    Returns:
        A frame of the same library, of a sequence a dict of lists, with a column for every field of the convention,
        `valid` and `form`. Rows stay in their order; where the name is null or invalid the fields are null, and of an
        ambiguous name, those on which its readings disagree.

    Raises:
        TypeError: the column holds something else than texts.
        ValueError: `as_of` is neither a day nor a revision, nor is what stands under `created`; a column of `records`
            is of another length; a field is none of the convention.
    """
    return _answer(convention, column, record, records, as_of, fields=fields)


def check_column(
    convention: Convention,
    column: Any,
    *,
    record: Mapping[str, Any] | None = None,
    records: Mapping[str, Any] | None = None,
    as_of: Any = None,
    fields: Iterable[str] | None = None,
    warnings: bool = False,
) -> Any:
    """Read a column of names, and say what is wrong with those that are invalid.

    Args:
        convention: whose names they are.
        column: as in `parse_column`.
        record: what is known of all the records that bear the names.
        records: what is known of each, as in `parse_column`.
        as_of: the day to judge by, as in `Convention.parse`.
        fields: which fields to give; all without it, and none for `[]`.
        warnings: say what is notable about valid names, too.

    Returns:
        What `parse_column` does, with the `code` and the `field` of the first finding on each name.

    Raises:
        TypeError, ValueError: as `parse_column` does.
    """
    return _answer(convention, column, record, records, as_of, fields=fields, checked=True, warnings=warnings)


def check_frame(
    frame: Any,
    conventions: Mapping[str, Convention],
    *,
    record: Mapping[str, Any] | None = None,
    records: Mapping[str, str] | None = None,
    as_of: Any = None,
    warnings: bool = False,
) -> Any:
    """Check several columns of a frame.

    Args:
        frame: a frame of pandas, polars or pyarrow, one that narwhals can read, or a dict of sequences.
        conventions: whose names stand in which column.
        record: what is known of all the records that bear the names.
        records: which columns hold what is known of each, such as `{"created": "Created At"}`.
        as_of: the day to judge by, as in `Convention.parse`.
        warnings: say what is notable about valid names, too.

    Returns:
        The frame, and beside its columns those that `check_column` gives, called `<column>.<field>`. What an earlier
        call has left there is replaced.

    Raises:
        TypeError: it is no frame, or a column holds something else than texts.
        ValueError: the frame has no such column; or as `parse_column` does.
    """
    table = table_of(frame)
    each = {key: table.column(column) for key, column in (records or {}).items()}
    checked = {
        name: check_column(
            convention, table.column(name), record=record, records=each, as_of=as_of, warnings=warnings
        )
        for name, convention in conventions.items()
    }
    return table.beside(checked)


def _answer(
    convention: Any,
    column: Any,
    record: Mapping[str, Any] | None,
    records: Any,
    as_of: Any,
    **asked: Any,
) -> Any:
    if isinstance(convention, str):
        raise TypeError(f"a convention is wanted, not its id: taxonomy.convention({convention!r})")
    if not hasattr(convention, "in_force"):
        what = f"not a {type(convention).__name__}"
        raise TypeError(f"a convention is wanted, {what}: taxonomy.convention('program')")
    if record is not None and not isinstance(record, Mapping):
        raise TypeError(f"record is a mapping, such as {{'channel': 'WBN'}}, not a {type(record).__name__}")
    source = source_of(column)
    if records is not None and not isinstance(records, Mapping):
        example = "such as {'created': frame['Created At']}"
        raise TypeError(f"records is a mapping of columns, {example}, not a {type(records).__name__}")
    if records:
        from mops_taxonomy.frames.records import answer_each  # what is asked of each row is asked by few

        return answer_each(convention, source, records, record, as_of, **asked)
    return answer(Question(convention, record, convention.day(record, as_of), **asked), source)
