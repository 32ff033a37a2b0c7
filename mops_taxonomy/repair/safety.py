"""Whether a repair changes nothing but the spelling of what is there, and nothing else could have been meant."""

from __future__ import annotations

from itertools import product, takewhile
from typing import TYPE_CHECKING, Any

from mops_taxonomy.algebra.language import fold
from mops_taxonomy.repair.guess import is_unlisted, spans_before
from mops_taxonomy.repair.mistakes import DELIMITERS, SPELLING, divides, invisible, plain

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mops_taxonomy.reading import Reading
    from mops_taxonomy.repair.draft import Draft
    from mops_taxonomy.repair.repair import Edit

__all__ = ["keeps_meaning"]

_BETWEEN = frozenset({"delimiter", "space"})
"""Mistakes in what stands between words."""


def keeps_meaning(draft: Draft, readings: Sequence[Reading]) -> bool:
    """Whether a valid name says what the wrong one said, by its edits and by what it is read as.

    Args:
        draft: the valid name.
        readings: its readings.
    """
    edits = draft.edits
    return (
        len(readings) == 1
        and all(edit.mistake in SPELLING for edit in edits)
        and not any(_puts_in_a_sign(edit) or _of_two_delimiters(edit, draft.original) for edit in edits)
        and not _cut_short(edits, len(draft.original))
        and not _both_list_and_name(edits, readings[0])
        and not _may_be_listed(draft, readings[0])
        and not any(_recased(edit, readings[0], draft.original) for edit in edits)
        and not _frayed(draft, readings[0])
    )


def _puts_in_a_sign(edit: Edit) -> bool:
    """Whether a bracket or another sign that divides nothing is put in: what it should hold may be missing too."""
    return edit.mistake == "delimiter" and not all(map(divides, edit.new))


def _of_two_delimiters(edit: Edit, text: str) -> bool:
    """Whether one of two different delimiters side by side is taken away: what stood between them may be lost."""
    if edit.mistake != "delimiter" or edit.start == edit.end:
        return False
    start = edit.start - sum(1 for _ in takewhile(divides, reversed(text[: edit.start])))
    end = edit.end + sum(1 for _ in takewhile(divides, text[edit.end :]))
    signs = {plain(sign) for sign in text[start:end] if not invisible(sign)} - {" "}
    return len(signs) > 1


def _cut_short(edits: Sequence[Edit], size: int) -> bool:
    """Whether a delimiter is taken from the end and another one written elsewhere: the end of the name may be lost."""
    between = [edit for edit in edits if edit.mistake == "delimiter"]
    return any(edit.end == size and not edit.new for edit in between) and any(edit.new for edit in between)


def _both_list_and_name(edits: Sequence[Edit], reading: Reading) -> bool:
    """Whether one sign is taken to join the values of a list in one place, and for something else in another."""
    lists = {
        path for path, kinds in reading.form.kinds.items() if any(k.spec["kind"] == "list" for k in kinds)
    }
    for edit in edits:
        if edit.mistake == "delimiter" and edit.field in lists and edit.old:
            return any(other.old == edit.old and other.new != edit.new for other in edits)
    return False


def _may_be_listed(draft: Draft, reading: Reading) -> bool:
    """Whether open text beside a list begins, or ends, with what may be one more item of it."""
    spans, texts = spans_before(draft, reading), reading.texts
    kinds = {path: reading.form.kinds[path][0] for path in spans}
    for edit in draft.edits:
        if edit.mistake == "delimiter" and edit.old:
            before = [path for path, (_, end) in spans.items() if end == edit.start]
            after = [path for path, (start, _) in spans.items() if start == edit.end]
            for one, other, side in (*product(before, after, [0]), *product(after, before, [-1])):
                words = texts[other].split(edit.old)
                if len(words) > 1 and kinds[other].open and _is_item(kinds[one], words[side]):
                    return True
    return False


def _is_item(kind: Any, word: str) -> bool:
    """Whether a word may be an item of a list, in whatever case."""
    if kind.spec["kind"] != "list":
        return False
    return bool(kind.item.reads(word)) or fold(word) in map(fold, getattr(kind.item, "table", ()))


def _recased(edit: Edit, reading: Reading, text: str) -> bool:
    """Whether open text is written in another case though it may have been an id, or meant for another field.

    Where a field says its case, a plain word in another one is a slip: `Spring` for `spring`.
    """
    if edit.mistake != "case" or edit.field not in reading.spans:
        return False
    stands = reading.texts[edit.field]
    kinds = [kind for kind in reading.form.kinds[edit.field] if is_unlisted(kind, stands)]
    return bool(kinds) and not (all(kind.case for kind in kinds) and _plain_word(text, edit))


def _plain_word(text: str, edit: Edit) -> bool:
    """Whether an edit is in a word of letters, not all the same, as people write words: `Spring`, `SPRING`."""
    start = edit.start - sum(1 for _ in takewhile(str.isalnum, reversed(text[: edit.start])))
    end = edit.end + sum(1 for _ in takewhile(str.isalnum, text[edit.end :]))
    word = text[start:end]
    known = word in {word.lower(), word.upper(), word.title()}
    return word.isalpha() and known and len(set(word)) > 1


def _frayed(draft: Draft, reading: Reading) -> bool:
    """Whether open text is nothing but delimiters, or has one at an end where something was changed beside it."""
    changed = {at for edit in draft.edits if edit.mistake in _BETWEEN for at in (edit.start, edit.end)}
    for path, (start, end) in reading.spans.items():
        text = draft.text[start:end]
        first, last = start + _signs(text), end - _signs(text[::-1])
        beside = {*draft.origins[start : first + 1]} if first > start else set()
        beside |= {*draft.origins[last : end + 1]} if last < end else set()
        if (first == end or beside & changed) and any(kind.open for kind in reading.form.kinds[path]):
            return True
    return False


def _signs(text: str) -> int:
    """How many delimiters a text begins with."""
    return sum(1 for _ in takewhile(DELIMITERS.__contains__, text))
