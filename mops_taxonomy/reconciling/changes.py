"""The changes of records that put their differences right, and those that are better not made."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, NamedTuple

from mops_taxonomy.matching.differing import differences
from mops_taxonomy.records.change import Change

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from mops_taxonomy.matching import Match
    from mops_taxonomy.matching.differing import Difference
    from mops_taxonomy.portfolio import Portfolio
    from mops_taxonomy.records import Campaign, Program

__all__ = ["Held", "changes"]

_CODES: Final = {
    "name": "MT503",
    "type": "MT504",
    "actual_cost": "MT507",
    "active": "MT508",
    "start": "MT509",
    "end": "MT509",
    "parent_id": "MT510",
}
"""The rule that tells of a difference, by field."""


class Held(NamedTuple):
    """A change that would put something right and is not made.

    Attributes:
        record: that would change.
        field: of it.
        old: its value.
        new: what it would become.
        reason: why that is left to people.
    """

    record: Program | Campaign
    field: str
    old: Any
    new: Any
    reason: str


def changes(portfolio: Portfolio, found: Collection[tuple[str, str]]) -> tuple[list[Change], list[Held]]:
    """What is to change, and what is held back, in the order of the programs.

    Nothing is changed on the strength of a match that is not sure, nothing on a record that a waiver freezes, nothing
    that two programs disagree about, and no name is given to two records.

    Args:
        portfolio: programs and campaigns.
        found: codes and records of the differences that count: what is waived or switched off stays as it is.
    """
    making = _Making(portfolio)
    for match in portfolio.matches.matches:
        for difference in differences(portfolio, match):
            told = (_CODES[difference.field], str(difference.record)) in found
            if told and difference.new is not None:
                making.add(match, difference)
    return making.changes(), making.held


class _Making:
    """The changes, as they come together."""

    def __init__(self, portfolio: Portfolio) -> None:
        self._freezes = portfolio.freezes
        self._names = _names(portfolio.records)
        self._fields: dict[int, dict[str, tuple[Any, Any]]] = {}
        self._records: dict[int, Program | Campaign] = {}
        self.held: list[Held] = []

    def add(self, match: Match, difference: Difference) -> None:
        """Take up a difference, or hold it back."""
        record, field = difference.record, difference.field
        fields = self._fields.setdefault(id(record), {})
        reason = self._reason(match, difference, fields.get(field))
        if reason is not None:
            self.held.append(Held(record, field, difference.old, difference.new, reason))
            return
        fields[field] = (difference.old, difference.new)
        self._records[id(record)] = record

    def _reason(self, match: Match, difference: Difference, before: tuple[Any, Any] | None) -> str | None:
        """Why a change is not made; None where it is."""
        record = difference.record
        frozen = self._freezes.of(record)
        if frozen is None and difference.field == "name":
            frozen = self._freezes.of(difference.other)
        if frozen is not None:
            return f"frozen by {frozen.owner}"
        if not match.is_sure:
            return f"the match is not sure: {match.why}"
        if before is not None and before[1] != difference.new:
            return "another program has another value"
        if difference.field == "name":
            key = (record.system, record.object, difference.new)
            if key in self._names:
                return f"another {record.object} has this name"
            self._names.add(key)
        return None

    def changes(self) -> list[Change]:
        return [Change(record, self._fields[key]) for key, record in self._records.items()]


def _names(records: Iterable[Any]) -> set[tuple[str | None, str, str]]:
    return {(one.system, one.object, one.name) for one in records}
