"""SARIF: the whole document, against the schema of the standard."""

from __future__ import annotations

import io
import json
import ntpath
import posixpath
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from jsonschema import Draft4Validator

from mops_taxonomy import __version__
from mops_taxonomy.finding import Finding, Place
from mops_taxonomy.reporters import reporter
from mops_taxonomy.reporters._described import Described
from mops_taxonomy.reporters._path import portable, uri
from mops_taxonomy.reporters.sarif import SarifReporter
from tests.reporters.conftest import EMEA, ambiguous, linted, unknown_term
from tests.reporters.written import TAXONOMIES, run, three, written, written_of_taxonomies

if TYPE_CHECKING:
    from types import ModuleType

    from mops_taxonomy.finding import Severity
    from tests.reporters.conftest import Make

SCHEMA = json.loads(Path(__file__).with_name("sarif-schema-2.1.0.json").read_text(encoding="utf-8"))
UNKNOWN = {
    "id": "MT102",
    "name": "unknown_term",
    "shortDescription": {"text": "unknown term"},
    "fullDescription": {"text": "unknown term"},
}


def read(text: str) -> Any:
    """The only run of a document, which is right by the schema and ends with a newline."""
    assert text.endswith("}\n")
    document = json.loads(text)
    assert [error.message for error in Draft4Validator(SCHEMA).iter_errors(document)] == []
    assert list(document) == ["$schema", "version", "runs"]
    assert document["$schema"] == "https://json.schemastore.org/sarif-2.1.0.json"
    assert document["version"] == "2.1.0"
    (run,) = document["runs"]
    assert run["columnKind"] == "utf16CodeUnits"
    return run


def results(text: str) -> Any:
    """The results of a document without their fingerprints."""
    found = read(text)["results"]
    assert all(len(result.pop("partialFingerprints")["mopsTaxonomyFinding/v1"]) == 32 for result in found)
    return found


def region(text: str) -> Any:
    """Where the only result stands."""
    (result,) = results(text)
    (location,) = result["locations"]
    return location["physicalLocation"].get("region")


def fingerprints(text: str) -> list[str]:
    """The fingerprints of the results, in order."""
    return [result["partialFingerprints"]["mopsTaxonomyFinding/v1"] for result in read(text)["results"]]


def at(uri: str, **region: int) -> list[dict[str, Any]]:
    """The locations of a result."""
    return [{"physicalLocation": {"artifactLocation": {"uri": uri}, "region": region}}]


def test_the_schema_is_one() -> None:
    """The schema itself is right, and it refuses a result without a message."""
    Draft4Validator.check_schema(SCHEMA)
    document = json.loads(written("sarif"))
    document["runs"][0]["results"] = [{"level": "error"}]
    assert [error.message for error in Draft4Validator(SCHEMA).iter_errors(document)] == [
        "'message' is a required property"
    ]


def test_names(make: Make) -> None:
    """A result for each finding that is shown, with what would be right; rules and problems follow."""
    found = read(
        written("sarif", *three(make), clean=4, problems=("gone.csv: no such file",), notes=("x\ty",))
    )
    for result in found["results"]:
        del result["partialFingerprints"]
    assert found == {
        "columnKind": "utf16CodeUnits",
        "results": [
            {
                "ruleId": "MT102",
                "ruleIndex": 0,
                "level": "error",
                "message": {
                    "text": "unknown term in `region`; did you mean EMEA (Europe, Middle East and Africa)?\n"
                    "X_EMAE\n"
                    "the sync stops"
                },
                "locations": at("campaigns.csv", startLine=14, startColumn=5, endLine=14, endColumn=9),
            },
            {
                "ruleId": "MT102",
                "ruleIndex": 0,
                "level": "warning",
                "message": {"text": "unknown term in `region`; expected a region\nX_EMAE"},
                "locations": at("campaigns.csv", startLine=14, startColumn=3, endLine=14, endColumn=9),
            },
            {
                "ruleId": "MT102",
                "ruleIndex": 0,
                "level": "note",
                "message": {"text": "unknown term in `region`; expected a region\nX_emea"},
                "locations": at("campaigns.csv", startLine=14),
            },
        ],
        "invocations": [
            {
                "executionSuccessful": False,
                "toolExecutionNotifications": [
                    {"level": "error", "message": {"text": "gone.csv: no such file"}},
                    {"level": "note", "message": {"text": r"x\ty"}},
                ],
            }
        ],
        "tool": {"driver": {"name": "mops-taxonomy", "version": __version__, "rules": [UNKNOWN]}},
    }


