"""Which names of a file stand on lines that were added or changed since a revision of its git repository.

The file is compared as it is read, so lines have the numbers that findings have. What is not plainly a text of
lines, as git sees it, counts as added: a name too many is checked rather than one too few.
"""

from __future__ import annotations

import os
import re
from bisect import bisect_left
from itertools import repeat
from typing import TYPE_CHECKING

from mops_taxonomy.cli._problem import Problem
from mops_taxonomy.cli._revision import git
from mops_taxonomy.inputs import Notice

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from subprocess import CompletedProcess

    from mops_taxonomy.inputs import Item, Row, RowProblem

__all__ = ["Added"]

_HUNK = re.compile(rb"@@ -\S+ \+([0-9]+)")
_BINARY = re.compile(rb"^Binary files ", re.MULTILINE)
_HOLDS_NOTHING = re.compile(rb"[][{},\s]*")
_LONE_RETURN = re.compile(rb"\r(?!\n)")
_PLAIN = ("--no-color", "--no-ext-diff", "--no-textconv")


class Added:
    """The lines added since a revision.

    Args:
        since: the revision, or `A...B` for the last commit that both have in common, where a side left out is
            `HEAD`; None for what pre-commit compares with, else `HEAD`.
    """

    def __init__(self, since: str | None) -> None:
        self._since = since or _compared_by_pre_commit()
        self._repositories: dict[str, _Repository] = {}

    def marked(self, path: str, items: Iterable[Item]) -> Iterator[tuple[Item, bool]]:
        """What was read of a file, and whether a line of it was added. A row ends where the next begins.

        Raises:
            Problem: nothing says which lines were added.
        """
        lines = self._lines(path)
        if lines is None:
            yield from zip(items, repeat(True))
            return
        waiting: Row | RowProblem | None = None
        for item in items:
            if isinstance(item, Notice):
                yield item, True
                continue
            if waiting is not None:
                yield waiting, _any_within(lines, waiting.line, item.line - 1)
            waiting = item
        if waiting is not None:
            yield waiting, bool(lines) and lines[-1] >= waiting.line

    def items(self, path: str, items: Iterable[Item]) -> Iterator[Item]:
        """What was read of a file without the rows of which no line was added.

        Raises:
            Problem: as `marked`.
        """
        return (item for item, is_added in self.marked(path, items) if is_added)

    def _lines(self, path: str) -> list[int] | None:
        """The numbers of the added lines, in order; None for all there are."""
        if path == "-":
            raise Problem("standard input is in no git repository, so nothing says which lines were added")
        file = os.path.realpath(path)
        root = _root(os.path.dirname(file))
        if root is None:
            raise Problem(f"{path}: is in no git repository, so nothing says which lines were added")
        if root not in self._repositories:
            self._repositories[root] = _Repository(root, self._since)
        return self._repositories[root].added_lines(os.path.relpath(file, root).replace(os.sep, "/"))


