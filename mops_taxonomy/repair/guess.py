"""What a repair would have to make up: a code of which nothing is there, a place to cut that nobody can tell."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from mops_taxonomy.repair.layout import Layout

if TYPE_CHECKING:
    from collections.abc import Iterator

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
    """Each delimiter put between two values that would be values just as well if they were cut elsewhere.

    Yields:
        Whether it is put inside a word or a number, not where a word begins by its case.
    """
    layout = Layout(draft.original)
    spans = spans_before(draft, reading)
    texts = reading.texts
    for edit in draft.edits:
        at = edit.start
        if edit.mistake == "missing delimiter" and draft.original[max(at - 1, 0) : at + 1].isalnum():
            beside = [(reading.form.kinds[path][0], texts[path]) for path, span in spans.items() if at in span]
            if all(_may_be_longer(kind, text) for kind, text in beside):
                yield layout.in_a_word(at)


def spans_before(draft: Draft, reading: Reading) -> dict[str, tuple[int, int]]:
    """Where each field of the repaired name stands in the text as it was."""
    return {
        path: (draft.origins[start], draft.origins[end]) for path, (start, end) in reading.spans.items()
    }


def is_unlisted(kind: Any, text: str) -> bool:
    """Whether a text, or an item of a list, is a value that nobody listed."""
    if kind.spec["kind"] == "list":
        return any(is_unlisted(kind.item, item) for item in text.split(kind.separator))
    return kind.open and text not in getattr(kind, "table", ())


def _may_be_longer(kind: Any, text: str) -> bool:
    return is_unlisted(kind, text) or (kind.spec["kind"] == "integer" and not kind.width)