def test_nothing() -> None:
    """Without findings the lists are empty, with the counts or without."""
    assert written("sarif") == written("sarif", clean=7, summary=False)
    assert written("sarif") == (
        '{"$schema":"https://json.schemastore.org/sarif-2.1.0.json","version":"2.1.0",'
        '"runs":[{"columnKind":"utf16CodeUnits","results":[\n'
        '],"invocations":[{"executionSuccessful":true}],'
        f'"tool":{{"driver":{{"name":"mops-taxonomy","version":"{__version__}","rules":[]}}}}}}]}}\n'
    )
    assert read(written("sarif"))["results"] == []


def test_a_result_is_a_line(make: Make) -> None:
    """Results are written as they come, each on a line, and nothing is kept of a name."""
    lines = written("sarif", *three(make)).splitlines()
    assert [line[:17] for line in lines] == [
        '{"$schema":"https',
        *['{"ruleId":"MT102"'] * 3,
        '],"invocations":[',
    ]


def test_taxonomies() -> None:
    """A result has the name that shows it and the ways out; a file that cannot be loaded is no success."""
    found = read(written_of_taxonomies("sarif", *TAXONOMIES))
    assert [result["message"]["text"] for result in found["results"]] == [
        (
            "a name of `tag` has two readings\n"
            "20260324_AWS-Cloud-Day\n"
            "way out: exclude `-` from `vendor`\n"
            "or: separate them\n"
            "half of it is lost"
        ),
        "a name of `tag` has two readings",
        "'feilds' is not a key; did you mean 'fields'?",
        "bad",
    ]
    assert [result["level"] for result in found["results"]] == ["error", "warning", "error", "error"]
    assert [(result["ruleId"], result["ruleIndex"]) for result in found["results"]] == [
        ("MT910", 0), ("MT910", 0), ("MT902", 1), ("MT901", 2),
    ]  # fmt: skip
    assert [result["locations"] for result in found["results"]] == [
        at("taxonomy.yaml", startLine=94, startColumn=15),
        at("taxonomy.yaml", startLine=94, startColumn=15),
        at("taxonomy.yaml", startLine=3, startColumn=1, endLine=3, endColumn=7),
        [{"physicalLocation": {"artifactLocation": {"uri": "taxonomy.yaml"}}}],
    ]
    assert found["invocations"] == [{"executionSuccessful": False}]
    assert [rule["id"] for rule in found["tool"]["driver"]["rules"]] == ["MT910", "MT902", "MT901"]


def test_a_taxonomy_that_can_be_used_is_a_success() -> None:
    """Findings about a taxonomy do not make the run fail."""
    assert read(written_of_taxonomies("sarif", linted(ambiguous())))["invocations"] == [
        {"executionSuccessful": True}
    ]


@pytest.mark.parametrize(
    ("text", "span", "column", "expected"),
    [
        ("X_EMAE", (2, 6), 1, (3, 7)),
        ("é_ЁÄE", (2, 4), 1, (3, 5)),
        ("😀_EMAE", (2, 6), 1, (4, 8)),
        ("a😀😀b", (1, 3), 4, (5, 9)),
        ("X_EMAE", (6, 6), 1, (7, 7)),
        ("", None, 1, (1, 1)),
        ("a😀", None, 2, (2, 5)),
    ],
)
def test_columns_are_utf16_code_units(
    make: Make, text: str, span: tuple[int, int] | None, column: int, expected: tuple[int, int]
) -> None:
    """What is beyond the basic plane takes two columns; the whole name is marked where no part is."""
    start, end = expected
    assert region(written("sarif", make(text, unknown_term(span), column=column))) == {
        "startLine": 14, "startColumn": start, "endLine": 14, "endColumn": end,
    }  # fmt: skip


def test_in_a_table_the_line_is_marked(make: Make) -> None:
    """Where a cell begins on its line is not known, so no column is claimed."""
    assert region(written("sarif", make("X_EMAE", unknown_term((2, 6))))) == {"startLine": 14}


@pytest.mark.parametrize(
    ("place", "text", "span", "expected"),
    [
        (Place("t.yaml", 8, 35), "a😀bcd", (2, 4), {"startColumn": 36, "endLine": 8, "endColumn": 38}),
        (Place("t.yaml", 8, 5), "abc", None, {"startColumn": 5}),
        (Place("t.yaml", 8), "abc", (0, 1), {}),
    ],
)
def test_place_in_a_taxonomy(
    place: Place, text: str, span: tuple[int, int] | None, expected: dict[str, int]
) -> None:
    """The part of the line is marked where it is known; its indentation is not in the text."""
    finding = Finding("MT904", "bad", text=text, span=span, place=place)
    report = written_of_taxonomies("sarif", linted(finding, loaded=False))
    assert region(report) == {"startLine": 8, **expected}


def test_no_place() -> None:
    """What concerns the whole file has no region."""
    assert region(written_of_taxonomies("sarif", linted(Finding("MT901", "bad"), loaded=False))) is None


