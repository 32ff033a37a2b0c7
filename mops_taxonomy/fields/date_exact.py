"""The real days and periods of a date format, as a language: months by their lengths, leap years, long years.

The Gregorian rules are those of ISO 8601, carried back and on to the years 1000 to 9999.
"""

from __future__ import annotations

from calendar import isleap
from datetime import date, timedelta
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from mops_taxonomy.algebra.language import Choice, Language, Literal, Seq, Words
from mops_taxonomy.fields.exact import both
from mops_taxonomy.fields.integer import between
from mops_taxonomy.period import Period

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from mops_taxonomy.fields.date_format import DateFormat, Token

__all__ = ["Bounds", "Years", "real_dates", "years_of"]

_MONTHS_OF_31 = (1, 3, 5, 7, 8, 10, 12)
_MONTHS_OF_30 = (4, 6, 9, 11)
_LAST = {"H": 2, "Q": 4, "M": 12, "W": 52}
_DIGIT_PAIR = between(0, 99, 2)
_LEAP = Choice(
    (
        Seq((_DIGIT_PAIR, Words(tuple(f"{n:02}" for n in range(4, 100, 4))))),
        Seq((Words(tuple(f"{n:02}" for n in range(0, 100, 4))), Literal("00"))),
    )
)


class Bounds(NamedTuple):
    """The days between which values must be.

    Attributes:
        earliest: the first day, None where there is none.
        latest: the last day, None where there is none.
        allow: whether a day or period is within them: it has at least one day there.
    """

    earliest: date | None
    latest: date | None
    allow: Callable[[date | Period], bool]


class Years(NamedTuple):
    """A range of years, both ends included."""

    first: int
    last: int


def years_of(form: DateFormat) -> Years | None:
    """The years that a format can write; None where it writes none."""
    for token in form.tokens:
        if token.unit in "YF":
            return Years(2000, 2099) if _is_short(token) else Years(1000, 9999)
    return None


def _is_short(token: Token) -> bool:
    return len(token.write(2000)) == 2


def real_dates(form: DateFormat, years: Years | None, bounds: Bounds | None, *, folded: bool) -> Language:
    """Every text of a format that is a real day or period.

    Args:
        form: the format.
        years: the years that count; None for a format without a year.
        bounds: what is allowed of these; None for all.
        folded: whether letters are read in either case.
    """
    writer = _Writer(form, folded)
    if years is None:
        return writer.sequence({})
    if bounds is None:
        return _choice(writer.whole(years))
    full, partial = _within(form, years, bounds)
    options = list(writer.whole(full)) if full else []
    listed = tuple(
        form.write(value) for year in partial for value in _values(form, year) if bounds.allow(value)
    )
    return _choice([*options, Words(listed, folded)])


def _choice(options: Iterable[Language]) -> Language:
    options = tuple(options)
    return options[0] if len(options) == 1 else Choice(options)


def _within(form: DateFormat, years: Years, bounds: Bounds) -> tuple[Years | None, list[int]]:
    """The years that are allowed as a whole, and those of which a part is.

    A fiscal year may begin in the calendar year before it and end in the one after.
    """
    edges = [day.year for day in (bounds.earliest, bounds.latest) if day is not None]
    first = max(years.first, bounds.earliest.year - 1) if bounds.earliest else years.first
    last = min(years.last, bounds.latest.year + 1) if bounds.latest else years.last
    whole: list[int] = []
    partial: list[int] = []
    for year in range(first, last + 1):
        if all(abs(year - edge) > 1 for edge in edges) or all(map(bounds.allow, _ends(form, year))):
            whole.append(year)
        elif any(map(bounds.allow, _values(form, year))):
            partial.append(year)
    return (Years(whole[0], whole[-1]) if whole else None), partial


def _ends(form: DateFormat, year: int) -> tuple[date | Period, ...]:
    """The first and the last value of a year."""
    unit = _unit(form)
    if unit == "D":
        return date(year, 1, 1), date(year, 12, 31)
    fiscal = "F" in form.precision
    if unit == "Y":
        return (Period(year, fiscal=fiscal),)
    return Period(year, unit, 1, fiscal=fiscal), Period(year, unit, _LAST[unit], fiscal=fiscal)


def _values(form: DateFormat, year: int) -> Iterator[date | Period]:
    """Every day or period of a year that the format can tell apart."""
    unit = _unit(form)
    if unit == "D":
        for number in range(365 + isleap(year)):
            yield date(year, 1, 1) + timedelta(number)
    elif unit == "Y":
        yield Period(year, fiscal="F" in form.precision)
    else:
        for number in range(1, _LAST[unit] + (unit == "W" and _is_long(year)) + 1):
            yield Period(year, unit, number, fiscal="F" in form.precision)


def _unit(form: DateFormat) -> str:
    return next((unit for unit in "DWMQH" if unit in form.precision), "Y")


@cache
def _is_long(year: int) -> bool:
    """Whether the year has an ISO week 53."""
    return date(year, 12, 28).isocalendar().week == 53


class _Writer:
    """Writes the parts of a format, some of them narrowed."""

    def __init__(self, form: DateFormat, folded: bool) -> None:
        self.form = form
        self.folded = folded

    def whole(self, years: Years) -> Iterator[Language]:
        """All that there is in some years."""
        year = next(token for token in self.form.tokens if token.unit in "YF")
        some = _years(year, years)
        if "D" in self.form.precision:
            for months, days in ((_MONTHS_OF_31, 31), (_MONTHS_OF_30, 30), ((2,), 28)):
                yield self.sequence({"Y": some, "M": months, "D": range(1, days + 1)})
            yield self.sequence({"Y": _leap_years(year, years), "M": (2,), "D": (29,)})
        elif "W" in self.form.precision:
            yield self.sequence({"Y": some, "W": range(1, 53)})
            long = tuple(year.write(y) for y in range(years.first, years.last + 1) if _is_long(y))
            yield self.sequence({"Y": Words(long), "W": (53,)})
        else:
            yield self.sequence({year.unit: some})

    def sequence(self, narrowed: dict[str, Language | Iterable[int]]) -> Language:
        """The format, with the parts that count these units narrowed to a language or to some numbers."""
        return Seq(tuple(self._part(part, narrowed) for part in self.form.parts))

    def _part(self, part: str | Token, narrowed: dict[str, Language | Iterable[int]]) -> Language:
        if isinstance(part, str):
            return Words((part,), fold=True) if self.folded else Literal(part)
        wanted = narrowed.get(part.unit)
        if isinstance(wanted, range) or (wanted is not None and type(wanted) is tuple):
            return Words(tuple(map(part.write, wanted)), self.folded)
        language: Language = part.language if wanted is None else wanted  # type: ignore[assignment]
        return language._replace(fold=True) if self.folded and isinstance(language, Words) else language


def _years(token: Token, years: Years) -> Language:
    if _is_short(token):
        return between(years.first - 2000, years.last - 2000, 2)
    return between(years.first, years.last, 4)


def _leap_years(token: Token, years: Years) -> Language:
    if _is_short(token):
        return Words(tuple(token.write(y) for y in range(years.first, years.last + 1) if isleap(y)))
    return both(between(years.first, years.last, 4), _LEAP)
