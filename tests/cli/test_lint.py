"""`lint`: what is written where, and the exit status."""

from __future__ import annotations

import csv
import json
import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Run, Shell

CLEAN = """\
taxonomy: acme
version: 1
fields:
  launch: {kind: date, format: "{YYYY}{MM}{DD}"}
  region: {kind: term, terms: {EMEA: Europe, AMER: Americas}}
conventions:
  program:
    forms: [{template: "{launch}_{region}"}]
    examples:
      valid: [20260324_EMEA]
"""
FLAWED = f"{CLEAN}      invalid: [20260324_AMER]\n".replace(
    "[20260324_EMEA]", "[20260324_EMEA, 20260324_EMAE]"
)
"""A valid example is misspelt, and an invalid one is valid."""

BROKEN = CLEAN.replace("fields:", "feilds:")

NOTHING_FOUND = "nothing found in taxonomy.yaml: 1 convention, 1 form\n"
REPORT = """\
taxonomy.yaml:10:30  MT950 an example of `program` should be valid and is not: unknown term in `region` (MT102)
    20260324_EMAE
    way out: write the name `20260324_EMEA`
    or: move it to `invalid`, with `code: MT102`
taxonomy.yaml:11:17  MT950 an example of `program` should not be valid and is, read by the form `1`
    20260324_AMER
    way out: move it to `valid`

1 taxonomy, 1 convention, 1 form: 2 errors
  MT950  2  broken example
"""
LOAD_ERRORS = """\
broken.yaml:3:1  MT902 'feilds' is not a key of a taxonomy; did you mean 'fields'?
    feilds:
    ^^^^^^
broken.yaml:8:26  MT904 there is no field 'launch'
    forms: [{template: "{launch}_{region}"}]
                         ^^^^^^
broken.yaml:8:35  MT904 there is no field 'region'
    forms: [{template: "{launch}_{region}"}]
                                  ^^^^^^
"""


@pytest.fixture(autouse=True)
def taxonomies(folder: Path) -> Path:
    """The current folder, with a taxonomy that is clean and one that cannot be loaded."""
    (folder / "taxonomy.yaml").write_text(CLEAN, encoding="utf-8")
    (folder / "broken.yaml").write_text(BROKEN, encoding="utf-8")
    return folder


@pytest.fixture
def flawed(taxonomies: Path) -> Path:
    """The taxonomy of the folder, with two flaws."""
    path = taxonomies / "taxonomy.yaml"
    path.write_text(FLAWED, encoding="utf-8")
    return path


def test_nothing_found(run: Run) -> None:
    """A clean taxonomy is one line that says what was looked at."""
    assert run("lint") == (0, NOTHING_FOUND, "")


def test_flaws(run: Run, flawed: Path) -> None:
    """Each flaw has its place, a name that shows it and the ways out; then come the counts."""
    assert run("lint", flawed.name) == (1, REPORT, "")


FOUND = [
    pytest.param([], "taxonomy.yaml", id="in this folder"),
    pytest.param(["-t", "team/spring 2026.yaml"], "team/spring 2026.yaml", id="named by the option"),
    pytest.param(["team/spring 2026.yaml"], "team/spring 2026.yaml", id="named as a file"),
]


@pytest.mark.parametrize(("arguments", "file"), FOUND)
def test_which_taxonomy(run: Run, taxonomies: Path, arguments: list[str], file: str) -> None:
    """The taxonomy is the one named, spaces and all, else the one of the folder."""
    (taxonomies / "team").mkdir()
    (taxonomies / file).write_text(FLAWED, encoding="utf-8")
    assert run("lint", *arguments) == (1, REPORT.replace("taxonomy.yaml", file), "")


