"""The command as a process: start-up, pipes, signals, terminals."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from importlib.metadata import entry_points
from typing import TYPE_CHECKING

import pytest

from mops_taxonomy import __version__
from mops_taxonomy.cli import main

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Run, Shell

GOOD = "20260324_EMEA_Stories"
COMMAND = [sys.executable, "-W", "error", "-m", "mops_taxonomy"]

HELP = """\
Usage: mops-taxonomy [OPTIONS] COMMAND [ARGS]...

  Check, read and make names by the taxonomy of your marketing team.

Options:
  --version   Show the version and exit.
  -h, --help  Show this message and exit.

Commands:
  baseline   Record what check finds today.
  check      Check the names in files.
  diff       Say what changed in a taxonomy, and what breaks.
  explain    Say what a code such as MT102 means.
  fix        Repair the names in files.
  init       Write a taxonomy to begin with.
  lint       Judge a taxonomy, and run its examples.
  new        Make a name from values.
  parse      Read names into their parts, as JSON.
  reconcile  Match programs with the campaigns of the CRM.

  Begin with: mops-taxonomy init
"""


def test_entry_point() -> None:
    """The installed command is this function."""
    (point,) = entry_points(group="console_scripts", name="mops-taxonomy")
    assert point.load() is main


@pytest.mark.parametrize("arguments", [["--help"], ["-h"]])
def test_help(run: Run, arguments: list[str]) -> None:
    """The help lists the commands there are."""
    assert run(*arguments) == (0, HELP, "")


def test_no_command(run: Run) -> None:
    """Without a command there is the help; where it goes, and the status, are as click has them."""
    assert HELP in run()[1:]


def test_version(run: Run) -> None:
    """The version is the package's own."""
    assert run("--version") == (0, f"mops-taxonomy {__version__}\n", "")


def test_unknown_command(run: Run) -> None:
    """A command that there is not is refused; one that is nearly called so is named."""
    status, out, err = run("chek")
    assert (status, out) == (2, "")
    assert err.splitlines()[-1] == "Error: No such command 'chek'. Did you mean 'check'?"
    assert run("quux").err.splitlines()[-1] == "Error: No such command 'quux'."


COMMANDS = ["baseline", "check", "diff", "explain", "fix", "init", "lint", "new", "parse"]


@pytest.mark.parametrize("command", COMMANDS)
def test_help_of_every_command(run: Run, command: str) -> None:
    """The help of every command shows an example, and fits 80 columns."""
    status, out, _ = run(command, "--help")
    assert status == 0
    assert f"\n    mops-taxonomy {command}" in out
    assert max(map(len, out.splitlines())) <= 80


def test_process(shell: Shell, folder: Path) -> None:
    """`python -m mops_taxonomy` is the command, with its exit status."""
    (folder / "names.csv").write_text(f"Name\n{GOOD}\n2026\n")
    done = shell("check", "names.csv", "--no-summary", "--format", "jsonl")
    assert (done.returncode, done.stderr) == (1, b"")
    assert shell("check", "gone.csv").returncode == 2
    assert shell("parse", GOOD).returncode == 0


LOADED = """
import sys
from mops_taxonomy.cli import main
status = main(["check", *sys.argv[1:]])
print(sorted({"click", "dataclasses", "dateutil", "importlib.metadata", "inspect", "pydantic", "rich", "yaml"}
             & sys.modules.keys()), status)
"""


@pytest.mark.parametrize(("name", "status"), [(GOOD, 0), ("20260324_EMAE_Stories", 1)])
def test_warm_start_imports_nothing_heavy(shell: Shell, folder: Path, name: str, status: int) -> None:
    """With a compiled taxonomy, `check` imports none of the slow libraries, findings or not."""
    (folder / "names.csv").write_text(f"Name\n{name}\n")
    assert shell("check", "names.csv").returncode == status
    command = [sys.executable, "-B", "-I", "-S", "-c", f"import sys; sys.path[:0] = {sys.path!r}\n{LOADED}"]
    arguments = ["names.csv", "-o", "report.txt", "-c", "program"]
    done = subprocess.run([*command, *arguments], check=True, capture_output=True, text=True)
    assert (done.stdout, done.stderr) == (f"[] {status}\n", "")


