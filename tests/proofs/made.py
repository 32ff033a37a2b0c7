"""Conventions of a few fields, made in one line."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from mops_taxonomy import Taxonomy

if TYPE_CHECKING:
    from mops_taxonomy import Convention

__all__ = ["DAY", "convention", "integer", "term", "text"]

DAY = date(2026, 3, 1)
"""The day of judgement."""

Spec = dict[str, Any]


def convention(fields: Spec, *forms: str | Spec, top: Spec | None = None, **own: Any) -> Convention:
    """The convention `main`; a form may be given by its template. `top` stands beside the conventions."""
    made = [{"template": form} if isinstance(form, str) else form for form in forms]
    document = {"taxonomy": "small", "version": "1", "fields": fields, **(top or {})}
    conventions = {**document.get("conventions", {}), "main": {"forms": made, **own}}
    return Taxonomy.load({**document, "conventions": conventions}).convention("main")


def term(*codes: str, **own: Any) -> Spec:
    """A field of these terms; a mapping of them may be given as `terms`."""
    return {"kind": "term", "terms": list(codes), **own}


def text(characters: str, **own: Any) -> Spec:
    """A field of text."""
    return {"kind": "text", "characters": characters, **own}


def integer(*formats: str, **own: Any) -> Spec:
    """A field of whole numbers."""
    return {"kind": "integer", "format": list(formats), **own}
