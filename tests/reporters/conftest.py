"""Findings to report."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

import pytest

from mops_taxonomy.finding import Finding, Place, Suggestion
from mops_taxonomy.reporters import CheckedName, LintedTaxonomy

if TYPE_CHECKING:
    from mops_taxonomy.finding import Severity

EMEA = Suggestion("EMEA", "Europe, Middle East and Africa")


class Make(Protocol):
    """Make one checked name."""

    def __call__(self, text: str, *findings: Finding, column: int | None = None) -> CheckedName: ...


def unknown_term(
    span: tuple[int, int] | None,
    *suggestions: Suggestion,
    severity: Severity = "error",
    consequence: str | None = None,
    message: str = "unknown term in `region`",
) -> Finding:
    """A finding with invented content."""
    return Finding(
        "MT102",
        message,
        rule="unknown_term",
        severity=severity,
        field="region",
        span=span,
        expected="a region",
        suggestions=suggestions,
        consequence=consequence,
    )


def ambiguous(
    *ways_out: str,
    severity: Severity = "error",
    witness: str | None = "20260324_AWS-Cloud-Day",
    consequence: str | None = None,
) -> Finding:
    """A finding about a taxonomy."""
    return Finding(
        "MT910",
        "a name of `tag` has two readings",
        rule="ambiguous",
        severity=severity,
        text=witness,
        consequence=consequence,
        ways_out=ways_out,
        place=Place("taxonomy.yaml", 94, 15),
    )


def unknown_key() -> Finding:
    """A reason why a taxonomy cannot be loaded."""
    return Finding(
        "MT902",
        "'feilds' is not a key; did you mean 'fields'?",
        rule="unknown_key",
        text="feilds:",
        span=(0, 6),
        found="feilds",
        suggestions=(Suggestion("fields"),),
        place=Place("taxonomy.yaml", 3, 1),
    )


def linted(*findings: Finding, loaded: bool = True) -> LintedTaxonomy:
    """A taxonomy with these findings, of four conventions with seven forms where it could be loaded."""
    valid = not any(finding.severity == "error" for finding in findings)
    counts = (4, 7) if loaded else (0, 0)
    return LintedTaxonomy("taxonomy.yaml", *counts, findings, valid, loaded)


@pytest.fixture
def make() -> Make:
    """A name on line 14 of campaigns.csv, valid where no finding is an error."""

    def made(text: str, *findings: Finding, column: int | None = None) -> CheckedName:
        valid = not any(finding.severity == "error" for finding in findings)
        return CheckedName("campaigns.csv", 14, 13, column, text, findings, valid)

    return made