def test_importing_the_command_line_imports_no_command() -> None:
    """`import mops_taxonomy.cli` imports no command and no library."""
    script = "import sys, mops_taxonomy.cli; print([m for m in sys.modules if 'mops_' in m or m == 'click'])"
    done = subprocess.run([sys.executable, "-c", script], check=True, capture_output=True, text=True)
    assert done.stdout == "['mops_taxonomy', 'mops_taxonomy.cli._problem', 'mops_taxonomy.cli']\n"


def test_narrow_output(shell: Shell, folder: Path) -> None:
    """An output that cannot hold a character gets an escape, not a traceback."""
    (folder / "nämen.list").write_text("2026_日本\n", encoding="utf-8")
    environment = {**os.environ, "PYTHONIOENCODING": "cp1252"}
    done = shell("check", "nämen.list", "gone-日.csv", env=environment)
    assert done.returncode == 2
    assert rb"2026_\u65e5\u672c" in done.stdout
    assert done.stderr.rstrip() == rb"gone-\u65e5.csv: no such file"


@pytest.mark.skipif(os.name == "nt", reason="pipes end otherwise there")
@pytest.mark.parametrize(
    "arguments",
    [["check", "names.list"], ["parse", *["2026"] * 2000]],
    ids=["without-click", "with-click"],
)
def test_closed_pipe(folder: Path, arguments: list[str]) -> None:
    """When nobody reads on, as after `head`, the command ends without a word, whoever reads its arguments."""
    (folder / "names.list").write_text("2026\n" * 5000)
    with subprocess.Popen([*COMMAND, *arguments], stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.readline()
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode == 141


INTERRUPTIBLE = """
import signal, sys
from mops_taxonomy.cli import main
signal.signal(signal.SIGINT, signal.default_int_handler)  # whoever runs these tests may ignore it
sys.exit(main(["check", "--format", "jsonl"]))
"""


@pytest.mark.skipif(os.name == "nt", reason="signals are others there")
def test_interrupted() -> None:
    """Ctrl-C is one line and status 130, while names are read from a pipe that stays open."""
    with subprocess.Popen(
        [sys.executable, "-W", "error", "-c", INTERRUPTIBLE],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        assert process.stdin is not None
        process.stdin.write(b"x" * (1 << 18) + b"\n")  # more than a pipe holds: it is being read
        process.stdin.flush()
        process.send_signal(signal.SIGINT)
        deadline = time.monotonic() + 30
        while process.poll() is None and time.monotonic() < deadline:
            time.sleep(0.01)
        assert process.returncode == 130
        assert process.stderr is not None
        assert process.stderr.read() == b"interrupted\n"


@pytest.mark.skipif(os.name == "nt", reason="there are no such terminals")
def test_terminal() -> None:
    """On a terminal the questions are asked there, and a pipe gets the name and nothing else."""
    import pty

    ours, theirs = pty.openpty()
    command = [*COMMAND, "new", "region=EMEA"]
    with subprocess.Popen(command, stdin=theirs, stdout=subprocess.PIPE, stderr=theirs) as process:
        os.close(theirs)
        os.write(ours, b"2026-03-24\nStories\n\n")
        assert process.stdout is not None
        assert process.stdout.read() == b"20260324_EMEA_Stories\n"
    asked = os.read(ours, 65536)
    os.close(ours)
    assert process.returncode == 0
    assert b"Launch date (launch): the first day" in asked


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="there is no full device")
def test_full_disk(folder: Path) -> None:
    """An output that cannot be written is one line and status 2."""
    (folder / "names.list").write_text("2026\n")
    with open("/dev/full", "w") as full:
        command = [*COMMAND, "check", "names.list"]
        done = subprocess.run(command, check=False, stdout=full, stderr=subprocess.PIPE)
    assert (done.returncode, done.stderr) == (2, b"[Errno 28] No space left on device\n")
