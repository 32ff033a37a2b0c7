"""What can be put right in a name as a whole, before its parts are looked at: one mend, one file.

A file holds `mends(draft, course)`, which gives drafts of which each is changed in one way. A file is
found by being here.
"""

from __future__ import annotations

import os
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mops_taxonomy.repair.course import Course
    from mops_taxonomy.repair.draft import Draft

__all__ = ["mended"]

_DEEPEST = 2
"""Mends that are made of one name."""


@cache
def _modules() -> tuple[Any, ...]:
    names = sorted(
        name[:-3] for name in os.listdir(__path__[0]) if name.endswith(".py") and not name.startswith("_")
    )
    return tuple(import_module(f"{__name__}.{name}") for name in names)


def mended(draft: Draft, course: Course) -> Iterator[Draft]:
    """The draft as it is, then with each mend made, then with two of them."""
    told = {draft.text}
    ahead = [draft]
    for _ in range(_DEEPEST + 1):
        yield from ahead
        ahead = [
            after
            for before in ahead
            for module in _modules()
            for after in module.mends(before, course)
            if not (after.text in told or told.add(after.text))  # type: ignore[func-returns-value]
        ]
