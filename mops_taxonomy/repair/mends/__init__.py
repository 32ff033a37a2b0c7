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

    from mops_taxonomy.repair.draft import Draft
    from mops_taxonomy.repair.track import Course

__all__ = ["mended"]


@cache
def _modules() -> tuple[Any, ...]:
    names = sorted(
        name[:-3] for name in os.listdir(__path__[0]) if name.endswith(".py") and not name.startswith("_")
    )
    return tuple(import_module(f"{__name__}.{name}") for name in names)


def mended(draft: Draft, course: Course) -> Iterator[Draft]:
    """The draft as it is, then with each mend made, then with two of them."""
    yield draft
    once = list(_each(draft, course))
    yield from once
    told = {draft.text, *(one.text for one in once)}
    for one in once:
        for two in _each(one, course):
            if two.text not in told:
                told.add(two.text)
                yield two


def _each(draft: Draft, course: Course) -> Iterator[Draft]:
    for module in _modules():
        yield from module.mends(draft, course)
