"""How far a long check has come, on a terminal."""

from __future__ import annotations

import sys
from time import monotonic

__all__ = ["Progress"]

_PATIENCE = 1.0
_PAUSE = 0.25


class Progress:
    """One line on standard error, written over and over; none where that is no terminal or the work is short.

    A bar of rich would need a thread.
    """

    def __init__(self) -> None:
        self._next = monotonic() + _PATIENCE if sys.stderr.isatty() else None
        self._shown = 0
        self._label = ""
        self._since = 0.0

    def at(self, count: int, label: str, share: float | None = None) -> None:
        """Say that so many names are done, and where.

        Args:
            count: the names, of all inputs.
            label: the input.
            share: how much of it is done, from 0 to 1; None where nobody knows.
        """
        if self._next is None:
            return
        now = monotonic()
        if label != self._label:
            self._label, self._since = label, now
        if now < self._next:
            return
        self._next = now + _PAUSE
        parts = [f"{count:,} names", *_ahead(share, now - self._since), label]
        text = ", ".join(parts)[:78]
        sys.stderr.write(f"\r{text:<{self._shown}}")
        sys.stderr.flush()
        self._shown = len(text)

    def clear(self) -> None:
        """Take the line away, before anything else is written."""
        if self._shown:
            sys.stderr.write(f"\r{' ' * self._shown}\r")
            sys.stderr.flush()
            self._shown = 0


def _ahead(share: float | None, seconds: float) -> list[str]:
    """The share that is done, and how long the rest will take if it goes on as it did."""
    if share is None:
        return []
    if not 0 < share < 1 or seconds < _PATIENCE:
        return [f"{share:.0%}"]
    left = round(seconds / share * (1 - share))
    return [f"{share:.0%}", f"{left} s left" if left < 100 else f"{round(left / 60)} min left"]
