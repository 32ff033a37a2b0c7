"""The formats that programs read: JSON, JSON Lines and CSV."""

from __future__ import annotations

import csv
import io
import json
import sys
from importlib import invalidate_caches
from typing import TYPE_CHECKING

import pytest

from mops_taxonomy import reporters
from mops_taxonomy.finding import Finding
from mops_taxonomy.reporters import LintSummary, Summary, names, reporter
from tests.reporters.conftest import EMEA, ambiguous, linted, unknown_key, unknown_term

if TYPE_CHECKING:
    from pathlib import Path

    from mops_taxonomy.reporters import CheckedName, LintedTaxonomy
    from tests.reporters.conftest import Make

FINDING = {
    "code": "MT102",
    "rule": "unknown_term",
    "severity": "error",
    "certainty": "certain",
    "message": "unknown term in `region`",
    "field": "region",
    "span": [2, 6],
    "expected": "a region",
    "suggestions": [{"text": "EMEA", "label": "Europe, Middle East and Africa"}],
}
NAME = {
    "file": "campaigns.csv",
    "line": 14,
    "row": 13,
    "name": "X_EMAE",
    "valid": False,
    "findings": [FINDING],
}
SUMMARY = {
    "names": 3,
    "valid": 1,
    "not_valid": 2,
    "share": 0.333333,
    "files": 1,
    "problems": 1,
    "findings": [{"code": "MT102", "rule": "unknown_term", "count": 2}],
}


def report(format: str, *checked: CheckedName, problems: tuple[str, ...] = ()) -> str:  # noqa: A002
    """A whole report."""
    stream, summary = io.StringIO(), Summary()
    writer = reporter(format, stream)
    writer.begin()
    for one in checked:
        summary.add(one)
        writer.name(one)
    for problem in problems:
        summary.add_problem()
        writer.problem(problem)
    writer.end(summary)
    return stream.getvalue()


def three(make: Make) -> tuple[CheckedName, ...]:
    """A wrong name in a table, one without findings, and a wrong one in plain text."""
    wrong = make("X_EMAE", unknown_term((2, 6), EMEA), Finding("MT999", "hidden", severity="off"))
    return wrong, make("X_EMEA"), wrong._replace(column=1)


def test_json(make: Make) -> None:
    """One object holds the names with findings, the problems and the summary."""
    text = report("json", *three(make), problems=("campaigns.csv:12: ends",))
    assert json.loads(text) == {
        "names": [NAME, {**NAME, "column": 1}],
        "problems": ["campaigns.csv:12: ends"],
        "summary": SUMMARY,
    }
    assert [line[:8] for line in text.splitlines()] == ['{"names"', '{"file":', '{"file":', '],"probl']


def test_json_without_findings(make: Make) -> None:
    """A report of nothing is still an object of the same form."""
    assert report("json", make("X")) == (
        '{"names":[\n],"problems":[],"summary":'
        '{"names":1,"valid":1,"not_valid":0,"share":1.0,"files":1,"problems":0,"findings":[]}}\n'
    )
    assert json.loads(report("json"))["summary"] == {
        "names": 0, "valid": 0, "not_valid": 0, "files": 0, "problems": 0, "findings": [],
    }  # fmt: skip


def test_json_lines(make: Make) -> None:
    """A name on each line, then the problems as they come, and the summary last."""
    lines = report("jsonl", *three(make), problems=("campaigns.csv:12: ends",)).splitlines()
    assert [json.loads(line) for line in lines] == [
        NAME,
        {**NAME, "column": 1},
        {"problem": "campaigns.csv:12: ends"},
        {"summary": SUMMARY},
    ]


@pytest.mark.parametrize("format", ["json", "jsonl"])
def test_json_is_ascii(make: Make, format: str) -> None:  # noqa: A002
    """Every terminal and file can hold the output, and a lone surrogate comes back as it was."""
    text = report(format, make("Größe\ud800", Finding("MT101", "bad")))
    assert text.isascii()
    data = json.loads(text) if format == "json" else {"names": [json.loads(text.splitlines()[0])]}
    assert data["names"][0]["name"] == "Größe\ud800"


def test_csv(make: Make) -> None:
    """A row for each finding; no problems and no summary."""
    wrong = make("X_EMAE", unknown_term((2, 6), EMEA), Finding("MT104", "bad, date", severity="warning"))
    assert (
        report("csv", wrong, make("X"), problems=("ends",))
        == """\
file,line,row,name,code,rule,severity,field,start,end,found,expected,suggestion,message
campaigns.csv,14,13,X_EMAE,MT102,unknown_term,error,region,2,6,,a region,EMEA,unknown term in `region`
campaigns.csv,14,13,X_EMAE,MT104,,warning,,,,,,,"bad, date"
"""
    )


@pytest.mark.parametrize(
    ("name", "cell"),
    [
        ("=1+1", "'=1+1"),
        ("+x", "'+x"),
        ("-x", "'-x"),
        ("@x", "'@x"),
        ("\tx", "'\tx"),
        ("a\rx", r"a\rx"),
        ("x=1", "x=1"),
        ("'x", "'x"),
        ("Größe", "Größe"),
        ("a\ud800", r"a\ud800"),
        ('a"b\nc', 'a"b\nc'),
    ],
)
def test_csv_holds_no_formula(make: Make, name: str, cell: str) -> None:
    """A cell that a spreadsheet would take for a formula gets an apostrophe; every cell can be written."""
    text = report("csv", make(name, Finding("MT101", "bad", found=name)))
    text.encode("utf-8")
    row = next(csv.DictReader(io.StringIO(text, newline="")))
    assert (row["name"], row["found"]) == (cell, cell)