class _Repository:
    """A git repository as it is, compared with a revision.

    Raises:
        Problem: there is no such revision, or git cannot be run.
    """

    def __init__(self, root: str, since: str | None) -> None:
        self._root = root
        base = self._commit(since)
        self._older = None if base is None else self._changed(base)

    def added_lines(self, path: str) -> list[int] | None:
        """The numbers of the lines of a file that were added, in order; None for all there are."""
        if self._older is None:
            return None
        if path not in self._older:
            tracked = git(self._root, "--literal-pathspecs", "ls-files", "--error-unmatch", "--", path)
            return None if tracked.returncode else []
        older = self._older[path]
        with open(os.path.join(self._root, path), "rb") as file:
            if older is None or _LONE_RETURN.search(file.read()):
                return None
        # with filters, it is as it would be checked out: ends of lines, large files kept elsewhere
        before = self._asked("cat-file", "--filters", f"--path={path}", older).stdout
        # outside the repository, no filter makes of the file what would be committed
        words = ("diff", "--no-index", "--unified=0", "--ignore-cr-at-eol", *_PLAIN, "--", "-", path)
        compared = git(self._root, f"--git-dir={os.devnull}", *words, given=before)
        if compared.returncode > 1:
            raise _refused(compared)
        if _BINARY.search(compared.stdout):
            return None
        return _numbers(compared.stdout, json=path.lower().endswith(".json"))

    def _commit(self, since: str | None) -> str | None:
        """The commit to compare with; None before the first commit, if none was asked for."""
        left, dots, right = (since or "HEAD").partition("...")
        if left.startswith("-") or right.startswith("-"):
            raise _unknown(f"{since}")
        words = ("rev-parse", "--quiet", "--verify", f"{left}^{{commit}}")
        found = git(self._root, *(("merge-base", left or "HEAD", right or "HEAD") if dots else words))
        if found.returncode > 1 and not dots:
            raise _refused(found)
        if found.returncode and since is not None:
            raise _unknown(since)
        return os.fsdecode(found.stdout).strip() or None

    def _changed(self, base: str) -> dict[str, str | None]:
        """The files that are not as they were, each with what it was before; None for those that were not there."""
        words = (
            "diff",
            "--raw",
            "-z",
            "--find-renames",
            "--no-abbrev",
            "--no-relative",
            "--ignore-submodules",
            *_PLAIN,
        )
        parts = iter(os.fsdecode(self._asked(*words, base).stdout).split("\0"))
        older: dict[str, str | None] = {}
        for part in parts:
            if not part:
                break
            _, _, blob, _, status = part.split(" ")
            path = next(parts)
            if status[0] in "RC":
                path = next(parts)
            older[path] = blob if status[0] in "MRC" else None
        return older

    def _asked(self, *words: str) -> CompletedProcess[bytes]:
        found = git(self._root, *words)
        if found.returncode:
            raise _refused(found)
        return found


def _compared_by_pre_commit() -> str | None:
    """What pre-commit compares with where it was given two revisions; the names are its own."""
    older, newer = (os.environ.get(f"PRE_COMMIT_{end}_REF") for end in ("FROM", "TO"))
    return f"{older}...{newer}" if older and newer else None


def _root(folder: str) -> str | None:
    """The root of the work tree that a folder is in."""
    while not os.path.exists(os.path.join(folder, ".git")):
        above = os.path.dirname(folder)
        if above == folder:
            return None
        folder = above
    return folder


def _numbers(compared: bytes, *, json: bool) -> list[int]:
    """The numbers of the added lines that hold anything.

    Args:
        compared: what git writes, without lines around the changes.
        json: whether a comma after a line, which a further element brings, is no change of it.
    """
    numbers: list[int] = []
    removed: set[bytes] = set()
    number = 0
    for line in compared.split(b"\n"):
        if hunk := _HUNK.match(line):
            number, removed = int(hunk[1]), set()
        elif number and line.startswith(b"-"):
            removed.add(line[1:].rstrip(b", \r"))
        elif number and line.startswith(b"+"):
            same = json and line[1:].rstrip(b", \r") in removed
            if not same and not _HOLDS_NOTHING.fullmatch(line, 1):
                numbers.append(number)
            number += 1
    return numbers


def _any_within(lines: list[int], first: int, last: int) -> bool:
    """Whether a line from the first to the last is among the lines; elements of JSON may share one."""
    at = bisect_left(lines, first)
    return at < len(lines) and lines[at] <= max(first, last)


def _unknown(since: str) -> Problem:
    return Problem(f"{since}: there is no such revision in the git repository; a shallow clone may lack it")


def _refused(found: CompletedProcess[bytes]) -> Problem:
    said = found.stderr.decode("utf-8", "replace").partition("\n")[0].removeprefix("fatal: ")
    return Problem(f"git cannot compare the files: {said}")
