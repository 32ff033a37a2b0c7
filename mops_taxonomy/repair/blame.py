"""What is wrong with a text, by the cheapest way to put it right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mops_taxonomy.fault import Fault
from mops_taxonomy.finding import Suggestion
from mops_taxonomy.repair.aligning import alignments
from mops_taxonomy.repair.course import course
from mops_taxonomy.repair.draft import Draft
from mops_taxonomy.repair.mistakes import SPELLING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from mops_taxonomy.convention import Convention
    from mops_taxonomy.form import Form
    from mops_taxonomy.reading import Reading
    from mops_taxonomy.repair.draft import Change

__all__ = ["blamed"]

MOST = 0.7
"""What the mistakes may cost: beyond, it is not plain what was meant."""

LONGEST = 500

_PLAIN = {*SPELLING, "label", "short year", "typo"}
"""Mistakes by which it is plain which part was meant."""


def blamed(convention: Convention, text: str, forms: Sequence[Form], day: date) -> list[Fault]:
    """The faults of a text that is nearly a name; empty where it is not near enough to tell."""
    forms = [form for form in forms if not form.tolerated]
    along = course(convention, forms, day) if forms and len(text) <= LONGEST else None
    found = next(alignments(text, along.track, MOST), None) if along is not None else None
    if found is None or not all(change.mistake in _PLAIN for change in found.changes):
        return []
    readings = convention.analysed(found.text, forms, day).readings
    faults = list(_faults(text, list(found.changes), readings[0], day)) if readings else []
    return faults if any(fault.field is not None for fault in faults) else []


def _faults(text: str, changes: list[Change], reading: Reading, day: date) -> Iterator[Fault]:
    origins = Draft.of(text).changed(changes, 0.0).origins
    told: set[str] = set()
    for change in changes:
        span = reading.spans.get(change.field) if change.field is not None else None
        spaces = not change.new and text[change.start : change.end].isspace()
        if span is None or change.field is None or spaces:
            yield _between(text, change)
        elif change.field not in told:
            told.add(change.field)
            start, end = origins[span[0]], origins[span[1]]
            kind = reading.form.kinds[change.field][0]
            faults = [fault.at(start) for fault in kind.diagnose(text[start:end], day)]
            yield from faults or [_between(text, change)]


def _between(text: str, change: Change) -> Fault:
    """What stands between fields and does not belong there, or is not there."""
    old = text[change.start : change.end]
    span = (change.start, change.end)
    if not change.new and old.isspace():
        return Fault("text_left_over", span=span, found=old)
    return Fault(
        "wrong_delimiter",
        span=span,
        found=old,
        expected=repr(change.new) if change.new else "nothing",
        suggestions=(Suggestion(change.new),) if change.new else (),
    )
