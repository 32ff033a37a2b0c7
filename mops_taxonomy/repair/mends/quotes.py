"""A name in quotation marks, as it was copied from a text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mops_taxonomy.repair.draft import Change

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mops_taxonomy.repair.course import Course
    from mops_taxonomy.repair.draft import Draft

__all__ = ["mends"]

_COST = 0.05
_MARKS = frozenset("\"'\u2018\u2019\u201a\u201b\u201c\u201d\u201e\u201f\u2039\u203a\u00ab\u00bb\u0060\u00b4")


def mends(draft: Draft, course: Course) -> Iterator[Draft]:
    """The name without the marks around it."""
    del course
    text = draft.text
    start = len(text) - len(text.lstrip("".join(_MARKS)))
    end = len(text.rstrip("".join(_MARKS)))
    if end <= start or (start == 0 and end == len(text)):
        return
    changes = [Change(0, start, "", "quotation marks")] if start else []
    if end < len(text):
        changes.append(Change(end, len(text), "", "quotation marks"))
    yield draft.changed(changes, _COST)
