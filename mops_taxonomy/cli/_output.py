"""Where a report goes."""

from __future__ import annotations

import os
import sys
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, TextIO

from mops_taxonomy.atomic import beside, permissions
from mops_taxonomy.cli._problem import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["colors", "destination", "replaced", "width"]

_WIDTH = 100


def colors(stream: TextIO, wanted: bool | None) -> bool:
    """Whether to write terminal colours: as the user says, `NO_COLOR`, `FORCE_COLOR`, else on a terminal."""
    if wanted is not None:
        return wanted
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR"):
        return True
    if os.environ.get("TERM") == "dumb" or (os.name == "nt" and "WT_SESSION" not in os.environ):
        return False  # old consoles of Windows show the codes themselves
    return stream.isatty()


def width(stream: TextIO) -> int:
    """How many columns the terminal has; 100 where there is none."""
    with suppress(OSError, ValueError):
        columns = os.get_terminal_size(stream.fileno()).columns
        return max(columns, 40) if columns else _WIDTH
    return _WIDTH


@contextmanager
def destination(path: str | None, encoding: str = "utf-8") -> Iterator[TextIO]:
    """The stream to write to: standard output, or a file that takes its place when all is written.

    Raises:
        Problem: the file cannot be written.
    """
    if path is None:
        yield sys.stdout
    elif os.path.exists(path) and not os.path.isfile(path) and not os.path.isdir(path):
        with open(path, "w", encoding=encoding) as stream:  # a pipe or a device is written to, not replaced
            yield stream
    else:
        with replaced(path, encoding) as stream:
            yield stream


@contextmanager
def replaced(path: str, encoding: str = "utf-8") -> Iterator[TextIO]:
    """A file that is there whole, or as it was before if anything goes wrong.

    Raises:
        Problem: the file cannot be written.
    """
    target = os.path.realpath(path)  # a link stays one
    try:
        with beside(target, ".tmp") as temporary:
            with open(temporary, "w", encoding=encoding, errors="backslashreplace", newline="\n") as stream:
                yield stream
            os.chmod(temporary, permissions(target))
            os.replace(temporary, target)
    except BrokenPipeError:  # of standard output, not of this file
        raise
    except OSError as error:
        raise Problem(f"{path}: cannot be written: {error.strerror or error}") from error
