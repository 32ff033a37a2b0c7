"""What systems and people add to the name of a copy: `Copy of`, `(copy 03)`, `clone`, `v3 FINAL`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from mops_taxonomy.repair.draft import Change
from mops_taxonomy.repair.mistakes import slip

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mops_taxonomy.repair.course import Course
    from mops_taxonomy.repair.draft import Draft

__all__ = ["mends"]

_COST = 0.2
_OUTSIDE = r"(?P<outside>[\s_|.:/-]*)"
"""What a slip of the hand leaves outside of a mark."""

_BEFORE = re.compile(
    rf"{_OUTSIDE}(?:copy\s+of|clone\s+of|kopie\s+von|copie\s+de)(?![^\W_])[\s_-]*", re.IGNORECASE
)
_AFTER = re.compile(
    r"[\s_-]*(?:\((?:copy|clone|kopie)?[\s_-]*\d*\)|(?<![^\W_])(?:copy|clone|kopie)[\s_-]*\d*"
    rf"|-\s*copy(?:\s*\(\d+\))?){_OUTSIDE}$",
    re.IGNORECASE,
)
_VERSION = re.compile(
    r"[\s_-]*(?<![^\W_])(?:v\d{1,2}(?:\.\d{1,2})?|(?:final|draft|new|old|revised|approved)\d*|do not use)"
    rf"{_OUTSIDE}$",
    re.IGNORECASE,
)
_MORE = 0.02
"""What each mark more of a version costs: the first may be a field of the name."""

_MOST = 3
"""Marks of a version that stand together."""


def mends(draft: Draft, course: Course) -> Iterator[Draft]:
    """The name without what was added to it."""
    del course
    text = draft.text
    match = _BEFORE.match(text)
    if match and match.end() < len(text):
        yield draft.changed([Change(0, match.end(), "", "clone")], _COST + slip(match["outside"]))
    match = _AFTER.search(text)
    if match and match.start() > 0:
        yield draft.changed([Change(match.start(), len(text), "", "clone")], _COST + slip(match["outside"]))
    yield from _without_versions(draft)


def _without_versions(draft: Draft) -> Iterator[Draft]:
    """The name without the last mark of a version, the last two and so on."""
    end, cost = len(draft.text), _COST
    for _ in range(_MOST):
        match = _VERSION.search(draft.text[:end])
        if match is None or match.start() == 0:
            return
        end, cost = match.start(), cost + slip(match["outside"])
        yield draft.changed([Change(end, len(draft.text), "", "version tail")], cost)
        cost += _MORE
