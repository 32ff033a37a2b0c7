"""The faults that an alignment tells of: what each part of the text that does not fit was taken for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mops_taxonomy.fault import Fault
from mops_taxonomy.finding import Suggestion
from mops_taxonomy.outline import Fixed, Place, outlines

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from mops_taxonomy.alignment import Alignment, Move
    from mops_taxonomy.form import Form
    from mops_taxonomy.outline import Step

__all__ = ["explained", "explained_as_one_field"]


def explained(text: str, alignment: Alignment, day: date) -> Iterator[Fault]:
    """The faults of a text that is laid along an outline, from left to right."""
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


def explained_as_one_field(text: str, forms: Iterable[Form], day: date) -> list[Fault]:
    """Where a form is one field only and nothing else explains the text, the text is a wrong value of that field."""
    for form in forms:
        for outline in outlines(form):
            if len(outline.steps) == 1 and len(outline.steps[0].elements) == 1 and not outline.steps[0].fixed:
                return list(_element_faults(list(outline.steps[0].elements), text, 0, day))
    return []


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
            yield element.missing(at)
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
        yield element.missing(start)
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
