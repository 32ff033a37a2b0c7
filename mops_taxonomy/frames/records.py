"""Columns in which each row says itself what is known of its record: when it was created, of which channel it is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from mops_taxonomy.frames.reading import Question, parsed
from mops_taxonomy.frames.situations import Situations
from mops_taxonomy.frames.source import listed

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from mops_taxonomy.convention import Convention
    from mops_taxonomy.frames.source import Source

__all__ = ["answer_each", "refuse_misspelt"]


def answer_each(
    convention: Convention,
    source: Source,
    records: Mapping[str, Any],
    record: Mapping[str, Any] | None,
    as_of: Any,
    **asked: Any,
) -> Any:
    """The frame that answers a question for each row by what is known of its own record.

    Rows for which the same forms and terms are in force are read together.

    Raises:
        ValueError: a column of `records` has not as many rows as there are names, or something was created on what
            is no day; a key is nearly one that is asked for.
    """
    engine, column = source.engine, source.column
    situations = Situations(convention, as_of)
    refuse_misspelt(records, {*situations.keys, "created"})
    known = {
        key: _values(key, values, len(column)) for key, values in records.items() if key in situations.keys
    }
    constant = {key: value for key, value in (record or {}).items() if key not in known}
    for key in set(situations.keys) & set(constant):
        known[key] = [constant[key]] * len(column)
    try:
        rows = situations.joined(situations.rows(known)) if known else {situations.unknown(): None}
    except ValueError as error:
        raise ValueError(f"records: created, {_first_row(convention, known['created'])}{error}") from None
    frames: list[Any] = []
    order: list[int] = []
    for situation, numbers in rows.items():
        question = Question(convention, constant | (situation.record or {}), situation.day, **asked)
        picked = column if numbers is None or len(numbers) == len(column) else engine.picked(column, numbers)
        frames.append(parsed(question, engine, picked))
        order += numbers or range(len(column))
    if not frames:  # there are no rows
        frames.append(
            parsed(Question(convention, constant, situations.unknown().day, **asked), engine, column)
        )
    frame = frames[0]
    if len(frames) > 1:
        places = sorted(range(len(order)), key=order.__getitem__)
        frame = engine.taken(engine.stacked(frames), places)
    return source.given_back(engine.indexed(frame, column))


def refuse_misspelt(records: Iterable[str], asked: Collection[str]) -> None:
    """Refuse a key that is nearly what is asked for: what nobody asks for is passed over without a word.

    Raises:
        ValueError: there is one.
    """
    from rapidfuzz import fuzz, process

    open_keys = [key for key in asked if key not in records]
    for key in records:
        near = process.extractOne(str(key).lower(), open_keys, scorer=fuzz.ratio, score_cutoff=85)
        if near and key not in asked:
            raise ValueError(f"records: nothing is asked about {key!r}; did you mean {near[0]!r}?")


def _first_row(convention: Convention, created: list[Any]) -> str:
    """Where the first day stands that is none."""
    for row, value in enumerate(created, 1):
        try:
            convention.day({"created": value}, None)
        except ValueError:
            return f"row {row:,}: "
    return ""


def _values(key: str, column: Any, size: int) -> list[Any]:
    values = listed(column)
    if len(values) != size:
        raise ValueError(f"records: {key} has {len(values):,} rows for {size:,} names")
    return values
