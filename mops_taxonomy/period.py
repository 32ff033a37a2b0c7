"""Spans of the calendar that names speak of: years, halves, quarters, months, weeks."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import NamedTuple

__all__ = ["Calendar", "Period"]

_WRITTEN = re.compile(r"(?:(FY)?([1-9][0-9]{3})(?:-|$))?(?:([QHWM])?([0-9]{1,2}))?", re.ASCII)
_MOST = {"Y": 1, "H": 2, "Q": 4, "M": 12, "W": 53}


class Period:
    """A year, half, quarter, month or week; fiscal where the taxonomy's fiscal year counts.

    Written `2026`, `2026-03`, `2026-Q1`, `2026-H2`, `2026-W32`, `FY2027-Q1`, and without a year `Q1`, `W32`, `M03`.
    Two periods are equal when they are written alike.

    Attributes:
        year: four digits, or None where the name does not say.
        unit: `Y`, `H`, `Q`, `M` or `W`.
        number: which half, quarter, month or ISO week; 1 for a year.
        fiscal: whether the year is a fiscal one.
    """

    __slots__ = ("_hash", "fiscal", "number", "unit", "year")

    def __init__(self, year: int | None, unit: str = "Y", number: int = 1, *, fiscal: bool = False) -> None:
        if unit not in _MOST or not 1 <= number <= _MOST[unit] or (unit == "Y" and year is None):
            raise ValueError(f"there is no period {unit}{number} of {year}")
        self.year = year
        self.unit = unit
        self.number = number
        self.fiscal = fiscal
        self._hash = hash(self._key())

    @classmethod
    def parse(cls, text: str) -> Period:
        """Read a period as `str` writes it.

        Raises:
            ValueError: the text is not a period.
        """
        match = _WRITTEN.fullmatch(text)
        if match is None or not text or text.endswith("-"):
            raise ValueError(f"{text!r} is not a period such as 2026, 2026-03, 2026-Q1, FY2027-Q1 or W32")
        fiscal, year, unit, number = match.groups()
        if number is None:
            return cls(int(year), fiscal=bool(fiscal))
        return cls(int(year) if year else None, unit or "M", int(number), fiscal=bool(fiscal))

    def _key(self) -> tuple[bool, int, str, int]:
        return self.fiscal, self.year or 0, self.unit, self.number

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Period) and self._key() == other._key()

    def __lt__(self, other: Period) -> bool:
        return self._key() < other._key()

    def __hash__(self) -> int:
        return self._hash

    def __str__(self) -> str:
        year = "" if self.year is None else f"{'FY' * self.fiscal}{self.year}"
        if self.unit == "Y":
            return year
        if self.unit == "M":
            return f"{year}-{self.number:02}" if year else f"M{self.number:02}"
        number = f"{self.number:02}" if self.unit == "W" else str(self.number)
        return f"{year}{'-' * bool(year)}{self.unit}{number}"

    def __repr__(self) -> str:
        return f"Period({str(self)!r})"


class Calendar(NamedTuple):
    """How the organisation counts its years.

    Attributes:
        fiscal_year_start: the first month of the fiscal year, 1 to 12.
        fiscal_year_named_by: `end` or `start`: which calendar year gives the fiscal year its number.
    """

    fiscal_year_start: int = 1
    fiscal_year_named_by: str = "end"

    def days(self, period: Period) -> tuple[date, date]:
        """The first and the last day of a period.

        Raises:
            ValueError: the period has no year, or its year has no such week.
        """
        if period.year is None:
            raise ValueError(f"{period} says no year")
        if period.unit == "W":
            first = date.fromisocalendar(period.year, period.number, 1)
            return first, first + min(timedelta(days=6), date.max - first)
        year, month = period.year, 1
        if period.fiscal and self.fiscal_year_start > 1:
            year, month = year - (self.fiscal_year_named_by == "end"), self.fiscal_year_start
        months = {"Y": 12, "H": 6, "Q": 3, "M": 1}[period.unit]
        start = year * 12 + month - 1 + (period.number - 1) * months
        return _first_of(start), _last_before(start + months)

    def around(self, day: date, like: Period) -> Period:
        """The period that holds a day, of the same unit as another, and without a year where that has none.

        A half or a quarter without a year counts in the fiscal year.
        """
        yearless = like.year is None
        if like.unit == "W":
            year, week, _ = day.isocalendar()
            return Period(None if yearless else year, "W", week)
        fiscal = like.fiscal or (yearless and like.unit in {"H", "Q"})
        months = day.year * 12 + day.month - (self.fiscal_year_start if fiscal else 1)
        size = {"Y": 12, "H": 6, "Q": 3, "M": 1}[like.unit]
        number = months % 12 // size + 1
        if yearless:
            return Period(None, like.unit, number, fiscal=like.fiscal)
        named_later = fiscal and self.fiscal_year_start > 1 and self.fiscal_year_named_by == "end"
        return Period(months // 12 + named_later, like.unit, number, fiscal=like.fiscal)

    def quarter(self, day: date) -> Period:
        """The fiscal quarter that a day lies in."""
        return self.around(day, Period(day.year, "Q", fiscal=True))


def _first_of(month: int) -> date:
    """The first day of a month counted from the year 0; the last day there is, where the calendar ends before."""
    return date(month // 12, month % 12 + 1, 1) if month // 12 <= date.max.year else date.max


def _last_before(month: int) -> date:
    return _first_of(month) - timedelta(days=1) if month // 12 <= date.max.year else date.max
