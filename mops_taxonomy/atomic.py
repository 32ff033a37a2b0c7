"""Files that are whole at every moment: written beside the one they replace, then moved into its place."""

from __future__ import annotations

import os
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["beside", "permissions"]


@contextmanager
def beside(target: str, suffix: str) -> Iterator[str]:
    """A new file in the folder of another, for its user alone; it is gone afterwards, unless it was moved.

    Its name is known before it is there, so that an interruption leaves nothing behind.

    Args:
        target: the path of the other.
        suffix: of the new one.

    Raises:
        OSError: it cannot be made.
    """
    path = os.path.join(os.path.dirname(target), f".{os.urandom(8).hex()}{suffix}")
    try:
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
        yield path
    finally:
        with suppress(OSError):
            os.unlink(path)


def permissions(path: str) -> int:
    """The permissions of the file there is, else those of a new one: temporary files have narrower ones."""
    with suppress(OSError):
        return os.stat(path).st_mode & 0o777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
