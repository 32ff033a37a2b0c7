"""A table of old and new names, to rename the same records in other systems."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mops_taxonomy.cli._output import destination
from mops_taxonomy.reporters._table import Table

if TYPE_CHECKING:
    from collections.abc import Iterable

    from mops_taxonomy.cli._outcome import FileOutcome

__all__ = ["write_rename_map"]

_COLUMNS = ("id", "old", "new", "edits", "safe", "confidence")


def write_rename_map(path: str, files: Iterable[FileOutcome]) -> None:
    """Write a row for each name that changes. Names stand there to the letter.

    Args:
        path: of the table, which is replaced when all is written; `-` for standard output.
        files: what becomes of the names.

    Raises:
        Problem: it cannot be written.
    """
    # without the mark, Excel garbles letters
    to = (None, "utf-8") if path == "-" else (path, "utf-8-sig")
    with destination(*to) as stream:
        writer = Table(stream)
        writer.row(_COLUMNS)
        for file in files:
            for outcome in file.outcomes:
                repair = outcome.repair
                if repair is None or outcome.change is None:
                    continue
                safe = "true" if repair.safe else "false"
                edits = "; ".join(map(str, repair.edits))
                writer.row((outcome.id, outcome.old, repair.text, edits, safe, f"{repair.confidence:.3f}"))
