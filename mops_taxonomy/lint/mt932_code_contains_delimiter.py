"""MT932: code contains delimiter."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from mops_taxonomy.fields.list import ListKind
from mops_taxonomy.fields.term import TermKind
from mops_taxonomy.lint._lists import counted, few, quoted
from mops_taxonomy.lint._neighbours import neighbours
from mops_taxonomy.lint._tables import Tables
from mops_taxonomy.lint.rule import Flaw, LintRule
from mops_taxonomy.structure import FieldPart

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mops_taxonomy.convention import Convention
    from mops_taxonomy.fields.base import Kind
    from mops_taxonomy.form import Form
    from mops_taxonomy.lint._tables import Path, Table
    from mops_taxonomy.lint.subject import Subject

__all__ = ["RULE"]

_MARKS = re.compile(r"[\W_]+")
_JOINTS = ("-", "", ".", "_")
"""What a delimiter inside a code may be replaced by, best first."""


class Place(NamedTuple):
    """A field of terms beside a delimiter, in a form of a convention."""

    convention: str
    form: str
    field: str
    kind: TermKind
    delimiters: frozenset[str]
    how: str


def check(subject: Subject) -> Iterator[Flaw]:
    """Terms that hold a delimiter which stands beside them; each list and delimiter once."""
    tables = Tables(subject)
    found: dict[tuple[Path, str], list[Place]] = {}
    for convention in subject.conventions.values():
        for place in _places(convention):
            path = tables.of(place.kind.spec).path
            for delimiter in place.delimiters:
                found.setdefault((path, delimiter), []).append(place)
    for (_, delimiter), places in sorted(found.items(), key=lambda item: str(item[0])):
        yield from _flaws(tables.of(places[0].kind.spec), delimiter, places)


def _places(convention: Convention) -> Iterator[Place]:
    for form in convention.forms:
        for part, before, after in neighbours(form.parts):
            if isinstance(part, FieldPart):
                delimiters = {_last(text) for text in before} | {_first(text) for text in after}
                yield from _of_kind(convention, form, part.path, part.kind, frozenset(delimiters) - {""})


def _of_kind(
    convention: Convention, form: Form, path: str, kind: Kind, delimiters: frozenset[str], how: str = "beside"
) -> Iterator[Place]:
    if isinstance(kind, TermKind):
        yield Place(convention.id, form.name, path, kind, delimiters, how)
    elif isinstance(kind, ListKind):
        yield from _of_kind(convention, form, path, kind.item, delimiters)
        yield from _of_kind(
            convention, form, path, kind.item, frozenset([kind.separator]), "between the items of"
        )


def _first(text: str) -> str:
    """The delimiter that a text begins with; nothing where it begins with a letter or digit."""
    match = _MARKS.match(text)
    return match[0] if match else ""


def _last(text: str) -> str:
    return _first(text[::-1])[::-1]


def _flaws(table: Table, delimiter: str, places: list[Place]) -> Iterator[Flaw]:
    """The terms of a list that hold a delimiter, in whichever of the places."""
    holding: dict[str, str] = {}
    guilty: list[Place] = []
    seen: dict[int, bool] = {}
    for place in places:
        if id(place.kind) not in seen:
            texts = {code: text for text, code in place.kind.table.items() if delimiter in text}
            seen[id(place.kind)] = bool(texts)
            holding |= {code: text for code, text in texts.items() if code not in holding}
        if seen[id(place.kind)]:
            guilty.append(place)
    if holding:
        yield _flaw(table, delimiter, guilty, holding)


def _flaw(table: Table, delimiter: str, places: list[Place], holding: dict[str, str]) -> Flaw:
    first = places[0]
    code, text = next(iter(holding.items()))
    forms = {(place.convention, place.form) for place in places}
    elsewhere = f" and {counted(len(forms) - 1, 'other form')}" if len(forms) > 1 else ""
    conventions = {place.convention for place in places}
    return Flaw(
        f"{_spelt(holding)} of {table.called} {'hold' if len(holding) > 1 else 'holds'} {quoted(delimiter)}, which "
        f"stands {first.how} `{first.field}` in the form `{first.form}` of `{first.convention}`{elsewhere}",
        table.at(code),
        ways_out=(
            *_respelt(table, delimiter, code, text),
            "choose a delimiter for the form that no code holds",
        ),
        convention=first.convention if len(conventions) == 1 else None,
        field=first.field,
    )


def _spelt(holding: dict[str, str]) -> str:
    """The terms as they are written in the name."""
    noun = "the code" if len(holding) == 1 else "the codes"
    code, text = next(iter(holding.items()))
    if len(holding) == 1 and text != code:
        return f"{noun} `{code}`, written {quoted(text)},"
    return f"{noun} {few(list(holding))}"


def _respelt(table: Table, delimiter: str, code: str, text: str) -> Iterator[str]:
    """A spelling of the term without the delimiter that is free."""
    for joint in _JOINTS:
        spelling = joint.join(piece for piece in text.split(delimiter) if piece)
        free = spelling == code or spelling not in table.terms
        if spelling and delimiter not in spelling and free:
            yield f"write {quoted(text)} as {quoted(spelling)}"
            return


RULE = LintRule(
    code="MT932",
    title="code contains delimiter",
    severity="warning",
    check=check,
    why=(
        "People, spreadsheets and reports take a name apart at its delimiters. A code that holds the delimiter "
        "beside it is taken apart too, and every field after it slips by one."
    ),
    bad="vocabularies:\n  topic: {terms: [Customer_Stories, Robotics]}",
    good="vocabularies:\n  topic: {terms: [Customer-Stories, Robotics]}",
    repair="Spell the code without the delimiter, or choose a delimiter that no code holds.",
    consequence="columns split from the name are shifted by one from this field on",
)
