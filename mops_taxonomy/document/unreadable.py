"""Why reading a document stopped."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mops_taxonomy.document.located import located
from mops_taxonomy.errors import InvalidTaxonomy
from mops_taxonomy.finding import Place

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["Unreadable"]


class Unreadable(Exception):  # noqa: N818  it never leaves this package
    """Reading cannot go on. `line` and `column` count from 1."""

    def __init__(
        self, message: str, line: int, column: int = 1, *, width: int = 1, code: str = "MT901"
    ) -> None:
        super().__init__(message)
        self.message = message
        self.line = line
        self.column = column
        self.width = width
        self.code = code

    def invalid(self, file: str | None, lines: Sequence[str]) -> InvalidTaxonomy:
        """The fault as the error that callers catch."""
        place = Place(file, self.line, self.column)
        return InvalidTaxonomy([located(self.code, self.message, place, lines, width=self.width)])
