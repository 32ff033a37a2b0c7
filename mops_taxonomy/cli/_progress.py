"""How far a long check has come, on a terminal."""

from __future__ import annotations

import sys
from time import monotonic

__all__ = ["Progress"]

_PATIENCE = 1.0
_PAUSE = 0.2
_STRIDE = 500


class Progress:
    """One line on standard error, written over and over; none where that is no terminal or the work is short.

    A bar of rich would need a share of the whole, which nobody knows of a stream, and a thread.
    """

    def __init__(self) -> None:
        self._next = monotonic() + _PATIENCE if sys.stderr.isatty() else None
        self._shown = 0

    def at(self, count: int, label: str) -> None:
        """Say that so many names are done, and where."""
        if self._next is None or count % _STRIDE or (now := monotonic()) < self._next:
            return
        self._next = now + _PAUSE
        text = f"{count:,} names, {label}"[:78]
        sys.stderr.write(f"\r{text:<{self._shown}}")
        sys.stderr.flush()
        self._shown = len(text)

    def clear(self) -> None:
        """Take the line away, before anything else is written."""
        if self._shown:
            sys.stderr.write(f"\r{' ' * self._shown}\r")
            sys.stderr.flush()
            self._shown = 0
