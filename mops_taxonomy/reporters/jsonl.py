"""For programs that read as they go: a line for each name with findings or taxonomy, each problem, the summary."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mops_taxonomy.reporters._plain import encoded, plain, plain_taxonomy
from mops_taxonomy.reporters._reporter import Reporter

if TYPE_CHECKING:
    from mops_taxonomy.reporters._checked import CheckedName, Summary
    from mops_taxonomy.reporters._linted import LintedTaxonomy, LintSummary

__all__ = ["REPORTER", "JsonLinesReporter"]


class JsonLinesReporter(Reporter):
    """Writes names and taxonomies as the JSON format does, problems as `{"problem": ...}`, and `{"summary": {...}}`."""

    def name(self, checked: CheckedName) -> None:
        """Write the name, if it has findings."""
        if checked.shown:
            self.stream.write(encoded(plain(checked)) + "\n")

    def taxonomy(self, linted: LintedTaxonomy) -> None:
        """Write the taxonomy, with findings or without."""
        self.stream.write(encoded(plain_taxonomy(linted)) + "\n")

    def problem(self, text: str) -> None:
        """Write the problem."""
        self.stream.write(encoded({"problem": text}) + "\n")

    def end(self, summary: Summary | LintSummary | None) -> None:
        """Write the summary."""
        if summary is not None:
            self.stream.write(encoded({"summary": summary.to_dict()}) + "\n")


REPORTER = JsonLinesReporter
