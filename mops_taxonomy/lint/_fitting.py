"""How the names of every form compare with the limits of the systems that they must live in."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from mops_taxonomy.algebra.automaton import TooLarge
from mops_taxonomy.algebra.language import NOTHING, longest, replaced
from mops_taxonomy.fields.list import ListKind
from mops_taxonomy.fields.term import TermKind
from mops_taxonomy.fields.text import TextKind
from mops_taxonomy.lint._lists import counted
from mops_taxonomy.proofs.fit import Fit, fit, lengths, reads
from mops_taxonomy.proofs.witness import dressed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mops_taxonomy.convention import Convention
    from mops_taxonomy.fields.base import Kind
    from mops_taxonomy.form import Form
    from mops_taxonomy.lint.subject import Subject

__all__ = [
    "Fitting",
    "endless",
    "fittings",
    "in_use",
    "limit_of",
    "named",
    "room",
    "shorter",
    "shown",
    "sure",
    "unit",
]


_FAR_TOO_SHORT = 4
"""A text that must do with less than this part of its length is not worth a proposal."""


class Fitting(NamedTuple):
    """A form, and how its names compare with one limit."""

    convention: Convention
    form: Form
    number: int
    fit: Fit

    @property
    def path(self) -> tuple[str | int, ...]:
        """Where the form stands in the file."""
        return "conventions", self.convention.id, "forms", self.number, "template"


def fittings(subject: Subject) -> Iterator[Fitting]:
    """Every form in use with every limit that could be its tightest; those too large to be decided are left out."""
    for convention in subject.conventions.values():
        for number, form in in_use(subject, convention):
            for limit in lengths(convention):
                try:
                    yield Fitting(convention, form, number, fit(convention, form, limit, None))
                except TooLarge:
                    continue


def in_use(subject: Subject, convention: Convention) -> Iterator[tuple[int, Form]]:
    """The forms in force today or later, by number: the names of others are there already."""
    for number, form in enumerate(convention.forms):
        if form.window.until is None or form.window.until >= subject.today:
            yield number, form


def named(convention: Convention, form: Form) -> str:
    """A form, for messages."""
    return f"`{convention.id}`" if len(convention.forms) == 1 else f"`{convention.id}`, form `{form.name}`,"


def unit(found: Fit) -> str:
    """What the limit counts: `character` or `byte`."""
    return "byte" if found.limit["unit"] == "bytes" else "character"


def sure(found: Fit) -> bool:
    """Whether the limit is stated by those who must know."""
    return found.limit["status"] in {"documented", "declared"}


def limit_of(found: Fit) -> str:
    """`netsuite` takes 31; who says so, where that is not the system's maker."""
    limit = found.limit
    owner = f"`{limit['system']}` takes" if limit["system"] else "the convention allows"
    told = {"third party": " (a third party says)", "unverified": " (unverified)"}.get(limit["status"], "")
    return f"{owner} {limit['max_length']}{told}"


def shown(subject: Subject, fitting: Fitting, name: str) -> str:
    """The name with dates that look like dates."""
    form, convention = fitting.form, fitting.convention
    day = next((d for d in (form.window.since, subject.today) if d and form.window.holds(d)), subject.today)
    return dressed(
        name, day, convention, lambda text, _: len(text) == len(name) and reads(convention, form, text, day)
    )


def endless(form: Form) -> Iterator[tuple[str, str]]:
    """The fields without a longest text, and what bounds each."""
    for path, kinds in form.kinds.items():
        if any(longest(kind.language) is None for kind in kinds):
            yield path, "max" if kinds[0].spec["kind"] in {"integer", "list"} else "max_length"


def room(fitting: Fitting) -> int | None:
    """How long the only field without a longest text may be so that every name fits; None where there are several."""
    form, limit = fitting.form, fitting.fit.limit
    open_ = [
        index
        for index, piece in enumerate(form.pieces)
        if piece.kind and longest(piece.kind.language) is None
    ]
    if len(open_) != 1 or limit["unit"] == "bytes":
        return None
    rest = longest(replaced(form.structure.language, lambda index, part: NOTHING if index in open_ else part))
    return None if rest is None else limit["max_length"] - rest


def shorter(fitting: Fitting) -> Iterator[str]:
    """What could be done with one field alone so that every name fits; the field that takes most room comes first."""
    form, found = fitting.form, fitting.fit
    excess = (found.longest.size or 0) - found.limit["max_length"]
    shares = found.longest.shares
    for index in sorted(shares, key=lambda one: -shares[one]):
        kind = form.pieces[index].kind if index >= 0 else None
        if kind is not None and shares[index] > excess:
            yield from _shorter(kind, shares[index], shares[index] - excess, unit(found))


def _shorter(kind: Kind, size: int, room: int, unit: str) -> Iterator[str]:
    """The ways to make a field of this size take no more than the room that is left."""
    if isinstance(kind, TextKind) and not kind.shape.pattern and kind.shape.high:
        most = room // -(-size // kind.shape.high)  # bytes of a character, or one
        if most >= kind.shape.low and most * _FAR_TOO_SHORT >= kind.shape.high:
            yield f"shorten `{kind.path}`: `max_length: {most}`"
    elif isinstance(kind, TermKind) and not kind.open:
        yield f"give `{kind.path}` codes of at most {counted(room, unit)}"
    elif isinstance(kind, ListKind) and kind.high:
        between = len(kind.separator.encode()) if unit == "byte" else len(kind.separator)
        most = (room + between) // ((size + between) // kind.high)
        if most >= kind.low:
            yield f"let `{kind.path}` hold fewer: `max: {most}`"
