"""Dates in another format than the one that is expected; what may be two days is told as two."""

from __future__ import annotations

import re
from contextlib import suppress
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from mops_taxonomy.fields.date_format import MONTHS
from mops_taxonomy.period import Period

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["Guess", "guesses"]


class Guess(NamedTuple):
    """A day or period that a text may mean.

    Attributes:
        end: where the text ends.
        value: the day or period.
        sure: whether the text can mean nothing else.
    """

    end: int
    value: date | Period
    sure: bool


_NAMES = {name[:size].lower(): number for number, name in enumerate(MONTHS, 1) for size in (3, len(name))}
_MONTH = "|".join(sorted(_NAMES, key=len, reverse=True))
_PART = rf"(?:\d{{1,4}}|{_MONTH})"
_SEPARATED = re.compile(rf"{_PART}(?P<s>[-./ _])(?:{_PART})(?P=s)(?:{_PART})(?![0-9A-Za-z])", re.IGNORECASE)
_GLUED = re.compile(
    rf"(?:\d{{1,2}}(?:{_MONTH})(?:20)?\d{{2}}|(?:{_MONTH})\d{{1,2}},? 20\d{{2}})(?!\d)", re.IGNORECASE
)
_YEAR_FIRST = re.compile(r"(\d{4})[-./ ](\d{1,2})[-./ ](\d{1,2})")
_DIGITS = re.compile(r"(?P<a>\d\d)(?P<b>\d\d)(?P<c>\d\d)(?P<d>\d\d)?(?!\d)")
_PERIODS = (
    re.compile(r"(?P<f>FY)?(?P<y>(?:20)?\d{2})[-_ ]?(?P<u>[QH])(?P<k>\d)(?!\d)", re.IGNORECASE),
    re.compile(r"(?P<u>[QH])(?P<k>\d)[-_ ]?(?P<f>FY)?(?P<y>(?:20)?\d{2})(?!\d)", re.IGNORECASE),
    re.compile(r"(?P<y>20\d{2})[-./_ ]?(?P<m>0[1-9]|1[0-2])(?!\d)"),
    re.compile(r"(?P<m>0[1-9]|1[0-2])[-./_ ]?(?P<y>20\d{2})(?!\d)"),
    re.compile(rf"(?P<n>{_MONTH})[-_ ]?(?P<y>(?:20)?\d{{2}})(?!\d)", re.IGNORECASE),
    re.compile(rf"(?P<y>20\d{{2}})[-_ ]?(?P<n>{_MONTH})", re.IGNORECASE),
    re.compile(r"(?P<y>20\d{2})[-_ ]?W(?P<w>\d{2})(?!\d)", re.IGNORECASE),
    re.compile(r"(?P<y>\d{2})[-./_ ]?(?P<m>0[1-9]|1[0-2])(?!\d)"),
)


def guesses(text: str, at: int) -> Iterator[Guess]:
    """The days and periods that may be written at this place, the surest first."""
    yield from _days(text, at)
    yield from _periods(text, at)


def _days(text: str, at: int) -> Iterator[Guess]:
    if match := _SEPARATED.match(text, at) or _GLUED.match(text, at):
        days = _read(match[0].replace("_", "-"))
        sure = len(days) == 1 and re.search("[12][0-9]{3}", match[0]) is not None
        yield from (Guess(match.end(), day, sure) for day in days)
    elif match := _DIGITS.match(text, at):
        a, b, c, d = match.groups()
        orders = ((a + b, c, d), (c + d, b, a), (c + d, a, b)) if d else ((a, b, c), (c, b, a), (c, a, b))
        found = (_day(int(y) if d else 2000 + int(y), int(m), int(day)) for y, m, day in orders)
        days = tuple(dict.fromkeys(day for day in found if day is not None and 1990 <= day.year < 2100))
        yield from (Guess(match.end(), day, bool(d) and len(days) == 1) for day in days)


def _read(text: str) -> tuple[date, ...]:
    """Every day that the text may be, as lenient readers understand it."""
    from dateutil.parser import ParserError, parse  # only where a date is wrong

    if match := _YEAR_FIRST.fullmatch(text):
        day = _day(*(int(part) for part in match.groups()))
        return () if day is None else (day,)
    days: dict[date, None] = {}
    for day_first, year_first in ((False, False), (True, False), (False, True)):
        with suppress(ParserError, OverflowError):
            days[parse(text, dayfirst=day_first, yearfirst=year_first).date()] = None
    return tuple(days)


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _periods(text: str, at: int) -> Iterator[Guess]:
    for pattern in _PERIODS:
        match = pattern.match(text, at)
        if match is None:
            continue
        parts = match.groupdict()
        year = int(parts["y"]) % 2000 + 2000 if len(parts["y"]) == 2 else int(parts["y"])
        sure = len(parts["y"]) == 4
        if unit := parts.get("u"):
            most = 4 if unit.upper() == "Q" else 2
            if 1 <= int(parts["k"]) <= most:
                period = Period(year, unit.upper(), int(parts["k"]), fiscal=bool(parts["f"]))
                yield Guess(match.end(), period, sure)
        elif parts.get("w"):
            if 1 <= int(parts["w"]) <= 52:
                yield Guess(match.end(), Period(year, "W", int(parts["w"]), fiscal=False), sure)
        else:
            month = _NAMES[parts["n"].lower()] if parts.get("n") else int(parts["m"])
            yield Guess(match.end(), Period(year, "M", month, fiscal=False), sure)
