"""The line that says how far a check has come."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from mops_taxonomy.cli import _progress
from mops_taxonomy.cli._progress import Progress
from tests.cli.conftest import Terminal

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from tests.cli.conftest import Run


def shown(
    monkeypatch: pytest.MonkeyPatch, times: list[float], told: Sequence[tuple[int, str, float | None]]
) -> str:
    """What is written when so much is told at these times, the first of which is that of the start."""
    stream = Terminal(io.BytesIO(), "utf-8", newline="")
    now = iter(times)
    monkeypatch.setattr(sys, "stderr", stream)
    monkeypatch.setattr(_progress, "monotonic", lambda: next(now))
    progress = Progress()
    for count, label, share in told:
        progress.at(count, label, share)
    progress.clear()
    progress.clear()
    stream.flush()
    return stream.buffer.getvalue().decode()  # type: ignore[attr-defined, no-any-return]


def test_written_over_and_taken_away(monkeypatch: pytest.MonkeyPatch) -> None:
    """The line is written over, shorter ones cover longer ones, and in the end nothing is left of it."""
    long, short = "a-long-name.csv", "b.csv"
    told = [(500, long, None), (1000, long, None), (1500, short, None), (2000, short, None)]
    assert shown(monkeypatch, [0.0, 0.9, 1.0, 1.1, 1.3], told) == (
        "\r1,000 names, a-long-name.csv\r2,000 names, b.csv          \r                  \r"
    )


@pytest.mark.parametrize(
    ("seconds", "share", "line"),
    [
        (2.0, 0.5, "7 names, 50%, 2 s left, a b.csv"),
        (60.0, 0.25, "7 names, 25%, 3 min left, a b.csv"),
        (2.0, 1.0, "7 names, 100%, a b.csv"),
        (2.0, 0.0, "7 names, 0%, a b.csv"),
        (2.0, None, "7 names, a b.csv"),
    ],
)
def test_share_and_time_left(
    monkeypatch: pytest.MonkeyPatch, seconds: float, share: float | None, line: str
) -> None:
    """Where it is known how much of an input was read, the rest is taken to go on at that pace."""
    written = shown(monkeypatch, [0.0, 0.0, seconds], [(0, "a b.csv", share), (7, "a b.csv", share)])
    assert written == f"\r{line}\r{' ' * len(line)}\r"


def test_no_time_left_before_the_pace_is_known(monkeypatch: pytest.MonkeyPatch) -> None:
    """In the first second of an input there is only its share; so it is again with the next one."""
    told = [(5, "a.csv", 0.5), (9, "b.csv", 0.5)]
    assert shown(monkeypatch, [0.0, 2.0, 4.0], told) == (
        "\r5 names, 50%, a.csv\r9 names, 50%, b.csv\r                   \r"
    )


def test_none_in_a_pipe(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where standard error is no terminal there is no such line, however long the work."""
    monkeypatch.setattr(_progress, "_PATIENCE", -1.0)
    names = "20260324_EMEA_Stories\n" * 1000
    assert run("check", "--no-summary", stdin=names).err == ""
    assert run("check", "-", "--no-summary", stdin=names, terminal=True).err == (
        "\r1,000 names, standard input\r                           \r"
    )


@pytest.mark.skipif(os.name == "nt", reason="there are no such terminals")
def test_on_a_pseudo_terminal(folder: Path) -> None:
    """On a real terminal there is the share of the file, and nothing of it is left when the counts are written."""
    import pty

    rows = "".join(f"20260324_EMEA_Stories-{number}\n" for number in range(20_000))
    (folder / "a b.csv").write_text(f"Name\n{rows}", encoding="utf-8")
    code = (
        "import sys; from mops_taxonomy.cli import _progress, main; "
        "_progress._PATIENCE, _progress._PAUSE = -1.0, 3600.0; sys.exit(main(['check', 'a b.csv']))"
    )
    ours, theirs = pty.openpty()
    with subprocess.Popen([sys.executable, "-c", code], stdout=theirs, stderr=theirs) as process:
        os.close(theirs)
        written = b""
        while chunk := _read(ours):
            written += chunk
    os.close(ours)
    assert process.returncode == 0
    line, cleared, *rest = written.decode().split("\r")[1:]
    assert line == "20,000 names, 100%, a b.csv"
    assert cleared == " " * len(line)
    assert "".join(rest) == "\n20,000 names in 1 file: 20,000 valid (100.0 %), 0 not valid\n"


def _read(terminal: int) -> bytes:
    """What was written to a terminal; nothing once nobody writes to it any more."""
    try:
        return os.read(terminal, 65_536)
    except OSError:
        return b""
