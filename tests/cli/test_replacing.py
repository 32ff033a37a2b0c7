"""Replacing files while something comes between: each is whole, old or new."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Run

NAMES = 20_000
OLD = "Name\r\n" + "20260324_EMEA_Stories\r\n" * NAMES + "20260324_emea_Last\r\n"
NEW = OLD.replace("emea", "EMEA")


def others(folder: Path) -> list[str]:
    """What stands in the folder beside the taxonomy."""
    return sorted(entry.name for entry in folder.iterdir() if entry.name not in {".git", "taxonomy.yaml"})


def is_made(folder: Path) -> bool:
    """Whether the changed file waits beside the old one."""
    return any(entry.name.startswith(".") and entry.suffix == ".csv" for entry in folder.iterdir())


@pytest.mark.skipif(os.name == "nt", reason="Ctrl-C reaches a process in another way there")
@pytest.mark.parametrize("waits", ["for the copy", "not at all"])
def test_interrupted_in_a_process_of_its_own(folder: Path, waits: str) -> None:
    """Ctrl-C leaves a large file as it was, or changed and with its backup, and nothing else beside it."""
    (folder / "a.csv").write_bytes(OLD.encode())
    process = subprocess.Popen(
        [sys.executable, "-m", "mops_taxonomy", "fix", "--write", "a.csv"],
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    while waits == "for the copy" and process.poll() is None and not is_made(folder):
        time.sleep(0.001)
    process.send_signal(signal.SIGINT)
    process.communicate(timeout=60)
    content = (folder / "a.csv").read_bytes().decode()
    if content == NEW:
        assert others(folder) == ["a.csv", "a.csv.bak"]
        assert (folder / "a.csv.bak").read_bytes().decode() == OLD
    else:
        assert content == OLD
        assert others(folder) == ["a.csv"]
        # before the command begins, the interpreter just ends
        assert process.returncode in {130, -signal.SIGINT}


BETWEEN = [
    pytest.param(False, OLD, ["a.csv"], id="before: the file is old, without a backup"),
    pytest.param(True, NEW, ["a.csv", "a.csv.bak"], id="after: the file is new, and the backup stays"),
]


@pytest.mark.parametrize(("done", "content", "beside"), BETWEEN)
def test_interrupted_around_the_replacement(
    run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch, *, done: bool, content: str, beside: list[str]
) -> None:
    """Ctrl-C may come just before or just after one file takes the place of the other."""
    (folder / "a.csv").write_bytes(OLD.encode())
    real = os.replace

    def replacing(*paths: Any) -> None:
        other = not str(paths[-1]).endswith("a.csv")  # such as what is kept of the taxonomy
        if done or other:
            real(*paths)
        if not other:
            raise KeyboardInterrupt

    monkeypatch.setattr("os.replace", replacing)
    assert run("fix", "--write", "a.csv") == (130, "", "\ninterrupted\n")
    assert (folder / "a.csv").read_bytes().decode() == content
    assert others(folder) == beside


@pytest.mark.skipif(os.name == "nt", reason="permissions are others there")
def test_a_file_that_is_read_only(run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It stays as it is, and the next file is changed. Whoever may write anywhere is refused by name here."""
    for name in ("a.csv", "b.csv"):
        (folder / name).write_text("Name\n20260324_emea_A\n")
    (folder / "a.csv").chmod(0o444)
    if os.access("a.csv", os.W_OK):
        monkeypatch.setattr("os.access", lambda path, _mode: not str(path).endswith("a.csv"))
    status, _, err = run("fix", "--write", "a.csv", "b.csv")
    assert (status, err) == (2, "a.csv: is read-only\n")
    assert "emea" in (folder / "a.csv").read_text()
    assert "EMEA" in (folder / "b.csv").read_text()


@pytest.mark.skipif(os.name == "nt", reason="links are others there")
def test_links(run: Run, folder: Path) -> None:
    """A link to a link stays one, and one to nothing is a problem."""
    (folder / "a.csv").write_text("Name\n20260324_emea_A\n")
    (folder / "one.csv").symlink_to("a.csv")
    (folder / "two.csv").symlink_to("one.csv")
    (folder / "lost.csv").symlink_to("nothing.csv")
    assert run("fix", "--write", "--no-backup", "two.csv").status == 0
    assert [(folder / name).is_symlink() for name in ("a.csv", "one.csv", "two.csv")] == [False, True, True]
    assert (folder / "a.csv").read_text() == "Name\n20260324_EMEA_A\n"
    assert run("fix", "--write", "lost.csv")[::2] == (2, "lost.csv: no such file\n")
