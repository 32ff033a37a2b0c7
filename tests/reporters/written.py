"""Whole reports, from findings and through the command."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from mops_taxonomy.cli import main
from mops_taxonomy.finding import Finding
from mops_taxonomy.reporters import LintSummary, Summary, reporter
from tests.reporters.conftest import EMEA, ambiguous, linted, unknown_key, unknown_term

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

    from mops_taxonomy.reporters import CheckedName, LintedTaxonomy
    from tests.reporters.conftest import Make

TAXONOMY = """\
taxonomy: acme
version: 1
vocabularies:
  region: {terms: {EMEA: Europe, AMER: Americas}}
fields:
  launch: {kind: date, format: "{YYYY}{MM}{DD}"}
  region: {kind: term, vocabulary: region, accept: case}
conventions:
  program:
    forms: [{template: "{launch}_{region}"}]
    examples: {valid: [20260324_EMAE]}
"""
"""Names such as `20260324_EMEA`; its example is wrong."""

MISSPELT = TAXONOMY.replace("{launch}_{region}", "{launch}_{regoin}")
"""The same, and it cannot be loaded."""

TAXONOMIES = (
    linted(ambiguous("exclude `-` from `vendor`", "separate them", consequence="half of it is lost")),
    linted(ambiguous(severity="warning", witness=None)),
    linted(ambiguous(severity="off")),
    linted(unknown_key(), Finding("MT901", "bad"), loaded=False),
)
"""One with an error, one with a warning, a clean one, and one that cannot be loaded."""


def written(
    format: str,  # noqa: A002
    *checked: CheckedName,
    clean: int = 0,
    problems: tuple[str, ...] = (),
    notes: tuple[str, ...] = (),
    summary: bool = True,
) -> str:
    """The report on these names and on so many more without findings, which the reporter does not see."""
    stream, counts = io.StringIO(), Summary()
    writer = reporter(format, stream)
    writer.begin()
    for one in checked:
        counts.add(one)
        writer.name(one)
    for problem in problems:
        counts.add_problem()
        writer.problem(problem)
    counts.names += clean
    counts.valid += clean
    counts.close(notes, ())
    writer.end(counts if summary else None)
    return stream.getvalue()


def written_of_taxonomies(format: str, *taxonomies: LintedTaxonomy) -> str:  # noqa: A002
    """The report on these taxonomies."""
    stream, counts = io.StringIO(), LintSummary()
    writer = reporter(format, stream)
    writer.begin("taxonomies")
    for one in taxonomies:
        counts.add(one)
        writer.taxonomy(one)
    writer.end(counts)
    return stream.getvalue()


def three(make: Make) -> tuple[CheckedName, ...]:
    """Wrong on its own line after two spaces, notable in a table, and without findings that are shown."""
    wrong = unknown_term((2, 6), EMEA, consequence="the sync stops")
    return (
        make("X_EMAE", wrong, unknown_term(None, severity="warning"), column=3),
        make("X_emea", unknown_term((2, 6), severity="info")),
        make("X_EMEA", Finding("MT999", "hidden", severity="off")),
    )


def run(*arguments: str, folder: Path, patch: pytest.MonkeyPatch) -> tuple[int, str]:
    """The exit status and the report that a command writes to a file, in a folder that holds the taxonomies."""
    patch.setenv("MOPS_TAXONOMY_CACHE", str(folder / "cache"))
    patch.chdir(folder)
    (folder / ".git").mkdir(exist_ok=True)
    (folder / "taxonomy.yaml").write_text(TAXONOMY, encoding="utf-8")
    (folder / "misspelt.yaml").write_text(MISSPELT, encoding="utf-8")
    status = main([*arguments, "--output", "report"])
    return status, (folder / "report").read_text(encoding="utf-8")
