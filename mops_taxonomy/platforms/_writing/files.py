"""Files that are there whole, or not at all."""

from __future__ import annotations

import os
from contextlib import ExitStack
from typing import TYPE_CHECKING

from mops_taxonomy.atomic import beside, permissions

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
    with ExitStack() as stack:
        for path, parts in texts:
            target = os.path.realpath(path)  # a link stays one
            temporary = stack.enter_context(beside(target, ".tmp"))
            with open(temporary, "w", encoding="utf-8", newline="") as stream:
                stream.writelines(parts)
            os.chmod(temporary, permissions(target))
            ready.append((temporary, target))
        for temporary, target in ready:
            os.replace(temporary, target)
