"""What is notable about a valid name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mops_taxonomy.fault import Fault
from mops_taxonomy.name import Name
from mops_taxonomy.structure import GroupPart, NamePart
from mops_taxonomy.writing import Unwritable, write

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mops_taxonomy.convention import Convention
    from mops_taxonomy.reading import Reading

__all__ = ["notes"]


def notes(convention: Convention, text: str, readings: list[Reading]) -> Iterator[Fault]:
    """Spellings that are accepted but not canonical, several readings, limits that may be broken."""
    reading = readings[0]
    spelt = list(_spelling(reading))
    yield from spelt
    if reading.form.tolerated:
        yield _tolerated(convention, reading)
    elif not spelt:
        yield from _empty_groups(reading)
    if len(readings) > 1:
        yield _several(readings)
    for combination in convention.combinations:
        if combination.severity != "error" and combination.applies(reading.form.kinds):
            yield from combination.faults(reading.values, reading.spans, reading.texts)
    yield from convention.limit_faults(text)


def _spelling(reading: Reading) -> Iterator[Fault]:
    for index, start, end in reading.segments:
        kind = reading.form.pieces[index].kind
        if kind is not None:
            for note in kind.notes(reading.text[start:end]):
                yield note.at(start)


def _tolerated(convention: Convention, reading: Reading) -> Fault:
    proposal = None
    for form in convention.forms:
        if form.name == reading.form.replaced_by:
            try:
                proposal = write(form.parts, reading.values)
            except Unwritable:
                proposal = None
    detail = {"reason": reading.form.tolerated, "form": reading.form.name, "proposal": proposal}
    return Fault("tolerated_form", span=(0, len(reading.text)), found=reading.text, detail=detail)


def _empty_groups(reading: Reading) -> Iterator[Fault]:
    """A group whose text stands there without any field: read, never written."""
    if not any(isinstance(part, (GroupPart, NamePart)) for part in reading.form.parts):
        return
    try:
        canonical = write(reading.form.parts, reading.values)
    except Unwritable:
        return
    if canonical != reading.text:
        start = next((i for i, (a, b) in enumerate(zip(canonical, reading.text, strict=False)) if a != b), len(canonical))
        extra = len(reading.text) - len(canonical)
        span = (start, start + max(extra, 0))
        found = reading.text[span[0] : span[1]]
        yield Fault("empty_group", span=span, found=found, detail={"canonical": canonical})


def _several(readings: list[Reading]) -> Fault:
    name = Name(readings[0].form, readings[0].text, tuple(readings))
    disputed = name.ambiguous
    field = disputed[0] if disputed else None
    spans = [span for reading in readings if field and (span := reading.spans.get(field))]
    span = (min(s for s, _ in spans), max(e for _, e in spans)) if spans else (0, len(name.text))
    options = [
        ", ".join(f"{path}={reading.texts[path]}" for path in disputed if path in reading.texts) for reading in readings
    ]
    detail = {"readings": options, "fields": disputed}
    return Fault("two_readings", field=field, span=span, found=name.text[span[0] : span[1]], detail=detail)
