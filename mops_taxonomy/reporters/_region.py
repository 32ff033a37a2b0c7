"""Where in a file a finding stands, for formats that mark it there."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from mops_taxonomy.finding import Place

if TYPE_CHECKING:
    from mops_taxonomy.finding import Finding
    from mops_taxonomy.reporters._checked import CheckedName

__all__ = ["Region", "region_in_names", "region_in_taxonomy"]


class Region(NamedTuple):
    """A part of a line. Columns count UTF-16 code units from 1, as editors and SARIF do.

    Attributes:
        line: from 1.
        start: the first column; None where it is not known, as in tables.
        end: the column after the last; None where it is not known.
    """

    line: int
    start: int | None = None
    end: int | None = None


def region_in_names(checked: CheckedName, finding: Finding) -> Region:
    """The part of the file that a finding about a name is about; the whole name, if it is about that."""
    if checked.column is None:
        return Region(checked.line)
    text = checked.text if finding.text is None else finding.text
    return _region(checked.line, checked.column, text, finding.span or (0, len(text)))


def region_in_taxonomy(finding: Finding) -> Region | None:
    """The part of the file that a finding about a taxonomy is about; None where no line is known."""
    _, line, column = finding.place or Place()
    if line is None or column is None:
        return None if line is None else Region(line)
    if finding.text is None or finding.span is None:
        return Region(line, column)
    # The text is the line, most often without its indentation.
    return _region(line, column - finding.span[0], finding.text, finding.span)


def _region(line: int, column: int, text: str, span: tuple[int, int]) -> Region:
    """The region of a span of a text that begins in this column, nothing but spaces before it."""
    start = column + _units(text[: span[0]])
    return Region(line, start, start + _units(text[span[0] : span[1]]))


def _units(text: str) -> int:
    return len(text) + sum(character > "\uffff" for character in text)
