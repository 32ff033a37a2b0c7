"""What outside readers make of the names of records."""

from __future__ import annotations

from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

from mops_taxonomy.finding import Suggestion
from mops_taxonomy.governance.rule import Breach
from mops_taxonomy.readers import faults

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mops_taxonomy.portfolio import Portfolio
    from mops_taxonomy.readers import Outcome, Verdict
    from mops_taxonomy.records import Record

__all__ = ["misreadings"]

_FOUND: WeakKeyDictionary[Portfolio, list[tuple[Record, Verdict]]] = WeakKeyDictionary()
"""What the readers make of names is found out once, for all the rules that tell of it."""


def misreadings(portfolio: Portfolio, outcome: Outcome) -> Iterator[Breach]:
    """The verdicts with this outcome, record by record; marks of parents are a matter of their own (MT402)."""
    if portfolio not in _FOUND:
        every = ((record, verdict) for record in portfolio.records for verdict in faults(portfolio, record))
        _FOUND[portfolio] = [one for one in every if not one[1].of_parents]
    for record, verdict in _FOUND[portfolio]:
        if verdict.outcome == outcome:
            yield _breach(portfolio, record, verdict)


def _breach(portfolio: Portfolio, record: Record, verdict: Verdict) -> Breach:
    return Breach(
        record,
        verdict.message,
        field="name",
        span=verdict.span,
        found=verdict.found,
        expected=verdict.expected or _expected(verdict),
        suggestions=tuple(_suggestions(portfolio, record, verdict)),
        consequence=verdict.effect,
    )


def _expected(verdict: Verdict) -> str:
    if verdict.wanted:
        return " or ".join(f"`{mark}`" for mark in verdict.wanted)
    return f"a name without `{verdict.found}`"


def _suggestions(portfolio: Portfolio, record: Record, verdict: Verdict) -> Iterator[Suggestion]:
    """The names that the reader would pass over, as far as the convention has them."""
    convention = portfolio.convention(record) if verdict.mended else None
    if convention is not None:
        known, day = portfolio.facts(record), portfolio.day(record)
        yield from (Suggestion(text) for text in verdict.mended if convention.is_valid(text, known, day))
