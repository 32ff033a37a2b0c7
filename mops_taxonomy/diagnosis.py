"""Why a text is not a name: the field that is wrong, where it stands, and what would be right there.

Asked only of texts that are known to be wrong. First the cheap and certain answers: a limit of a system, a reading
with an error, a form that is out of force. Else the text is laid along the outlines of the forms, and the
cheapest way to do so tells what was meant.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from unicodedata import combining, is_normalized, normalize

from mops_taxonomy.alignment import (
    ONE_FAULT,
    SLACK,
    Alignment,
    Move,
    aligned,
    aligned_by_another_delimiter,
    tokens,
)
from mops_taxonomy.explanation import explained, explained_as_one_field
from mops_taxonomy.fault import Fault
from mops_taxonomy.finding import Suggestion
from mops_taxonomy.outline import outlines
from mops_taxonomy.placeholder import told_as_unfilled, unfilled
from mops_taxonomy.repair.blame import MOST, SLIP, blamed
from mops_taxonomy.repair.mistakes import invisible
from mops_taxonomy.truncation import cut_off, unfinished
from mops_taxonomy.writing import rewritten

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import date

    from mops_taxonomy.convention import Convention
    from mops_taxonomy.form import Form
    from mops_taxonomy.outline import Outline

__all__ = ["diagnosed"]

LONGEST = 2_000
"""Longer texts are not aligned: no system has names of that length."""


def diagnosed(
    convention: Convention,
    text: str,
    record: Mapping[str, Any] | None,
    day: date,
    forms: Sequence[Form] | None = None,
) -> list[Fault]:
    """The faults of a text that is not a valid name of these forms, at least one."""
    if not is_normalized("NFC", text):
        return list(_decomposed(text))
    forms = convention.in_force(record, day) if forms is None else list(forms)
    limits = [fault for fault in convention.limit_faults(text) if fault.name != "unsure_limit"]
    return [*_shape_faults(convention, text, record, forms, day, limits), *limits] or [_unfit(text, forms)]


def _shape_faults(
    convention: Convention,
    text: str,
    record: Mapping[str, Any] | None,
    forms: list[Form],
    day: date,
    limits: list[Fault],
) -> list[Fault]:
    found = convention.analysed(text, forms, day)
    if found.readings and limits:
        return []
    if found.faulty:
        return min(found.faulty, key=lambda faulty: len(faulty.faults)).faults
    return (
        _surrounded(convention, text, forms, day)
        or _superseded(convention, text, record, forms, day)
        or unfilled(text, forms, day)
        or cut_off(convention, text, forms, day)
        or told_as_unfilled(_nearest(convention, text, forms, day), text, forms)
    )


def _surrounded(convention: Convention, text: str, forms: list[Form], day: date) -> list[Fault]:
    """What nobody sees before and after a text that is a name without it."""
    start, end = 0, len(text)
    while start < end and _unseen(text[start]):
        start += 1
    while end > start and _unseen(text[end - 1]):
        end -= 1
    spans = [span for span in ((0, start), (end, len(text))) if span[0] < span[1]]
    if not spans or not convention.analysed(text[start:end], forms, day).readings:
        return []
    return [Fault("text_left_over", span=span, found=text[slice(*span)]) for span in spans]


def _unseen(character: str) -> bool:
    return character.isspace() or invisible(character)


def _nearest(convention: Convention, text: str, forms: list[Form], day: date) -> list[Fault]:
    """What is wrong, by the outline nearest to the text; where that leaves doubts, by what would put it right."""
    if not text or len(text) > LONGEST:
        return []
    best, alone = _best_alignment(text, forms)
    faults = list(explained_as_one_field(text, forms, day) if best is None else explained(text, best, day))
    if best is not None and _is_plain(text, best, alone=alone):
        return faults
    if best is not None and _is_gap(best):
        return faults
    stopped = unfinished(convention, text, forms, day, best.cost if best is not None else ONE_FAULT)
    missing = best is not None and all(move.kind in {"read", "missing"} for move in best.moves)
    return blamed(convention, text, forms, day, SLIP if stopped or missing else MOST) or stopped or faults


def _is_plain(text: str, alignment: Alignment, *, alone: bool) -> bool:
    """Whether nothing else can be meant: another look takes as long as a dozen diagnoses."""
    wrong = [move for move in alignment.moves if move.kind != "read"]
    if not wrong:
        return True
    if not text.endswith(alignment.outline.end):
        return False
    if len(wrong) == 1 and wrong[0].kind == "left over":
        first = alignment.tokens[wrong[0].first]
        return first.start == first.end
    return all(move.kind == "misread" for move in wrong) and all(
        _is_plainly_misread(text, alignment, move, alone=alone and (len(wrong) == 1 or move.delimiter))
        for move in wrong
    )


def _is_plainly_misread(text: str, alignment: Alignment, move: Move, *, alone: bool) -> bool:
    step = alignment.outline.steps[move.step]
    if not step.plain or not step.held.isdisjoint("".join(alignment.outline.delimiters)):
        return False
    start, end = alignment.tokens[move.first].start, alignment.tokens[move.last - 1].end
    return alone or step.resembles(text[start:end])


def _is_gap(alignment: Alignment) -> bool:
    """Whether something is missing within the text, and no open text beside it may have swallowed it."""
    moves, steps = alignment.moves, alignment.outline.steps
    gaps = [number for number, move in enumerate(moves) if move.kind == "missing"]
    if not gaps or gaps[-1] == len(moves) - 1 or any(move.kind not in {"read", "missing"} for move in moves):
        return False
    beside = {number + way for number in gaps for way in (-1, 1)} & set(range(len(moves)))
    return not any(steps[moves[number].step].open for number in beside)


def _decomposed(text: str) -> Iterator[Fault]:
    """Every place where characters are written in parts, with the composed form."""
    start = 0
    for end in range(1, len(text) + 1):
        if end < len(text) and _joins(text[start:end], text[end]):
            continue
        found = text[start:end]
        if not is_normalized("NFC", found):
            suggestions = (Suggestion(normalize("NFC", found)),)
            yield Fault("not_composed", span=(start, end), found=found, suggestions=suggestions)
        start = end


def _joins(before: str, character: str) -> bool:
    """Whether a character belongs to the one before it: a mark, or a part that composes with it."""
    composed = normalize("NFC", before) + character
    return combining(character) > 0 or (
        is_normalized("NFC", character) and not is_normalized("NFC", composed)
    )


def _superseded(
    convention: Convention, text: str, record: Mapping[str, Any] | None, forms: list[Form], day: date
) -> list[Fault]:
    """The form that the text fits, when that form is not in force on the day."""
    others = [f for f in convention.forms if f not in forms and not f.window.holds(day) and f.applies(record)]
    if not others:
        return []
    found = convention.analysed(text, others, day)
    readings = [
        *found.readings,
        *(faulty.reading for faulty in found.faulty if _only_out_of_force(faulty.faults)),
    ]
    if not readings:
        return []
    form = readings[0].form
    since, until = form.window
    # A form that is not in force either is no way out.
    proposal = rewritten(form.replaced_by, forms, readings[0].values)
    detail = {"form": form.name, "since": since, "until": until, "day": day, "proposal": proposal}
    suggestions = (Suggestion(proposal),) if proposal else ()
    return [Fault("superseded_form", span=(0, len(text)), found=text, suggestions=suggestions, detail=detail)]


def _only_out_of_force(faults: list[Fault]) -> bool:
    """Old names hold old terms: that says nothing against the form."""
    return all(fault.name in {"term_retired", "term_not_yet"} for fault in faults)


def _best_alignment(text: str, forms: list[Form]) -> tuple[Alignment | None, bool]:
    """The best way to lay the text along an outline, and whether there is only one outline."""
    laid = [outline for form in forms for outline in outlines(form)]
    best: Alignment | None = None
    for outline in laid:
        cut = tokens(text, outline, everywhere=False)
        best = _better(text, aligned(text, outline, cut, _most(outline, best)) if cut else None, best)
    if best is None or (best.cost > ONE_FAULT and not best.well_cut):
        # Perhaps it is the delimiters that are wrong: cut at everything that people use as one.
        for outline in laid:
            cut = tokens(text, outline, everywhere=True)
            for align in (aligned, aligned_by_another_delimiter):
                best = _better(text, align(text, outline, cut, _most(outline, best)) if cut else None, best)
    return best, len(laid) == 1


def _better(text: str, found: Alignment | None, best: Alignment | None) -> Alignment | None:
    if found is None or not found.explains(text):
        return best
    return found if best is None or found.score < best.score else best


def _most(outline: Outline, best: Alignment | None) -> float:
    """The cost from which on an alignment is of no use: it explains nothing, or another explains more."""
    steps = len(outline.steps)
    bearable = 0.9 if steps == 1 else 0.8 + 0.6 * steps
    return bearable if best is None else min(best.cost + SLACK * steps, bearable)


def _unfit(text: str, forms: list[Form]) -> Fault:
    templates = [form.template for form in forms]
    detail = {"forms": templates}
    return Fault("no_form", span=(0, len(text)), found=text, detail=detail)
