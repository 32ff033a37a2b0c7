"""For people: every finding at its place, the name drawn under it, and a summary."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mops_taxonomy.reporters._drawing import draw, visible
from mops_taxonomy.reporters._reporter import Reporter

if TYPE_CHECKING:
    from mops_taxonomy.finding import Finding, Suggestion
    from mops_taxonomy.reporters._checked import CheckedName, Summary

__all__ = ["REPORTER", "TextReporter", "hint"]

_INDENT = 4
_COLORS = {"error": "31", "warning": "33", "info": "36"}


class TextReporter(Reporter):
    """Writes each finding as a place and a message, the name with marks, and what would be right."""

    def name(self, checked: CheckedName) -> None:
        """Write the findings of one name."""
        for finding in checked.shown:
            lines = [self._headline(checked, finding), *self._drawn(checked, finding)]
            if finding.consequence:
                lines.append(" " * _INDENT + visible(finding.consequence))
            self.stream.write("\n".join(lines) + "\n")

    def problem(self, text: str) -> None:
        """Write the problem on a line."""
        self.stream.write(visible(text) + "\n")

    def end(self, summary: Summary | None) -> None:
        """Write how many names there are and how many are valid, and how often each rule spoke."""
        if summary is None:
            return
        self.stream.write(f"\n{_counted(summary)}\n")
        code_width = max((len(code) for code, _, _ in summary.codes), default=0)
        count_width = max((len(f"{count:,}") for _, count, _ in summary.codes), default=0)
        for code, count, rule in summary.codes:
            line = f"  {code:<{code_width}}  {count:>{count_width},}  {rule.replace('_', ' ')}"
            self.stream.write(line.rstrip() + "\n")

    def _headline(self, checked: CheckedName, finding: Finding) -> str:
        place = f"{visible(checked.file)}:{checked.line}"
        if finding.span is not None:
            place += f":{(checked.column or 1) + finding.span[0]}"
        code = self._colored(finding.code, finding) + " " if finding.code else ""
        severity = "" if finding.severity == "error" else f"{finding.severity}: "
        return f"{place}  {code}{severity}{visible(finding.message)}"

    def _drawn(self, checked: CheckedName, finding: Finding) -> list[str]:
        text = checked.text if finding.text is None else finding.text
        drawing = draw(text, finding.span, self.width - _INDENT)
        lines = [(" " * _INDENT + drawing.text).rstrip()]
        helpful = visible(hint(finding))
        if finding.span is None:
            return [*lines, " " * _INDENT + helpful] if helpful else lines
        marks = self._colored("^" * drawing.marks, finding)
        after = f"  {helpful}" if helpful else ""
        return [*lines, " " * (_INDENT + drawing.before) + marks + after]

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


def _counted(summary: Summary) -> str:
    text = f"{_number(summary.names, 'name')} in {_number(summary.files, 'file')}"
    if summary.names:
        wrong = summary.names - summary.valid
        text += f": {summary.valid:,} valid ({_percent(summary.valid, summary.names)} %), {wrong:,} not valid"
    return f"{text}, {_number(summary.problems, 'problem')}" if summary.problems else text


def _number(count: int, noun: str) -> str:
    return f"{count:,} {noun}" if count == 1 else f"{count:,} {noun}s"


def _percent(part: int, whole: int) -> str:
    """The share to one decimal; only nothing is 0.0 and only everything is 100.0."""
    rounded = round(part * 100 / whole, 1)
    if 0 < part < whole:
        rounded = min(max(rounded, 0.1), 99.9)
    return f"{rounded:.1f}"
