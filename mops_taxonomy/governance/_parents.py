"""Records that stand above others."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mops_taxonomy.readers import faults

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mops_taxonomy.portfolio import Portfolio
    from mops_taxonomy.readers import Verdict
    from mops_taxonomy.records import Record

__all__ = ["parents", "unmarked"]


def parents(portfolio: Portfolio) -> Iterator[tuple[Record, int]]:
    """Every record that has children among the records, and how many."""
    for record in portfolio.distinct(portfolio.records):
        children = portfolio.children(record)
        if children:
            yield record, len(children)


def unmarked(portfolio: Portfolio, record: Record) -> Iterator[Verdict]:
    """The readers that miss, or may miss, the mark of a parent in the name of one."""
    return (verdict for verdict in faults(portfolio, record) if verdict.of_parents)
