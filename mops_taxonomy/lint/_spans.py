"""Days between validities: where one ends and another begins."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from mops_taxonomy.window import Window

__all__ = ["ahead", "back", "holes", "is_over", "overlapping"]

_FIRST, _LAST = date.min, date.max


def ahead(day: date) -> date:
    """The next day; the last day that there is stays itself."""
    return day if day == _LAST else day + timedelta(days=1)


def back(day: date) -> date:
    """The day before; the first day that there is stays itself."""
    return day if day == _FIRST else day - timedelta(days=1)


def is_over(window: Window, today: date) -> bool:
    """Whether its last day has passed."""
    return window.until is not None and window.until < today


def overlapping(windows: Iterable[tuple[str, Window]]) -> set[str]:
    """Which of these have a day in common with another of them."""
    found: set[str] = set()
    reach, furthest = "", None
    for name, window in sorted(windows, key=lambda pair: (pair[1].since or _FIRST, pair[0])):
        if furthest is not None and (window.since or _FIRST) <= furthest:
            found |= {reach, name}
        until = window.until or _LAST
        if furthest is None or until > furthest:
            reach, furthest = name, until
    return found


def holes(windows: Iterable[Window]) -> Iterator[tuple[date, date]]:
    """The days between the first and the last of all that are in none, as first and last day of each hole."""
    furthest: date | None = None
    for since, until in sorted((w.since or _FIRST, w.until or _LAST) for w in windows):
        if furthest is not None and since > ahead(furthest):
            yield ahead(furthest), back(since)
        furthest = until if furthest is None else max(furthest, until)
