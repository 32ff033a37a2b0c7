"""Which fixed text may stand directly beside a part of a form."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from mops_taxonomy.structure import AlternativesPart, FieldPart, GroupPart, NamePart

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mops_taxonomy.structure import Part

__all__ = ["Beside", "neighbours"]

Parts = tuple["Part", ...]


class Beside(NamedTuple):
    """A field or fixed text of a form, with the fixed texts that may stand directly before and after it.

    An empty text among them is the end of the name.
    """

    part: FieldPart | str
    before: frozenset[str]
    after: frozenset[str]


_END = frozenset([""])


def neighbours(parts: Parts, before: frozenset[str] = _END, after: frozenset[str] = _END) -> Iterator[Beside]:
    """Every field and fixed text of some parts, those in groups and inner names too."""
    befores = [before]
    for part in parts:
        befores.append(_past(part, befores[-1], last=True))
    afters = [after]
    for part in reversed(parts):
        afters.append(_past(part, afters[-1], last=False))
    for at, part in enumerate(parts):
        yield from _beside(part, befores[at], afters[len(parts) - at - 1])


def _beside(part: Part, before: frozenset[str], after: frozenset[str]) -> Iterator[Beside]:
    match part:
        case str() | FieldPart():
            yield Beside(part, before, after)
        case GroupPart(inner):
            yield from neighbours(inner, before, after)
        case AlternativesPart(options):
            for option in options:
                yield from _beside(option, before, after)
        case NamePart(_, forms):
            for form in forms:
                yield from neighbours(form.parts, before, after)


def _past(part: Part, outside: frozenset[str], *, last: bool) -> frozenset[str]:
    """The fixed texts that may stand at one end of what ends with this part; `outside` stand beyond it."""
    match part:
        case str():
            return frozenset([part])
        case FieldPart():
            return frozenset()
        case GroupPart(inner):
            return _through(inner, outside, last=last) | outside
        case AlternativesPart(options):
            return frozenset().union(*(_past(option, outside, last=last) for option in options))
        case NamePart(_, forms):
            return frozenset().union(*(_through(form.parts, outside, last=last) for form in forms))


def _through(parts: Parts, outside: frozenset[str], *, last: bool) -> frozenset[str]:
    for part in parts if last else reversed(parts):
        outside = _past(part, outside, last=last)
    return outside
