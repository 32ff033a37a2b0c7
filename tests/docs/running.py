"""Running the code blocks of a page: each gives its own text as it would stand there now."""

from __future__ import annotations

import doctest
import io
import os
import shutil
import subprocess
import sys
from contextlib import redirect_stdout
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tests.docs.pages import ROOT

if TYPE_CHECKING:
    from tests.docs.pages import Block

__all__ = ["furnish", "session", "transcript", "write"]


def furnish(folder: Path) -> None:
    """Make a folder one in which a page can be run: the examples are in it, and nothing above it is looked at."""
    (folder / ".git").mkdir()
    shutil.copytree(ROOT / "examples", folder / "examples")


def write(block: Block) -> Path:
    """Write the file that a block is, in the current folder."""
    path = Path(block.file)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(block.text, encoding="utf-8")
    return path


def transcript(block: Block) -> str:
    """A block of commands, with what each writes; `$?` is the status of the command before it."""
    status, text = 0, ""
    for line in block.text.splitlines():
        if line.startswith("$ "):
            status, written = _run(line.removeprefix("$ "), status)
            text += f"{line}\n{written}"
    return text


def _run(command: str, status: int) -> tuple[int, str]:
    scripts = Path(sys.executable).parent
    result = subprocess.run(
        ["sh", "-c", f"(exit {status})\n{command}"],
        check=False,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        env={**os.environ, "PATH": f"{scripts}{os.pathsep}{os.environ['PATH']}", "PYTHONWARNINGS": "error"},
        encoding="utf-8",
        timeout=60,
    )
    return result.returncode, result.stdout


def session(block: Block, names: dict[str, Any]) -> str:
    """A block of an interactive session, with what each statement writes; `names` are changed by it."""
    text = ""
    for example in doctest.DocTestParser().get_examples(block.text):
        written = io.StringIO()
        with redirect_stdout(written):
            exec(compile(example.source, "<session>", "single"), names)  # noqa: S102  the project's own pages
        first, *more = example.source.splitlines()
        text += "\n".join([f">>> {first}", *(f"... {line}" for line in more), written.getvalue()])
    return text
