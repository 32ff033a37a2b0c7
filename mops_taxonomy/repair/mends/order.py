"""The parts of a name in another order than that of the convention, or one of them twice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mops_taxonomy.alignment import tokens
from mops_taxonomy.outline import outlines
from mops_taxonomy.repair.draft import Change

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from mops_taxonomy.convention import Convention
    from mops_taxonomy.form import Form
    from mops_taxonomy.outline import Outline
    from mops_taxonomy.repair.draft import Draft

__all__ = ["mends"]

_SWAPPED = 0.5
_REORDERED = 0.8
_REPEATED = 0.6
_MOST_PARTS = 12


def mends(draft: Draft, convention: Convention, forms: list[Form], day: date) -> Iterator[Draft]:
    """The name with its parts where they belong."""
    del convention, day
    told = {draft.text}
    for form in forms:
        for outline in outlines(form):
            for text, cost, mistake in _ordered(draft.text, outline):
                if text not in told:
                    told.add(text)
                    yield draft.changed([Change(*_span(draft.text, text), mistake)], cost)


def _span(old: str, new: str) -> tuple[int, int, str]:
    """What differs: the part of the old text, and the new text for it."""
    start = next(
        (i for i, (a, b) in enumerate(zip(old, new, strict=False)) if a != b), min(len(old), len(new))
    )
    end = 0
    while end < min(len(old), len(new)) - start and old[-1 - end] == new[-1 - end]:
        end += 1
    return start, len(old) - end, new[start : len(new) - end]


def _ordered(text: str, outline: Outline) -> Iterator[tuple[str, float, str]]:
    steps = outline.steps
    cut = tokens(text, outline, everywhere=False)
    if not 1 < len(cut) <= _MOST_PARTS:
        return
    parts = [text[token.start : token.end] for token in cut]
    if len(parts) == len(steps) + 1:
        for at in range(1, len(parts)):
            if parts[at] == parts[at - 1]:
                rest = parts[:at] + parts[at + 1 :]
                if all(step.reads(part) for step, part in zip(steps, rest, strict=True)):
                    yield _written(outline, rest), _REPEATED, "repeated field"
    if len(parts) != len(steps):
        return
    fits = [[at for at, part in enumerate(parts) if step.reads(part)] for step in steps]
    order = _matching(fits)
    if order is not None and order != list(range(len(parts))):
        moved = sum(at != number for number, at in enumerate(order))
        cost = _SWAPPED if moved == 2 else _REORDERED
        yield _written(outline, [parts[at] for at in order]), cost, "order"


def _written(outline: Outline, parts: list[str]) -> str:
    pairs = zip(outline.steps, parts, strict=True)
    return "".join(step.delimiter + part for step, part in pairs) + outline.end


def _matching(fits: list[list[int]]) -> list[int] | None:
    """A part for every step, those with the fewest choices first, each near its own place."""
    chosen: dict[int, int] = {}
    for step in sorted(range(len(fits)), key=lambda number: len(fits[number])):
        free = [at for at in fits[step] if at not in chosen.values()]
        if not free:
            return None
        chosen[step] = min(free, key=lambda at: abs(at - step))
    return [chosen[step] for step in range(len(fits))]
