"""The report on a taxonomy: every finding at its place in the file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mops_taxonomy.document.node import locate
from mops_taxonomy.finding import Place, Report
from mops_taxonomy.lint import judged

if TYPE_CHECKING:
    from mops_taxonomy.document import Document
    from mops_taxonomy.document.node import Path
    from mops_taxonomy.finding import Finding
    from mops_taxonomy.lint.rule import Flaw
    from mops_taxonomy.lint.subject import Subject

__all__ = ["report"]


def report(subject: Subject, document: Document) -> Report:
    """What the rules find, in the order of the file."""
    found: list[Finding] = []
    for flaw, finding in judged(subject):
        finding.place = _place(flaw, document)
        found.append(finding)
    return Report(tuple(sorted(found, key=_order)))


def _place(flaw: Flaw, document: Document) -> Place:
    """Where the flaw stands: a field may be declared at its form, its convention or for the whole taxonomy."""
    node, name = locate(document.data, _declared(flaw.path, document))
    return document.place_of(node if name is None or isinstance(node, str) else name)


def _declared(path: Path, document: Document) -> Path:
    """The path, from the nearest layer that declares its field."""
    if "fields" not in path[:-1]:
        return path
    at = path.index("fields")
    for above in (path[:at], path[:2], ()):
        fields, key = locate(document.data, (*above, "fields"))
        if key == "fields" and isinstance(fields, dict) and path[at + 1] in fields:
            return (*above, *path[at:])
    return path


def _order(finding: Finding) -> tuple[int, int, str]:
    place = finding.place or Place()
    return place.line or 0, place.column or 0, finding.code
