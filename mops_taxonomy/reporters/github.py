"""For GitHub Actions: a workflow command for each finding, which becomes an annotation in the pull request."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mops_taxonomy.reporters._checked import Summary
from mops_taxonomy.reporters._path import STANDARD_INPUT, portable
from mops_taxonomy.reporters._region import region_in_names, region_in_taxonomy
from mops_taxonomy.reporters._reporter import Reporter
from mops_taxonomy.reporters._told import title, told_of_name, told_of_taxonomy
from mops_taxonomy.visible import visible

if TYPE_CHECKING:
    from mops_taxonomy.finding import Finding
    from mops_taxonomy.reporters._checked import CheckedName
    from mops_taxonomy.reporters._linted import LintedTaxonomy, LintSummary
    from mops_taxonomy.reporters._region import Region

__all__ = ["REPORTER", "GithubReporter"]

_COMMANDS = {"error": "error", "warning": "warning", "info": "notice"}


class GithubReporter(Reporter):
    """Writes commands only: the counts of what was found have no place in a pull request."""

    def name(self, checked: CheckedName) -> None:
        """Write the findings of one name."""
        for finding in checked.shown:
            self._annotate(
                finding, checked.file, region_in_names(checked, finding), told_of_name(checked, finding)
            )

    def taxonomy(self, linted: LintedTaxonomy) -> None:
        """Write the findings about one taxonomy."""
        for finding in linted.shown:
            message = told_of_taxonomy(linted, finding)
            self._annotate(finding, linted.file, region_in_taxonomy(finding), message)

    def problem(self, text: str) -> None:
        """Write the problem as an error without a place."""
        self._command("error", {}, visible(text))

    def end(self, summary: Summary | LintSummary | None) -> None:
        """Write what is not reported, and the notes of the summary."""
        for text in summary.closing if isinstance(summary, Summary) else ():
            self._command("notice", {}, visible(text))

    def _annotate(self, finding: Finding, file: str, region: Region | None, message: str) -> None:
        if file == STANDARD_INPUT:  # no file of the repository: the line would mark another
            place: dict[str, str | int] = {}
            message = f"{file}:{region.line}: {message}" if region else message
        else:
            place = {"file": visible(portable(file)), **_properties(region)}
        self._command(_COMMANDS[finding.severity], {**place, "title": title(finding)}, message)

    def _command(self, command: str, properties: dict[str, str | int], message: str) -> None:
        listed = ",".join(f"{key}={_property(str(value))}" for key, value in properties.items() if value)
        self.stream.write(f"::{command} {listed}".rstrip() + f"::{_data(message)}\n")


REPORTER = GithubReporter


def _properties(region: Region | None) -> dict[str, int]:
    if region is None:
        return {}
    properties = {"line": region.line}
    if region.start is not None:
        properties["col"] = region.start
        if region.end is not None:
            properties["endColumn"] = max(region.start, region.end - 1)  # the last one, not the one after it
    return properties


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
