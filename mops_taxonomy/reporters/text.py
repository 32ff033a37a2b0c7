"""For people: every finding at its place, a name drawn under it, and a summary."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mops_taxonomy.reporters._drawing import draw
from mops_taxonomy.reporters._linted import LintSummary
from mops_taxonomy.reporters._reporter import Reporter
from mops_taxonomy.visible import visible

if TYPE_CHECKING:
    from mops_taxonomy.finding import Finding, Suggestion
    from mops_taxonomy.reporters._checked import CheckedName, Summary
    from mops_taxonomy.reporters._linted import LintedTaxonomy

__all__ = ["REPORTER", "TextReporter", "hint"]

_INDENT = 4
_COLORS = {"error": "31", "warning": "33", "info": "36"}
_SEVERITIES = {"error": "", "warning": "warning: ", "info": "note: "}


class TextReporter(Reporter):
    """Writes each finding as a place and a message, the name with marks, and what would be right."""

    def name(self, checked: CheckedName) -> None:
        """Write the findings of one name."""
        for finding in checked.shown:
            place = f"{visible(checked.file)}:{checked.line}"
            if finding.span is not None:
                place += f":{(checked.column or 1) + finding.span[0]}"
            text = checked.text if finding.text is None else finding.text
            if finding.span is None and finding.record is not None:
                text = finding.record  # which tells the name, and of which object it is
            helpful = visible(hint(finding))
            nameless = finding.text is None and not text  # something of an export that is no record
            lines = (
                [" " * _INDENT + helpful] * bool(helpful) if nameless else self._drawn(text, finding, helpful)
            )
            self._write(place, finding, lines)

    def taxonomy(self, linted: LintedTaxonomy) -> None:
        """Write the findings about one taxonomy: each with a name that shows it, and the ways out."""
        for finding in linted.shown:
            place = visible(str(finding.place or linted.file))
            self._write(place, finding, [*self._shown(finding), *_ways_out(finding)])

    def problem(self, text: str) -> None:
        """Write the problem on a line."""
        self.stream.write(visible(text) + "\n")

    def end(self, summary: Summary | LintSummary | None) -> None:
        """Write how much was judged and what of it is right, and how often each rule spoke."""
        if summary is None:
            return
        after = "" if isinstance(summary, LintSummary) and not summary.found else "\n"
        self.stream.write(f"{after}{visible(str(summary))}\n")
        codes = summary.tally.codes
        code_width = max((len(code) for code, _, _ in codes), default=0)
        count_width = max((len(f"{count:,}") for _, count, _ in codes), default=0)
        for code, count, rule in codes:
            line = f"  {code:<{code_width}}  {count:>{count_width},}  {rule.replace('_', ' ')}"
            self.stream.write(line.rstrip() + "\n")
        for note in () if isinstance(summary, LintSummary) else summary.notes:
            self.stream.write(f"note: {visible(note)}\n")

    def _write(self, place: str, finding: Finding, lines: list[str]) -> None:
        code = self._colored(finding.code, finding) + " " if finding.code else ""
        headline = f"{place}  {code}{_SEVERITIES[finding.severity]}{visible(finding.message)}"
        if finding.consequence:
            lines = [*lines, " " * _INDENT + visible(finding.consequence)]
        self.stream.write("\n".join((headline, *lines)) + "\n")

    def _drawn(self, text: str, finding: Finding, helpful: str) -> list[str]:
        drawing = draw(text, finding.span, self.width - _INDENT)
        lines = [(" " * _INDENT + drawing.text).rstrip()]
        if finding.span is None:
            return [*lines, " " * _INDENT + helpful] if helpful else lines
        marks = self._colored("^" * drawing.marks, finding)
        after = f"  {helpful}" if helpful else ""
        return [*lines, " " * (_INDENT + drawing.before) + marks + after]

    def _shown(self, finding: Finding) -> list[str]:
        """The name that shows a finding, whole because it stands nowhere else; or the line of the file, drawn."""
        if finding.text is None:
            return []
        if finding.span is None:
            return [" " * _INDENT + visible(finding.text)]
        return self._drawn(finding.text, finding, "")

    def _colored(self, text: str, finding: Finding) -> str:
        return f"\x1b[1;{_COLORS[finding.severity]}m{text}\x1b[0m" if self.color else text


REPORTER = TextReporter


def hint(finding: Finding) -> str:
    """What would be right, in words: the suggestions, else what was expected; empty if neither is known."""
    if finding.suggestions:
        *most, last = map(_quoted, finding.suggestions)
        return f"did you mean {', '.join(most)} or {last}?" if most else f"did you mean {last}?"
    return f"expected {finding.expected}" if finding.expected else ""


def _quoted(suggestion: Suggestion) -> str:
    """In quotes where one could not see where it begins and ends."""
    words = str(suggestion)
    return words if words == words.strip() and any(c.isalnum() for c in words) else f"'{words}'"


def _ways_out(finding: Finding) -> list[str]:
    words = ("way out", *("or" for _ in finding.ways_out[1:]))
    return [
        f"{' ' * _INDENT}{word}: {visible(way)}" for word, way in zip(words, finding.ways_out, strict=False)
    ]
