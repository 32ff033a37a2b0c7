"""Where reports go."""

from __future__ import annotations

import io
import os
import sys
from typing import TYPE_CHECKING

import pytest

from mops_taxonomy.cli._output import destination, replaced, width
from mops_taxonomy.cli._problem import Problem

if TYPE_CHECKING:
    from pathlib import Path


def test_standard_output() -> None:
    """Without a path, standard output is the place."""
    with destination(None) as stream:
        assert stream is sys.stdout


def test_whole_or_not_at_all(folder: Path) -> None:
    """A file that fails half way leaves what was there, and nothing beside it."""
    path = folder / "report.txt"
    path.write_text("old")
    with pytest.raises(KeyError), replaced(str(path)) as stream:  # noqa: PT012  it is the half that matters
        stream.write("new")
        raise KeyError
    assert path.read_text() == "old"
    assert sorted(entry.name for entry in folder.iterdir()) == [".git", "report.txt", "taxonomy.yaml"]


def test_what_cannot_be_encoded(folder: Path) -> None:
    """Half of a surrogate pair is escaped, and line ends stay as they are."""
    with replaced(str(folder / "report.txt")) as stream:
        stream.write("a\ud800\nö\n")
    assert (folder / "report.txt").read_bytes() == b"a\\ud800\n\xc3\xb6\n"


@pytest.mark.skipif(os.name == "nt", reason="permissions and links are others there")
def test_permissions_and_links(folder: Path) -> None:
    """New files have the permissions of new files; those replaced keep theirs, and links stay links."""
    before = os.umask(0o027)
    try:
        with replaced("new.txt") as stream:
            stream.write("x")
    finally:
        os.umask(before)
    assert (folder / "new.txt").stat().st_mode & 0o777 == 0o640
    (folder / "new.txt").chmod(0o604)
    (folder / "link.txt").symlink_to("new.txt")
    with replaced("link.txt") as stream:
        stream.write("y")
    assert (folder / "link.txt").is_symlink()
    assert (folder / "new.txt").read_text() == "y"
    assert (folder / "new.txt").stat().st_mode & 0o777 == 0o604


def test_folder_is_no_file(folder: Path) -> None:
    """A folder cannot be replaced by a report."""
    (folder / "reports").mkdir()
    with pytest.raises(Problem, match=r"^reports: cannot be written: "), destination("reports") as stream:
        stream.write("x")


@pytest.mark.skipif(os.name == "nt", reason="there is no such device")
def test_device(folder: Path) -> None:
    """A device is written to, not replaced."""
    with destination("/dev/null") as stream:
        stream.write("x")
    assert sorted(entry.name for entry in folder.iterdir()) == [".git", "taxonomy.yaml"]


def test_width_without_a_terminal() -> None:
    """Where there is no terminal, lines are made for 100 columns."""
    assert width(io.StringIO()) == 100
