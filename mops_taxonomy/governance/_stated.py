"""What exports say at all."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mops_taxonomy.portfolio import Portfolio
    from mops_taxonomy.records import Record

__all__ = ["Stated"]


class Stated:
    """Which systems state a field: what no record of a system states, its export most likely leaves out."""

    def __init__(self, portfolio: Portfolio, *fields: str) -> None:
        self._by = {
            (record.object, record.system)
            for record in portfolio.records
            if any(getattr(record, field, None) is not None for field in fields)
        }

    def by(self, record: Record) -> bool:
        """Whether any record of the same system and object states one of the fields."""
        return (record.object, record.system) in self._by
