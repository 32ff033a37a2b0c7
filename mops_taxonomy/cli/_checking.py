"""What `check` does."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from mops_taxonomy.cli._described import described
from mops_taxonomy.cli._discovery import Taxonomies, baseline_of
from mops_taxonomy.cli._input import Input
from mops_taxonomy.cli._judge import Judge
from mops_taxonomy.cli._output import colors, destination, width
from mops_taxonomy.cli._problem import Problem, say
from mops_taxonomy.cli._progress import Progress
from mops_taxonomy.cli._sources import added_lines, exported, input_files, is_covered, plan, record_of, refuse
from mops_taxonomy.cli._verdicts import Verdict, Verdicts
from mops_taxonomy.inputs import InputError, Notice, batched, open_batches, open_input
from mops_taxonomy.reporters import CheckedName, Summary, Waived, reporter

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from mops_taxonomy.cli._excuses import Excused, Excuses
    from mops_taxonomy.cli._recorded import Recorded
    from mops_taxonomy.cli._settings import Settings
    from mops_taxonomy.cli._sources import Plan
    from mops_taxonomy.finding import Finding
    from mops_taxonomy.inputs import Batch, Row
    from mops_taxonomy.reporters import Reporter
    from mops_taxonomy.taxonomy import Taxonomy

__all__ = ["Work", "check"]

_CODES = re.compile(r"MT[0-9]{0,3}")
_SEVERITIES = ("error", "warning", "info")


def check(settings: Settings) -> int:
    """Check the names of every input, and write what was found.

    Returns:
        The exit status: 0, 1 or 2.

    Raises:
        Problem: nothing can be checked at all.
    """
    files = input_files(settings, "check")
    # without the mark, Excel garbles letters
    encoding = "utf-8-sig" if settings.format == "csv" else "utf-8"
    with destination(settings.output, encoding) as stream:
        color = settings.color if settings.output else colors(stream, settings.color)
        writer = reporter(
            settings.format, stream, color=bool(color), width=width(stream), described=described
        )
        work = Work(settings, writer)
        work.files(files)
        work.end()
    return work.status


class Work:
    """One call of `check`, file by file.

    Attributes:
        status: the exit status so far.
        taxonomies: those of the inputs.
    """

    def __init__(self, settings: Settings, writer: Reporter) -> None:
        self.status = 0
        self._settings = settings
        self._writer = writer
        self._summary = Summary()
        self._progress = Progress()
        self.taxonomies = Taxonomies(settings.taxonomy)
        self._excuses: Excuses | None = None
        self._records: Recorded | None = None
        self._added = added_lines(settings)
        self._silent = settings.quiet and settings.output is None
        self._said: set[str] = set()
        self._select = _codes("--select", settings.select)
        self._ignore = _codes("--ignore", settings.ignore)
        self._failing = (
            _SEVERITIES[: _SEVERITIES.index(settings.fail_on) + 1] if settings.fail_on != "never" else ()
        )
        self._record = record_of(settings.record)
        self._columns = settings.columns
        if not self._silent:
            writer.begin()

    def files(self, paths: Iterable[str]) -> None:
        """Check the inputs, one after the other."""
        try:
            for path in paths:
                self._file(path)
            if self._records is not None:
                self._judged(self._records)
        finally:
            self._progress.clear()

    def _file(self, path: str) -> None:
        """Check one input; what cannot be read is a problem, and the next one is checked all the same."""
        label = "standard input" if path == "-" else path
        try:
            refuse(path)
            if self._settings.only_sources and not is_covered(
                self.taxonomies, path, self._settings.convention
            ):
                return
            taxonomy = self.taxonomies.of(path)
            export = exported(
                taxonomy, path, self._settings.from_system, self._settings.convention, self._record
            )
            if export is not None:
                self._recorded().read(path, export, taxonomy)
                self._summary.add_file(label)
                return
            how = plan(taxonomy, path, self._settings.convention, self._columns, self._record)
            excused = self._excused(taxonomy, how.convention.id)
            self._rows(path, how, Input(label, how.convention.id, Judge(how, self._settings.as_of), excused))
            self._summary.add_file(label)
        except InputError as error:
            self._problem(str(error))
        except Problem as problem:
            if str(problem) not in self._said:
                self._said.add(str(problem))
                self._problem(str(problem))

    def end(self) -> None:
        """Write the counts."""
        if self._silent:
            return
        # Of what was not read, nobody knows whether it is gone.
        whole = self._added is None and not self._summary.problems
        if self._excuses is not None and self._settings.summary and whole:
            self._summary.close(self._excuses.notes(), self._excuses.gone)
        self._writer.end(self._summary if self._settings.summary else None)

    def _recorded(self) -> Recorded:
        """The records of all inputs that hold some; what reads them is imported only then."""
        if self._records is None:
            from mops_taxonomy.cli._recorded import Recorded

            self._records = Recorded(self._settings.as_of)
        return self._records

    def _judged(self, records: Recorded) -> None:
        """Judge the records, all of them together, and write what was found."""
        try:
            for taxonomy, checked, facts, is_record in records.judged():
                findings = checked.findings
                waived: tuple[Waived, ...] = ()
                excused = self._excused(taxonomy, checked.convention) if taxonomy and findings else None
                if excused is not None:
                    findings, waived = self._not_excused(checked.text, findings, facts, excused)
                findings = tuple(filter(self._is_wanted, findings))
                self._name(checked._replace(findings=findings, waived=waived), counted=is_record)
                self._progress.at(self._summary.names, checked.file)
            for note in records.notes():
                self._note(note)
        except Problem as problem:
            self._problem(str(problem))

    def _excused(self, taxonomy: Taxonomy, convention: str) -> Excused | None:
        """What need not be reported of the names of an input; None, and nothing imported, where all must be."""
        if not taxonomy.resolved["waivers"] and baseline_of(taxonomy.file, self._settings) is None:
            return None
        if self._excuses is None:
            from mops_taxonomy.cli._excuses import Excuses

            self._excuses = Excuses(self._settings)
        return self._excuses.of(taxonomy, convention)

    def _rows(self, path: str, how: Plan, source: Input) -> None:
        """Check the names of one input, batch by batch; of most rows there is nothing to say."""
        verdicts = Verdicts(how, source.judge, lambda: self._tick(source))
        for batch in self._batches(path, how, source):
            source.share = batch.share
            told = 0
            for item in verdicts.of(batch):
                if isinstance(item, Verdict):
                    told += 1
                    self._row(batch.row(item.at), item, source)
                elif isinstance(item, Notice):
                    self._progress.clear()
                    say(f"{source.label}: {item.message}")
                else:
                    self._problem(f"{source.label}:{item.line}: {item.message}")
            self._pass_over(len(batch) - told, source)
        if source.untold:
            self._problem(source.untold)

    def _batches(self, path: str, how: Plan, source: Input) -> Iterator[Batch]:
        """The rows of an input; where added lines alone count, those on such lines."""
        if self._added is not None:
            return batched(self._added.items(path, open_input(path, columns=how.columns)))
        return open_batches(path, columns=how.columns, asked=source.asked(how.resolved["waivers"]))

    def _row(self, row: Row, verdict: Verdict, source: Input) -> None:
        """Tell of one row."""
        if verdict.complaint is not None and source.is_told():
            self._problem(f"{source.label}:{row.line}: {verdict.complaint}")
        findings = verdict.report.findings
        waived: tuple[Waived, ...] = ()
        if row.ignored:
            findings = self._not_ignored(row, findings, source.label)
        if findings:
            if source.excused is not None:
                record = source.judge.record(row) if source.excused.ask_records else {}
                findings, waived = self._not_excused(row.name, findings, record, source.excused)
            findings = tuple(filter(self._is_wanted, findings))
        place = (source.label, row.line, row.row, row.column)
        self._name(CheckedName(*place, row.name, findings, verdict.report.ok, source.convention, waived))
        self._tick(source)

    def _pass_over(self, count: int, source: Input) -> None:
        """Count names of which there is nothing to say."""
        if count:
            self._summary.names += count
            self._summary.valid += count
            self._summary.add_file(source.label)
        self._tick(source)

    def _tick(self, source: Input) -> None:
        self._progress.at(self._summary.names, source.label, source.share)

    def _name(self, checked: CheckedName, *, counted: bool = True) -> None:
        """Count a name and write it. What is not shown of its findings does not make it valid.

        What is told of an export is not counted as a name of its own where the record is kept.
        """
        if counted:
            self._summary.add(checked)
        else:
            self._summary.tally.add(checked.findings)
        if checked.findings or checked.waived:
            if not self.status and any(finding.severity in self._failing for finding in checked.findings):
                self.status = 1
            if not self._silent:
                self._progress.clear()
                self._writer.name(checked)

    def _is_wanted(self, finding: Finding) -> bool:
        chosen = not self._select or finding.code.startswith(self._select)
        return chosen and not finding.code.startswith(self._ignore)

    def _not_ignored(self, row: Row, findings: tuple[Finding, ...], label: str) -> tuple[Finding, ...]:
        """The findings that the comment beside a name lets stand; a comment that does nothing is told."""
        left = tuple(finding for finding in findings if not finding.code.startswith(row.ignored))
        self._summary.excuse("ignored", sum(map(self._is_wanted, findings)) - sum(map(self._is_wanted, left)))
        idle = [code for code in row.ignored if not any(one.code.startswith(code) for one in findings)]
        if idle and not self._settings.quiet:
            self._note(f"{label}:{row.line}: nothing to ignore: no finding here is {' or '.join(idle)}")
        return left

    def _not_excused(
        self,
        name: str,
        findings: tuple[Finding, ...],
        record: Mapping[str, str],
        excused: Excused,
    ) -> tuple[tuple[Finding, ...], tuple[Waived, ...]]:
        """The findings that neither a waiver nor the baseline excuses, and those that a waiver does.

        What is excused and wanted is counted.
        """
        from copy import copy  # rows share their findings, and an excuse that has ended changes the message

        left: list[Finding] = []
        waived: list[Waived] = []
        for finding in map(copy, findings):
            excuse = excused.word(finding, name, record)
            if excuse is None:
                left.append(finding)
            elif self._is_wanted(finding):
                word, why = excuse
                self._summary.excuse(word)
                if word == "waived" and self._settings.summary:
                    waived.append(Waived(finding, why))
        return tuple(left), tuple(waived)

    def _note(self, text: str) -> None:
        """Say it on standard error, or in the report unless people read that on the same screen."""
        if not self._silent and (self._settings.output is not None or self._settings.format != "text"):
            self._summary.notes.append(text)
            return
        self._progress.clear()
        say(f"note: {text}")

    def _problem(self, text: str) -> None:
        """Say it on standard error, and in the report unless people read that on the same screen."""
        self.status = 2
        self._summary.add_problem()
        self._progress.clear()
        say(text)
        if not self._silent and (self._settings.output is not None or self._settings.format != "text"):
            self._writer.problem(text)


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
