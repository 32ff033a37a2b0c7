"""The written form of a name: literal text with `{fields}`.

Only braces are special: `{field}`, `{a|b}` (exactly one of them), `{?...}` (a group that may be absent).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from mops_taxonomy.errors import TemplateSyntaxError

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["Group", "Slot", "Template", "Text", "parse_template"]

_FIELD = re.compile(r"[a-z][a-z0-9_]*")
_DEEPEST = 20


class Text(NamedTuple):
    """Literal text."""

    text: str
    offset: int


class Slot(NamedTuple):
    """The place of exactly one of these fields."""

    fields: tuple[str, ...]
    offset: int


class Group(NamedTuple):
    """Parts that stand together or not at all."""

    parts: tuple[Part, ...]
    offset: int


Part = Text | Slot | Group


class Template(NamedTuple):
    """A template, read."""

    source: str
    parts: tuple[Part, ...]

    def slots(self) -> Iterator[Slot]:
        """Every slot in the order written, those in groups too."""
        yield from _slots(self.parts)

    def fields(self) -> list[str]:
        """The names of the fields of every slot, in the order written."""
        return [field for slot in self.slots() for field in slot.fields]


def parse_template(source: str) -> Template:
    """Read a template.

    Raises:
        TemplateSyntaxError: a brace or a field name is wrong; `offset` is the character at fault.
    """
    parts, end = _parts(source, 0, 0)
    if end < len(source):
        raise TemplateSyntaxError("this `}` closes nothing; write `}}` for a brace in the text", source, end)
    return Template(source, parts)


def _slots(parts: tuple[Part, ...]) -> Iterator[Slot]:
    for part in parts:
        if isinstance(part, Slot):
            yield part
        elif isinstance(part, Group):
            yield from _slots(part.parts)


def _parts(source: str, at: int, depth: int) -> tuple[tuple[Part, ...], int]:
    """Read parts until the end, or until the brace that closes the group."""
    parts: list[Part] = []
    text, start = "", at
    while at < len(source):
        character = source[at]
        doubled = depth == 0 and source[at : at + 2] in {"{{", "}}"}
        if character not in "{}" or doubled:
            start = start if text else at
            text += character
            at += 1 + doubled
            continue
        if character == "}":
            break
        if text:
            parts.append(Text(text, start))
            text = ""
        part, at = _braced(source, at, depth)
        parts.append(part)
    if text:
        parts.append(Text(text, start))
    return tuple(parts), at


def _braced(source: str, at: int, depth: int) -> tuple[Part, int]:
    if source.startswith("{?", at):
        return _group(source, at, depth)
    end = source.find("}", at)
    if end < 0:
        raise TemplateSyntaxError("this `{` is not closed", source, at)
    return Slot(_fields(source, at + 1, end), at), end + 1


def _group(source: str, at: int, depth: int) -> tuple[Group, int]:
    if depth >= _DEEPEST:
        raise TemplateSyntaxError("groups are nested too deeply", source, at)
    parts, end = _parts(source, at + 2, depth + 1)
    if end >= len(source):
        raise TemplateSyntaxError("this group is not closed", source, at)
    if not any(True for _ in _slots(parts)):
        raise TemplateSyntaxError("a group must hold a field, else it can never be written", source, at)
    return Group(parts, at), end + 1


def _fields(source: str, start: int, end: int) -> tuple[str, ...]:
    names = source[start:end].split("|")
    at = start
    for name in names:
        if not name:
            raise TemplateSyntaxError("a field name is missing here", source, at)
        if (match := _FIELD.match(name)) is None or match.end() < len(name):
            offset = at + (match.end() if match else 0)
            message = f"`{name}` is not a field name: lower-case letters, digits and _, a letter first"
            raise TemplateSyntaxError(message, source, offset)
        at += len(name) + 1
    return tuple(names)
