"""Where a record was read."""

from __future__ import annotations

from typing import NamedTuple

from mops_taxonomy.finding import Place

__all__ = ["Origin"]


class Origin(NamedTuple):
    """The place of a record in an export.

    Attributes:
        file: the path, or None where it came from memory.
        line: the line that it begins on, from 1; None where that is not known.
        position: its number in the export, from 1; of a file of several pages, counted through.
        within: the way to it inside the export, such as `result[3]` or `records[0]`.
    """

    file: str | None = None
    line: int | None = None
    position: int | None = None
    within: str | None = None

    @property
    def place(self) -> Place:
        """The place as findings state it."""
        return Place(self.file, self.line)

    def __str__(self) -> str:
        parts = [str(part) for part in (self.file, self.line) if part is not None]
        if self.line is None and self.within is not None:
            parts.append(self.within)
        return ":".join(parts)
