"""A folder with a taxonomy, and ways to run commands in it."""

from __future__ import annotations

import io
import subprocess
import sys
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol

import pytest

from mops_taxonomy.cli import main

if TYPE_CHECKING:
    from pathlib import Path

TAXONOMY = """\
taxonomy: acme
version: 1
revisions: {spring: 2026-03-01}
vocabularies:
  region:
    terms:
      EMEA: {label: Europe, aliases: [EU]}
      AMER: Americas
      APJ: {label: Asia, until: 2025-12-31}
channels:
  WBN: {label: Webinar, statuses: [{name: Invited, default: true}]}
  EML: {label: Email, statuses: [{name: Sent, default: true}]}
fields:
  launch: {kind: date, format: "{YYYY}{MM}{DD}", label: Launch date, help: the first day}
  region: {kind: term, vocabulary: region, accept: case}
  regions: {kind: list, of: region, separator: +, max: 3}
  channel: {kind: term, vocabulary: channels}
  title: {kind: text, characters: A-Za-z0-9, joiner: "-"}
  variant: {kind: integer, format: "v{n}", width: 2, min: 1}
  evergreen: {kind: term, terms: [EVG]}
conventions:
  program:
    forms: [{template: "{launch}_{region}_{title}{?_{variant}}"}]
"""
"""Names such as `20260324_EMEA_Stories`."""

SECOND = """\
  mail:
    forms:
      - {name: dated, template: "{launch}.{regions}.{title}"}
      - {name: always, template: "{evergreen}.{regions}.{title}", when: {channel: [EML]}}
"""
"""A second convention: names such as `20260324.EMEA+AMER.Stories`."""


class Result(NamedTuple):
    """How a command ended."""

    status: int
    out: str
    err: str


class Terminal(io.TextIOWrapper):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True


class Run(Protocol):
    """Run a command in this process; on a terminal, all but standard output is one."""

    def __call__(
        self, *arguments: str, stdin: str | bytes = "", encoding: str = "utf-8", terminal: bool = False
    ) -> Result: ...


class Shell(Protocol):
    """Run a command in a process of its own, through the interpreter's `-m`."""

    def __call__(self, *arguments: str, **options: Any) -> subprocess.CompletedProcess[bytes]: ...


@pytest.fixture(scope="session")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where compiled taxonomies are kept between tests."""
    return tmp_path_factory.mktemp("cache")


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, kept: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The current folder, with a taxonomy of one convention; nothing above it is looked at."""
    for variable in ("NO_COLOR", "FORCE_COLOR", "PYTHONUNBUFFERED"):
        monkeypatch.delenv(variable, raising=False)
    monkeypatch.setenv("MOPS_TAXONOMY_CACHE", str(kept))
    monkeypatch.chdir(tmp_path)
    (tmp_path / ".git").mkdir()
    (tmp_path / "taxonomy.yaml").write_text(TAXONOMY, encoding="utf-8")
    return tmp_path


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch) -> Run:
    """What a command writes, and its exit status."""

    def running(
        *arguments: str, stdin: str | bytes = "", encoding: str = "utf-8", terminal: bool = False
    ) -> Result:
        kind = Terminal if terminal else io.TextIOWrapper
        out = io.TextIOWrapper(io.BytesIO(), encoding, newline="")
        err = kind(io.BytesIO(), encoding, newline="")
        content = stdin if isinstance(stdin, bytes) else stdin.encode()
        with monkeypatch.context() as patch:
            patch.setattr(sys, "stdin", kind(io.BytesIO(content), "utf-8"))
            patch.setattr(sys, "stdout", out)
            patch.setattr(sys, "stderr", err)
            status = main(arguments)
        written = []
        for stream in (out, err):
            stream.flush()
            written.append(stream.buffer.getvalue().decode(encoding))  # type: ignore[attr-defined]
        return Result(status, *written)

    return running


@pytest.fixture
def shell() -> Shell:
    """A finished process, with its output as bytes. Warnings are errors there too."""

    def running(*arguments: str, **options: Any) -> subprocess.CompletedProcess[bytes]:
        command = [sys.executable, "-W", "error", "-m", "mops_taxonomy", *arguments]
        return subprocess.run(command, check=False, capture_output=True, timeout=60, **options)

    return running
