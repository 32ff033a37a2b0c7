"""What systems read out of the place of a name where a date stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mops_taxonomy.rules._words import counted

if TYPE_CHECKING:
    from mops_taxonomy.portfolio import Portfolio
    from mops_taxonomy.records import Record

__all__ = ["stamped"]


def stamped(portfolio: Portfolio, record: Record, span: tuple[int, int]) -> str | None:
    """What a system makes of the characters at this place, by the readers of the taxonomy that read a date there."""
    for reader in portfolio.resolved["readers"].values():
        first = reader["first"]
        if first is None or span[0] > 0 or span[1] > first or not reader["effect"]:
            continue
        facts = portfolio.facts(record)
        if all(key not in facts or facts[key] in values for key, values in reader["when"].items()):
            who = reader["system"] or "another system"
            return f"{who} reads the first {counted(first, 'character')} of the name: {reader['effect']}"
    return None
