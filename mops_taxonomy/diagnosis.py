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
from mops_taxonomy.fault import Fault
from mops_taxonomy.finding import Suggestion
from mops_taxonomy.outline import Fixed, Place, outlines
from mops_taxonomy.repair.blame import blamed
from mops_taxonomy.writing import rewritten

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import date

    from mops_taxonomy.convention import Convention
    from mops_taxonomy.form import Form
    from mops_taxonomy.outline import Outline, Step

__all__ = ["diagnosed"]

_COARSE = {"missing_field", "no_form", "text_left_over"}

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
    faults = _superseded(convention, text, record, forms, day) or _best_alignment(text, forms, day)
    # A part too many, or several faults, is a coarse answer: perhaps a few characters tell it better.
    return (blamed(convention, text, forms, day) or faults) if _is_coarse(faults) else faults


def _is_coarse(faults: list[Fault]) -> bool:
    """Whether another look is worth its time: it takes as long as a dozen diagnoses."""
    if not faults:
        return True
    if len(faults) == 1 and (faults[0].name == "missing_field" or (faults[0].found or "").isspace()):
        return False
    return any(fault.name in _COARSE for fault in faults)


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


def _best_alignment(text: str, forms: list[Form], day: date) -> list[Fault]:
    if not text or len(text) > LONGEST:
        return []
    best: Alignment | None = None
    for form in forms:
        for outline in outlines(form):
            cut = tokens(text, outline, everywhere=False)
            best = _better(text, aligned(text, outline, cut, _most(outline, best)) if cut else None, best)
    if best is None or (best.cost > ONE_FAULT and not best.well_cut):
        # Perhaps it is the delimiters that are wrong: cut at everything that people use as one.
        for form in forms:
            for outline in outlines(form):
                cut = tokens(text, outline, everywhere=True)
                for align in (aligned, aligned_by_another_delimiter):
                    best = _better(
                        text, align(text, outline, cut, _most(outline, best)) if cut else None, best
                    )
    if best is not None:
        return list(_faults(text, best, day))
    return _as_one_field(text, forms, day)


def _better(text: str, found: Alignment | None, best: Alignment | None) -> Alignment | None:
    if found is None or not found.explains(text):
        return best
    return found if best is None or found.score < best.score else best


def _as_one_field(text: str, forms: list[Form], day: date) -> list[Fault]:
    """Where a form is one field only and nothing else explains the text, the text is a wrong value of that field."""
    for form in forms:
        for outline in outlines(form):
            if len(outline.steps) == 1 and len(outline.steps[0].elements) == 1 and not outline.steps[0].fixed:
                return list(_element_faults(list(outline.steps[0].elements), text, 0, day))
    return []


def _most(outline: Outline, best: Alignment | None) -> float:
    """The cost from which on an alignment is of no use: it explains nothing, or another explains more."""
    steps = len(outline.steps)
    bearable = 0.9 if steps == 1 else 0.8 + 0.6 * steps
    return bearable if best is None else min(best.cost + SLACK * steps, bearable)


def _unfit(text: str, forms: list[Form]) -> Fault:
    templates = [form.template for form in forms]
    detail = {"forms": templates}
    return Fault("no_form", span=(0, len(text)), found=text, detail=detail)


def _faults(text: str, alignment: Alignment, day: date) -> Iterator[Fault]:
    at = 0
    steps, cut = alignment.outline.steps, alignment.tokens
    for move in alignment.moves:
        if move.kind != "read" or not move.delimiter or not steps[move.step].exact:
            yield from _move_faults(text, alignment, move, at, day)
        if move.last > move.first:
            at = cut[move.last - 1].end
    end = alignment.outline.end
    if not text.endswith(end):
        yield Fault(
            "wrong_delimiter",
            span=(len(text), len(text)),
            found="",
            expected=repr(end),
            suggestions=(Suggestion(end),),
        )


