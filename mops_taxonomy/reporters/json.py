"""For programs: one JSON object with what was found, the problems and the summary."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TextIO

from mops_taxonomy.reporters._plain import encoded, plain, plain_taxonomy
from mops_taxonomy.reporters._reporter import Reporter

if TYPE_CHECKING:
    from mops_taxonomy.reporters._checked import CheckedName, Summary
    from mops_taxonomy.reporters._linted import LintedTaxonomy, LintSummary
    from mops_taxonomy.reporters._reporter import Subjects

__all__ = ["REPORTER", "JsonReporter"]


class JsonReporter(Reporter):
    """Writes `{"names": [...], "problems": [...], "summary": {...}}`, a name or taxonomy on a line.

    Problems come after them, so they alone wait for the end.
    """

    def __init__(self, stream: TextIO, *, color: bool = False, width: int = 100) -> None:
        super().__init__(stream, color=color, width=width)
        self._separator = "\n"
        self._problems: list[str] = []

    def begin(self, subjects: Subjects = "names") -> None:
        """Open the object and its list."""
        self.stream.write(f'{{"{subjects}":[')

    def name(self, checked: CheckedName) -> None:
        """Write the name, if it has findings."""
        if checked.shown:
            self._write(plain(checked))

    def taxonomy(self, linted: LintedTaxonomy) -> None:
        """Write the taxonomy, with findings or without."""
        self._write(plain_taxonomy(linted))

    def _write(self, one: dict[str, Any]) -> None:
        self.stream.write(self._separator + encoded(one))
        self._separator = ",\n"

    def problem(self, text: str) -> None:
        """Keep the problem for the end."""
        self._problems.append(text)

    def end(self, summary: Summary | LintSummary | None) -> None:
        """Close the list and the object."""
        counts = "" if summary is None else f',"summary":{encoded(summary.to_dict())}'
        self.stream.write(f'\n],"problems":{encoded(self._problems)}{counts}}}\n')


REPORTER = JsonReporter
