"""The command line, `mops-taxonomy`.

One command is one file of this folder, with its `COMMAND`; a file is found by being here and imported when
its command is asked for. `check` runs in commit hooks, thousands of times a day, so its arguments are read
without click wherever nothing is wrong with them.
"""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from typing import TYPE_CHECKING

from mops_taxonomy.cli._problem import Problem, say

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["main"]

_INTERRUPTED = 130
_PIPE_CLOSED = 141
"""What shells report of a command that SIGINT or SIGPIPE ended."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command.

    Args:
        arguments: the words after `mops-taxonomy`; None for those of this process.

    Returns:
        The exit status: 0 nothing to report, 1 findings, 2 the command, the taxonomy or an input could not be
        used, 130 interrupted, 141 nobody reads the output any more.
    """
    for stream in (sys.stdout, sys.stderr):
        with suppress(AttributeError, ValueError):  # what stands in for a stream in tests may not have it
            stream.reconfigure(errors="backslashreplace")  # type: ignore[union-attr]
    try:
        return _finished(list(sys.argv[1:] if arguments is None else arguments))
    except BrokenPipeError:
        _abandon_output()
        return _PIPE_CLOSED


def _finished(arguments: list[str]) -> int:
    try:
        status = _run(arguments)
        sys.stdout.flush()
    except BrokenPipeError:
        raise
    except Problem as problem:
        say(str(problem))
        status = 2
    except OSError as error:  # most likely the disk is full
        _abandon_output()
        say(str(error))
        status = 2
    except KeyboardInterrupt:
        say("interrupted")
        status = _INTERRUPTED
    return status


def _run(arguments: list[str]) -> int:
    if arguments[:1] == ["check"]:
        from mops_taxonomy.cli._arguments import read

        settings = read(arguments[1:])
        if settings is not None:
            from mops_taxonomy.cli._checking import check

            return check(settings)
    from mops_taxonomy.cli._group import run

    return run(arguments)


def _abandon_output() -> None:
    """Let the interpreter flush what is left to nowhere: otherwise it complains on its way out."""
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
