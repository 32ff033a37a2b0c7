"""Which source a file belongs to."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from mops_taxonomy import Taxonomy
from mops_taxonomy.cli._sources import matches, plan
from tests.cli.conftest import SECOND, TAXONOMY

if TYPE_CHECKING:
    from pathlib import Path

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
