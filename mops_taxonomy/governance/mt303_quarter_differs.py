"""MT303: the quarter differs."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from mops_taxonomy.governance._dates import suggested
from mops_taxonomy.governance.rule import Breach, RecordRule
from mops_taxonomy.period import Period
from mops_taxonomy.rules._words import quoted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mops_taxonomy.portfolio import Dated, Portfolio
    from mops_taxonomy.records import Record

__all__ = ["RULE"]


def check(portfolio: Portfolio) -> Iterator[Breach]:
    """Compare each period of a name with the one in which the record starts."""
    for record in portfolio.records:
        dates = portfolio.dates(record)
        periods = [one for one in dates if one.role == "period" and isinstance(one.value, Period)]
        start, source = _start(record, dates) if periods else (None, "")
        for dated in periods:
            if start is not None:
                yield from _compared(record, dated, start, source)


def _start(record: Record, dates: list[Dated]) -> tuple[date | None, str]:
    """The day on which it starts, by the record, else by the name; and who says so."""
    if record.start is not None:
        return record.start, f"the {record.object}"
    named = (one for one in dates if one.role == "start" and isinstance(one.value, date))
    first = next(named, None)
    return (first.value, f"by `{first.field}` the {record.object}") if first is not None else (None, "")


def _compared(record: Record, dated: Dated, start: date, source: str) -> Iterator[Breach]:
    right = dated.kind.calendar.around(start, dated.value)
    if right.number == dated.value.number and right.year == dated.value.year:
        return
    days = f" is from {dated.first} to {dated.last}" if dated.value.year is not None else f" is {dated.value}"
    yield Breach(
        record,
        f"{quoted(dated.text)} in `{dated.field}`{days}; {source} starts on {start}, in {right}",
        field=dated.field,
        span=dated.span,
        found=dated.text,
        expected=f"{right}, which holds {start}",
        suggestions=suggested(dated, start, f"the period of {start}"),
    )


RULE = RecordRule(
    code="MT303",
    title="quarter differs",
    severity="error",
    check=check,
    why=(
        "Budgets and results are counted by fiscal quarter, and a fiscal year seldom begins in January. The quarter "
        "in a name is compared with the one that holds the start of the record, by the calendar of the taxonomy; "
        "where the record has no start, with the start in the same name. Only fields with `role: period` are compared."
    ),
    bad="fiscal_year_start: 2\nname: FY27Q1_EMEA_EML_Robotics\nstart: 2026-05-04",
    good="fiscal_year_start: 2\nname: FY27Q2_EMEA_EML_Robotics\nstart: 2026-05-04",
    repair="Write the quarter in which it starts, or correct the start.",
    consequence="its cost and its results are counted in different quarters",
)
