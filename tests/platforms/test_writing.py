"""Files with changes, and files that undo them: what holds for every system."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from mops_taxonomy.platforms import readable
from mops_taxonomy.platforms._writing.files import written_together
from mops_taxonomy.platforms.writing import undo_of, write
from mops_taxonomy.records import Campaign, Program
from mops_taxonomy.records.change import Change

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

PROGRAM = Program(system="marketo", id="1107", name="2026_X")


@pytest.mark.parametrize(
    ("system", "record", "reason"),
    [
        (
            "account-engagement",
            Program(system="account_engagement", id="1", name="2026_X"),
            "Account Engagement lets campaigns only be read; change a connected campaign in Salesforce",
        ),
        ("hubspot", PROGRAM, "it is a record of marketo, not of HubSpot"),
        (
            "marketo",
            Program(system="marketo", name="2026_X"),
            "without its id Marketo does not know which it is",
        ),
        ("marketo", Program(system="marketo", id="../x", name="2026_X"), "'../x' is no id of Marketo"),
        (
            "salesforce",
            Campaign(system="salesforce", id="701000000000001AAB", name="2026_X"),
            "'701000000000001AAB' is no id of Salesforce",
        ),
    ],
)
def test_record_refused(tmp_path: Path, system: str, record: Program | Campaign, reason: str) -> None:
    """A record of another system, or one that its system would not know, is refused as a whole."""
    written = write([Change(record, {"name": ("2026_X", "2026_Y")})], system, tmp_path / "fix.csv")

    assert [str(one) for one in written.refused] == [f"{record} is not changed: {reason}"]
    assert list(tmp_path.iterdir()) == []


def test_unknown_system(tmp_path: Path) -> None:
    """A system that is not known is an error that names those there are."""
    with pytest.raises(
        ValueError, match=r'^no changes can be written for "pardot"; there are account_engagement, '
    ):
        write([], "pardot", tmp_path / "fix.csv")


def test_every_system_that_is_read_has_a_writer(tmp_path: Path) -> None:
    """What can be read can be asked to be written, even if it is refused."""
    for system in readable():
        assert write([], system, tmp_path / "fix.csv").records == 0


def test_what_does_not_change_is_not_written(tmp_path: Path) -> None:
    """A change to the same value, and one that is taken back, are none."""
    changes = [
        Change(PROGRAM, {"name": ("2026_X", "2026_Y"), "description": ("a", "a")}),
        Change(PROGRAM, {"name": ("2026_Y", "2026_X")}),
    ]

    assert write(changes, "marketo", tmp_path / "fix.jsonl") == (None, None, 0, ())


@pytest.mark.parametrize(
    ("path", "undo"),
    [("fix.csv", "fix.undo.csv"), ("a.b/fix", "a.b/fix.undo"), ("fix.a.jsonl", "fix.a.undo.jsonl")],
)
def test_undo_of(path: str, undo: str) -> None:
    """The undo file stands beside the other."""
    assert undo_of(path) == undo


def test_files_are_never_half(tmp_path: Path) -> None:
    """If one file cannot be written, none is, and what was there stays."""
    (tmp_path / "one").write_text("old", encoding="utf-8")

    def broken() -> Iterator[str]:
        yield "half"
        raise OSError("no space left")

    with pytest.raises(OSError, match="no space left"):
        written_together([(str(tmp_path / "one"), ["new"]), (str(tmp_path / "two"), broken())])

    assert {one.name: one.read_text(encoding="utf-8") for one in tmp_path.iterdir()} == {"one": "old"}


def test_permissions_are_kept(tmp_path: Path) -> None:
    """A file that is replaced keeps its permissions; a new one has those of new files."""
    old, new, usual = (tmp_path / name for name in ("old", "new", "usual"))
    for one in (old, usual):
        one.write_text("", encoding="utf-8")
    old.chmod(0o640)
    written_together([(str(old), ["x"]), (str(new), ["x"])])

    assert old.stat().st_mode & 0o777 == 0o640
    assert new.stat().st_mode == usual.stat().st_mode


def test_no_directory(tmp_path: Path) -> None:
    """A file in a directory that is not there is an error, and nothing is left behind."""
    with pytest.raises(FileNotFoundError):
        write([Change(PROGRAM, {"name": ("2026_X", "2026_Y")})], "marketo", tmp_path / "none" / "fix.jsonl")

    assert os.listdir(tmp_path) == []
