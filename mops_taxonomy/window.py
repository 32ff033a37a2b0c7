"""The days on which something applies."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["Window"]


class Window(NamedTuple):
    """From one day to another, both included; None where it is open."""

    since: date | None
    until: date | None

    @classmethod
    def of(cls, spec: Mapping[str, Any]) -> Window:
        """The window of a form or a term, as the resolved taxonomy states it."""
        since, until = spec["since"], spec["until"]
        return cls(
            date.fromisoformat(since) if since else None,
            date.fromisoformat(until) if until else None,
        )

    @property
    def always(self) -> bool:
        """Whether it holds on every day."""
        return self.since is None and self.until is None

    @property
    def turns(self) -> frozenset[date]:
        """Its first day, and the first day after it."""
        after = self.until + timedelta(1) if self.until is not None and self.until < date.max else None
        return frozenset(day for day in (self.since, after) if day is not None)

    def covers(self, other: Window) -> bool:
        """Whether it holds on every day of the other."""
        begins = self.since is None or (other.since is not None and self.since <= other.since)
        return begins and (self.until is None or (other.until is not None and other.until <= self.until))

    def meets(self, other: Window) -> bool:
        """Whether there is a day in both."""
        first = max((day for day in (self.since, other.since) if day is not None), default=date.min)
        last = min((day for day in (self.until, other.until) if day is not None), default=date.max)
        return first <= last

    def holds(self, day: date) -> bool:
        """Whether the day is one of them."""
        return (self.since is None or self.since <= day) and (self.until is None or day <= self.until)
