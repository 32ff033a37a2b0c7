"""Names that must not change."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mops_taxonomy.waivers import Waiver

if TYPE_CHECKING:
    from mops_taxonomy.portfolio import Portfolio
    from mops_taxonomy.records import Record

__all__ = ["Freezes"]


class Freezes:
    """The waivers with `frozen: true` that are in force on the day of a portfolio."""

    def __init__(self, portfolio: Portfolio) -> None:
        waivers = (Waiver(spec) for spec in portfolio.resolved["waivers"] if spec["frozen"])
        self._portfolio = portfolio
        self._waivers = [waiver for waiver in waivers if waiver.window.holds(portfolio.today)]

    def __bool__(self) -> bool:
        return bool(self._waivers)

    def of(self, record: Record, name: str | None = None) -> Waiver | None:
        """The waiver that forbids to rename a record; None where its name may change.

        Args:
            record: of the portfolio.
            name: to ask for this name in place of its own.
        """
        if not self._waivers:
            return None
        facts = self._portfolio.facts(record)
        asked = record.name if name is None else name
        return next((waiver for waiver in self._waivers if waiver.concerns(asked, facts)), None)
