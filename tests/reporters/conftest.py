"""Findings to report."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

import pytest

from mops_taxonomy.finding import Finding, Suggestion
from mops_taxonomy.reporters import CheckedName

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


@pytest.fixture
def make() -> Make:
    """A name on line 14 of campaigns.csv, valid where no finding is an error."""

    def made(text: str, *findings: Finding, column: int | None = None) -> CheckedName:
        valid = not any(finding.severity == "error" for finding in findings)
        return CheckedName("campaigns.csv", 14, 13, column, text, findings, valid)

    return made