def test_names() -> None:
    """The formats are the modules of the folder."""
    assert names() == ("csv", "github", "json", "jsonl", "junit", "sarif", "text")


@pytest.mark.parametrize("format", ["xml", "_drawing", "text.x", ""])
def test_unknown_format(format: str) -> None:  # noqa: A002
    """A format that does not exist is refused with those that do."""
    with pytest.raises(ValueError, match="no output format") as caught:
        reporter(format, io.StringIO())
    assert str(caught.value) == (
        f'no output format "{format}"; there are csv, github, json, jsonl, junit, sarif, text'
    )


def test_a_new_file_is_a_new_format(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A module in the folder is a format; one whose own import fails is not called unknown."""
    monkeypatch.setattr(reporters, "__path__", [*reporters.__path__, str(tmp_path)])
    (tmp_path / "plus.py").write_text(
        "from mops_taxonomy.reporters.jsonl import JsonLinesReporter as REPORTER\n", encoding="utf-8"
    )
    (tmp_path / "broken.py").write_text("import no_such_library\n", encoding="utf-8")
    invalidate_caches()
    assert "plus" in names()
    assert type(reporter("plus", io.StringIO())).__name__ == "JsonLinesReporter"
    with pytest.raises(ModuleNotFoundError, match="no_such_library"):
        reporter("broken", io.StringIO())
    monkeypatch.delattr(reporters, "plus")
    monkeypatch.delitem(sys.modules, "mops_taxonomy.reporters.plus")


TAXONOMIES = [
    linted(ambiguous("exclude `-` from `vendor`", "separate them")),
    linted(ambiguous(severity="off")),
    linted(unknown_key(), Finding("MT901", "bad"), loaded=False),
]
LINTED = [
    {
        "file": "taxonomy.yaml",
        "valid": False,
        "conventions": 4,
        "forms": 7,
        "findings": [
            {
                "code": "MT910",
                "rule": "ambiguous",
                "severity": "error",
                "certainty": "certain",
                "message": "a name of `tag` has two readings",
                "ways_out": ["exclude `-` from `vendor`", "separate them"],
                "place": {"file": "taxonomy.yaml", "line": 94, "column": 15},
                "witness": "20260324_AWS-Cloud-Day",
            }
        ],
    },
    {"file": "taxonomy.yaml", "valid": True, "conventions": 4, "forms": 7, "findings": []},
    {
        "file": "taxonomy.yaml",
        "valid": False,
        "findings": [
            {
                "code": "MT902",
                "rule": "unknown_key",
                "severity": "error",
                "certainty": "certain",
                "message": "'feilds' is not a key; did you mean 'fields'?",
                "span": [0, 6],
                "found": "feilds",
                "suggestions": [{"text": "fields"}],
                "place": {"file": "taxonomy.yaml", "line": 3, "column": 1},
                "source": "feilds:",
            },
            {"code": "MT901", "rule": "", "severity": "error", "certainty": "certain", "message": "bad"},
        ],
    },
]
LINT_SUMMARY = {
    "taxonomies": 3,
    "unusable": 1,
    "conventions": 8,
    "forms": 14,
    "errors": 3,
    "warnings": 0,
    "notes": 0,
    "findings": [
        {"code": "MT901", "rule": "", "count": 1},
        {"code": "MT902", "rule": "unknown_key", "count": 1},
        {"code": "MT910", "rule": "ambiguous", "count": 1},
    ],
}


def lint_report(format: str, taxonomies: list[LintedTaxonomy]) -> str:  # noqa: A002
    """A whole report on taxonomies."""
    stream, summary = io.StringIO(), LintSummary()
    writer = reporter(format, stream)
    writer.begin("taxonomies")
    for one in taxonomies:
        summary.add(one)
        writer.taxonomy(one)
    writer.end(summary)
    return stream.getvalue()


def test_taxonomies_in_json() -> None:
    """One object holds every taxonomy, clean ones too; a finding has its witness or the line of the file."""
    text = lint_report("json", TAXONOMIES)
    assert json.loads(text) == {"taxonomies": LINTED, "problems": [], "summary": LINT_SUMMARY}
    assert [line[:8] for line in text.splitlines()] == ['{"taxono', *['{"file":'] * 3, '],"probl']


def test_taxonomies_in_json_lines() -> None:
    """A taxonomy on each line, and the summary last."""
    lines = map(json.loads, lint_report("jsonl", TAXONOMIES).splitlines())
    assert list(lines) == [*LINTED, {"summary": LINT_SUMMARY}]


def test_taxonomies_in_csv() -> None:
    """A row for each finding, with its witness and the best way out, safe for spreadsheets."""
    formula = linted(ambiguous("-x", witness="=1+1"))
    assert lint_report("csv", [*TAXONOMIES, formula]) == (
        "file,line,column,code,rule,severity,certainty,field,witness,message,way_out\n"
        "taxonomy.yaml,94,15,MT910,ambiguous,error,certain,,20260324_AWS-Cloud-Day,"
        "a name of `tag` has two readings,exclude `-` from `vendor`\n"
        "taxonomy.yaml,3,1,MT902,unknown_key,error,certain,,,'feilds' is not a key; did you mean 'fields'?,\n"
        "taxonomy.yaml,,,MT901,,error,certain,,,bad,\n"
        "taxonomy.yaml,94,15,MT910,ambiguous,error,certain,,'=1+1,a name of `tag` has two readings,'-x\n"
    )
