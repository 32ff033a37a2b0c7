"""Parents above records: how deep they stand, and where they lead round in a circle."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mops_taxonomy.portfolio import Portfolio
    from mops_taxonomy.records import Record

__all__ = ["ancestors", "cycles", "levels"]


def levels(portfolio: Portfolio) -> dict[int, int]:
    """The level of each record, by its `id()`: 1 at the top, at least 2 where its parent is not among the records.

    Records on a circle of parents, or below one, have no level.
    """
    found: dict[int, int | None] = {}
    for record in portfolio.distinct(portfolio.records):
        trail, above = _up(portfolio, record, found)
        if above is None:
            level: int | None = 0 if trail[-1].parent_id is None else 1
        else:
            level = found.get(id(above))
        for one in reversed(trail):
            level = None if level is None else level + 1
            found[id(one)] = level
    return {record: level for record, level in found.items() if level is not None}


def cycles(portfolio: Portfolio) -> Iterator[list[Record]]:
    """Each circle of parents: a record, its parent, the parent of that, up to the last one, whose parent is the first.

    The first is the one that comes first among the records.
    """
    records = portfolio.distinct(portfolio.records)
    place = {id(record): at for at, record in enumerate(records)}
    done: dict[int, None] = {}
    for record in records:
        trail, above = _up(portfolio, record, done)
        if above is not None and id(above) not in done:
            start = next(at for at, one in enumerate(trail) if one is above)
            ring = trail[start:]
            first = min(range(len(ring)), key=lambda at: place[id(ring[at])])
            yield ring[first:] + ring[:first]
        done.update(dict.fromkeys(map(id, trail)))


def ancestors(portfolio: Portfolio, record: Record) -> Iterator[Record]:
    """The parent, the parent of that, and so on; without end where they lead round in a circle."""
    above = portfolio.parent(record)
    while above is not None:
        yield above
        above = portfolio.parent(above)


def _up(portfolio: Portfolio, record: Record, known: dict[int, Any]) -> tuple[list[Record], Record | None]:
    """The way up from a record, itself first, and what ended it.

    That is a record that is known, or one that the way has met before, or None where there is no parent.
    """
    trail: dict[int, Record] = {}
    above: Record | None = record
    while above is not None and id(above) not in known and id(above) not in trail:
        trail[id(above)] = above
        above = portfolio.parent(above)
    return list(trail.values()), above
