"""What the engine finds at fault in a text, before a rule makes a finding of it.

The engine says *what* is wrong in these names; the rules say how much it matters and how to word it. The name
of a fault is the name of the rule that reports it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from mops_taxonomy.finding import Suggestion

__all__ = ["Fault", "Misfit", "listed"]


class Fault:
    """One thing at fault, or notable, in a text.

    Attributes:
        name: what is at fault: `unknown_term`, `bad_date`, ...
        field: the path of the field concerned, or None.
        span: start and end in the name, in code points.
        found: the text that stands there.
        expected: what would be right, in words.
        suggestions: texts that would be right there, best first.
        detail: what else the rule needs for its wording.
    """

    __slots__ = ("detail", "expected", "field", "found", "name", "span", "suggestions")

    def __init__(
        self,
        name: str,
        *,
        field: str | None = None,
        span: tuple[int, int] | None = None,
        found: str | None = None,
        expected: str | None = None,
        suggestions: tuple[Suggestion, ...] = (),
        detail: dict[str, Any] | None = None,
    ) -> None:
        self.name = name
        self.field = field
        self.span = span
        self.found = found
        self.expected = expected
        self.suggestions = suggestions
        self.detail = detail or {}

    def at(self, start: int) -> Fault:
        """The same fault, for a text that stands `start` characters further on in the name."""
        if self.span is not None:
            self.span = (self.span[0] + start, self.span[1] + start)
        return self

    def __repr__(self) -> str:
        return f"<Fault {self.name} {self.field} {self.span} {self.found!r}>"


class Misfit(ValueError):  # noqa: N818  named for the value
    """A value cannot be written in a field; the message says why, `suggestions` what could be."""

    def __init__(self, message: str, suggestions: tuple[Suggestion, ...] = ()) -> None:
        super().__init__(message)
        self.message = message
        self.suggestions = suggestions


def listed(words: list[str] | tuple[str, ...], joint: str = "or", most: int = 8) -> str:
    """`a, b or c`; a long list is cut, saying how many there are."""
    if len(words) > most:
        return f"{', '.join(words[:most])} ... ({len(words)} in all)"
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} {joint} {words[-1]}"
