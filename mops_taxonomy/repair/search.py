"""The names that a wrong one may have been meant to be, the likeliest first."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Any
from unicodedata import is_normalized, normalize

from mops_taxonomy.repair.aligning import alignments
from mops_taxonomy.repair.course import course
from mops_taxonomy.repair.draft import Change, Draft
from mops_taxonomy.repair.mends import mended
from mops_taxonomy.repair.mistakes import SPELLING
from mops_taxonomy.repair.rearranging import rearranged
from mops_taxonomy.repair.repair import Repair

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

    from mops_taxonomy.convention import Convention
    from mops_taxonomy.fields.base import Kind
    from mops_taxonomy.reading import Reading
    from mops_taxonomy.repair.course import Course

__all__ = ["repairs"]

MOST = 5
"""Repairs that are told."""

LONGEST = 500
"""Longer texts are not repaired."""

BEARABLE = 1.6
"""What the mistakes of one name may cost together."""

MOST_MARKED = 4
MOST_ORDERS = 12
"""Drafts that are rearranged, and rearrangements that are looked at."""

NEAR_ENOUGH = 0.45
"""A repair that costs no more needs no parts in another order."""

MARGIN = 0.25
"""How much dearer the next repair must be for the first to be the only one meant."""


def repairs(convention: Convention, text: str, record: Mapping[str, Any] | None, day: date) -> list[Repair]:
    """The repairs of a text, ranked; empty for a canonical name, and where no way is known.

    Args:
        convention: the convention.
        text: the text.
        record: what is known of its record.
        day: the day to judge by.
    """
    if not text or len(text) > LONGEST:
        return []
    readings = _clean(convention, text, record, day)
    if readings:
        drafts = _canonical(Draft.of(text), readings)
        return _ranked(
            [one for one in drafts if one.text != text and convention.is_valid(one.text, record, day)]
        )
    found: dict[str, Draft] = {}
    for draft in _candidates(convention, text, record, day):
        for whole in _finished(convention, draft, record, day):
            if whole.text not in found or whole.cost < found[whole.text].cost:
                found[whole.text] = whole
    return _ranked(sorted(found.values(), key=lambda draft: (draft.cost, draft.text)))


def _clean(convention: Convention, text: str, record: Mapping[str, Any] | None, day: date) -> list[Reading]:
    """The readings of a valid name."""
    if not convention.allows(text):
        return []
    return convention.analysed(text, convention.in_force(record, day), day).readings


def _candidates(
    convention: Convention, text: str, record: Mapping[str, Any] | None, day: date
) -> Iterator[Draft]:
    """Texts that fit the convention, by the mends of the whole name and then by alignment."""
    forms = [form for form in convention.in_force(record, day) if not form.tolerated]
    along = course(convention, forms, day) if forms else None
    if along is None:
        return
    marked = list(mended(_composed(Draft.of(text)), along))
    best = BEARABLE
    for draft in marked:
        for found in _aligned(draft, along, best):
            best = min(best, found.cost)
            yield found
    if best > NEAR_ENOUGH:
        # Nothing small explains the text: perhaps its parts are not where they belong.
        others = (other for draft in marked[:MOST_MARKED] for other in rearranged(draft, along))
        for other in sorted(others, key=lambda one: (one.cost, one.text))[:MOST_ORDERS]:
            for found in _aligned(other, along, best):
                best = min(best, found.cost)
                yield found


def _aligned(draft: Draft, along: Course, best: float) -> Iterator[Draft]:
    """What alignment makes of a draft, as far as it is not much dearer than the best so far."""
    most = min(BEARABLE, best + 2 * MARGIN) - draft.cost
    if most >= 0:
        for found in islice(alignments(draft.text, along.track, most), 2 * MOST):
            yield draft.changed(list(found.changes), found.cost)


def _composed(draft: Draft) -> Draft:
    """Unicode's composed form, cluster by cluster."""
    if is_normalized("NFC", draft.text):
        return draft
    changes = []
    start = 0
    text = draft.text
    for end in range(1, len(text) + 1):
        if end < len(text) and len(normalize("NFC", text[start : end + 1])) <= len(
            normalize("NFC", text[start:end])
        ):
            continue
        part = text[start:end]
        if not is_normalized("NFC", part):
            changes.append(Change(start, end, normalize("NFC", part), "unicode"))
        start = end
    return draft.changed(changes, 0.02)


def _finished(
    convention: Convention, draft: Draft, record: Mapping[str, Any] | None, day: date
) -> Iterator[Draft]:
    """The draft, if it is a valid name, in its canonical spelling."""
    readings = _clean(convention, draft.text, record, day)
    if readings and convention.is_valid(draft.text, record, day):
        for whole in _canonical(draft, readings):
            # The canonical spelling may be longer than a system allows.
            yield whole if convention.is_valid(whole.text, record, day) else draft


def _canonical(draft: Draft, readings: list[Reading]) -> Iterator[Draft]:
    """A name as `format` writes it; as it is, where it has several readings: nobody knows which to write."""
    if len(readings) > 1:
        yield draft
        return
    reading = readings[0]
    changes = []
    for index, start, end in reading.segments:
        kind, path = reading.form.pieces[index].kind, reading.form.pieces[index].path
        stands = draft.text[start:end]
        right = _right(kind, stands) if kind is not None and not kind.strict else stands
        if kind is not None and right != stands:
            mistake = _spelling(stands, right, kind.spec.get("of", kind.spec)["kind"])
            changes.append(Change(start, end, right, mistake, path))
    yield draft.changed(changes, 0.0) if changes else draft


def _right(kind: Kind, text: str) -> str:
    """The canonical spelling of a text; the text itself where it has none."""
    try:
        return kind.encode(kind.decode(text))
    except ValueError:
        return text


def _spelling(found: str, right: str, kind: str) -> str:
    """What kind of mistake an accepted spelling is."""
    if found.casefold() == right.casefold():
        return "case"
    return {"date": "date format", "term": "alias", "integer": "leading zeros"}.get(kind, "spelling")


def _ranked(drafts: list[Draft]) -> list[Repair]:
    """The repairs of some drafts, cheapest first."""
    ranked = []
    for number, draft in enumerate(drafts[:MOST]):
        others = [other.cost for other in drafts if other is not draft]
        alone = number == 0 and all(cost >= draft.cost + MARGIN for cost in others)
        spelling = all(edit.mistake in SPELLING for edit in draft.edits)
        nearest = min(others, default=draft.cost + 1.0)
        confidence = max(0.0, 1.0 - draft.cost / BEARABLE) * (1.0 if nearest > draft.cost + MARGIN else 0.5)
        ranked.append(Repair(draft.text, draft.edits, alone and spelling, round(confidence, 2)))
    return ranked
