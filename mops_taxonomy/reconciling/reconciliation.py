"""What came of holding programs and campaigns against each other."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from mops_taxonomy.finding import Report
from mops_taxonomy.governance.report import report
from mops_taxonomy.reconciling.changes import changes

if TYPE_CHECKING:
    from mops_taxonomy.finding import Finding
    from mops_taxonomy.matching import Match
    from mops_taxonomy.portfolio import Portfolio
    from mops_taxonomy.reconciling.changes import Held
    from mops_taxonomy.records import Record
    from mops_taxonomy.records.change import Change

__all__ = ["Reconciliation", "reconciled"]

ACROSS = ("MT5",)
"""The codes of the rules across systems."""


class Reconciliation(Report):
    """Programs and campaigns, matched, and what differs.

    Attributes:
        findings: different and orphaned, in the order of their codes, and of their records.
        matches: which program is which campaign, in the order of the programs.
        different: what is wrong with those that correspond, or with their link.
        orphaned: programs without a campaign, and campaigns without a program.
        waived: the findings that a waiver of the taxonomy excuses.
        changes: what puts the differences right, as far as that is sure.
        held: the changes that are left to people, each with its reason.
        programs: how many there are; what was read twice counts once.
        campaigns: how many there are, likewise.
    """

    __slots__ = ("campaigns", "changes", "different", "held", "matches", "orphaned", "programs", "waived")

    def __init__(self, portfolio: Portfolio) -> None:
        found = report(portfolio, ACROSS)
        super().__init__(tuple(sorted(found.findings, key=lambda one: one.code)))
        matching = portfolio.matches
        alone = {str(one) for one in (*matching.programs, *matching.campaigns)}
        self.matches: tuple[Match, ...] = tuple(matching.matches)
        self.different = tuple(one for one in self.findings if not _is_orphaned(one, alone))
        self.orphaned = tuple(one for one in self.findings if _is_orphaned(one, alone))
        self.waived = found.waived
        made, held = changes(portfolio, {(one.code, str(one.record)) for one in self.findings})
        self.changes: tuple[Change, ...] = tuple(made)
        self.held: tuple[Held, ...] = tuple(held)
        self.programs = len(matching.matches) + len(matching.programs)
        self.campaigns = len({id(match.campaign) for match in matching.matches}) + len(matching.campaigns)

    @property
    def ways(self) -> dict[str, int]:
        """How many matches were made in each way, the surest way first; a way that made none is left out."""
        count = Counter(match.way for match in self.matches)
        return {way: count[way] for way in ("id", "name", "values", "nearest") if count[way]}

    def to_dict(self) -> dict[str, Any]:
        """Plain data for JSON."""
        return {
            "programs": self.programs,
            "campaigns": self.campaigns,
            "ways": self.ways,
            "matched": [_plain_match(match) for match in self.matches],
            "different": [one.to_dict() for one in self.different],
            "orphaned": [one.to_dict() for one in self.orphaned],
            "waived": [one.to_dict() for one in self.waived],
            "changes": [
                {
                    "record": _plain(change.record),
                    "fields": {
                        field: {"old": _value(old), "new": _value(new)}
                        for field, (old, new) in change.fields.items()
                    },
                }
                for change in self.changes
            ],
            "held": [
                {
                    "record": _plain(one.record),
                    "field": one.field,
                    "old": _value(one.old),
                    "new": _value(one.new),
                    "reason": one.reason,
                }
                for one in self.held
            ],
        }

    def __repr__(self) -> str:
        return (
            f"<Reconciliation {len(self.matches)} matched, {len(self.different)} differences, "
            f"{len(self.orphaned)} orphaned>"
        )


def reconciled(portfolio: Portfolio) -> Reconciliation:
    """Match the programs of a portfolio with its campaigns, and say what differs and what would put it right."""
    return Reconciliation(portfolio)


def _is_orphaned(finding: Finding, alone: set[str]) -> bool:
    return finding.code in {"MT501", "MT502"} and finding.record in alone


def _plain_match(match: Match) -> dict[str, Any]:
    return {
        "program": _plain(match.program),
        "campaign": _plain(match.campaign),
        "way": match.way,
        "confidence": match.confidence,
        "why": match.why,
    }


def _plain(record: Record) -> dict[str, Any]:
    plain = {"object": record.object, "system": record.system, "id": record.id, "name": record.name}
    return {key: value for key, value in plain.items() if value is not None}


def _value(value: Any) -> Any:
    """Days as text, amounts as they are written."""
    return value if value is None or isinstance(value, (bool, str)) else str(value)
