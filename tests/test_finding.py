"""Findings, their places and reports."""

from __future__ import annotations

import json
from typing import Any

import pytest

from mops_taxonomy.finding import Finding, Place, Report, Severity, Suggestion


@pytest.mark.parametrize(
    ("place", "text"),
    [
        (Place("f.csv", 3, 7), "f.csv:3:7"),
        (Place("f.csv", 3), "f.csv:3"),
        (Place("f.csv"), "f.csv"),
        (Place(None, 3, 7), "3:7"),
        (Place(), ""),
    ],
)
def test_places(place: Place, text: str) -> None:
    """What is known of a place, in the form that editors read."""
    assert str(place) == text


@pytest.mark.parametrize(
    ("suggestion", "text"),
    [
        (Suggestion("NA", "Americas"), "NA (Americas)"),
        (Suggestion("NA"), "NA"),
        (Suggestion("NA", "NA"), "NA"),
    ],
)
def test_suggestions(suggestion: Suggestion, text: str) -> None:
    """A suggestion says what it stands for, unless that is the same."""
    assert str(suggestion) == text


WHOLE: dict[str, Any] = {
    "rule": "unknown_term",
    "severity": "warning",
    "certainty": "likely",
    "text": "EMAE_x",
    "field": "region",
    "span": (0, 4),
    "found": "EMAE",
    "expected": "one of EMEA or NA",
    "suggestions": (Suggestion("EMEA", "Europe"), Suggestion("NA")),
    "consequence": "the row is dropped",
    "place": Place("f.csv", 3),
}


def test_to_dict() -> None:
    """Every part that is known, as plain data for JSON."""
    assert json.loads(json.dumps(Finding("MT102", "unknown term", **WHOLE).to_dict())) == {
        "code": "MT102",
        "rule": "unknown_term",
        "severity": "warning",
        "certainty": "likely",
        "message": "unknown term",
        "field": "region",
        "span": [0, 4],
        "found": "EMAE",
        "expected": "one of EMEA or NA",
        "suggestions": [{"text": "EMEA", "label": "Europe"}, {"text": "NA"}],
        "consequence": "the row is dropped",
        "place": {"file": "f.csv", "line": 3},
    }
    assert Finding("MT101", "no").to_dict() == {
        "code": "MT101", "rule": "", "severity": "error", "certainty": "certain", "message": "no",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("finding", "text"),
    [
        (Finding("MT102", "unknown term", **WHOLE), "f.csv:3: MT102 unknown term"),
        (Finding("MT102", "unknown term"), "MT102 unknown term"),
        (Finding("", "unknown term"), "unknown term"),
        (Finding("", "unknown term", place=Place("f")), "f: unknown term"),
    ],
)
def test_str(finding: Finding, text: str) -> None:
    """One line: place, code, message."""
    assert str(finding) == text


def test_equality() -> None:
    """Findings are equal when every part is; each part counts."""
    one = Finding("MT102", "m", **WHOLE)
    assert one == Finding("MT102", "m", **WHOLE)
    assert hash(one) == hash(Finding("MT102", "m", **WHOLE))
    assert one != "MT102 m"
    for part in WHOLE:
        assert one != Finding("MT102", "m", **{**WHOLE, part: None})
    assert one != Finding("MT103", "m", **WHOLE)
    assert repr(one) == "<Finding warning f.csv:3: MT102 m>"


def report(*severities: Severity, valid: bool = True) -> Report:
    """A report with findings of these severities."""
    return Report(tuple(Finding("MT1", s, severity=s) for s in severities), valid=valid)


@pytest.mark.parametrize(
    ("made", "ok"),
    [
        (report(), True),
        (report("warning", "info"), True),
        (report("warning", "error"), False),
        (report(valid=False), False),
        (report("warning", valid=False), False),
    ],
)
def test_ok(made: Report, ok: bool) -> None:
    """Without an error, and with a name, all is well; a report is true either way."""
    assert made.ok is ok
    assert bool(made) is True


@pytest.mark.parametrize(
    ("severity", "found"),
    [
        ("off", ["info", "error", "warning"]),
        ("info", ["info", "error", "warning"]),
        ("warning", ["error", "warning"]),
        ("error", ["error"]),
    ],
)
def test_at_least(severity: Severity, found: list[str]) -> None:
    """The findings of a severity and worse, in their order."""
    assert [one.severity for one in report("info", "error", "warning").at_least(severity)] == found


def test_reports_are_walked() -> None:
    """A report holds its findings."""
    made = report("info", "error")
    assert [one.severity for one in made] == ["info", "error"]
    assert len(made) == 2
    assert repr(made) == "<Report not ok, 2 findings>"
    assert repr(report()) == "<Report ok, 0 findings>"
