"""Why nothing can be read."""

from __future__ import annotations

__all__ = ["ReadError"]


class ReadError(ValueError):
    """Nothing at all can be read from a source. What is wrong inside a source is told by findings.

    Attributes:
        file: the path or the name of the source; None where it came from memory.
        reason: what is wrong, and where it is known, what to do.
        asks_system: whether it could be read if one knew of which system it is.
    """

    def __init__(self, file: str | None, reason: str, *, asks_system: bool = False) -> None:
        super().__init__(f"{file}: {reason}" if file else reason)
        self.file = file
        self.reason = reason
        self.asks_system = asks_system
