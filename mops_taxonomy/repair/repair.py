"""What would put a name right."""

from __future__ import annotations

from typing import Any, NamedTuple

from mops_taxonomy.visible import visible

__all__ = ["Edit", "Repair"]


class Edit(NamedTuple):
    """One change of a name; `str` tells it to people: `region: emea -> EMEA`.

    Attributes:
        mistake: what it puts right: `case`, `alias`, `delimiter`, ...
        start: where the text that changes begins in the name as it was, in code points.
        end: where it ends, excluded.
        old: the text that stands there; empty where something is put in.
        new: the text in its place; empty where something is taken out.
        field: the field that it is of, where that is known.
    """

    mistake: str
    start: int
    end: int
    old: str
    new: str
    field: str | None = None

    def __str__(self) -> str:
        """The change on one line: `region: emea -> EMEA`, "put in `_`", "title: take out -"."""
        field = f"{self.field}: " if self.field else ""
        if not self.old:
            return f"{field}put in {_shown(self.new)}"
        if not self.new:
            return f"{field}take out {_shown(self.old)}"
        return f"{field}{_shown(self.old)} -> {_shown(self.new)}"

    def to_dict(self) -> dict[str, Any]:
        """A plain dict for JSON, Nones left out."""
        return {key: value for key, value in self._asdict().items() if value is not None}


class Repair(NamedTuple):
    """A valid name that a wrong one may have been meant to be.

    Attributes:
        text: the valid name.
        edits: what changes, from left to right; no two overlap. Made from right to left, they give the text.
        safe: whether this is the only cheapest repair, it changes nothing but the spelling of what was there, and the
            result means the same.
        confidence: from 0 to 1, how likely it is meant, by the costs of the mistakes; not a measured probability.
    """

    text: str
    edits: tuple[Edit, ...]
    safe: bool
    confidence: float

    def to_dict(self) -> dict[str, Any]:
        """A plain dict for JSON."""
        return {**self._asdict(), "edits": [edit.to_dict() for edit in self.edits]}


def _shown(text: str) -> str:
    """A text on one line; in backticks where one could not see where it begins and ends."""
    shown = visible(text)
    return shown if shown == shown.strip() and any(map(str.isalnum, shown)) else f"`{shown}`"
