"""A name as it stands in a link: `%20` for a space, or `+`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import unquote

from mops_taxonomy.repair.draft import Change

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mops_taxonomy.repair.course import Course
    from mops_taxonomy.repair.draft import Draft

__all__ = ["mends"]

_COST = 0.1
_CODES = re.compile("(?:%[0-9A-Fa-f]{2})+")


def mends(draft: Draft, course: Course) -> Iterator[Draft]:
    """The name as it was before it was put in a link."""
    del course
    changes = [
        Change(match.start(), match.end(), decoded, "encoding")
        for match in _CODES.finditer(draft.text)
        if "\ufffd" not in (decoded := unquote(match[0]))
    ]
    plus = [
        Change(at, at + 1, " ", "encoding") for at, character in enumerate(draft.text) if character == "+"
    ]
    if changes:
        yield draft.changed(changes, _COST)
    if plus:
        yield draft.changed(sorted([*changes, *plus]), _COST * 2)
