"""A name in quotation marks, as it was copied from a text."""

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

_COST = 0.05
_MARKS = "\"'\u2018\u2019\u201a\u201b\u201c\u201d\u201e\u201f\u2039\u203a\u00ab\u00bb\u0060\u00b4"
_MARK = rf"[{_MARKS}]"
_OUTSIDE = r"(?P<outside>[-\s_|./:;,+~]*)"
_BEFORE = re.compile(rf"{_OUTSIDE}(?P<marks>{_MARK}+)")
_AFTER = re.compile(rf"(?P<marks>{_MARK}+){_OUTSIDE}$")


def mends(draft: Draft, course: Course) -> Iterator[Draft]:
    """The name without the marks around it, and without what a slip of the hand left outside of them."""
    del course
    before, after = _BEFORE.match(draft.text), _AFTER.search(draft.text)
    if before and after and before.end() > after.start():
        return  # there is nothing but marks
    changes: list[Change] = []
    cost = _COST
    for found, slipped in ((before, "delimiter"), (after, "delimiter at the end")):
        if found is None:
            continue
        marks = Change(*found.span("marks"), "", "quotation marks")
        if found["outside"]:
            mistake = "space" if found["outside"].isspace() else slipped
            changes.append(Change(*found.span("outside"), "", mistake))
            cost += slip(found["outside"])
        changes.append(marks)
    if changes:
        yield draft.changed(sorted(changes), cost)
