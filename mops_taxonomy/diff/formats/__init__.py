"""How a diff is written: one format, one file, which holds `written`."""

from __future__ import annotations

import os
from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mops_taxonomy.diff.change import Diff

__all__ = ["names", "written"]


def names() -> tuple[str, ...]:
    """The names of the formats, in alphabetical order."""
    modules = (name.removesuffix(".py") for name in os.listdir(__path__[0]) if name.endswith(".py"))
    return tuple(sorted(name for name in modules if not name.startswith("_")))


def written(diff: Diff, name: str) -> str:
    """The text of a diff in a format, with a line end.

    Args:
        diff: what changed.
        name: of the format.
    """
    text: str = import_module(f"{__name__}.{name}").written(diff)
    return text
