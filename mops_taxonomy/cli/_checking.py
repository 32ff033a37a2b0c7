"""What `check` does."""

from __future__ import annotations

import os
import re
import sys
from typing import TYPE_CHECKING

from mops_taxonomy.cli._discovery import Taxonomies
from mops_taxonomy.cli._judge import Judge
from mops_taxonomy.cli._output import colors, destination, width
from mops_taxonomy.cli._problem import Problem, say
from mops_taxonomy.cli._progress import Progress
from mops_taxonomy.cli._sources import plan, record_of
from mops_taxonomy.inputs import InputError, Notice, Row, open_input
from mops_taxonomy.reporters import CheckedName, Summary, reporter

if TYPE_CHECKING:
    from collections.abc import Iterable

    from mops_taxonomy.cli._settings import Settings
    from mops_taxonomy.cli._sources import Plan
    from mops_taxonomy.finding import Finding, Report
    from mops_taxonomy.reporters import Reporter

__all__ = ["check"]

_CODES = re.compile(r"MT[0-9]{0,3}")
_SEVERITIES = ("error", "warning", "info")


def check(settings: Settings) -> int:
    """Check the names of every input, and write what was found.

    Returns:
        The exit status: 0, 1 or 2.

    Raises:
        Problem: nothing can be checked at all.
    """
    files = settings.files or _standard_input()
    # without the mark, Excel garbles letters
    encoding = "utf-8-sig" if settings.format == "csv" else "utf-8"
    with destination(settings.output, encoding) as stream:
        color = settings.color if settings.output else colors(stream, settings.color)
        writer = reporter(settings.format, stream, color=bool(color), width=width(stream))
        work = _Work(settings, writer)
        work.files(files)
        work.end()
    return work.status


def _standard_input() -> tuple[str, ...]:
    if sys.stdin is None or sys.stdin.isatty():
        raise Problem("which files? Name them, or pipe names into mops-taxonomy check")
    return ("-",)


class _Work:
    """One call of `check`, file by file.

    Attributes:
        status: the exit status so far.
    """

    def __init__(self, settings: Settings, writer: Reporter) -> None:
        self.status = 0
        self._settings = settings
        self._writer = writer
        self._summary = Summary()
        self._progress = Progress()
        self._taxonomies = Taxonomies(settings.taxonomy)
        self._silent = settings.quiet and settings.output is None
        self._said: set[str] = set()
        self._select = _codes("--select", settings.select)
        self._ignore = _codes("--ignore", settings.ignore)
        self._failing = (
            _SEVERITIES[: _SEVERITIES.index(settings.fail_on) + 1] if settings.fail_on != "never" else ()
        )
        self._record = record_of(settings.record)
        self._columns = _columns(settings)
        if not self._silent:
            writer.begin()

    def files(self, paths: Iterable[str]) -> None:
        """Check the inputs, one after the other."""
        try:
            for path in paths:
                self._file(path)
        finally:
            self._progress.clear()

    def _file(self, path: str) -> None:
        """Check one input; what cannot be read is a problem, and the next one is checked all the same."""
        label = "standard input" if path == "-" else path
        try:
            _refuse(path)
            taxonomy = self._taxonomies.of(path)
            how = plan(taxonomy, path, self._settings.convention, self._columns, self._record)
            self._rows(path, label, how)
            self._summary.add_file(label)
        except InputError as error:
            self._problem(str(error))
        except Problem as problem:
            if str(problem) not in self._said:
                self._said.add(str(problem))
                self._problem(str(problem))

    def end(self) -> None:
        """Write the counts."""
        if not self._silent:
            self._writer.end(self._summary if self._settings.summary else None)

    def _rows(self, path: str, label: str, how: Plan) -> None:
        judge = Judge(how, self._settings.as_of)
        for item in open_input(path, columns=how.columns):
            if isinstance(item, Row):
                report, complaint = judge.report(item)
                if complaint is not None:
                    self._problem(f"{label}:{item.line}: {complaint}")
                self._name(item, report, label)
            elif isinstance(item, Notice):
                self._progress.clear()
                say(f"{label}: {item.message}")
            else:
                self._problem(f"{label}:{item.line}: {item.message}")

    def _name(self, row: Row, report: Report, label: str) -> None:
        # What is not shown does not make a name valid.
        findings = tuple(self._wanted(report.findings)) if report.findings else ()
        checked = CheckedName(label, row.line, row.row, row.column, row.name, findings, report.ok)
        self._summary.add(checked)
        self._progress.at(self._summary.names, label)
        if findings:
            if not self.status and any(finding.severity in self._failing for finding in findings):
                self.status = 1
            if not self._silent:
                self._progress.clear()
                self._writer.name(checked)

    def _wanted(self, findings: Iterable[Finding]) -> Iterable[Finding]:
        for finding in findings:
            if self._select and not finding.code.startswith(self._select):
                continue
            if not finding.code.startswith(self._ignore):
                yield finding

    def _problem(self, text: str) -> None:
        """Say it on standard error, and in the report unless people read that on the same screen."""
        self.status = 2
        self._summary.add_problem()
        self._progress.clear()
        say(text)
        if not self._silent and (self._settings.output is not None or self._settings.format != "text"):
            self._writer.problem(text)


def _refuse(path: str) -> None:
    if path == "-":
        return
    if os.path.isdir(path):
        shown = path.rstrip("/\\") or path
        raise InputError(path, f"is a folder; name the files in it, such as {shown}/*.csv")
    if not os.path.exists(path):
        raise InputError(path, "no such file")


def _columns(settings: Settings) -> dict[str, str]:
    chosen = {
        "name": settings.column,
        "created": settings.created_column,
        "channel": settings.channel_column,
    }
    return {role: heading for role, heading in chosen.items() if heading is not None}


def _codes(flag: str, given: tuple[str, ...]) -> tuple[str, ...]:
    """The codes of `--select` and `--ignore`, or their beginnings.

    Raises:
        Problem: a word is not of that shape.
    """
    codes = tuple(code.strip().upper() for text in given for code in text.split(","))
    for code in codes:
        if not _CODES.fullmatch(code):
            raise Problem(f'{flag} takes codes or their beginnings, such as MT102 or MT2, not "{code}"')
    return codes
