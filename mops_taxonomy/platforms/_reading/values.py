"""What a value of a system is: text, number, day, moment, yes or no."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime, tzinfo
from decimal import Decimal, InvalidOperation
from functools import lru_cache
from typing import Any, NamedTuple

__all__ = [
    "Convert",
    "Settings",
    "as_text",
    "clean",
    "count",
    "day",
    "flag",
    "ident",
    "moment",
    "money",
    "seconds",
    "shown",
    "text",
    "word",
]


class Settings(NamedTuple):
    """How values are meant where they do not say it themselves.

    Attributes:
        day_first: whether 03/04/2026 is the third of April; None where nobody knows.
        timezone: in which moments become days.
        field_names: names for fields that the system only numbers, by their number.
    """

    day_first: bool | None = None
    timezone: tzinfo = UTC
    field_names: Mapping[str, str] = {}


Convert = Callable[[Any, Settings], Any]
"""Makes a value of a record of one of a system. None is nothing. ValueError: the reason, as `which is ...` goes on."""

_LONGEST = 13_000  # bits of a number that can be written: 4,000 digits or less
_SURROGATES = re.compile("[\ud800-\udfff]")
_ISO = re.compile(r"\d{4}-\d{2}-\d{2}(?:$|[T ])")
_SLASHED = re.compile(r"(\d{1,2})([/.])(\d{1,2})\2(\d{4})(?:,? .*)?$")
_ZONE = re.compile(r"(?:Z\+0000|Z| ?UTC|\+0000)$")
_GROUPED = re.compile(r"-?\d{1,3}(?:,\d{3})+(?:\.\d+)?$")
_PLAIN = re.compile(r"-?\d+(?:\.\d+)?(?:[eE][+-]?\d{1,3})?$")
_YES = frozenset({"true", "1", "yes", "y"})
_NO = frozenset({"false", "0", "no", "n"})


def clean(value: str) -> str:
    """Text without the halves of characters that are left where text was cut or decoded wrongly."""
    return value if value.isascii() else _SURROGATES.sub("\N{REPLACEMENT CHARACTER}", value)


def as_text(value: Any) -> str:
    """Any plain value as text."""
    if isinstance(value, str):
        return clean(value)
    if isinstance(value, int) and value.bit_length() > _LONGEST:
        return hex(value)  # Python refuses to write so many decimal digits
    try:
        return clean(str(value))
    except (ValueError, RecursionError):
        return "something that is too long to be shown"


def shown(value: Any) -> str:
    """A value as messages show it, at most 40 characters long."""
    plain = f"'{clean(value)}'" if isinstance(value, str) else _structure(value) or as_text(value)
    plain = " ".join(plain.split())
    return plain if len(plain) <= 40 else f"{plain[:39]}…"


def _structure(value: Any) -> str:
    if isinstance(value, Mapping):
        return "an object"
    return "a list" if isinstance(value, (list, tuple)) else ""


def word(value: Any, settings: Settings) -> str | None:  # noqa: ARG001  every conversion takes the same
    """Text that says something; empty text says nothing."""
    if value is None or value == "":
        return None
    if not isinstance(value, str):
        raise ValueError("no text")  # noqa: TRY004  a fault of the data
    return clean(value) if value.strip() else None


def text(value: Any, settings: Settings) -> str | None:  # noqa: ARG001
    """Text that may be empty."""
    if value is None:
        return None
    if not isinstance(value, str):
        raise ValueError("no text")  # noqa: TRY004
    return clean(value)


def ident(value: Any, settings: Settings) -> str | None:
    """An id: text, or a whole number."""
    if isinstance(value, int) and not isinstance(value, bool):
        return as_text(value)
    try:
        return word(value, settings)
    except ValueError:
        raise ValueError("no id") from None


def money(value: Any, settings: Settings) -> Decimal | None:
    """An amount. Thousands may be parted by commas."""
    plain = _number(value, settings)
    if plain is None:
        return None
    try:
        amount = Decimal(plain)
    except InvalidOperation:
        raise ValueError("no amount") from None
    if not amount.is_finite() or amount.adjusted() > 30:
        raise ValueError("no amount")
    return amount


def _number(value: Any, settings: Settings) -> str | None:
    """A number as plain text."""
    if isinstance(value, (int, float, Decimal)) and not isinstance(value, bool):
        return as_text(value)
    try:
        plain = (word(value, settings) or "").strip()
    except ValueError:
        raise ValueError("no number") from None
    if _GROUPED.match(plain):
        plain = plain.replace(",", "")
    if plain and not _PLAIN.match(plain):
        raise ValueError("no number")
    return plain or None


def count(value: Any, settings: Settings) -> int | None:
    """How many: a whole number, 0 or more."""
    amount = money(value, settings)
    if amount is None:
        return None
    if amount != amount.to_integral_value() or amount < 0:
        raise ValueError("no whole number of 0 or more")
    return int(amount)


def flag(value: Any, settings: Settings) -> bool | None:  # noqa: ARG001
    """Yes or no."""
    if value is None or value == "":
        return None
    if isinstance(value, bool):
        return value
    plain = as_text(value).strip().lower() if isinstance(value, (str, int)) else ""
    if plain in _YES or plain in _NO:
        return plain in _YES
    raise ValueError("neither true nor false")


def seconds(value: Any, settings: Settings) -> datetime | None:
    """A moment in seconds since the beginning of 1970."""
    try:
        plain = _number(value, settings)
        return None if plain is None else datetime.fromtimestamp(float(plain), UTC)
    except (ValueError, OverflowError, OSError):
        raise ValueError("no time in seconds since 1970") from None


def moment(value: Any, settings: Settings) -> datetime | date | None:
    """A day, or a moment, as systems write them."""
    if isinstance(value, date):
        return value
    try:
        plain = word(value, settings)
    except ValueError:
        raise ValueError("no date") from None
    return None if plain is None else _parsed(plain.strip(), settings)


def day(value: Any, settings: Settings) -> date | None:
    """A day; of a moment, the day in the time zone of the settings."""
    found = moment(value, settings)
    if not isinstance(found, datetime):
        return found
    if found.tzinfo is None:
        return found.date()
    try:
        return found.astimezone(settings.timezone).date()
    except OverflowError:
        raise ValueError("no date") from None


@lru_cache(maxsize=4096)
def _iso(plain: str) -> datetime | date:
    if len(plain) == 10:
        return date.fromisoformat(plain)
    return datetime.fromisoformat(_ZONE.sub("+00:00", plain))


def _parsed(plain: str, settings: Settings) -> datetime | date:
    try:
        if _ISO.match(plain):
            return _iso(plain)
        slashed = _SLASHED.match(plain)
        if slashed is not None:
            first, mark, second, year = slashed.groups()
            return _slashed(int(first), mark, int(second), int(year), settings.day_first)
    except _UnsureError:
        raise
    except (ValueError, OverflowError):
        raise ValueError("no date") from None
    raise ValueError("no date")


class _UnsureError(ValueError):
    pass


def _slashed(first: int, mark: str, second: int, year: int, day_first: bool | None) -> date:
    """A date of a report, in the order of whoever made it. With dots the day comes first everywhere."""
    if first == second or second > 12:
        return date(year, first, second)
    if first > 12 or mark == "." or day_first:
        return date(year, second, first)
    if day_first is None:
        one, other = date(year, first, second), date(year, second, first)
        raise _UnsureError(f"{one} or {other}: say with `day_first` which comes first")
    return date(year, first, second)
