"""Where a reader looks, and what it may see there."""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import TYPE_CHECKING, ClassVar, Literal, NamedTuple

from mops_taxonomy.algebra.language import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["Look", "Marks", "Sight", "Way", "is_delimited"]


class Way(NamedTuple):
    """How a reader compares: of the files that do not say, each way is tried.

    Attributes:
        match: `substring`, or `word`: between characters that are no letters and no digits.
        case: `exact` or `ignore`.
    """

    match: Literal["substring", "word"]
    case: Literal["exact", "ignore"]


class Sight(NamedTuple):
    """What a reader sees, looking in one way.

    Attributes:
        there: whether it sees what it looks for.
        span: start and end of the place, in code points; None where there is no place.
        why: why it does not see it, in words, where there is more to say.
    """

    there: bool
    span: tuple[int, int] | None = None
    why: str | None = None


class Look(ABC):
    """A place of a name where a reader looks.

    Attributes:
        absent: whether the fault is always that it does not see what it looks for.
        expected: what it looks for, in words; None where it looks for marks.
    """

    absent: ClassVar[bool] = False
    expected: str | None = None

    @abstractmethod
    def sees(self, text: str, way: Way) -> Sight:
        """What is seen in a text."""

    @abstractmethod
    def told(self, text: str, sight: Sight, *, may: bool) -> str:
        """What the reader does: "finds `test` in the name"; "may find ..." where that is not sure."""

    def mended(self, text: str, sight: Sight) -> Iterator[str]:  # noqa: ARG002  most looks know of none
        """Names that may be meant instead."""
        return iter(())


class Marks(Look):
    """A look for any of some texts at one place.

    Args:
        marks: the texts, none of them empty.
    """

    where: ClassVar[str]

    def __init__(self, marks: tuple[str, ...]) -> None:
        self.marks = marks
        self._folded = tuple(map(fold, marks))

    def sees(self, text: str, way: Way) -> Sight:
        """The first of the marks that is there."""
        ignored = way.case == "ignore"
        seen, marks = (fold(text), self._folded) if ignored else (text, self.marks)
        spans = (self.place(seen, mark, whole=way.match == "word") for mark in marks)
        span = min((span for span in spans if span is not None), default=None)
        return Sight(span is not None, span)

    @abstractmethod
    def place(self, text: str, mark: str, *, whole: bool) -> tuple[int, int] | None:
        """Where the mark stands, in the case in which both are given; `whole` asks for a word of its own."""

    def told(self, text: str, sight: Sight, *, may: bool) -> str:
        """What it finds or misses, and where."""
        if sight.span is None:
            wanted = " or ".join(f"`{mark}`" for mark in self.marks)
            return f"{'may miss' if may else 'misses'} {wanted} {self.where}"
        start, end = sight.span
        return f"{'may find' if may else 'finds'} `{text[start:end]}` {self.where}"

    def mended(self, text: str, sight: Sight) -> Iterator[str]:
        """The name without the mark and one character that sets it off; with it, where that is what is missed."""
        if sight.span is None:
            yield from filter(None, (self.marked(text, mark) for mark in self.marks))
            return
        start, end = sight.span
        if not is_delimited(text, start, end):
            return
        if start > 0 and not text[start - 1].isalnum():
            start -= 1
        elif start == 0 and text[end : end + 1] and not text[end].isalnum():
            end += 1
        yield text[:start] + text[end:]

    def marked(self, text: str, mark: str) -> str | None:  # noqa: ARG002  not every place is known
        """The text with the mark where it is looked for; None where that may be anywhere."""
        return None


def is_delimited(text: str, start: int, end: int) -> bool:
    """Whether no letter or digit of the part touches one outside of it."""
    return not (_is_inside(text, start) or _is_inside(text, end))


def _is_inside(text: str, at: int) -> bool:
    """Whether a word goes on from one side of a place to the other."""
    return 0 < at < len(text) and text[at - 1].isalnum() and text[at].isalnum()
