"""The line that says how far a check has come."""

from __future__ import annotations

import io
import sys
from typing import TYPE_CHECKING

from mops_taxonomy.cli import _progress
from mops_taxonomy.cli._progress import Progress
from tests.cli.conftest import Terminal

if TYPE_CHECKING:
    import pytest

    from tests.cli.conftest import Run


def test_written_over_and_taken_away(monkeypatch: pytest.MonkeyPatch) -> None:
    """The line is written over, shorter ones cover longer ones, and in the end nothing is left of it."""
    stream = Terminal(io.BytesIO(), "utf-8", newline="")
    now = iter([0.0, 0.9, 1.0, 1.1, 1.2])
    monkeypatch.setattr(sys, "stderr", stream)
    monkeypatch.setattr(_progress, "monotonic", lambda: next(now))
    progress = Progress()
    progress.at(499, "a-long-name.csv")  # not one of those at which the clock is asked
    for count in (500, 1000, 1500, 2000):
        progress.at(count, "a-long-name.csv" if count < 1500 else "b.csv")
    progress.clear()
    progress.clear()
    stream.flush()
    assert stream.buffer.getvalue().decode() == (  # type: ignore[attr-defined]
        "\r1,000 names, a-long-name.csv\r2,000 names, b.csv          \r                  \r"
    )


def test_none_in_a_pipe(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where standard error is no terminal there is no such line, however long the work."""
    monkeypatch.setattr(_progress, "_PATIENCE", -1.0)
    names = "20260324_EMEA_Stories\n" * 1000
    assert run("check", "--no-summary", stdin=names).err == ""
    shown = run("check", "-", "--no-summary", stdin=names, terminal=True).err
    assert shown.startswith("\r500 names, standard input")
