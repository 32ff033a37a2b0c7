"""Why a value is no record."""

from __future__ import annotations

__all__ = ["Unreadable"]


class Unreadable(ValueError):  # noqa: N818  it is told as a finding
    """A value that is no record of its kind.

    Attributes:
        reason: as a sentence goes on after `record 7`.
        expected: what to do.
    """

    def __init__(self, reason: str, expected: str | None = None) -> None:
        super().__init__(reason)
        self.reason = reason
        self.expected = expected
