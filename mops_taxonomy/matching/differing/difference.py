"""One difference between a program and its campaign."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from mops_taxonomy.records import Campaign, Program

__all__ = ["Difference"]


class Difference(NamedTuple):
    """A field that should agree and does not.

    Attributes:
        record: the one to put right.
        other: its partner, which is right.
        field: the attribute of the record.
        old: its value.
        new: what it should be; None where there is no telling, or no value will do.
    """

    record: Program | Campaign
    other: Program | Campaign
    field: str
    old: Any
    new: Any
