"""The errors that callers may want to catch."""

from __future__ import annotations

import pytest

from mops_taxonomy.errors import (
    AmbiguousValue,
    InvalidName,
    InvalidTaxonomy,
    InvalidValues,
    TemplateSyntaxError,
)
from mops_taxonomy.finding import Finding, Place

FINDINGS = (Finding("MT102", "unknown term"), Finding("MT103", "missing", place=Place("t.yaml", 3)))


@pytest.mark.parametrize("kind", [InvalidTaxonomy, InvalidValues])
def test_findings_are_the_message(kind: type[InvalidTaxonomy | InvalidValues]) -> None:
    """One finding a line."""
    error = kind(list(FINDINGS))
    assert error.findings == FINDINGS
    assert str(error) == "MT102 unknown term\nt.yaml:3: MT103 missing"


def test_a_diagnosis_is_made_when_asked_for() -> None:
    """Finding out why a name is wrong costs more than finding out that: it is done once, and on demand."""
    asked: list[int] = []

    def diagnose() -> tuple[Finding, ...]:
        asked.append(1)
        return FINDINGS[:1]

    error = InvalidName("x\ny", diagnose)
    assert (error.text, asked) == ("x\ny", [])
    assert str(error) == "'x\\ny'\n  MT102 unknown term"
    assert (error.findings, asked) == (FINDINGS[:1], [1])


def test_ambiguous_values() -> None:
    """The message names every value the field may have."""
    error = AmbiguousValue("a", [{"a": 1}, {"a": 2}, {}])
    assert (error.field, error.readings) == ("a", ({"a": 1}, {"a": 2}, {}))
    assert str(error) == "the name has 3 readings; a may be 1 or 2 or None"


def test_syntax_errors_know_their_place() -> None:
    """The source and the offset stand beside the message."""
    error = TemplateSyntaxError("wrong", "ab", 1)
    assert (str(error), error.message, error.source, error.offset) == ("wrong", "wrong", "ab", 1)


def test_all_are_value_errors() -> None:
    """Callers that only know ValueError are served, too."""
    kinds = (AmbiguousValue, InvalidName, InvalidTaxonomy, InvalidValues, TemplateSyntaxError)
    assert all(issubclass(kind, ValueError) for kind in kinds)
