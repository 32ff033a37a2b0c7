"""What `lint` does."""

from __future__ import annotations

import os
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

from mops_taxonomy.cli._described import described
from mops_taxonomy.cli._discovery import find
from mops_taxonomy.cli._output import colors, destination, width
from mops_taxonomy.cli._problem import Problem, say
from mops_taxonomy.errors import InvalidTaxonomy
from mops_taxonomy.finding import Report
from mops_taxonomy.reporters import LintedTaxonomy, LintSummary, reporter
from mops_taxonomy.taxonomy import Taxonomy

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mops_taxonomy.cli._settings import Settings
    from mops_taxonomy.finding import Finding
    from mops_taxonomy.reporters import Reporter

__all__ = ["lint"]


def lint(settings: Settings) -> int:
    """Judge every taxonomy, and write what was found.

    Returns:
        The exit status: 0, 1 or 2.

    Raises:
        Problem: there is no taxonomy, or no such code.
    """
    work = _Work(settings)
    files = _files(settings)
    # without the mark, Excel garbles letters
    encoding = "utf-8-sig" if settings.format == "csv" else "utf-8"
    with destination(settings.output, encoding) as stream:
        color = settings.color if settings.output else colors(stream, settings.color)
        writer = reporter(
            settings.format, stream, color=bool(color), width=width(stream), described=described
        )
        work.write(files, writer)
    return work.status


def _files(settings: Settings) -> tuple[str, ...]:
    if settings.taxonomy is not None and settings.files:
        raise Problem("name taxonomies as FILES or with --taxonomy, not both")
    return settings.files or (settings.taxonomy or _nearest(),)


def _nearest() -> str:
    found = find(".")
    if found is None:
        raise Problem(
            "no taxonomy.yaml in this folder or above it; name one, or make one with: mops-taxonomy init"
        )
    return min(os.path.relpath(found), found, key=len)


class _Work:
    """One call of `lint`, file by file.

    Attributes:
        status: the exit status so far.
    """

    def __init__(self, settings: Settings) -> None:
        self.status = 0
        self._settings = settings
        self._select = _codes("--select", settings.select)
        self._ignore = _codes("--ignore", settings.ignore)
        self._silent = settings.quiet and settings.output is None

    def write(self, files: tuple[str, ...], writer: Reporter) -> None:
        """Judge the files, one after the other, and write what is found in each as soon as it is known."""
        summary = LintSummary()
        if not self._silent:
            writer.begin("taxonomies")
        for file in files:
            linted = self._linted(file)
            summary.add(linted)
            if not self._silent:
                writer.taxonomy(linted)
        if not self._silent:
            writer.end(summary if self._settings.summary else None)

    def _linted(self, file: str) -> LintedTaxonomy:
        try:
            with _shown(file):
                taxonomy = Taxonomy.load(file)
                report = taxonomy.lint()
        except InvalidTaxonomy as error:
            self.status = 2
            if self._silent:
                say(str(error))
            return LintedTaxonomy(file, 0, 0, error.findings, valid=False, loaded=False)
        # What is not shown does not make a taxonomy valid.
        findings = tuple(filter(self._is_wanted, report.findings))
        if not self.status and self._fails(findings):
            self.status = 1
        specs = taxonomy.resolved["conventions"].values()
        forms = sum(len(spec["forms"]) for spec in specs)
        return LintedTaxonomy(file, len(specs), forms, findings, report.ok)

    def _is_wanted(self, finding: Finding) -> bool:
        chosen = not self._select or finding.code.startswith(self._select)
        return chosen and not finding.code.startswith(self._ignore)

    def _fails(self, findings: tuple[Finding, ...]) -> bool:
        asked = self._settings.fail_on
        return asked != "never" and bool(Report(findings).at_least(asked))  # type: ignore[arg-type]


def _codes(flag: str, given: tuple[str, ...]) -> tuple[str, ...]:
    """The codes of `--select` and `--ignore`, or their beginnings.

    Raises:
        Problem: no rule about taxonomies has such a code.
    """
    codes = tuple(code.strip().upper() for text in given for code in text.split(","))
    if codes:
        from mops_taxonomy.lint import all_rules

        titles = {rule.code: rule.title for rule in all_rules().values()}
        for code in codes:
            if not code or not any(known.startswith(code) for known in titles):
                raise Problem(f'{flag}: no rule about taxonomies has the code "{code}"{_near(code, titles)}')
    return codes


def _near(wanted: str, titles: dict[str, str]) -> str:
    """The code that is nearest by number, else as text."""
    number = wanted.removeprefix("MT")
    if len(number) == 3 and number.isdecimal():
        near: str | None = min(titles, key=lambda code: abs(int(code[2:]) - int(number)))
    else:
        from rapidfuzz.distance import OSA
        from rapidfuzz.process import extractOne

        found = extractOne(wanted, list(titles), scorer=OSA.normalized_similarity, score_cutoff=0.75)
        near = found[0] if found else None
    if near is None:
        return "; they begin with MT9, and mops-taxonomy explain lists them"
    return f"; did you mean {near} ({titles[near]})?"


@contextmanager
def _shown(file: str) -> Iterator[None]:
    """Say on a terminal which file is being judged, for as long as it takes: proofs may take seconds."""
    text = f"judging {file}"[:78]
    if not (sys.stderr.isatty() and text.isprintable()):
        yield
        return
    sys.stderr.write(text)
    sys.stderr.flush()
    try:
        yield
    finally:
        sys.stderr.write(f"\r{' ' * len(text)}\r")
        sys.stderr.flush()
