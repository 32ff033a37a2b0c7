"""Records that belong together for one reason or another."""

from __future__ import annotations

from datetime import date, datetime
from itertools import islice
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable, Sequence

    from mops_taxonomy.portfolio import Portfolio
    from mops_taxonomy.records import Record

__all__ = ["called", "gathered", "kept_first", "listed", "made", "others"]

_One = TypeVar("_One")

_FEW = 3
"""As many records are named before the rest is only counted."""


def gathered(
    records: Iterable[Record], key: Callable[[Record], Hashable | None]
) -> dict[Hashable, list[Record]]:
    """The records by key, in their order; keys of one record only, and None, are left out."""
    found: dict[Hashable, list[Record]] = {}
    for record in records:
        of = key(record)
        if of is not None:
            found.setdefault(of, []).append(record)
    return {of: group for of, group in found.items() if len(group) > 1}


def kept_first(portfolio: Portfolio, record: Record) -> tuple[bool, date]:
    """What sorts doubles: first the one that has a partner in another system, then the one that was made first."""
    return id(record) in portfolio.matches.alone, made(record)


def made(record: Record) -> date:
    """The day on which a record was made; those of which it is not known come last."""
    created = record.created
    if created is None:
        return date.max
    return created.date() if isinstance(created, datetime) else created


def others(group: Iterable[_One], one: _One) -> list[_One]:
    """As many others of a group as a message names: never all of them, for a group may be everything."""
    return list(islice((other for other in group if other is not one), _FEW))


def called(record: Record) -> str:
    """`program 1110`, beside a record of the same system; by its place where it has no id."""
    if record.id is not None:
        of = f"{record.object} {record.id}"
    elif record.origin is not None and str(record.origin):
        of = f"the {record.object} at {record.origin}"
    else:
        of = f"another {record.object}"
    workspace = getattr(record, "workspace", None)
    return f"{of} (workspace {workspace})" if workspace else of


def listed(words: Sequence[str], count: int) -> str:
    """`A and B`; `A, B, C and 4 more` where there are more than the words are for.

    Args:
        words: for the first few.
        count: how many there are in all.
    """
    if count > len(words):
        return f"{', '.join(words)} and {count - len(words):,} more"
    *most, last = words
    return f"{', '.join(most)} and {last}" if most else last
