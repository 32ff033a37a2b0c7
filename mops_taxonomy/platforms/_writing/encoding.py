"""How values of records are written for systems."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, tzinfo
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from mops_taxonomy.platforms import find

if TYPE_CHECKING:
    from mops_taxonomy.platforms._writing.writer import Encode

__all__ = ["day", "flag", "money", "name_of", "plain", "seconds", "text"]


def text(value: Any, timezone: tzinfo) -> str:  # noqa: ARG001  every encoding takes the same
    """Text; nothing is empty text."""
    if value is None:
        return ""
    if not isinstance(value, str):
        raise ValueError("no text")  # noqa: TRY004  told as a refusal
    if not value.isascii() and any("\ud800" <= one <= "\udfff" for one in value):
        raise ValueError("text with half a character in it")
    return value


def name_of(system: str) -> Encode:
    """What writes the name of a record of a system, within the limits of the system."""

    def written(value: Any, timezone: tzinfo) -> str:
        name = text(value, timezone)
        limit = find(system)
        if not name.strip():
            raise ValueError("a name cannot be empty")
        if limit is not None and limit.max_length is not None and len(name) > limit.max_length:
            raise ValueError(f"the name has {len(name)} characters, and {limit.max_length} fit")
        return name

    return written


def money(value: Any, timezone: tzinfo) -> str:  # noqa: ARG001
    """An amount, without an exponent."""
    if value is None:
        return ""
    if not isinstance(value, Decimal) or not value.is_finite():
        raise ValueError("no amount")
    return f"{value:f}"


def flag(value: Any, timezone: tzinfo) -> str:  # noqa: ARG001
    """`true` or `false`."""
    if not isinstance(value, bool):
        raise ValueError("neither true nor false")  # noqa: TRY004
    return "true" if value else "false"


def day(value: Any, timezone: tzinfo) -> str:  # noqa: ARG001
    """A day, `2026-03-24`."""
    if value is None:
        return ""
    if not isinstance(value, date) or isinstance(value, datetime):
        raise ValueError("no day")  # noqa: TRY004
    return value.isoformat()


def seconds(value: Any, timezone: tzinfo) -> str:
    """The beginning of a day in seconds since 1970."""
    if value is None:
        return ""
    day(value, timezone)
    return str(int(datetime.combine(value, time(), timezone).timestamp()))


def plain(value: Any, timezone: tzinfo = UTC) -> str:
    """Text, a number, a day, yes or no as text."""
    if isinstance(value, bool):
        return flag(value, timezone)
    if value is None or isinstance(value, str):
        return text(value, timezone)
    if isinstance(value, (int, float, Decimal)):
        return money(Decimal(str(value)), timezone)
    if isinstance(value, date):
        return day(value, timezone)
    raise ValueError("neither text nor a number, a day, yes or no")
