"""Paths as other machines read them: relative if that can be, with forward slashes."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from types import ModuleType

__all__ = ["STANDARD_INPUT", "portable", "uri"]

STANDARD_INPUT = "standard input"
"""What names from standard input have for a file."""


def portable(path: str, folder: str | None = None, flavour: ModuleType = os.path) -> str:
    """The path from the folder, if the file is in it, with forward slashes.

    Args:
        path: as the user wrote it, or absolute.
        folder: an absolute path; the current folder if it is not given.
        flavour: `posixpath` or `ntpath`, the one of this machine if it is not given.
    """
    path = flavour.normpath(path)
    if flavour.isabs(path):
        above = flavour.join(os.getcwd() if folder is None else folder, "")
        if flavour.normcase(path).startswith(flavour.normcase(above)):
            path = path[len(above) :]
    forward: str = path.replace(flavour.sep, "/")
    return forward


def uri(path: str, folder: str | None = None, flavour: ModuleType = os.path) -> str:
    """The path as a URI reference, `-` for standard input; arguments as for `portable`."""
    from urllib.parse import quote

    if path == STANDARD_INPUT:
        return "-"
    path = portable(path, folder, flavour)
    drive, rest = flavour.splitdrive(path)
    if not flavour.isabs(path):
        return quote(os.fsencode(path))
    server = "" if drive.startswith("//") else "///" if drive else "//"
    return f"file:{server}{quote(drive, safe='/:')}{quote(os.fsencode(rest))}"
