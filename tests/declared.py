"""Conventions declared in a line or two, for tests of the engine."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from mops_taxonomy.taxonomy import Taxonomy

if TYPE_CHECKING:
    from collections.abc import Iterable

    from mops_taxonomy.convention import Convention
    from mops_taxonomy.fault import Fault
    from mops_taxonomy.finding import Finding

__all__ = ["codes", "convention", "taxonomy", "told"]


def taxonomy(conventions: dict[str, Any], **own: Any) -> Taxonomy:
    """A taxonomy of these conventions."""
    return Taxonomy.load({"taxonomy": "t", "version": "1", "conventions": conventions, **own})


def convention(*forms: str | dict[str, Any], whole: dict[str, Any] | None = None, **own: Any) -> Convention:
    """A convention of these forms, each a template or a mapping; `own` are its other keys, `whole` the taxonomy's."""
    made = [{"template": form} if isinstance(form, str) else form for form in forms]
    return taxonomy({"c": {"forms": made, **own}}, **(whole or {})).convention("c")


def codes(findings: Iterable[Finding]) -> list[str]:
    """The codes of some findings."""
    return [finding.code for finding in findings]


def told(faults: Iterable[Fault]) -> list[tuple[str, str | None, tuple[int, int] | None, list[str]]]:
    """Faults as name, field, span and the texts suggested."""
    return [(one.name, one.field, one.span, [s.text for s in one.suggestions]) for one in faults]
