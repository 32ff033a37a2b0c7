"""Files as they were in a revision of a git repository."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from typing import TYPE_CHECKING

from mops_taxonomy.cli._problem import Problem

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["content", "git", "is_revision", "path_in_repository"]

_DRIVE = re.compile(r"[A-Za-z]:[\\/]")
_QUIET: Mapping[str, str] = {
    "LC_ALL": "C",  # messages are recognised
    "GIT_TERMINAL_PROMPT": "0",
    "GIT_ASKPASS": "",
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_PAGER": "cat",
}


def is_revision(text: str) -> bool:
    """Whether a text means something in git: a file that is there is a file, and so is what begins with a drive."""
    return not os.path.exists(text) and _DRIVE.match(text) is None


def content(text: str) -> bytes:
    """A file of a revision.

    Args:
        text: `REV:PATH`; the path counts from the root of the repository or, with `./`, from the current folder.

    Raises:
        Problem: git is not there, or it has no such thing.
    """
    revision, _, path = text.partition(":")
    _asked(".", "--git-dir", text)
    tree = f"{revision}^{{tree}}"
    if revision.startswith("-") or (revision and git(".", "rev-parse", "-q", "--verify", tree).returncode):
        raise Problem(
            f"{revision}: there is no such file, and no such revision in the git repository; "
            "a shallow clone may lack it"
        )
    found = git(".", "cat-file", "blob", f"{revision}:{path}")
    if found.returncode:
        where = f"revision {revision}" if revision else "the index of the git repository"
        raise Problem(f"{text}: there is no file {path} in {where}{_hint(path)}")
    return found.stdout


def path_in_repository(file: str, asked: str) -> str:
    """The path of a file as revisions know it, from the current folder.

    Args:
        file: its path.
        asked: what the user wrote, for messages.

    Raises:
        Problem: the current folder and the file are not in one git repository.
    """
    if _root(os.path.dirname(file) or ".", asked) != _root(".", asked):
        raise Problem(f"{asked}: {file} is not in the git repository of this folder; write {asked}:PATH")
    path = os.path.relpath(os.path.realpath(file)).replace(os.sep, "/")
    return path if path.startswith("../") else f"./{path}"


def _root(folder: str, asked: str) -> str:
    return os.path.realpath(_asked(folder, "--show-toplevel", asked))


def _asked(folder: str, what: str, asked: str) -> str:
    """What git says of the repository of a folder."""
    found = git(folder, "rev-parse", what)
    if found.returncode:
        said = found.stderr.decode("utf-8", "replace").partition("\n")[0].removeprefix("fatal: ")
        if "not a git repository" in said:
            where = "this folder" if folder == "." else folder
            said = f"there is no such file, and {where} is in no git repository"
        raise Problem(f"{asked}: {said}")
    return os.fsdecode(found.stdout).rstrip("\r\n")


def _hint(path: str) -> str:
    """Paths from the current folder begin with `./`."""
    rooted = not path.startswith(("./", "../"))
    return f"; did you mean ./{path}?" if rooted and os.path.exists(path) else ""


def git(folder: str, *words: str, given: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    """Run git without a shell; it asks nothing and changes nothing.

    Args:
        folder: where it runs.
        words: its arguments.
        given: its standard input.

    Raises:
        Problem: it cannot be run.
    """
    program = shutil.which("git")
    if program is None:
        raise Problem("git is not installed, so that no revision can be read")
    try:
        return subprocess.run(  # noqa: S603  the words are of one command, and no shell reads them
            [program, "-C", folder, *words],
            check=False,
            capture_output=True,
            input=given,
            env={**os.environ, **_QUIET},
        )
    except (OSError, ValueError) as error:  # a NUL in a word is a ValueError
        raise Problem(f"git cannot be run: {error}") from None
