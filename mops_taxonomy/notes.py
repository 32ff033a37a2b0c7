"""What is notable about a valid name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mops_taxonomy.fault import Fault
from mops_taxonomy.finding import Suggestion
from mops_taxonomy.name import Name
from mops_taxonomy.writing import Unwritable, rewritten, write

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from mops_taxonomy.convention import Convention
    from mops_taxonomy.reading import Reading

__all__ = ["notes"]

MOST_SHOWN = 4


def notes(convention: Convention, text: str, readings: list[Reading], day: date) -> Iterator[Fault]:
    """Spellings that are accepted but not canonical, several readings, limits that may be broken."""
    reading = readings[0]
    spelt = list(_spelling(reading))
    yield from spelt
    tolerated = [*_tolerated(convention, reading), *_tolerated_inside(reading)]
    yield from tolerated or _empty_groups(reading, spelt)
    if len(readings) > 1:
        yield _several(readings)
    for combination in convention.combinations_in(reading.form):
        if combination.severity != "error":
            yield from combination.faults(reading)
    yield from convention.lowered_faults(reading, day)
    yield from convention.limit_faults(text)


def _spelling(reading: Reading) -> Iterator[Fault]:
    for index, start, end in reading.segments:
        kind = reading.form.pieces[index].kind
        if kind is not None and not kind.strict:
            for note in kind.notes(reading.text[start:end]):
                yield note.at(start)


def _tolerated(convention: Convention, reading: Reading) -> Iterator[Fault]:
    form = reading.form
    if not form.tolerated:
        return
    proposal = rewritten(form.replaced_by, convention.forms, reading.values)
    yield Fault(
        "tolerated_form",
        span=(0, len(reading.text)),
        found=reading.text,
        suggestions=(Suggestion(proposal),) if proposal else (),
        detail={"reason": form.tolerated, "form": form.name, "proposal": proposal},
    )


def _tolerated_inside(reading: Reading) -> Iterator[Fault]:
    for inner, (start, end) in reading.form.inner_forms(reading).items():
        if inner.tolerated:
            detail = {"reason": inner.tolerated, "form": inner.name, "proposal": None}
            yield Fault(
                "tolerated_form",
                field=inner.path,
                span=(start, end),
                found=reading.text[start:end],
                detail=detail,
            )


def _empty_groups(reading: Reading, spelt: list[Fault]) -> Iterator[Fault]:
    """A group whose text stands there without any field: read, never written."""
    if not reading.form.empty_groups:
        return
    try:
        canonical = write(reading.form.parts, reading.values)
    except Unwritable:
        return
    # The same text with its fields spelt canonically: what then still differs is the fixed text of groups.
    text, moved = reading.text, []
    for note in sorted(spelt, key=lambda note: note.span or (0, 0), reverse=True):
        if note.span is not None and "canonical" in note.detail:
            text = text[: note.span[0]] + note.detail["canonical"] + text[note.span[1] :]
            moved.append((note.span[0], len(note.detail["canonical"]) - (note.span[1] - note.span[0])))
    if text == canonical:
        return
    start = next((i for i, (a, b) in enumerate(zip(canonical, text, strict=False)) if a != b), len(canonical))
    end = start + max(len(text) - len(canonical), 0)
    shift = sum(by for at, by in moved if at < start)
    span = (start - shift, end - shift)
    detail = {"canonical": canonical}
    yield Fault("empty_group", span=span, found=reading.text[span[0] : span[1]], detail=detail)


def _several(readings: list[Reading]) -> Fault:
    name = Name(readings[0].form, readings[0].text, tuple(readings))
    disputed = name.ambiguous
    field = disputed[0] if disputed else None
    spans = [span for reading in readings if field and (span := reading.spans.get(field))]
    span = (min(s for s, _ in spans), max(e for _, e in spans)) if spans else (0, len(name.text))
    options = [
        ", ".join(f"{path}={texts[path]}" for path in disputed if path in texts)
        for texts in (reading.texts for reading in readings[:MOST_SHOWN])
    ]
    detail = {"readings": options, "fields": disputed, "count": len(readings)}
    return Fault("two_readings", field=field, span=span, found=name.text[span[0] : span[1]], detail=detail)
