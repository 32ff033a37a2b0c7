"""What a repair would have to make up: a code of which nothing is there, a place to cut that nobody can tell."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from mops_taxonomy.repair.layout import Layout

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mops_taxonomy.fields.base import Kind
    from mops_taxonomy.reading import Reading
    from mops_taxonomy.repair.draft import Draft

__all__ = ["free_cuts", "is_invented", "is_unlisted", "spans_before"]


def is_invented(draft: Draft, reading: Reading) -> bool:
    """Whether a code has no letter in common with what stood in its place."""
    texts = reading.texts
    return any(
        edit.mistake == "typo"
        and edit.new == texts.get(edit.field or "")
        and not set(edit.old) & set(edit.new)
        for edit in draft.edits
    )


def free_cuts(draft: Draft, reading: Reading) -> Iterator[bool]:
    """Each delimiter put between two values that might as well be cut elsewhere, or be one number.

    Yields:
        Whether it is put inside a word or a number, not where a word begins by its case.
    """
    layout = Layout(draft.original)
    for edit in draft.edits:
        if (
            edit.mistake == "missing delimiter"
            and draft.original[max(edit.start - 1, 0) : edit.start + 1].isalnum()
        ):
            values = list(_beside(edit.start, draft, reading))
            if len(values) == 2 and _is_free(*values):
                yield layout.in_a_word(edit.start)


def _beside(at: int, draft: Draft, reading: Reading) -> Iterator[tuple[Kind, str]]:
    """The values that end or begin at a place of the text as it was."""
    texts = reading.texts
    for path, span in spans_before(draft, reading).items():
        if at in span:
            yield reading.form.kinds[path][0], texts[path]


def _is_free(before: tuple[Kind, str], after: tuple[Kind, str]) -> bool:
    """Whether two values might be cut elsewhere, or not at all."""
    (one, first), (other, second) = before, after
    if any(kind.open and not is_unlisted(kind, text) for kind, text in (before, after)):
        return False  # where a code that is listed ends is plain
    both = first + second
    if one.spec["kind"] == other.spec["kind"] == "integer" and (one.reads(both) or other.reads(both)):
        return True  # it may be one number, and the other one missing
    cuts = (cut for cut in range(1, len(both)) if cut != len(first))
    return any(one.reads(both[:cut]) and other.reads(both[cut:]) for cut in cuts)


def spans_before(draft: Draft, reading: Reading) -> dict[str, tuple[int, int]]:
    """Where each field of the repaired name stands in the text as it was."""
    return {path: (draft.origins[start], draft.origins[end]) for path, (start, end) in reading.spans.items()}


def is_unlisted(kind: Any, text: str) -> bool:
    """Whether a text, or an item of a list, is a value that nobody listed."""
    if kind.spec["kind"] == "list":
        return any(is_unlisted(kind.item, item) for item in text.split(kind.separator))
    return kind.open and text not in getattr(kind, "table", ())
