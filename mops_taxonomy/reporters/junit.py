"""For CI servers that show tests: JUnit XML. A file is a suite, a name with findings a test.

Errors make a test fail; warnings and notes are what it printed. The names without findings are one test for all,
because nobody reads a million of them; properties of that suite say what is not reported, and what else there is to
know. What could not be read is an error, as JUnit calls it.
"""

from __future__ import annotations

from io import StringIO
from typing import TYPE_CHECKING, NamedTuple, TextIO
from xml.sax.saxutils import escape

from mops_taxonomy.reporters._checked import Summary
from mops_taxonomy.reporters._linted import LintedTaxonomy
from mops_taxonomy.reporters._reporter import Reporter
from mops_taxonomy.reporters._told import headline, title
from mops_taxonomy.reporters.text import TextReporter
from mops_taxonomy.visible import visible

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mops_taxonomy.reporters._checked import CheckedName
    from mops_taxonomy.reporters._linted import LintSummary
    from mops_taxonomy.reporters._reporter import Subjects

__all__ = ["REPORTER", "JunitReporter"]

_WIDTH = 100


class JunitReporter(Reporter):
    """Writes a suite when its file is done; only the findings of one file are kept.

    What is not ASCII is written as character references, which are right in every encoding of the output.
    """

    def __init__(self, stream: TextIO, *, color: bool = False, width: int = 100) -> None:
        super().__init__(stream, color=color, width=width)
        self._file = ""
        self._tests: list[_Test] = []
        self._problems: list[_Test] = []
        self._names = 0

    def begin(self, subjects: Subjects = "names") -> None:  # noqa: ARG002  the tests say what they are about
        """Write the declaration and open the suites."""
        self.stream.write('<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="mops-taxonomy">\n')

    def name(self, checked: CheckedName) -> None:
        """Keep the name for the suite of its file."""
        shown = checked.shown
        if not shown:
            return
        if checked.file != self._file:
            self._close_suite()
            self._file = checked.file
        self._names += 1
        errors = tuple(finding for finding in shown if finding.severity == "error")
        others = tuple(finding for finding in shown if finding.severity != "error")
        failure = None
        if errors:
            text = _drawn(checked._replace(findings=errors))
            failure = _Fault("failure", title(errors[0]), headline(errors[0]), text)
        printed = _drawn(checked._replace(findings=others))
        self._tests.append(_Test(visible(checked.text) or "(empty)", failure, printed))

    def taxonomy(self, linted: LintedTaxonomy) -> None:
        """Write the suite of one taxonomy: a test for each finding, or one that passes."""
        kind = "failure" if linted.loaded else "error"
        tests = [_about_taxonomy(linted._replace(findings=(finding,)), kind) for finding in linted.shown]
        self._suite(linted.file, tests or [_Test("nothing found")])

    def problem(self, text: str) -> None:
        """Keep the problem for the end."""
        self._problems.append(_Test(visible(text), _Fault("error", "problem", visible(text))))

    def end(self, summary: Summary | LintSummary | None) -> None:
        """Write the last suite, those of the problems and of the names without findings, and close the suites."""
        self._close_suite()
        if self._problems:
            self._suite("problems", self._problems)
        if isinstance(summary, Summary):
            self._close(summary)
        self.stream.write("</testsuites>\n")

    def _close(self, summary: Summary) -> None:
        """Write the suite of the names without findings, if there are any, or anything else to say."""
        rest = summary.names - self._names
        properties = [
            *((word, f"{count}") for word, count in sorted(summary.excused.items())),
            *(("gone", f"{sum(count for _, count in summary.gone)}") for _ in summary.gone[:1]),
            *(("note", visible(note)) for note in summary.notes),
        ]
        if rest or properties:
            printed = "\n".join(map(visible, (str(summary), *summary.notes))) + "\n"
            tests = [_Test("names without findings", None, printed)] if rest else []
            self._suite("names without findings", tests, rest, properties)

    def _close_suite(self) -> None:
        if self._tests:
            self._suite(self._file, self._tests)
            self._tests = []

    def _suite(
        self,
        name: str,
        tests: Sequence[_Test],
        count: int | None = None,
        properties: Sequence[tuple[str, str]] = (),
    ) -> None:
        kinds = [test.fault.kind for test in tests if test.fault]
        counts = f'tests="{count or len(tests)}" failures="{kinds.count("failure")}" errors="{kinds.count("error")}"'
        name = _escaped(visible(name))
        self.stream.write(f'  <testsuite name="{name}" {counts}>\n')
        if properties:
            self.stream.write(_properties(properties))
        self.stream.writelines(test.written(name) for test in tests)
        self.stream.write("  </testsuite>\n")


REPORTER = JunitReporter


class _Fault(NamedTuple):
    """Why a test did not pass: a `failure` or an `error`, which rule spoke first, what it said, and all in full."""

    kind: str
    type: str
    message: str
    text: str = ""

    def written(self) -> str:
        attributes = f'type="{_escaped(self.type)}" message="{_escaped(self.message)}"'
        return f"      <{self.kind} {attributes}>{_escaped(self.text)}</{self.kind}>\n"


class _Test(NamedTuple):
    """A test, why it did not pass, and what it printed."""

    name: str
    fault: _Fault | None = None
    printed: str = ""

    def written(self, suite: str) -> str:
        tag = f'    <testcase classname="{suite}" name="{_escaped(self.name)}"'
        inside = self.fault.written() if self.fault else ""
        if self.printed:
            inside += f"      <system-out>{_escaped(self.printed)}</system-out>\n"
        return f"{tag}>\n{inside}    </testcase>\n" if inside else f"{tag}/>\n"


def _properties(properties: Sequence[tuple[str, str]]) -> str:
    lines = (f'      <property name="{name}" value="{_escaped(value)}"/>\n' for name, value in properties)
    return f"    <properties>\n{''.join(lines)}    </properties>\n"


def _about_taxonomy(linted: LintedTaxonomy, kind: str) -> _Test:
    """The test for the only finding."""
    (finding,) = linted.findings
    message, text = visible(finding.message), _drawn(linted)
    name = f"{finding.code} {message}".strip()
    if finding.severity == "error":
        return _Test(name, _Fault(kind, title(finding), message, text))
    return _Test(name, None, text)


def _drawn(subject: CheckedName | LintedTaxonomy) -> str:
    """The findings as people read them."""
    stream = StringIO()
    writer = TextReporter(stream, width=_WIDTH)
    if isinstance(subject, LintedTaxonomy):
        writer.taxonomy(subject)
    else:
        writer.name(subject)
    return stream.getvalue()


def _escaped(text: str) -> str:
    """Text for an element or an attribute; what XML forbids was made visible before."""
    return escape(text, {'"': "&quot;"}).encode("ascii", "xmlcharrefreplace").decode()
