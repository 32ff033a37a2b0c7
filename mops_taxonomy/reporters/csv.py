"""For spreadsheets: a header, and a row for each finding.

A spreadsheet takes a cell that begins with `=`, `+`, `-` or `@` for a formula, and a broken name easily
begins so. Such a cell gets an apostrophe before it. Programs that need names to the letter read JSON.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TextIO

from mops_taxonomy.finding import Place
from mops_taxonomy.reporters._reporter import Reporter
from mops_taxonomy.reporters._table import Table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mops_taxonomy.finding import Finding
    from mops_taxonomy.reporters._checked import CheckedName
    from mops_taxonomy.reporters._linted import LintedTaxonomy
    from mops_taxonomy.reporters._reporter import Subjects

__all__ = ["COLUMNS", "REPORTER", "TAXONOMY_COLUMNS", "CsvReporter"]

COLUMNS = (
    "file", "line", "row", "name", "code", "rule", "severity", "field",
    "start", "end", "found", "expected", "suggestion", "message",
)  # fmt: skip
"""`start` and `end` count code points of the name from 0, end excluded; `suggestion` is the best one."""

TAXONOMY_COLUMNS = (
    "file", "line", "column", "code", "rule", "severity", "certainty", "field", "witness", "message", "way_out",
)  # fmt: skip
"""`witness` is a name that shows the finding, `way_out` the best one."""

_FORMULA = ("=", "+", "-", "@", "\t")


class CsvReporter(Reporter):
    """Writes findings only: problems and the summary have no place in a table of findings."""

    def __init__(self, stream: TextIO, *, color: bool = False, width: int = 100) -> None:
        super().__init__(stream, color=color, width=width)
        self._writer = Table(stream)

    def begin(self, subjects: Subjects = "names") -> None:
        """Write the header."""
        self._writer.row(COLUMNS if subjects == "names" else TAXONOMY_COLUMNS)

    def name(self, checked: CheckedName) -> None:
        """Write a row for each finding."""
        for finding in checked.shown:
            self._writer.row(_safe(cell) for cell in _cells(checked, finding))

    def taxonomy(self, linted: LintedTaxonomy) -> None:
        """Write a row for each finding."""
        for finding in linted.shown:
            self._writer.row(_safe(cell) for cell in _taxonomy_cells(linted, finding))


REPORTER = CsvReporter


def _cells(checked: CheckedName, finding: Finding) -> Iterator[str | int | None]:
    yield from (checked.file, checked.line, checked.row, checked.text)
    yield from (finding.code, finding.rule, finding.severity, finding.field)
    yield from finding.span or (None, None)
    yield from (finding.found, finding.expected)
    yield finding.suggestions[0].text if finding.suggestions else None
    yield finding.message


def _taxonomy_cells(linted: LintedTaxonomy, finding: Finding) -> Iterator[str | int | None]:
    _, line, column = finding.place or Place()
    yield from (linted.file, line, column)
    yield from (finding.code, finding.rule, finding.severity, finding.certainty, finding.field)
    yield finding.text if linted.loaded else None
    yield finding.message
    yield finding.ways_out[0] if finding.ways_out else None


def _safe(cell: str | int | None) -> str | int | None:
    if not isinstance(cell, str):
        return cell
    # half of a surrogate pair cannot be written, and a carriage return would end the row
    text = cell.encode("utf-8", "backslashreplace").decode().replace("\r", r"\r")
    return f"'{text}" if text.startswith(_FORMULA) else text
