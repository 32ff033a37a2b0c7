"""The names that a wrong one may have been meant to be, the likeliest first."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Any, NamedTuple
from unicodedata import is_normalized, normalize

from mops_taxonomy.repair.aligning import OPEN, Effort, alignments
from mops_taxonomy.repair.course import course
from mops_taxonomy.repair.draft import Change, Draft
from mops_taxonomy.repair.guess import free_cuts, is_invented
from mops_taxonomy.repair.mends import mended
from mops_taxonomy.repair.mistakes import SPELLING
from mops_taxonomy.repair.rearranging import rearranged, repeated
from mops_taxonomy.repair.repair import Repair
from mops_taxonomy.repair.safety import keeps_meaning

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
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

BESIDE = 0.35
"""How much dearer than the best so far a repair may be to be told as well."""

MOST_MARKED = 4
MOST_ORDERS = 8
"""Drafts that are rearranged, and rearrangements that are looked at."""

SOON = 0.6
"""What is looked for first: where that explains a text by far, nothing else is looked for."""

NEXT = 0.15
"""How much dearer than the best so far a repair in another order may be."""

SMALL = 0.3
"""What costs no more is explained: no part of the name is doubted."""

FREE_CUT = 0.2
"""What a delimiter costs more that is put between two words of open text, which might be one word."""

TORN = 0.15
"""What it costs that a part that changes places is not a field, but a piece of one."""

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
        draft = _canonical(Draft.of(text), readings)
        valid = draft.text != text and convention.is_valid(draft.text, record, day)
        return _ranked([_Whole(draft, same=True)] if valid else [])
    found: dict[str, _Whole] = {}
    effort = Effort()
    for candidate in _candidates(convention, text, record, day, effort):
        whole = _finished(convention, candidate, record, day)
        if whole is not None and not found.get(whole.draft.text, whole).draft.cost < whole.draft.cost:
            found[whole.draft.text] = whole
    ranked = _ranked(sorted(found.values(), key=lambda one: (one.draft.cost, one.draft.text)))
    # Of what was not looked at, something may be as near.
    return [repair._replace(safe=repair.safe and effort.all_seen) for repair in ranked]


class _Candidate(NamedTuple):
    """A text that fits the convention.

    Attributes:
        draft: the text.
        moved: its parts that stood elsewhere.
    """

    draft: Draft
    moved: tuple[str, ...] = ()


class _Whole(NamedTuple):
    """A valid name.

    Attributes:
        draft: the name.
        same: whether it surely says what the wrong one said.
        guess: whether it cuts a word where nobody can tell: not told, but another way to read the text.
    """

    draft: Draft
    same: bool
    guess: bool = False


def _clean(convention: Convention, text: str, record: Mapping[str, Any] | None, day: date) -> list[Reading]:
    """The readings of a valid name."""
    if not convention.allows(text):
        return []
    return convention.analysed(text, convention.in_force(record, day), day).readings


def _candidates(
    convention: Convention, text: str, record: Mapping[str, Any] | None, day: date, effort: Effort
) -> Iterator[_Candidate]:
    """Texts that fit the convention, by the mends of the whole name and then by alignment."""
    forms = [form for form in convention.in_force(record, day) if not form.tolerated]
    along = course(convention, forms, day) if forms else None
    if along is None:
        return
    marked = list(mended(_composed(Draft.of(text)), along))
    near = _aligned(marked, along, SOON, effort)
    if _least(near) > SOON - MARGIN:
        near = _aligned(marked, along, BEARABLE, effort)
    yield from map(_Candidate, near)
    best = _least(near)
    if best <= SMALL:
        return
    # Nothing small explains the text: perhaps a part stands there twice.
    single = [one for draft in marked[:MOST_MARKED] for one in repeated(draft)]
    near = _aligned(single, along, best + BESIDE, effort)
    yield from map(_Candidate, near)
    best = min(best, _least(near))
    if best > NEAR_ENOUGH + OPEN * len(text):
        # Perhaps its parts are not where they belong.
        others = [other for draft in (*marked, *single)[:MOST_MARKED] for other in rearranged(draft, along)]
        for other in sorted(others, key=lambda one: (one.likely, one.draft.text))[:MOST_ORDERS]:
            near = _aligned([other.draft], along, best + NEXT, effort)
            yield from (_Candidate(draft, other.moved) for draft in near)
            best = min(best, _least(near))


def _aligned(drafts: Sequence[Draft], along: Course, most: float, effort: Effort) -> list[Draft]:
    """What alignment makes of some drafts, as far as it costs no more, and not much more than the best."""
    found: list[Draft] = []
    for draft in drafts:
        room = min(BEARABLE, most, _least(found) + BESIDE) - draft.cost
        if room >= 0:
            near = islice(alignments(draft.text, along.track, room, effort), 2 * MOST)
            found += [draft.changed(list(one.changes), one.cost) for one in near]
    return found


def _least(drafts: Sequence[Draft]) -> float:
    """What the likeliest of some drafts costs; what is bearable where there is none."""
    return min((draft.cost for draft in drafts), default=BEARABLE)


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
    convention: Convention, candidate: _Candidate, record: Mapping[str, Any] | None, day: date
) -> _Whole | None:
    """The draft, if it is a valid name, in its canonical spelling."""
    draft = candidate.draft
    readings = _clean(convention, draft.text, record, day)
    if not readings or is_invented(draft, readings[0]) or not convention.is_valid(draft.text, record, day):
        return None
    cuts = list(free_cuts(draft, readings[0]))
    draft = draft._replace(cost=draft.cost + FREE_CUT * len(cuts))
    if not all(_whole(part, draft.text, readings[0]) for part in candidate.moved):
        draft = draft._replace(cost=draft.cost + TORN)
    same = keeps_meaning(draft, readings)
    canonical = _canonical(draft, readings)
    # The canonical spelling may be longer than a system allows.
    return _Whole(canonical if convention.is_valid(canonical.text, record, day) else draft, same, any(cuts))


def _whole(part: str, text: str, reading: Reading) -> bool:
    """Whether a part is one field or some, no piece of one; so as well if it does not stand there as it was."""
    starts = {start for start, _ in reading.spans.values()}
    ends = {end for _, end in reading.spans.values()}
    places = [at for at in range(len(text)) if text.startswith(part, at)]
    return not places or any(at in starts and at + len(part) in ends for at in places)


def _canonical(draft: Draft, readings: list[Reading]) -> Draft:
    """A name as `format` writes it; as it is, where it has several readings: nobody knows which to write."""
    if len(readings) > 1:
        return draft
    reading = readings[0]
    changes = []
    for index, start, end in reading.segments:
        kind, path = reading.form.pieces[index].kind, reading.form.pieces[index].path
        stands = draft.text[start:end]
        right = _right(kind, stands) if kind is not None and not kind.strict else stands
        if kind is not None and right != stands:
            mistake = _spelling(stands, right, kind.spec.get("of", kind.spec)["kind"])
            changes.append(Change(start, end, right, mistake, path))
    return draft.changed(changes, 0.0) if changes else draft


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


def _ranked(found: list[_Whole]) -> list[Repair]:
    """The repairs of some drafts, cheapest first."""
    ranked = []
    told = [one for one in found if not one.guess]
    for number, (draft, same, _) in enumerate(told[:MOST]):
        others = [other.draft.cost for other in found if other.draft is not draft]
        nearest = min(others, default=draft.cost + 1.0)
        apart = nearest > draft.cost + MARGIN
        spelling = same and all(edit.mistake in SPELLING for edit in draft.edits)
        confidence = max(0.0, 1.0 - draft.cost / BEARABLE) * (1.0 if apart else 0.5)
        safe = number == 0 and apart and spelling
        ranked.append(Repair(draft.text, draft.apart, safe, round(confidence, 2)))
    return ranked
