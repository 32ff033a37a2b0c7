"""The mark of a template that was not taken out when a name was made from it: `Template`, `YYYYMMDD_`."""

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
_MARK = r"(?:[\[({<]?(?:template|vorlage|mod\u00e8le|yyyymmdd|yyyy-mm-dd|tbd|xxx)[\])}>]?)"
_BETWEEN = r"[\s_|.:-]"
_BEFORE = re.compile(rf"(?P<outside>{_BETWEEN}*){_MARK}{_BETWEEN}+", re.IGNORECASE)
_AFTER = re.compile(rf"{_BETWEEN}+{_MARK}(?P<outside>{_BETWEEN}*)$", re.IGNORECASE)


def mends(draft: Draft, course: Course) -> Iterator[Draft]:
    """The name without the mark at its beginning or end."""
    del course
    match = _BEFORE.match(draft.text)
    if match and match.end() < len(draft.text):
        yield draft.changed([Change(0, match.end(), "", "template mark")], _COST + slip(match["outside"]))
    match = _AFTER.search(draft.text)
    if match and match.start() > 0:
        yield draft.changed(
            [Change(match.start(), len(draft.text), "", "template mark")], _COST + slip(match["outside"])
        )
