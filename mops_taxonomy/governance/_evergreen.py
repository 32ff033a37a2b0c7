"""Names without a date, of what runs on."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from mops_taxonomy.fields.date import DateKind
from mops_taxonomy.structure import AlternativesPart, FieldPart, GroupPart

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mops_taxonomy.form import Form
    from mops_taxonomy.portfolio import Portfolio
    from mops_taxonomy.records import Record
    from mops_taxonomy.structure import Part

__all__ = ["Evergreens", "Undated"]


class Undated(NamedTuple):
    """Why a name is one without a date.

    Attributes:
        form: the form that it was read by.
        field: the field that stands in the place of the date; None where the form has no place for one.
        text: what stands there.
        span: where, in code points.
    """

    form: str
    field: str | None = None
    text: str | None = None
    span: tuple[int, int] | None = None


class Evergreens:
    """Names by the forms of conventions that are made for what has no date."""

    def __init__(self, portfolio: Portfolio) -> None:
        self._portfolio = portfolio
        self._known: dict[tuple[str, str], frozenset[str] | None] = {}

    def undated(self, record: Record) -> Undated | None:
        """Why the name of the record has no date; None where it has one, might have one, or cannot be read."""
        convention, name = self._portfolio.convention(record), self._portfolio.name(record)
        if convention is None or name is None:
            return None
        key = (convention.id, name.form)
        if key not in self._known:
            self._known[key] = _in_place_of_dates(name.form, convention.forms)
        fields = self._known[key]
        if fields is None:
            return None
        if not fields:
            return Undated(name.form)
        return next(
            (
                Undated(name.form, one, name.texts[one], name.spans[one])
                for one in name.spans
                if one in fields
            ),
            None,
        )


def _in_place_of_dates(chosen: str, forms: tuple[Form, ...]) -> frozenset[str] | None:
    """The fields of a form that stand where a date may stand; empty for a form without dates beside forms with some."""
    form = next(one for one in forms if one.name == chosen)
    fields = frozenset(_instead(form.parts))
    if fields:
        return fields
    if _has_dates(form) or not any(_must_have_date(one) for one in forms if one is not form):
        return None
    return fields


def _instead(parts: tuple[Part, ...]) -> Iterator[str]:
    for part in parts:
        match part:
            case AlternativesPart(options):
                plain = [one for one in options if isinstance(one, FieldPart)]
                if any(isinstance(one.kind, DateKind) for one in plain):
                    yield from (one.path for one in plain if not isinstance(one.kind, DateKind))
            case GroupPart(inner):
                yield from _instead(inner)


def _has_dates(form: Form) -> bool:
    return any(isinstance(kinds[0], DateKind) for kinds in form.kinds.values())


def _must_have_date(form: Form) -> bool:
    return any(isinstance(form.kinds[path][0], DateKind) for path in form.required)
