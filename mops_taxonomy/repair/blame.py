"""What is wrong with a text, by the cheapest way to put it right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mops_taxonomy.fault import Fault
from mops_taxonomy.finding import Suggestion
from mops_taxonomy.repair.aligning import Effort, alignments
from mops_taxonomy.repair.course import course
from mops_taxonomy.repair.draft import Draft
from mops_taxonomy.repair.guess import free_cuts, spans_before
from mops_taxonomy.repair.mends import mended
from mops_taxonomy.repair.mistakes import DELIMITERS, SPELLING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from mops_taxonomy.convention import Convention
    from mops_taxonomy.form import Form
    from mops_taxonomy.reading import Reading
    from mops_taxonomy.repair.course import Course
    from mops_taxonomy.repair.repair import Edit

__all__ = ["MOST", "SLIP", "blamed"]

MOST = 0.7
"""What the mistakes may cost: beyond, it is not plain what was meant."""

SLIP = 0.45
"""What one slip of the hand costs at most."""

LONGEST = 500

_AROUND = {"clone", "quotation marks", "template mark", "version tail"}
"""Mistakes that stand before or after the name: no field of it is at fault."""

_SEPARATORS = "".join(DELIMITERS)

_PLAIN = {
    *SPELLING,
    *_AROUND,
    "delimiter at the end",
    "encoding",
    "label",
    "missing delimiter",
    "retired term",
    "short year",
    "typo",
}
"""Mistakes by which it is plain which part was meant."""


def blamed(convention: Convention, text: str, forms: Sequence[Form], day: date, most: float) -> list[Fault]:
    """The faults of a text that is nearly a name; empty where its mistakes cost more than `most`."""
    forms = [form for form in forms if not form.tolerated]
    along = course(convention, forms, day) if forms and len(text) <= LONGEST else None
    draft = _nearest(text, along, most) if along is not None else None
    if draft is None or not all(edit.mistake in _PLAIN for edit in draft.edits):
        return []
    readings = convention.analysed(draft.text, forms, day).readings
    if not readings or any(True for _ in free_cuts(draft, readings[0])):
        return []
    return list(_faults(draft, readings[0], day))


def _nearest(text: str, along: Course, most: float) -> Draft | None:
    """The text put right at least cost."""
    best: Draft | None = None
    effort = Effort()
    for draft in mended(Draft.of(text), along):
        left = (most if best is None else best.cost) - draft.cost
        found = next(alignments(draft.text, along.track, left, effort), None) if left > 0 else None
        if found is not None and (best is None or draft.cost + found.cost < best.cost):
            best = draft.changed(list(found.changes), found.cost)
    return best


def _faults(draft: Draft, reading: Reading, day: date) -> Iterator[Fault]:
    text = draft.original
    spans = _spans(draft, reading)
    told: set[str] = set()
    for edit in draft.edits:
        path = edit.field or _holding(edit, spans)
        if path not in spans or edit.mistake in _AROUND or _is_space_beside(edit, spans[path]):
            yield _between(edit)
        elif path not in told:
            told.add(path)
            start, end = spans[path]
            kind = reading.form.kinds[path][0]
            faults = [fault.at(start) for fault in kind.diagnose(text[start:end], day)]
            yield from faults or [_between(edit)]


def _spans(draft: Draft, reading: Reading) -> dict[str, tuple[int, int]]:
    """Where each field stands in the text as it was; what nobody sees before a value is held to be part of it."""
    unseen = {edit.end: edit.start for edit in draft.edits if edit.mistake == "invisible character"}
    before = spans_before(draft, reading)
    return {path: (unseen.get(start, start), end) for path, (start, end) in before.items()}


def _holding(edit: Edit, spans: dict[str, tuple[int, int]]) -> str:
    """The field that the whole edit is in."""
    return next((path for path, (start, end) in spans.items() if start <= edit.start and edit.end <= end), "")


def _is_space_beside(edit: Edit, span: tuple[int, int]) -> bool:
    """Whether the edit takes out white space before or after a value, not in it."""
    return not edit.new and edit.old.isspace() and not span[0] < edit.start < edit.end < span[1]


def _between(edit: Edit) -> Fault:
    """What stands between fields and does not belong there, or is not there."""
    span = (edit.start, edit.end)
    if not edit.new and edit.old.isspace():
        return Fault("text_left_over", span=span, found=edit.old)
    if edit.mistake in _AROUND:
        # The delimiter beside it is named with it by nobody.
        bare = edit.old.strip(_SEPARATORS) or edit.old
        start = edit.start + edit.old.index(bare)
        return Fault("text_left_over", span=(start, start + len(bare)), found=bare)
    return Fault(
        "wrong_delimiter",
        span=span,
        found=edit.old,
        expected=repr(edit.new) if edit.new else "nothing",
        suggestions=(Suggestion(edit.new),) if edit.new else (),
    )