HARD = [
    ("a\nb\r\x00", r"a\nb\r\x00"),
    ('a"b%::]]>&<', 'a"b%::]]>&<'),
    ("a\ud800\u202eb", r"a\ud800\u202eb"),
    ("Größe 😀", "Größe 😀"),
    ("\uffff", r"\uffff"),
]


@pytest.mark.parametrize(("name", "shown"), HARD)
def test_names_are_shown_visibly(make: Make, name: str, shown: str) -> None:
    """Control characters and halves of pairs are escaped, so that every reader of JSON can hold the text."""
    text = written("sarif", make(name, Finding("MT101", "bad " + name)))
    assert text.isascii()
    assert results(text)[0]["message"] == {"text": f"bad {shown}\n{shown}"}


def test_without_a_code(make: Make) -> None:
    """A finding of no rule names none, and a rule without a name has only its code."""
    found = read(written("sarif", make("X", Finding("", "odd"), Finding("MT101", "bad"))))
    assert [("ruleId" in result, result.get("ruleIndex")) for result in found["results"]] == [
        (False, None), (True, 0),
    ]  # fmt: skip
    assert found["tool"]["driver"]["rules"] == [
        {"id": "MT101", "shortDescription": {"text": "MT101"}, "fullDescription": {"text": "MT101"}}
    ]


def test_fingerprints_stay_when_lines_move(make: Make) -> None:
    """A finding keeps its fingerprint on another line, column and in another file, and with other words."""
    one = make("X_EMAE", unknown_term((2, 6), EMEA), column=1)
    moved = one._replace(
        line=99, row=98, column=5, file="b.csv", findings=(unknown_term((2, 6), message="no"),)
    )
    before, after = fingerprints(written("sarif", one, moved))
    assert before == after == "696601b45351a731a68f4ee7ae7b4464"


@pytest.mark.parametrize(
    ("name", "finding"),
    [
        ("X_EMAF", unknown_term((2, 6))),
        ("X_EMAE", unknown_term((2, 5))),
        ("X_EMAE", unknown_term(None)),
        ("X_EMAE", Finding("MT103", "x", field="region", span=(2, 6))),
        ("X_EMAE", Finding("MT102", "x", field="other", span=(2, 6))),
    ],
)
def test_fingerprints_differ(make: Make, name: str, finding: Finding) -> None:
    """Another name, part, rule or field is another finding."""
    one, other = fingerprints(written("sarif", make("X_EMAE", unknown_term((2, 6))), make(name, finding)))
    assert one != other


def test_fingerprints_in_taxonomies() -> None:
    """What is said of a taxonomy is known again on another line, and told from what else the rule says."""
    here, there, other = ambiguous(), ambiguous("x", witness="b"), ambiguous()
    there.place, other.message = Place("taxonomy.yaml", 1, 1), "a name of `tug` has two readings"
    one, moved, different = fingerprints(written_of_taxonomies("sarif", linted(here, there, other)))
    assert one == moved != different


@pytest.mark.parametrize(
    ("severity", "level"), [("error", "error"), ("warning", "warning"), ("info", "note"), ("off", "none")]
)
def test_described_rules(make: Make, severity: Severity, level: str) -> None:
    """What is known of a rule stands in its description, its help and its level."""
    rule = _described_rule(
        make, Described("unknown term", severity, "It matters.", "Mend it.", "EMAE", "EMEA")
    )
    assert rule == {
        "id": "MT102",
        "name": "unknown_term",
        "shortDescription": {"text": "unknown term"},
        "fullDescription": {"text": "It matters."},
        "help": {
            "text": "Mend it.",
            "markdown": "It matters.\n\nMend it.\n\nWrong:\n\n```text\nEMAE\n```\n\nRight:\n\n```text\nEMEA\n```",
        },
        "defaultConfiguration": {"level": level},
    }


def test_rule_without_repair_and_examples(make: Make) -> None:
    """Where it is not said what to do, the reason stands for it."""
    rule = _described_rule(make, Described("repeated key", "error", "It matters."))
    assert rule["help"] == {"text": "It matters.", "markdown": "It matters."}


def _described_rule(make: Make, described: Described) -> Any:
    """The rule of a document, where this is known of it."""
    stream = io.StringIO()
    writer = reporter("sarif", stream)
    assert isinstance(writer, SarifReporter)
    writer.described = {"MT102": described}.get
    writer.begin()
    writer.name(make("X", unknown_term(None)))
    writer.end(None)
    (rule,) = read(stream.getvalue())["tool"]["driver"]["rules"]
    return rule


