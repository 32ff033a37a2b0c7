"""Putting a changed file in the place of the one there is: whole, and with the old one kept beside it."""

from __future__ import annotations

import os
import shutil
import stat
from contextlib import ExitStack, contextmanager, suppress
from itertools import count
from typing import TYPE_CHECKING

from mops_taxonomy.atomic import beside
from mops_taxonomy.inputs import InputError
from mops_taxonomy.rewriting import rewrite

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mops_taxonomy.cli._outcome import FileOutcome

__all__ = ["Prepared", "prepared"]


class Prepared:
    """A changed file that waits beside the one it is to replace.

    Attributes:
        file: what changes.
    """

    def __init__(self, file: FileOutcome, target: str, copy: str) -> None:
        self.file = file
        self._target = target
        self._copy = copy

    def replace(self, *, keep: bool) -> str | None:
        """Put it in the place of the old file.

        Args:
            keep: whether the old file is kept, as `FILE.bak` or, if there is one, `FILE.bak1` and so on.

        Returns:
            The path of the old file; None where it is not kept.

        Raises:
            InputError: it cannot be done; the old file is there as it was.
        """
        backup = None
        try:
            backup = _backup(self._target) if keep else None
            os.replace(self._copy, self._target)
        except OSError as error:
            raise _unwritable(self.file.path, error) from error
        finally:
            # an interruption may come when it is done already: then the copy is not there any more
            if backup is not None and os.path.lexists(self._copy):
                with suppress(OSError):
                    os.unlink(backup)
        return backup and min(os.path.relpath(backup), backup, key=len)


@contextmanager
def prepared(file: FileOutcome) -> Iterator[Prepared]:
    """The changed file, beside the one it is to replace; it is gone afterwards, unless it took that place.

    Raises:
        InputError: it cannot be made.
    """
    path = file.path
    target = os.path.realpath(path)  # a link stays one
    with ExitStack() as stack:
        try:
            _refuse(path, target)
            copy = stack.enter_context(beside(target, os.path.splitext(path)[1]))
            rewrite(path, copy, file.changes, file.columns)
            os.chmod(copy, stat.S_IMODE(os.stat(target).st_mode))
            _settle(copy)
        except OSError as error:
            raise _unwritable(path, error) from error
        yield Prepared(file, target, copy)


def _refuse(path: str, target: str) -> None:
    if not os.path.exists(target):
        raise InputError(path, "is not there any more")
    if not os.path.isfile(target):
        raise InputError(path, "is no file that can be changed")
    if not os.access(target, os.W_OK):
        raise InputError(path, "is read-only")


def _settle(path: str) -> None:
    """See that it is on the disk before it takes the place of anything."""
    handle = os.open(path, os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _backup(target: str) -> str:
    """Keep a file under a second name that is still free."""
    for number in count():
        backup = f"{target}.bak{number or ''}"
        try:
            os.link(target, backup)
        except FileExistsError:
            continue
        except (OSError, NotImplementedError):  # not every disk knows links
            if not os.path.lexists(backup):
                shutil.copy2(target, backup)
                return backup
        else:
            return backup
    raise AssertionError("numbers do not end")


def _unwritable(path: str, error: OSError) -> InputError:
    return InputError(path, f"cannot be changed: {error.strerror or error}")