def _move_faults(text: str, alignment: Alignment, move: Move, at: int, day: date) -> Iterator[Fault]:
    step = alignment.outline.steps[move.step] if move.step < len(alignment.outline.steps) else None
    if move.kind == "left over":
        yield _left_over(text, alignment, move)
        return
    assert step is not None  # noqa: S101  every other move has a step
    if move.kind == "missing":
        yield from _missing(step, at)
        return
    first = alignment.tokens[move.first]
    if not move.delimiter:
        yield _wrong_delimiter(first.delimiter, first.start, step.delimiter)
    stands = text[first.start : alignment.tokens[move.last - 1].end]
    if move.kind == "misread":
        yield from _misread(step, stands, first.start, day)
    elif not step.exact:
        # Of the right shape, but perhaps a term out of force or no real day.
        place = step.elements[0]
        if len(step.elements) == 1 and isinstance(place, Place):
            yield from (fault.at(first.start) for fault in place.nearest(stands).faults(stands, day))


def _wrong_delimiter(found: str, end: int, expected: str) -> Fault:
    span = (end - len(found), end)
    suggestions = (Suggestion(expected),) if expected else ()
    return Fault("wrong_delimiter", span=span, found=found, expected=repr(expected), suggestions=suggestions)


def _left_over(text: str, alignment: Alignment, move: Move) -> Fault:
    token = alignment.tokens[move.first]
    if token.start < token.end:
        return Fault("text_left_over", span=(token.start, token.end), found=text[token.start : token.end])
    if token.delimiter.isspace() and move.first + 1 == len(alignment.tokens):
        return Fault(
            "text_left_over", span=(token.start - len(token.delimiter), token.end), found=token.delimiter
        )
    following = alignment.tokens[move.first + 1].delimiter if move.first + 1 < len(alignment.tokens) else ""
    span = (token.start - len(token.delimiter), token.end + len(following))
    expected = token.delimiter or following
    keep = expected if token.delimiter and following else ""
    return Fault(
        "wrong_delimiter",
        span=span,
        found=text[span[0] : span[1]],
        expected=repr(keep) if keep else "nothing",
        suggestions=(Suggestion(keep),) if keep else (),
    )


def _missing(step: Step, at: int) -> Iterator[Fault]:
    for element in step.elements:
        if isinstance(element, Place):
            expected = " or ".join(option.kind.describe() for option in element.options)
            yield Fault("missing_field", field=element.path, span=(at, at), expected=expected)
        else:
            yield Fault("wrong_delimiter", span=(at, at), found="", expected=repr(element.text))


def _misread(step: Step, text: str, start: int, day: date) -> Iterator[Fault]:
    """Which element of a step is at fault: those that fit from the left and from the right are not."""
    elements = list(step.elements)
    left, right = 0, len(text)
    while len(elements) > 1 and (end := _longest_head(elements[0], text, left, right)) is not None:
        elements.pop(0)
        left = end
    while len(elements) > 1 and (begin := _longest_tail(elements[-1], text, left, right)) is not None:
        elements.pop()
        right = begin
    yield from _element_faults(elements, text[left:right], start + left, day)


def _longest_head(element: Fixed | Place, text: str, left: int, right: int) -> int | None:
    return next((end for end in range(right, left, -1) if element.reads(text[left:end])), None)


def _longest_tail(element: Fixed | Place, text: str, left: int, right: int) -> int | None:
    return next((begin for begin in range(left, right) if element.reads(text[begin:right])), None)


def _element_faults(elements: list[Fixed | Place], text: str, start: int, day: date) -> Iterator[Fault]:
    element = elements[0]
    if isinstance(element, Fixed):
        span = (start, start + len(text))
        suggestions = (Suggestion(element.text),)
        yield Fault(
            "wrong_delimiter", span=span, found=text, expected=repr(element.text), suggestions=suggestions
        )
        return
    if not text:
        expected = " or ".join(option.kind.describe() for option in element.options)
        yield Fault("missing_field", field=element.path, span=(start, start), expected=expected)
        return
    bare = text.strip()
    if bare != text and element.reads(bare):
        yield from _spaces(text, bare, start)
        return
    yield from (fault.at(start) for fault in element.nearest(text).diagnose(text, day))


def _spaces(text: str, bare: str, start: int) -> Iterator[Fault]:
    """White space around a text that is right without it."""
    head = text.index(bare)
    for first, last in ((0, head), (head + len(bare), len(text))):
        if first < last:
            yield Fault("text_left_over", span=(start + first, start + last), found=text[first:last])
