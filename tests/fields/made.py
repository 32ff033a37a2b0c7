"""Fields made without a taxonomy file: what is not given is as the file format says."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from mops_taxonomy.fields import make_kind
from mops_taxonomy.fields.base import Scope
from mops_taxonomy.period import Calendar

if TYPE_CHECKING:
    from collections.abc import Iterable

    from mops_taxonomy.fault import Fault
    from mops_taxonomy.fields.base import Kind

__all__ = ["DAY", "field", "fits", "shown", "spec", "term", "text_shape"]

DAY = date(2026, 3, 1)
"""The day of judgement."""

_COMMON: dict[str, Any] = {"label": None, "help": None, "role": None, "case": None, "except": []}
_OWN: dict[str, dict[str, Any]] = {
    "term": {
        "vocabulary": None, "terms": {}, "only": None, "accept": [], "codes": None, "policy": "closed", "text": None,
    },
    "date": {"formats": ["{YYYY}{MM}{DD}"], "min": None, "max": None, "accept": []},
    "integer": {"formats": ["{n}"], "width": None, "min": 0, "max": None},
    "text": {
        "characters": None, "joiner": None, "min_length": 1, "max_length": None, "pattern": None, "prefer": None,
        "accept": [],
    },
    "list": {"separator": "+", "min": 1, "max": None, "unique": False, "prefer": None},
}  # fmt: skip


def spec(kind: str, **own: Any) -> dict[str, Any]:
    """The resolved specification of a field."""
    return {"kind": kind, **_COMMON, **_OWN[kind], **own}


def term(**own: Any) -> dict[str, Any]:
    """The resolved specification of a term."""
    empty: dict[str, Any] = {
        "label": None,
        "aliases": [],
        "codes": {},
        "parent": None,
        "since": None,
        "until": None,
        "replaced_by": None,
    }
    return {**empty, **own}


def text_shape(**own: Any) -> dict[str, Any]:
    """What an open vocabulary says of texts that are not listed."""
    return {"characters": None, "joiner": None, "min_length": 1, "max_length": None, "pattern": None, **own}


def field(
    kind: str,
    *,
    calendar: Calendar | None = None,
    vocabularies: dict[str, Any] | None = None,
    refused: list[str] | None = None,
    **own: Any,
) -> Kind:
    """A field named `x`; `refused` are the values of `except`."""
    keys = {"except": refused, **own} if refused else own
    return make_kind(spec(kind, **keys), "x", Scope(vocabularies or {}, calendar or Calendar(), {}))


def shown(faults: Iterable[Fault]) -> list[tuple[str, tuple[int, int] | None, str | None, list[str]]]:
    """Faults as name, span, what stands there, and the texts suggested."""
    return [
        (fault.name, fault.span, fault.found, [one.text for one in fault.suggestions]) for fault in faults
    ]


def fits(kind: Kind, text: str, day: date) -> bool:
    """Whether nothing is wrong with a text of the field's language on this day."""
    return not list(kind.faults(text, day))
