"""Periods and the calendar."""

from __future__ import annotations

import itertools
from datetime import date, timedelta

import pytest

from mops_taxonomy.period import Calendar, Period


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("2026", Period(2026)),
        ("FY2027", Period(2027, fiscal=True)),
        ("2026-03", Period(2026, "M", 3)),
        ("2026-12", Period(2026, "M", 12)),
        ("2026-Q1", Period(2026, "Q", 1)),
        ("FY2027-Q4", Period(2027, "Q", 4, fiscal=True)),
        ("2026-H2", Period(2026, "H", 2)),
        ("FY2026-H1", Period(2026, "H", 1, fiscal=True)),
        ("2026-W32", Period(2026, "W", 32)),
        ("2026-W05", Period(2026, "W", 5)),
        ("Q1", Period(None, "Q", 1)),
        ("H2", Period(None, "H", 2)),
        ("W32", Period(None, "W", 32)),
        ("M03", Period(None, "M", 3)),
    ],
)
def test_written_and_read(text: str, period: Period) -> None:
    """A period is read as it is written."""
    assert str(period) == text
    assert Period.parse(text) == period
    assert repr(period) == f"Period({text!r})"


@pytest.mark.parametrize(
    "text",
    [
        "", "26", "0026", "2026-", "2026-13", "2026-00", "2026-Q5", "2026-Q0", "2026-H3", "2026-W54", "2026-W00", "FY",
        "FYQ1", "FY-Q1", "-Q1", "Q", "2026Q1", "2026-Q1 ", " 2026", "2026-03-24", "2026-q1", "٢٠٢٦", "20260", "x",
    ],
)  # fmt: skip
def test_not_a_period(text: str) -> None:
    """What is not written as a period is refused."""
    with pytest.raises(ValueError, match=r"there is no period|is not a period"):
        Period.parse(text)


@pytest.mark.parametrize(
    ("year", "unit", "number"),
    [
        (2026, "Q", 5),
        (2026, "Q", 0),
        (2026, "M", 13),
        (2026, "W", 54),
        (2026, "X", 1),
        (None, "Y", 1),
        (2026, "Y", 2),
    ],
)
def test_no_such_period(year: int | None, unit: str, number: int) -> None:
    """A period that the calendar does not know cannot be made."""
    with pytest.raises(ValueError, match=f"there is no period {unit}{number} of {year}"):
        Period(year, unit, number)


def test_equal_when_written_alike() -> None:
    """Periods are equal when they are written alike, also as keys; a period is no text."""
    periods = [
        Period(2026),
        Period(2026, fiscal=True),
        Period(2026, "Q", 1),
        Period(None, "Q", 1),
        Period(2026, "H", 1),
    ]
    assert len(set(periods)) == len({str(period) for period in periods}) == 5
    assert hash(Period.parse("2026-Q1")) == hash(Period(2026, "Q", 1))
    assert Period(2026) != "2026"


def test_sorted() -> None:
    """Periods of one kind sort in the order of time."""
    periods = [Period.parse(text) for text in ("2026-Q1", "2025-Q4", "2026-Q3", "2025-Q1")]
    assert [str(period) for period in sorted(periods)] == ["2025-Q1", "2025-Q4", "2026-Q1", "2026-Q3"]


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2026", "2026-01-01", "2026-12-31"),
        ("2026-H1", "2026-01-01", "2026-06-30"),
        ("2026-H2", "2026-07-01", "2026-12-31"),
        ("2026-Q4", "2026-10-01", "2026-12-31"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2026-02", "2026-02-01", "2026-02-28"),
        ("2000-02", "2000-02-01", "2000-02-29"),
        ("2100-02", "2100-02-01", "2100-02-28"),
        ("2026-12", "2026-12-01", "2026-12-31"),
        ("2026-W01", "2025-12-29", "2026-01-04"),
        ("2026-W53", "2026-12-28", "2027-01-03"),
        ("2027-W01", "2027-01-04", "2027-01-10"),
    ],
)
def test_days_of_calendar_periods(text: str, first: str, last: str) -> None:
    """Calendar periods do not depend on the fiscal year; weeks are those of ISO."""
    for month in (1, 2, 10):
        days = Calendar(month, "end").days(Period.parse(text))
        assert [str(day) for day in days] == [first, last]


