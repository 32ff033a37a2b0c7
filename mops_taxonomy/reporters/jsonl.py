"""For programs that read as they go: a line for each name with findings, each problem, the summary."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mops_taxonomy.reporters._plain import encoded, plain
from mops_taxonomy.reporters._reporter import Reporter

if TYPE_CHECKING:
    from mops_taxonomy.reporters._checked import CheckedName, Summary

__all__ = ["REPORTER", "JsonLinesReporter"]


class JsonLinesReporter(Reporter):
    """Writes names as the JSON format does, problems as `{"problem": ...}`, and `{"summary": {...}}`."""

    def name(self, checked: CheckedName) -> None:
        """Write the name, if it has findings."""
        if checked.shown:
            self.stream.write(encoded(plain(checked)) + "\n")

    def problem(self, text: str) -> None:
        """Write the problem."""
        self.stream.write(encoded({"problem": text}) + "\n")

    def end(self, summary: Summary | None) -> None:
        """Write the summary."""
        if summary is not None:
            self.stream.write(encoded({"summary": summary.to_dict()}) + "\n")


REPORTER = JsonLinesReporter
