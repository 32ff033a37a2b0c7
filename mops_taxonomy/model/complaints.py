"""Everything that is wrong with a taxonomy, gathered before any of it is reported."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, NamedTuple

from mops_taxonomy.document.located import LocatedFinding, excerpt, located
from mops_taxonomy.document.node import Path, ScalarNode, locate
from mops_taxonomy.errors import InvalidTaxonomy
from mops_taxonomy.finding import Finding, Place, Suggestion
from mops_taxonomy.model.scalar import shown

if TYPE_CHECKING:
    from collections.abc import Iterable

    from mops_taxonomy.document import Document
    from mops_taxonomy.errors import TemplateSyntaxError

__all__ = ["Complaints", "Spot", "nearest"]

_RULES: Final = {
    "MT901": "unreadable",
    "MT902": "unknown_key",
    "MT903": "repeated_key",
    "MT904": "unknown_reference",
    "MT905": "wrong_value",
    "MT906": "contradiction",
    "MT907": "unreadable_template",
}


_FEW: Final = 8
"""So many names are listed in a message when none of them is near."""


_SEARCHED: Final = 10_000
"""Beyond so many names, looking for near ones takes longer than reading the file."""

_MOST: Final = 200
"""Findings about one file."""


class Spot(NamedTuple):
    """Some characters of a text, counted from 0."""

    text: str
    offset: int
    width: int


class Complaints:
    """The findings about one document, each made once."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self._findings: dict[tuple[Place | None, str], Finding] = {}
        self._left_out = False
        for finding in document.repeated:
            self._keep(finding)

    def __bool__(self) -> bool:
        return bool(self._findings)

    def add(
        self,
        code: str,
        message: str,
        node: Any,
        path: Path = (),
        *,
        key: bool = False,
        whole: bool = False,
        found: str | None = None,
        choices: Iterable[str] | None = None,
    ) -> None:
        """Notes a finding about the value at `path` below `node`.

        Args:
            code: the finding's code.
            message: one sentence.
            node: a part of the document.
            path: the way from there to the fault.
            key: the fault is the key, not its value.
            whole: the fault is what a mapping lacks; not reported of a mapping that had parts cut away.
            found: the offending text.
            choices: what would have been right; the nearest ones are suggested.
        """
        if self._is_full():
            return
        target, name = locate(node, path)
        if whole and getattr(target, "damaged", False):
            return
        if name is not None and (key or not isinstance(target, ScalarNode) or target.is_absent):
            target = name
        suggestions = nearest(found, choices) if found is not None and choices is not None else ()
        message = _with_suggestions(message, suggestions)
        place = self.document.place_of(target)
        self._keep(
            located(
                code,
                message,
                place,
                self.document.lines,
                width=self._width(target, place),
                found=found if found is not None else _found(target),
                suggestions=suggestions,
            )
        )

    def add_reference(self, noun: str, found: str, choices: Iterable[str], node: Any, path: Path) -> None:
        """Notes that a name refers to nothing, with the names it may have meant."""
        if self._is_full():
            return
        known = sorted(set(choices))
        message = f"there is no {noun} {shown(found)}"
        if not known:
            message = f"{message}, nor any other {noun}"
        elif len(known) <= _FEW and not nearest(found, known):
            message = f"{message}; known: {', '.join(known)}"
        self.add("MT904", message, node, path, found=found, choices=known)

    def add_syntax(self, error: TemplateSyntaxError, node: Any, path: Path) -> None:
        """Notes that a template, date format or pattern cannot be read, at the very character."""
        self.add_inside("MT907", error.message, node, path, spot=Spot(error.source, error.offset, 1))

    def add_inside(
        self,
        code: str,
        message: str,
        node: Any,
        path: Path,
        *,
        spot: Spot,
        choices: Iterable[str] | None = None,
    ) -> None:
        """Notes a finding about some characters of a text.

        Args:
            code: the finding's code.
            message: one sentence.
            node: a part of the document.
            path: the way from there to the text.
            spot: the text, and the characters at fault.
            choices: what would have been right there.
        """
        if self._is_full():
            return
        target, _ = locate(node, path)
        place = self.document.place_of(target)
        found = spot.text[spot.offset : spot.offset + spot.width]
        suggestions = nearest(found, choices) if choices is not None else ()
        message = _with_suggestions(message, suggestions)
        if place.line is None:
            shown_text, span = excerpt(spot.text, spot.offset, spot.width)
            finding: Finding = LocatedFinding(
                code, message, place=place, text=shown_text, span=span, found=found, suggestions=suggestions
            )
        else:
            column = _column(self.document.source_line(place.line), place.column or 1, spot)
            at = Place(place.file, place.line, column)
            width = spot.width if column != place.column else 1
            finding = located(
                code, message, at, self.document.lines, width=width, found=found, suggestions=suggestions
            )
        self._keep(finding)

    def extend(self, findings: Iterable[Finding]) -> None:
        """Notes findings that were made elsewhere."""
        for finding in findings:
            self._keep(finding)

    def invalid(self) -> InvalidTaxonomy:
        """The error that carries the findings, in the order of the file."""
        findings = sorted(self._findings.values(), key=_order)
        if self._left_out:
            message = f"there are more than {_MOST} errors; these come first"
            findings.append(LocatedFinding("MT901", message, place=Place(self.document.file)))
        return InvalidTaxonomy(findings)

    def _is_full(self) -> bool:
        """A file that is wrong in thousands of places is wrong in one: the rest would bury it."""
        self._left_out = self._left_out or len(self._findings) >= _MOST
        return self._left_out

    def _keep(self, finding: Finding) -> None:
        finding.rule = finding.rule or _RULES.get(finding.code, "")
        self._findings.setdefault((finding.place, finding.message), finding)

    def _width(self, node: Any, place: Place) -> int:
        if not isinstance(node, ScalarNode) or place.line is None or place.column is None:
            return 1
        line = self.document.source_line(place.line)
        quoted = line[place.column - 1 : place.column] in {'"', "'"}
        return len(node) + 2 if quoted else len(node)


def nearest(found: str, choices: Iterable[str]) -> tuple[Suggestion, ...]:
    """The choices that the text may have been meant to be, best first, two at most."""
    from rapidfuzz import process

    choices = sorted(choices)
    if len(choices) > _SEARCHED:
        return ()
    best = process.extract(found, choices, processor=str.lower, score_cutoff=70, limit=2)
    return tuple(Suggestion(choice) for choice, _, _ in best)


def _with_suggestions(message: str, suggestions: tuple[Suggestion, ...]) -> str:
    if not suggestions:
        return message
    return f"{message}; did you mean {' or '.join(repr(one.text) for one in suggestions)}?"


def _found(node: Any) -> str | None:
    return str(node) if isinstance(node, ScalarNode) else None


def _order(finding: Finding) -> tuple[int, int]:
    place = finding.place or Place()
    return place.line or 0, place.column or 0


def _column(line: str, column: int, spot: Spot) -> int:
    """The column of the faulty character, or of the whole text where escapes or line breaks hide it."""
    at = column - 1
    at += line[at : at + 1] in {'"', "'"}
    for character in spot.text[: spot.offset]:
        # A doubled quote or an escaped character is one character of the text.
        doubled = line[at : at + 2] in {"''", "\\\\", '\\"'}
        if line[at : at + 1] != character and not doubled:
            return column
        at += 2 if doubled else 1
    return at + 1 if at < len(line) else column