PATHS = [
    (posixpath, "/work", "exports/a.csv", "exports/a.csv", "exports/a.csv"),
    (posixpath, "/work", "./exports//a.csv", "exports/a.csv", "exports/a.csv"),
    (posixpath, "/work", "../a.csv", "../a.csv", "../a.csv"),
    (posixpath, "/work", "/work/exports/a.csv", "exports/a.csv", "exports/a.csv"),
    (posixpath, "/", "/work/a.csv", "work/a.csv", "work/a.csv"),
    (posixpath, "/work", "/workshop/a.csv", "/workshop/a.csv", "file:///workshop/a.csv"),
    (posixpath, "/work", "q1 50%/a#b?.csv", "q1 50%/a#b?.csv", "q1%2050%25/a%23b%3F.csv"),
    (posixpath, "/work", "a:b.csv", "a:b.csv", "a%3Ab.csv"),
    (posixpath, "/work", "a\\b.csv", "a\\b.csv", "a%5Cb.csv"),
    (posixpath, "/work", "Größe.csv", "Größe.csv", "Gr%C3%B6%C3%9Fe.csv"),
    (posixpath, "/work", "a\udcff.csv", "a\udcff.csv", "a%FF.csv"),
    (ntpath, "C:\\work", "exports\\a b.csv", "exports/a b.csv", "exports/a%20b.csv"),
    (ntpath, "C:\\work", "C:\\Work\\exports\\a.csv", "exports/a.csv", "exports/a.csv"),
    (ntpath, "C:\\work", "D:\\a b.csv", "D:/a b.csv", "file:///D:/a%20b.csv"),
    (ntpath, "C:\\work", "\\\\host\\share\\a.csv", "//host/share/a.csv", "file://host/share/a.csv"),
]


@pytest.mark.parametrize(("flavour", "folder", "path", "forward", "reference"), PATHS)
def test_paths(flavour: ModuleType, folder: str, path: str, forward: str, reference: str) -> None:
    """A path is relative to the current folder if it is in it, with forward slashes; in a URI it is encoded."""
    assert portable(path, folder, flavour) == forward
    assert uri(path, folder, flavour) == reference


def test_standard_input(make: Make) -> None:
    """Names from standard input are in no file."""
    one = make("X", unknown_term(None), column=1)._replace(file="standard input")
    assert results(written("sarif", one))[0]["locations"] == at(
        "-", startLine=14, startColumn=1, endLine=14, endColumn=2
    )


def test_check(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """`check` writes one document about tables, plain text and what cannot be read."""
    (tmp_path / "my names.csv").write_text("Id,Name\n1,20260324_EMEA\n2,20260324_EMAE\n", encoding="utf-8")
    (tmp_path / "a.names").write_text("20260324_EMEA\n20260324_emea\n", encoding="utf-8")
    arguments = ("check", "--format", "sarif", "my names.csv", "a.names", "gone.csv")
    status, text = run(*arguments, folder=tmp_path, patch=monkeypatch)
    found = read(text)
    assert status == 2
    assert [(one["ruleId"], one["level"], one["locations"]) for one in found["results"]] == [
        ("MT102", "error", at("my%20names.csv", startLine=3)),
        ("MT122", "warning", at("a.names", startLine=2, startColumn=10, endLine=2, endColumn=14)),
    ]
    assert found["invocations"][0]["toolExecutionNotifications"] == [
        {"level": "error", "message": {"text": "gone.csv: no such file"}}
    ]


def test_lint(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """`lint` writes one document about every taxonomy, with the places in the files."""
    arguments = ("lint", "--format", "sarif", "taxonomy.yaml", "misspelt.yaml")
    status, text = run(*arguments, folder=tmp_path, patch=monkeypatch)
    found = read(text)
    assert status == 2
    assert [(one["ruleId"], one["locations"]) for one in found["results"]] == [
        ("MT950", at("taxonomy.yaml", startLine=11, startColumn=24)),
        ("MT904", at("misspelt.yaml", startLine=10, startColumn=35, endLine=10, endColumn=41)),
    ]
    assert found["invocations"] == [{"executionSuccessful": False}]


def test_rules_are_described(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The commands know every rule: those about names, about taxonomies, and the errors of files."""
    (tmp_path / "a.names").write_text("20260324_EMAE\n", encoding="utf-8")
    about = []
    for arguments in (("check", "a.names"), ("lint", "taxonomy.yaml", "misspelt.yaml")):
        _, text = run(*arguments, "--format", "sarif", folder=tmp_path, patch=monkeypatch)
        about += read(text)["tool"]["driver"]["rules"]
    assert [
        (rule["id"], rule["fullDescription"]["text"][:24], rule["help"]["text"][:24]) for rule in about
    ] == [
        ("MT102", "A field of a vocabulary ", "Use the code that was me"),
        ("MT950", "The examples of a conven", "Decide which of the two "),
        ("MT904", "A field, vocabulary, ter", "A field, vocabulary, ter"),
    ]
    assert [rule["defaultConfiguration"] for rule in about] == [{"level": "error"}] * 3
