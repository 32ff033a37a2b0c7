"""Why a file of names cannot be read."""

from __future__ import annotations

__all__ = ["InputError"]


class InputError(ValueError):
    """The input cannot be read, or not to its end. Its text is one line that names the input.

    Attributes:
        label: the input as the user named it, `standard input` for `-`.
        message: what is wrong and, where it is known, what to do.
        line, column: where, from 1; None where it concerns the whole input.
    """

    def __init__(self, label: str, message: str, line: int | None = None, column: int | None = None) -> None:
        place = ":".join(str(part) for part in (label, line, column) if part is not None)
        super().__init__(f"{place}: {message}")
        self.label = label
        self.message = message
        self.line = line
        self.column = column
