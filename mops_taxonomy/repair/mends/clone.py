"""What systems and people add to the name of a copy: `Copy of`, `(copy 03)`, `clone`, `v3 FINAL`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from mops_taxonomy.repair.draft import Change

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mops_taxonomy.repair.course import Course
    from mops_taxonomy.repair.draft import Draft

__all__ = ["mends"]

_COST = 0.2
_BEFORE = re.compile(r"(?:copy of|clone of|kopie von|copie de)[\s_-]*", re.IGNORECASE)
_AFTER = re.compile(
    r"[\s_-]*(?:\((?:copy|clone|kopie)?[\s_-]*\d*\)|(?:copy|clone|kopie)[\s_-]*\d*|-\s*copy(?:\s*\(\d+\))?)$",
    re.IGNORECASE,
)
_VERSION = re.compile(
    r"(?:[\s_-]*(?:v\d{1,2}(?:\.\d{1,2})?|(?:final|draft|new|old|revised|approved)\d*|do not use))+$",
    re.IGNORECASE,
)


def mends(draft: Draft, course: Course) -> Iterator[Draft]:
    """The name without what was added to it."""
    del course
    match = _BEFORE.match(draft.text)
    if match:
        yield draft.changed([Change(0, match.end(), "", "clone")], _COST)
    for pattern, mistake in ((_AFTER, "clone"), (_VERSION, "version tail")):
        found = pattern.search(draft.text)
        if found and found.start() > 0:
            yield draft.changed([Change(found.start(), len(draft.text), "", mistake)], _COST)
