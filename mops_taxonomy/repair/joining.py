"""Changes that were made one after another, as edits of the name as it was, of which no two overlap."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from mops_taxonomy.repair.mistakes import SPELLING
from mops_taxonomy.repair.repair import Edit

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from mops_taxonomy.repair.draft import Change

__all__ = ["joined"]


class _Span(NamedTuple):
    """What is in the place of a part of the text, or comes there.

    Attributes:
        start: where it begins in the text that the next changes are made in.
        end: where it ends, excluded.
        by: the edit that wrote it, or the change that takes its place.
    """

    start: int
    end: int
    by: Edit | Change


def joined(original: str, layers: Iterable[Sequence[Change]]) -> tuple[Edit, ...]:
    """The edits from left to right; made in the name as it was, from right to left, they give what it became.

    Args:
        original: the name as it was.
        layers: changes from left to right, those of each layer in the text that the layers before it gave.
    """
    edits: list[Edit] = []
    for changes in layers:
        edits = list(_over(original, edits, changes))
    return tuple(edits)


def _over(original: str, edits: Sequence[Edit], changes: Iterable[Change]) -> Iterator[Edit]:
    """The edits with more changes made; what a change takes in or cuts becomes one with it."""
    text = _made(original, edits)
    shift = 0  # how much further right a place is in the text than in the original
    for group in _touching([*_written(edits), *(_Span(one.start, one.end, one) for one in changes)]):
        start, end = group[0].start, max(one.end for one in group)
        begin = start - shift
        shift += sum(len(one.by.new) + one.by.start - one.by.end for one in group if isinstance(one.by, Edit))
        later = [one.by for one in group if not isinstance(one.by, Edit)]
        new = _made(text[:end], later)[start:]
        old = original[begin : end - shift]
        if new != old:
            yield Edit(_mistake(group), begin, end - shift, old, new, _field(group, start, end))


def _written(edits: Iterable[Edit]) -> Iterator[_Span]:
    """Where stands what some edits wrote."""
    shift = 0
    for edit in edits:
        start = edit.start + shift
        yield _Span(start, start + len(edit.new), edit)
        shift += len(edit.new) - (edit.end - edit.start)


def _touching(spans: list[_Span]) -> Iterator[list[_Span]]:
    """Spans that overlap, together; those that only meet are apart."""
    group: list[_Span] = []
    end = 0
    for span in sorted(spans, key=lambda one: one[:2]):
        if group and span.start >= end:
            yield group
            group = []
        end = max(end, span.end) if group else span.end
        group.append(span)
    if group:
        yield group


def _made(text: str, parts: Iterable[Edit | Change]) -> str:
    """A text with some parts of it, from left to right, replaced."""
    pieces: list[str] = []
    at = 0
    for part in parts:
        pieces += (text[at : part.start], part.new)
        at = part.end
    return "".join((*pieces, text[at:]))


def _mistake(group: Sequence[_Span]) -> str:
    """What they put right together: from left to right the first that is more than spelling, if any is."""
    mistakes = [one.by.mistake for one in group]
    return next((mistake for mistake in mistakes if mistake not in SPELLING), mistakes[0])


def _field(group: Sequence[_Span], start: int, end: int) -> str | None:
    """The field of all of it: that of every part, or of what was written last over the whole place."""
    fields = {one.by.field for one in group}
    whole = [one.by.field for one in group if (one.start, one.end) == (start, end)]
    return fields.pop() if len(fields) == 1 else whole[-1] if whole else None
