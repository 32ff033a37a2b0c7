"""What was changed on the way to a place in the search for a name."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from mops_taxonomy.repair.draft import Change

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["Trail", "cleared_from", "puts_in", "righted", "told"]


class Trail(NamedTuple):
    """The last change, and all before it.

    Attributes:
        before: the changes before; None where there are none.
        start: where the text begins in whose place something was written.
        end: where it ends, excluded.
        new: what was written.
        mistake: what this puts right.
        field: the field that it is of; None for fixed text.
    """

    before: Trail | None
    start: int
    end: int
    new: str
    mistake: str
    field: str | None


def told(trail: Trail | None) -> tuple[Change, ...]:
    """The changes from left to right, neighbouring ones of one mistake together."""
    changes: list[Change] = []
    for one in _backwards(trail):
        change = Change(one.start, one.end, one.new, one.mistake, one.field)
        if changes and _joined(change, changes[-1]):
            last = changes.pop()
            change = Change(change.start, last.end, change.new + last.new, change.mistake, change.field)
        changes.append(change)
    return tuple(reversed(changes))


def puts_in(trail: Trail | None, at: int) -> bool:
    """Whether the last change put something in at this place."""
    return trail is not None and trail.start == trail.end == at


def righted(trail: Trail | None, text: str, old: str, new: str) -> bool:
    """Whether the same was put right before."""
    return any(one.new == new and text[one.start : one.end] == old for one in _backwards(trail))


def cleared_from(trail: Trail | None, first: int, at: int) -> int:
    """Where what was taken out just before a place begins; not before `first`."""
    for one in _backwards(trail):
        if one.end != at or at <= first or one.new:
            break
        at = one.start
    return at


def _backwards(trail: Trail | None) -> Iterator[Trail]:
    while trail is not None:
        yield trail
        trail = trail.before


def _joined(change: Change, following: Change) -> bool:
    return (
        change.end == following.start
        and change.mistake == following.mistake
        and change.field == following.field
    )
