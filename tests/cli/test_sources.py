"""Which source a file belongs to."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from mops_taxonomy import Taxonomy
from mops_taxonomy.cli._sources import matches, plan
from tests.cli.conftest import SECOND, TAXONOMY

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Run

MATCHES = [
    ("*.csv", "a.csv", True),
    ("*.csv", "exports/a.csv", False),
    ("exports/*.csv", "exports/a.csv", True),
    ("exports/*.csv", "exports/2026/a.csv", False),
    ("exports/**/*.csv", "exports/a.csv", True),
    ("exports/**/*.csv", "exports/2026/03/a.csv", True),
    ("exports/**", "exports/2026/a.csv", True),
    ("**/marketo*.csv", "marketo_1.csv", True),
    ("week?.csv", "week1.csv", True),
    ("week?.csv", "week10.csv", False),
    ("a.csv", "aXcsv", False),
    ("[draft].csv", "[draft].csv", True),
    ("*.csv", "../a.csv", False),
]


@pytest.mark.parametrize(("pattern", "path", "expected"), MATCHES)
def test_matches(pattern: str, path: str, expected: bool) -> None:
    """`*` and `?` stay in one folder, `**` goes through folders, all else means itself."""
    assert matches(pattern, path) is expected


SOURCES = """\
sources:
  - {files: "exports/*.csv", convention: mail, columns: {name: Mail}, record: {team: field, system: eloqua}}
  - {files: "exports/*.csv", convention: program, column: Program}
"""


@pytest.fixture
def taxonomy(folder: Path) -> Taxonomy:
    """A taxonomy in a folder of its own, with two sources for the same files."""
    (folder / "marketing").mkdir()
    path = folder / "marketing" / "taxonomy.yaml"
    path.write_text(TAXONOMY + SECOND + SOURCES)
    return Taxonomy.load("marketing/taxonomy.yaml")


def test_first_match_wins(taxonomy: Taxonomy) -> None:
    """The first source with the file counts; files are named from the folder of the taxonomy."""
    found = plan(taxonomy, "marketing/exports/a.csv", None, {}, {})
    assert (found.convention.id, found.columns) == ("mail", {"name": "Mail"})
    assert found.record == {"team": "field", "system": "eloqua"}


def test_convention_chosen(taxonomy: Taxonomy) -> None:
    """With a convention chosen, the first source with that convention counts."""
    found = plan(taxonomy, "marketing/exports/a.csv", "program", {}, {})
    assert (found.convention.id, found.columns, found.record) == ("program", {"name": "Program"}, {})


def test_user_first(taxonomy: Taxonomy) -> None:
    """What the user says is laid over what the source says."""
    found = plan(taxonomy, "marketing/exports/a.csv", None, {"created": "Made"}, {"team": "web"})
    assert found.columns == {"name": "Mail", "created": "Made"}
    assert found.record == {"team": "web", "system": "eloqua"}


@pytest.mark.parametrize("path", ["-", "exports/a.csv", "marketing/a.csv"])
def test_no_source(taxonomy: Taxonomy, path: str) -> None:
    """A file that no source is about, and standard input, have what the user says."""
    found = plan(taxonomy, path, "mail", {}, {})
    assert (found.columns, found.record) == ({}, {})


REFUSED = [
    pytest.param("exports", "exports: is a folder; name the files in it, such as exports/*.csv", id="a folder"),
    pytest.param("gone.csv", "gone.csv: no such file", id="no file"),
    pytest.param("*.csv", "*.csv: no file fits this pattern", id="a pattern that fits nothing"),
    pytest.param(
        "taxonomy.yaml/a.csv", "taxonomy.yaml/a.csv: cannot be opened: Not a directory", id="a file for a folder",
        marks=pytest.mark.skipif(os.name == "nt", reason="there it is a file that is not there"),
    ),
]  # fmt: skip


@pytest.mark.parametrize(
    ("name", "files"), [("part-0.parquet", "*.parquet"), ("region=EMEA", "*/*.parquet"), ("a.csv", "*.csv")]
)
def test_a_folder_of_tables(run: Run, folder: Path, name: str, files: str) -> None:
    """The way out names the files that are there."""
    (folder / "exports").mkdir()
    (folder / "exports" / name).touch()
    status, _, err = run("check", "exports/")
    assert (status, err) == (2, f"exports/: is a folder; name the files in it, such as exports/{files}\n")


@pytest.mark.parametrize("command", ["check", "fix"])
@pytest.mark.parametrize(("path", "message"), REFUSED)
def test_what_is_no_file(run: Run, folder: Path, command: str, path: str, message: str) -> None:
    """`check` and `fix` say it in the same words."""
    (folder / "exports").mkdir()
    status, _, err = run(command, path)
    assert (status, err) == (2, f"{message}\n")


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="whoever runs this may look anywhere")
@pytest.mark.parametrize("command", ["check", "fix"])
def test_a_folder_that_is_shut(run: Run, folder: Path, command: str) -> None:
    """A file that cannot be reached is not said to be missing."""
    (folder / "shut").mkdir(mode=0)
    try:
        status, _, err = run(command, "-t", "taxonomy.yaml", "shut/a.csv")
    finally:
        (folder / "shut").chmod(0o755)
    assert (status, err) == (2, "shut/a.csv: cannot be opened: Permission denied\n")
