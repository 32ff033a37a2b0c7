"""A finding about a document, drawn with its source line and a caret under the fault."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mops_taxonomy.finding import Finding, Place, Suggestion

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["LocatedFinding", "excerpt", "located"]

_BEFORE = 60
_AFTER = 40
"""A line longer than these together is cut around the fault, so that a message stays readable."""


class LocatedFinding(Finding):
    """A finding whose `text` is the source line and whose `span` is the offending part of it."""

    __slots__ = ()

    def __str__(self) -> str:
        """The finding, then the line and a caret under every character of the fault."""
        first = super().__str__()
        if self.text is None or self.span is None:
            return first
        start, end = self.span
        margin = "".join(" " if character != "\t" else "\t" for character in self.text[:start])
        return f"{first}\n    {self.text}\n    {margin}{'^' * max(1, end - start)}"


def located(
    code: str,
    message: str,
    place: Place,
    lines: Sequence[str],
    *,
    width: int = 1,
    found: str | None = None,
    suggestions: tuple[Suggestion, ...] = (),
) -> Finding:
    """A finding with the source line under it, where there is one.

    Args:
        code: the finding's code.
        message: one sentence.
        place: where the fault begins.
        lines: the lines of the file; empty for data that came from Python.
        width: how many characters are at fault.
        found: the offending text.
        suggestions: what would be right.
    """
    text, span = None, None
    if place.line is not None and 0 < place.line <= len(lines) and lines[place.line - 1].strip():
        text, span = excerpt(lines[place.line - 1], (place.column or 1) - 1, width)
    return LocatedFinding(
        code, message, place=place, text=text, span=span, found=found, suggestions=suggestions
    )


def excerpt(line: str, start: int, width: int) -> tuple[str, tuple[int, int]]:
    """The part of a line to show, and the fault within it.

    Args:
        line: the whole line.
        start: where the fault begins, from 0.
        width: how many characters it has.
    """
    end = max(start + 1, min(start + width, len(line)))
    text = line.rstrip()
    if len(text) <= _BEFORE + _AFTER:
        return text.lstrip(), (start - _indent(text), end - _indent(text)) if start >= _indent(text) else (
            0,
            1,
        )
    cut = max(0, start - _BEFORE)
    stop = min(len(text), max(end, start + _AFTER), start + _BEFORE + _AFTER)
    return text[cut:stop], (start - cut, min(end, stop) - cut)


def _indent(text: str) -> int:
    return len(text) - len(text.lstrip())