@pytest.mark.parametrize(
    ("start", "named_by", "text", "first", "last"),
    [
        (1, "end", "FY2026", "2026-01-01", "2026-12-31"),
        (1, "start", "FY2026", "2026-01-01", "2026-12-31"),
        (2, "end", "FY2027", "2026-02-01", "2027-01-31"),
        (2, "start", "FY2027", "2027-02-01", "2028-01-31"),
        (2, "end", "FY2027-Q1", "2026-02-01", "2026-04-30"),
        (2, "end", "FY2027-Q4", "2026-11-01", "2027-01-31"),
        (7, "end", "FY2026-H1", "2025-07-01", "2025-12-31"),
        (7, "start", "FY2026-H2", "2027-01-01", "2027-06-30"),
        (10, "end", "FY2026-Q2", "2026-01-01", "2026-03-31"),
        (12, "end", "FY2026-Q1", "2025-12-01", "2026-02-28"),
        (12, "start", "FY2027-Q1", "2027-12-01", "2028-02-29"),
        (4, "end", "FY2026-W05", "2026-01-26", "2026-02-01"),
    ],
)
def test_days_of_fiscal_periods(start: int, named_by: str, text: str, first: str, last: str) -> None:
    """A fiscal year begins in its month and is named by the year in which it ends or starts."""
    days = Calendar(start, named_by).days(Period.parse(text))
    assert [str(day) for day in days] == [first, last]


@pytest.mark.parametrize("named_by", ["end", "start"])
@pytest.mark.parametrize("start", range(1, 13))
def test_fiscal_quarters_fill_the_year(start: int, named_by: str) -> None:
    """In every fiscal calendar quarters and halves follow one another and fill the year, and years meet."""
    calendar = Calendar(start, named_by)
    for year in (2023, 2024, 2025):
        whole = calendar.days(Period(year, fiscal=True))
        for unit, count in (("Q", 4), ("H", 2)):
            days = [calendar.days(Period(year, unit, n, fiscal=True)) for n in range(1, count + 1)]
            assert (days[0][0], days[-1][1]) == whole
            assert all(a[1] + timedelta(days=1) == b[0] for a, b in itertools.pairwise(days))
        following = calendar.days(Period(year + 1, fiscal=True))
        assert whole[1] + timedelta(days=1) == following[0]
        named = whole[1].year if named_by == "end" else whole[0].year
        assert (whole[0].month, named) == (start, year)


@pytest.mark.parametrize(
    "like", ["2026", "FY2026", "2026-H1", "FY2026-H1", "2026-Q1", "FY2026-Q1", "2026-03", "2026-W01"]
)
@pytest.mark.parametrize("start", [1, 2, 7, 12])
def test_a_day_lies_in_the_period_around_it(start: int, like: str) -> None:
    """The period has the unit and the kind of year that was asked for, and holds the day."""
    for named_by in ("end", "start"):
        calendar = Calendar(start, named_by)
        for number in range(731):
            day = date(2023, 7, 1) + timedelta(number)
            period = calendar.around(day, Period.parse(like))
            first, last = calendar.days(period)
            assert first <= day <= last
            assert (period.unit, period.fiscal) == (Period.parse(like).unit, Period.parse(like).fiscal)


def test_a_period_around_a_day_may_lack_its_year() -> None:
    """A quarter without a year is counted in the fiscal year, a week and a month in the calendar's."""
    day, calendar = date(2026, 3, 24), Calendar(2)

    assert [str(calendar.around(day, Period.parse(like))) for like in ("Q1", "H2", "W01", "M12")] == [
        "Q1", "H1", "W13", "M03",
    ]  # fmt: skip


@pytest.mark.parametrize("named_by", ["end", "start"])
@pytest.mark.parametrize("start", range(1, 13))
def test_a_day_lies_in_its_fiscal_quarter(start: int, named_by: str) -> None:
    """Every day of two years lies between the first and the last day of the quarter that is told."""
    calendar = Calendar(start, named_by)
    for number in range(731):
        day = date(2023, 7, 1) + timedelta(number)
        first, last = calendar.days(calendar.quarter(day))
        assert first <= day <= last


def test_a_period_without_a_year_has_no_days() -> None:
    """Q1 alone is no span of days."""
    with pytest.raises(ValueError, match="Q1 says no year"):
        Calendar().days(Period(None, "Q", 1))


def test_a_year_without_a_week_53() -> None:
    """Week 53 exists in some years only."""
    with pytest.raises(ValueError, match="Invalid week: 53"):
        Calendar().days(Period(2025, "W", 53))


@pytest.mark.parametrize(("text", "last"), [("9999", date(9999, 12, 31)), ("9999-Q4", date(9999, 12, 31))])
def test_the_last_year_has_an_end(text: str, last: date) -> None:
    """The year 9999 is a year like any other."""
    assert Calendar().days(Period.parse(text))[1] == last
