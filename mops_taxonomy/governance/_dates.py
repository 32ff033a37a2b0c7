"""Dates in names beside the dates of their records."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from mops_taxonomy.fault import Misfit
from mops_taxonomy.finding import Suggestion
from mops_taxonomy.period import Period

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mops_taxonomy.portfolio import Dated, Portfolio
    from mops_taxonomy.records import Record

__all__ = ["SAID", "are_crossed", "are_exchanged", "differing", "stated", "suggested"]

SAID = {"start": "starts", "end": "ends", "send": "is sent", "expiry": "expires"}
"""What a record does on the day of each role."""


def stated(record: Record, role: str | None) -> date | None:
    """The day of a role by the record; None where it does not say, or the role is none of a day."""
    day: date | None = getattr(record, role) if role in SAID else None
    return day


def differing(portfolio: Portfolio) -> Iterator[tuple[Record, Dated, date]]:
    """Every date of a name that does not hold the day of the record for its role, with that day."""
    for record in portfolio.records:
        for dated in portfolio.dates(record):
            day = stated(record, dated.role)
            if day is not None and not dated.first <= day <= dated.last:
                yield record, dated, day


def are_exchanged(dated: Dated, day: date) -> bool:
    """Whether the date of the name is the day with day and month exchanged."""
    value = dated.value
    return isinstance(value, date) and (value.year, value.month, value.day) == (day.year, day.day, day.month)


def are_crossed(record: Record, dated: Dated) -> bool:
    """Whether start and end of the record stand the wrong way round, and the name has them right."""
    if record.start is None or record.end is None or record.start <= record.end:
        return False
    right = {"start": record.end, "end": record.start}.get(dated.role or "")
    return right is not None and dated.first <= right <= dated.last


def suggested(dated: Dated, day: date, label: str) -> tuple[Suggestion, ...]:
    """The day as the field would write it; nothing where it cannot."""
    kind = dated.kind
    value = kind.calendar.around(day, dated.value) if isinstance(dated.value, Period) else day
    try:
        return (Suggestion(kind.encode(value), label),)
    except Misfit:
        return ()