def test_taxonomy_of_the_folder_above(run: Run, flawed: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The taxonomy is looked for above, and named as it is seen from here."""
    (flawed.parent / "team").mkdir()
    monkeypatch.chdir(flawed.parent / "team")
    above = os.path.join("..", "taxonomy.yaml")
    assert run("lint") == (1, REPORT.replace("taxonomy.yaml", above), "")


def test_no_taxonomy(run: Run, taxonomies: Path) -> None:
    """Without a taxonomy there is nothing to judge."""
    (taxonomies / "taxonomy.yaml").unlink()
    assert run("lint") == (
        2,
        "",
        "no taxonomy.yaml in this folder or above it; name one, or make one with: mops-taxonomy init\n",
    )


def test_files_and_the_option(run: Run) -> None:
    """Taxonomies are named in one of the two ways."""
    assert run("lint", "-t", "taxonomy.yaml", "broken.yaml") == (
        2,
        "",
        "name taxonomies as FILES or with --taxonomy, not both\n",
    )


def test_broken_file_beside_a_good_one(run: Run) -> None:
    """The errors of a file that cannot be loaded are findings, the others are judged, and the status is 2."""
    assert run("lint", "broken.yaml", "gone.yaml", "taxonomy.yaml") == (
        2,
        f"""\
{LOAD_ERRORS}\
gone.yaml  MT901 cannot read the file: no such file or directory

3 taxonomies (2 cannot be used), 1 convention, 1 form: 4 errors
  MT904  2  unknown reference
  MT901  1
  MT902  1  unknown key
""",
        "",
    )


def test_several_clean_ones(run: Run, taxonomies: Path) -> None:
    """Of several taxonomies without findings there is one line too."""
    (taxonomies / "other.yaml").write_text(CLEAN, encoding="utf-8")
    assert run("lint", "taxonomy.yaml", "other.yaml") == (
        0,
        "nothing found in 2 taxonomies: 2 conventions, 2 forms\n",
        "",
    )


@pytest.mark.parametrize(
    ("severity", "fail_on", "status"),
    [
        ("error", "error", 1),
        ("error", "never", 0),
        ("warning", "error", 0),
        ("warning", "warning", 1),
        ("info", "warning", 0),
        ("info", "info", 1),
        ("off", "info", 0),
    ],
)
def test_fail_on(run: Run, flawed: Path, severity: str, fail_on: str, status: int) -> None:
    """Findings of this severity or a worse one make the status 1."""
    flawed.write_text(f'{FLAWED}severity: {{MT950: "{severity}"}}\n', encoding="utf-8")
    assert run("lint", "--fail-on", fail_on).status == status


def test_broken_file_whatever_fails(run: Run) -> None:
    """A file that cannot be loaded is status 2 and reported, whatever counts and whatever is selected."""
    status, out, _ = run("lint", "--fail-on", "never", "--select", "MT95", "--no-summary", "broken.yaml")
    assert (status, out) == (2, LOAD_ERRORS)


def test_notes_and_warnings(run: Run, flawed: Path) -> None:
    """Findings that are no errors say so, and are counted apart."""
    flawed.write_text(f"{FLAWED}severity: {{MT950: info}}\n", encoding="utf-8")
    assert run("lint").out == REPORT.replace("MT950 an", "MT950 note: an").replace("2 errors", "2 notes")


@pytest.mark.parametrize(
    ("options", "status", "out"),
    [
        (["--select", "mt95"], 1, REPORT),
        (["--select", "MT924,MT950"], 1, REPORT),
        (["--select", "MT924"], 0, NOTHING_FOUND),
        (["--ignore", "MT950"], 0, NOTHING_FOUND),
        (["--select", "MT9", "--ignore", "MT95"], 0, NOTHING_FOUND),
        (["--ignore", "MT924", "--ignore", "MT93"], 1, REPORT),
    ],
)
def test_codes(run: Run, flawed: Path, options: list[str], status: int, out: str) -> None:
    """Findings are selected and left out by codes or their beginnings."""
    assert run("lint", *options, flawed.name) == (status, out, "")


UNKNOWN = [
    pytest.param("--select", "MT952", "; did you mean MT951 (untypable text)?", id="near by number"),
    pytest.param("--ignore", "MT95O", "; did you mean MT950 (broken example)?", id="near as text"),
    pytest.param("--select", "MT102", "; did you mean", id="of a rule about names"),
    pytest.param(
        "--select", "MT1", "; they begin with MT9, and mops-taxonomy explain lists them", id="a beginning"
    ),
    pytest.param("--ignore", "", "; they begin with MT9, and mops-taxonomy explain lists them", id="empty"),
]


@pytest.mark.parametrize(("flag", "code", "hint"), UNKNOWN)
def test_unknown_code(run: Run, flag: str, code: str, hint: str) -> None:
    """A code of no rule about taxonomies is refused, with the nearest."""
    status, out, err = run("lint", flag, f"MT950,{code}")
    assert (status, out) == (2, "")
    assert err.startswith(f'{flag}: no rule about taxonomies has the code "{code}"{hint}')


def test_json(run: Run) -> None:
    """One object holds every taxonomy, its findings with a witness or a line of the file, and the counts."""
    status, out, err = run("lint", "--format", "json", "broken.yaml", "taxonomy.yaml")
    report = json.loads(out)
    assert (status, err) == (2, "")
    assert [one | {"findings": len(one["findings"])} for one in report["taxonomies"]] == [
        {"file": "broken.yaml", "valid": False, "findings": 3},
        {"file": "taxonomy.yaml", "valid": True, "conventions": 1, "forms": 1, "findings": 0},
    ]
    assert report["taxonomies"][0]["findings"][0] == {
        "code": "MT902",
        "rule": "unknown_key",
        "severity": "error",
        "certainty": "certain",
        "message": "'feilds' is not a key of a taxonomy; did you mean 'fields'?",
        "span": [0, 6],
        "found": "feilds",
        "suggestions": [{"text": "fields"}],
        "place": {"file": "broken.yaml", "line": 3, "column": 1},
        "source": "feilds:",
    }
    assert report["problems"] == []
    assert report["summary"] == {
        "taxonomies": 2,
        "unusable": 1,
        "conventions": 1,
        "forms": 1,
        "errors": 3,
        "warnings": 0,
        "notes": 0,
        "findings": [
            {"code": "MT904", "rule": "unknown_reference", "count": 2},
            {"code": "MT902", "rule": "unknown_key", "count": 1},
        ],
    }


def test_valid_whatever_is_shown(run: Run, flawed: Path) -> None:
    """What is left out does not make a taxonomy valid."""
    taxonomy = {"file": flawed.name, "valid": False, "conventions": 1, "forms": 1, "findings": []}
    status, out, _ = run("lint", "--format", "jsonl", "--no-summary", "--ignore", "MT950")
    assert (status, json.loads(out)) == (0, taxonomy)


def test_csv(run: Run, flawed: Path) -> None:
    """A spreadsheet has a row for each finding, and in a file the mark that Excel needs."""
    status, out, err = run("lint", "--format", "csv", "--output", "report.csv", flawed.name)
    assert (status, out, err) == (1, "", "")
    text = (flawed.parent / "report.csv").read_bytes().decode("utf-8")
    assert text.startswith("\ufefffile,line,column,code,")
    rows = list(csv.DictReader(text.removeprefix("\ufeff").splitlines()))
    assert [(row["line"], row["column"], row["witness"], row["way_out"]) for row in rows] == [
        ("10", "30", "20260324_EMAE", "write the name `20260324_EMEA`"),
        ("11", "17", "20260324_AMER", "move it to `valid`"),
    ]


def test_output(run: Run, flawed: Path) -> None:
    """The report goes to the file, and nothing to the screen."""
    assert run("lint", "--output", "report.txt") == (1, "", "")
    assert (flawed.parent / "report.txt").read_text(encoding="utf-8") == REPORT


def test_quiet(run: Run, flawed: Path) -> None:
    """Only what cannot be used is said; the status tells the rest."""
    assert run("lint", "--quiet", flawed.name) == (1, "", "")
    status, out, err = run("lint", "--quiet", "broken.yaml", flawed.name)
    assert (status, out) == (2, "")
    assert err.startswith("broken.yaml:3:1: MT902 'feilds' is not a key of a taxonomy")


def test_nothing_written_controls_the_terminal(run: Run, taxonomies: Path) -> None:
    """Control characters in what a file holds are shown, not sent."""
    text = CLEAN.replace("[20260324_EMEA]", r'["20260324_\e[31m\u202e"]')
    (taxonomies / "taxonomy.yaml").write_text(text, encoding="utf-8")
    assert run("lint", "--no-summary").out == (
        "taxonomy.yaml:10:15  MT950 an example of `program` should be valid and is not: "
        "unknown term in `region` (MT102)\n"
        r"    20260324_\x1b[31m\u202e"
        "\n    way out: move it to `invalid`, with `code: MT102`\n"
    )


@pytest.mark.parametrize(
    ("variable", "options", "color"),
    [
        ("FORCE_COLOR", [], True),
        ("FORCE_COLOR", ["--no-color"], False),
        ("NO_COLOR", ["--color"], True),
        ("NO_COLOR", [], False),
    ],
)
def test_color(
    run: Run, flawed: Path, monkeypatch: pytest.MonkeyPatch, variable: str, options: list[str], color: bool
) -> None:
    """Codes are coloured as `check` colours them."""
    monkeypatch.setenv(variable, "1")
    colored = REPORT.replace("  MT950 an", "  \x1b[1;31mMT950\x1b[0m an")
    assert run("lint", *options, flawed.name).out == (colored if color else REPORT)


@pytest.mark.parametrize("file", ["taxonomy.yaml", "broken.yaml"])
def test_progress_on_a_terminal(run: Run, file: str) -> None:
    """A terminal shows which file is being judged; the line is taken away before the report."""
    written = f"judging {file}"
    assert run("lint", file, terminal=True).err == f"{written}\r{' ' * len(written)}\r"


@pytest.mark.skipif(os.name == "nt", reason="pipes end otherwise there")
def test_closed_pipe(flawed: Path) -> None:
    """When nobody reads on, as after `head`, the command ends without a word."""
    command = [sys.executable, "-W", "error", "-m", "mops_taxonomy", "lint", *[flawed.name] * 400]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.readline()
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode == 141


def test_process(shell: Shell, flawed: Path) -> None:
    """The exit status is that of the process, with warnings as errors."""
    done = shell("lint", flawed.name)
    assert (done.returncode, done.stdout.decode(), done.stderr) == (1, REPORT, b"")
