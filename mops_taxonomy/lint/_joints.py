"""The fixed texts between the fields of a form, and what is odd about them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from mops_taxonomy.structure import AlternativesPart, FieldPart, GroupPart, NamePart

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mops_taxonomy.structure import Part

__all__ = ["Joint", "joints"]

_DOUBLED = re.compile(r"([_\-.|+~])\1+")
_LOPSIDED = re.compile(r" [_|-]+|[_|-]+ ")


class Joint(NamedTuple):
    """A fixed text, or two that meet where a part of the form is there or left out.

    Attributes:
        text: the whole of it.
        first: whether the name begins with it.
        last: whether the name ends with it.
        hollow: whether its halves meet only where what stands between them is left out.
    """

    text: str
    first: bool = False
    last: bool = False
    hollow: bool = False

    @property
    def delimits(self) -> bool:
        """Whether it only parts one field from the next."""
        return not (self.first or self.last or any(map(str.isalnum, self.text)))

    @property
    def is_doubled(self) -> bool:
        """Whether it is one delimiter written twice, and nothing else."""
        return len(self.text) == 2 and self.text[0] == self.text[1] and self.delimits

    @property
    def fault(self) -> str | None:
        """What is odd about it, in words that follow "the form"; None if nothing is."""
        doubled = _DOUBLED.search(self.text)
        if self.first and self.text[0] == " ":
            return "begins with a space"
        if self.last and self.text[-1] == " ":
            return "ends with a space"
        if "  " in self.text:
            return "holds two spaces in a row"
        if doubled:
            where = ", where a part between them is left out" if self.hollow else ""
            return f"holds the doubled delimiter `{doubled[0]}`{where}"
        if _LOPSIDED.fullmatch(self.text) and self.delimits:
            return f"has a space on only one side of `{self.text.strip()}`"
        return None

    @property
    def remedy(self) -> str:
        """What would put it right, as an instruction."""
        if self.fault is not None and self.fault.endswith("with a space"):
            return f"take out the space at the {'beginning' if self.first and self.text[0] == ' ' else 'end'}"
        if "  " in self.text:
            return "write a single space"
        if self.hollow:
            return f"take one of the two `{self.text[0]}` into the part that may be left out"
        single = _DOUBLED.sub(r"\1", self.text)
        return f"write `{self.text}` as `{single if single != self.text else self.text.strip()}`"


def joints(parts: tuple[Part, ...]) -> Iterator[Joint]:
    """The fixed texts of a form; those of other conventions inside it are told of there."""
    yield from _joints(parts, outermost=True)


def _joints(parts: tuple[Part, ...], *, outermost: bool = False) -> Iterator[Joint]:
    for at, part in enumerate(parts):
        match part:
            case str():
                yield Joint(part, outermost and at == 0, outermost and at == len(parts) - 1)
            case FieldPart():
                pass
            case _:
                for inner in _within(part):
                    yield from _joints(inner)
        yield from _meetings(parts[at : at + 3])


def _within(part: Part) -> list[tuple[Part, ...]]:
    match part:
        case GroupPart(inner):
            return [inner]
        case AlternativesPart(options):
            return [inner for option in options for inner in _within(option)]
        case NamePart(_, forms):
            return [form.parts for form in forms if not form.name]
    return []


def _meetings(parts: tuple[Part, ...]) -> Iterator[Joint]:
    """Texts of two parts in a row that meet; and of the first and third, where the second can be left out."""
    if len(parts) > 1 and any(isinstance(part, GroupPart) for part in parts[:2]):
        yield from _meeting(_edge(parts[0], -1), _edge(parts[1], 0))
    if len(parts) == 3 and isinstance(parts[1], GroupPart):
        yield from _meeting(_edge(parts[0], -1), _edge(parts[2], 0), hollow=True)


def _meeting(before: str, after: str, *, hollow: bool = False) -> Iterator[Joint]:
    """The two ends, if there is something odd about them together."""
    if before and before == after:
        yield Joint(before + after, hollow=hollow)


def _edge(part: Part, end: int) -> str:
    """The character of fixed text at one end of a part; nothing where a field stands there."""
    if isinstance(part, GroupPart):
        return _edge(part.parts[end], end)
    return part[end] if isinstance(part, str) else ""
