"""Why a text is not a name: the field that is wrong, where it stands, and what would be right there.

Asked only of texts that are known to be wrong. First the cheap and certain answers: a limit of a system, a reading
with an error, a form that is out of force. Else the text is laid along the outlines of the forms, and the
cheapest way to do so tells what was meant.
"""

from __future__ import annotations

import re
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
from mops_taxonomy.placeholder import holes_in, told_as_unfilled, unfilled
from mops_taxonomy.repair.blame import MOST, SLIP, blamed
from mops_taxonomy.repair.mistakes import DELIMITERS, invisible
from mops_taxonomy.truncation import cut_off, unfinished
from mops_taxonomy.writing import rewritten, sketched

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import date

    from mops_taxonomy.convention import Convention
    from mops_taxonomy.form import Form
    from mops_taxonomy.outline import Outline

__all__ = ["diagnosed"]

_SEPARATORS = "".join(DELIMITERS)

WIDEST = 3
"""Words of a part that is looked for a second time."""

_WORD = re.compile(r"[^\W_]+")

MARGIN = 0.3
"""How much likelier it must be that a text ends too early than that something in it is wrong."""

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
    holes = holes_in(text)
    return (
        _surrounded(convention, text, forms, day)
        or _superseded(convention, text, record, forms, day)
        or (unfilled(text, holes, forms, day) if holes else [])
        or cut_off(convention, text, forms, day)
        or told_as_unfilled(_nearest(convention, text, forms, day), holes, forms)
    )


def _surrounded(convention: Convention, text: str, forms: list[Form], day: date) -> list[Fault]:
    """What nobody sees before and after a text that is a name without it."""
    if not text or not (_unseen(text[0]) or _unseen(text[-1])):
        return []
    start, end = 0, len(text)
    while start < end and _unseen(text[start]):
        start += 1
    while end > start and _unseen(text[end - 1]):
        end -= 1
    spans = [span for span in ((0, start), (end, len(text))) if span[0] < span[1]]
    if not convention.analysed(text[start:end], forms, day).readings:
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
    gaps = best is not None and all(move.kind in {"read", "missing"} for move in best.moves)
    if best is not None and alone and gaps and _is_gap(text, best):
        return faults
    twice = _repeated(convention, text, forms, day)
    if twice is not None:
        return [twice]
    cost = best.cost if best is not None else ONE_FAULT
    likelier = 0.0 if best is not None and gaps and not _ends_well(best) else MARGIN
    stopped = unfinished(convention, text, forms, day, cost - likelier)
    return blamed(convention, text, forms, day, SLIP if stopped or gaps else MOST) or stopped or faults


def _repeated(convention: Convention, text: str, forms: list[Form], day: date) -> Fault | None:
    """A part of the text that stands there a second time, where the text is a name without it."""
    words = [match.span() for match in _WORD.finditer(text)]
    for size in range(1, WIDEST + 1):
        for first in range(len(words) - 2 * size + 1):
            end, again = words[first + size - 1][1], words[first + size][0]
            last = words[first + 2 * size - 1][1]
            found = text[again:last]
            rest = text[:end] + text[last:]
            if text[words[first][0] : end] == found and convention.analysed(rest, forms, day).readings:
                return Fault("text_left_over", span=(again, last), found=found)
    return None


def _ends_well(alignment: Alignment) -> bool:
    """Whether the end of the text is the last part of the form, and not by reading nearly everything."""
    last = alignment.moves[-1]
    return last.kind == "read" and not alignment.outline.steps[last.step].open


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
    if not step.plain or not step.held.isdisjoint(alignment.outline.marks):
        return False
    start, end = alignment.tokens[move.first].start, alignment.tokens[move.last - 1].end
    found = text[start:end]
    return (alone and (len(step.elements) == 1 or found.isascii())) or step.resembles(found)


def _is_gap(text: str, alignment: Alignment) -> bool:
    """Whether something is missing within the text, and no open text beside it has swallowed it."""
    moves = alignment.moves
    gaps = [number for number, move in enumerate(moves) if move.kind == "missing"]
    return _ends_well(alignment) and not any(
        _has_swallowed(text, alignment, moves[number + way], moves[number], way)
        for number in gaps
        for way in (-1, 1)
        if 0 <= number + way < len(moves)
    )


def _has_swallowed(text: str, alignment: Alignment, move: Move, missing: Move, way: int) -> bool:
    """Whether the text of one step ends, or begins, with what is missing beside it."""
    steps = alignment.outline.steps
    if move.kind == "missing" or not steps[move.step].open:
        return False
    step = steps[missing.step]
    found = text[alignment.tokens[move.first].start : alignment.tokens[move.last - 1].end]
    ends = (found[at:] if way < 0 else found[:at] for at in range(1, len(found)))
    return step.open or any(step.reads(end.strip(_SEPARATORS)) for end in ends)


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
    detail: dict[str, Any] = {"form": form.name, "since": since, "until": until, "day": day}
    fault = Fault("superseded_form", span=(0, len(text)), found=text, detail=detail)
    # A form that is not in force either is no way out.
    follower = next((one for one in forms if one.name == form.replaced_by), None)
    if follower is not None:
        wanted = tuple(path for path in follower.required if path not in readings[0].values)
        detail |= {"follower": follower.name, "wanted": wanted}
        fault.expected, fault.suggestions = _followed(follower, wanted, readings[0].values, record)
    return [fault]


def _followed(
    follower: Form, wanted: tuple[str, ...], values: Mapping[str, Any], record: Mapping[str, Any] | None
) -> tuple[str | None, tuple[Suggestion, ...]]:
    """What the name should be by the form that follows an older one, in words and as a suggestion.

    What the old name does not hold must be known of the record: a value is never guessed.
    """
    known = {path: record[path] for path in wanted if record and record.get(path)}
    proposal = rewritten(follower.name, [follower], {**values, **known})
    if proposal is not None:
        return None, (Suggestion(proposal, f"with {_listed(wanted)} of the record" if wanted else None),)
    if not wanted:
        return None, ()
    return f"`{sketched(follower.parts, values)}`, with {_listed(wanted)} from the record", ()


def _listed(fields: tuple[str, ...]) -> str:
    return " and ".join(f"`{field}`" for field in fields)


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
