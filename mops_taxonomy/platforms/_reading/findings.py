"""What was found while records were read."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from mops_taxonomy.finding import Finding
from mops_taxonomy.platforms._reading.values import shown

if TYPE_CHECKING:
    from mops_taxonomy.finding import Place, Suggestion
    from mops_taxonomy.records import Origin

__all__ = [
    "Unusual",
    "failed_page",
    "notice",
    "place_of",
    "unread_pages",
    "unreadable_record",
    "unreadable_value",
]


class Unusual(ValueError):  # noqa: N818  most often the value is not wrong, but cannot be told
    """A value that a record keeps as it is, or not at all, and that has to be told.

    Attributes:
        kept: what the record holds; None where it holds nothing.
        suggestions: what it should be.
    """

    def __init__(self, reason: str, kept: Any = None, suggestions: tuple[Suggestion, ...] = ()) -> None:
        super().__init__(reason)
        self.kept = kept
        self.suggestions = suggestions


def place_of(origin: Origin) -> Place | None:
    """Where a finding stands; None where neither a file nor a line is known."""
    return origin.place if origin.file is not None or origin.line is not None else None


def unreadable_record(origin: Origin, reason: str, expected: str | None = None) -> Finding:
    """Something that ought to be a record, and is none."""
    return Finding(
        "MT350",
        f"record {origin.position:,}{_within(origin)} {reason}",
        rule="unreadable_record",
        expected=expected,
        consequence="it is left out of everything that is checked",
        place=place_of(origin),
    )


def unreadable_value(record: str, key: str, value: Any, fault: ValueError, place: Place | None) -> Finding:
    """A value of a record that the record cannot hold."""
    kept = getattr(fault, "kept", None) is not None
    return Finding(
        "MT351",
        f"`{key}` of {record} is {shown(value)}, which is {fault}",
        rule="unreadable_value",
        severity="warning",
        field=key,
        found=shown(value),
        suggestions=getattr(fault, "suggestions", ()),
        consequence=None
        if kept
        else "the record is checked as if it were not known; `other` holds it as it is",
        place=place,
        record=record,
    )


def failed_page(
    system: str,
    message: str,
    code: str | None,
    todo: str | None,
    place: Place | None,
    record: str | None = None,
) -> Finding:
    """An answer of a system that says what went wrong."""
    called = f" {code}" if code else ""
    return Finding(
        "MT352",
        f"{system} answered with error{called}: {message}",
        rule="failed_page",
        found=code,
        expected=todo,
        consequence="what was asked for is missing here, or was not changed there",
        place=place,
        record=record,
    )


def unread_pages(system: str, place: Place | None) -> Finding:
    """The last page that was read names another."""
    return Finding(
        "MT352",
        f"the last page of {system} says that there are more records",
        rule="failed_page",
        severity="warning",
        expected="every page, one behind the other",
        consequence="unless they are read from elsewhere, what is checked is not all there is",
        place=place,
    )


def notice(message: str, place: Place | None) -> Finding:
    """Something to know about how the source was read."""
    return Finding("MT351", message, rule="unreadable_value", severity="warning", place=place)


def _within(origin: Origin) -> str:
    return f" ({origin.within})" if origin.within else ""
