"""What is compared of two taxonomies: one part, one file.

A file holds its `PART`: its place among the others, and the comparison. Adding a part is adding a file.
"""

from __future__ import annotations

import os
from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mops_taxonomy.diff.change import Change
    from mops_taxonomy.diff.pair import Pair
    from mops_taxonomy.diff.parts._part import Part

__all__ = ["all_parts", "compared"]


def all_parts() -> list[Part]:
    """Every part, in the order of reports."""
    modules = sorted(name.removesuffix(".py") for name in os.listdir(__path__[0]) if name.endswith(".py"))
    parts = [import_module(f"{__name__}.{name}").PART for name in modules if not name.startswith("_")]
    return sorted(parts, key=lambda part: part.order)


def compared(pair: Pair) -> Iterator[Change]:
    """What is different, part by part; the impacts are first guesses, made without a proof."""
    for part in all_parts():
        yield from part.compare(pair)
