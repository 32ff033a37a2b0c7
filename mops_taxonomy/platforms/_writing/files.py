"""Files that are there whole, or not at all."""

from __future__ import annotations

import os
from contextlib import suppress
from tempfile import mkstemp
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["written_together"]


def written_together(texts: Iterable[tuple[str, Iterable[str]]]) -> None:
    """Write some files, none of which takes its place before all are written.

    Args:
        texts: each path, and the parts of its text.

    Raises:
        OSError: a file cannot be written. Each that there was is as it was, or whole and new.
    """
    ready: list[tuple[str, str]] = []
    try:
        for path, parts in texts:
            target = os.path.realpath(path)  # a link stays one
            handle, temporary = mkstemp(dir=os.path.dirname(target), prefix=".", suffix=".tmp")
            ready.append((temporary, target))
            with open(handle, "w", encoding="utf-8", newline="") as stream:
                stream.writelines(parts)
            os.chmod(temporary, _mode(target))
        for temporary, target in ready:
            os.replace(temporary, target)
    finally:
        for temporary, _ in ready:
            with suppress(OSError):
                os.unlink(temporary)


def _mode(path: str) -> int:
    """The permissions of the file there is, else those of a new one: temporary files have narrower ones."""
    with suppress(OSError):
        return os.stat(path).st_mode & 0o777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
