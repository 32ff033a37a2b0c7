"""For programs: one JSON object with the names that have findings, the problems and the summary."""

from __future__ import annotations

from typing import TYPE_CHECKING, TextIO

from mops_taxonomy.reporters._plain import encoded, plain
from mops_taxonomy.reporters._reporter import Reporter

if TYPE_CHECKING:
    from mops_taxonomy.reporters._checked import CheckedName, Summary

__all__ = ["REPORTER", "JsonReporter"]


class JsonReporter(Reporter):
    """Writes `{"names": [...], "problems": [...], "summary": {...}}`, a name on a line.

    Problems come after the names, so they alone wait for the end.
    """

    def __init__(self, stream: TextIO, *, color: bool = False, width: int = 100) -> None:
        super().__init__(stream, color=color, width=width)
        self._separator = "\n"
        self._problems: list[str] = []

    def begin(self) -> None:
        """Open the object and its list of names."""
        self.stream.write('{"names":[')

    def name(self, checked: CheckedName) -> None:
        """Write the name, if it has findings."""
        if checked.shown:
            self.stream.write(self._separator + encoded(plain(checked)))
            self._separator = ",\n"

    def problem(self, text: str) -> None:
        """Keep the problem for the end."""
        self._problems.append(text)

    def end(self, summary: Summary | None) -> None:
        """Close the list of names and the object."""
        counts = "" if summary is None else f',"summary":{encoded(summary.to_dict())}'
        self.stream.write(f'\n],"problems":{encoded(self._problems)}{counts}}}\n')


REPORTER = JsonReporter
