"""MT403: unknown parent."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mops_taxonomy.governance._gathered import called, listed, others
from mops_taxonomy.governance.rule import Breach, RecordRule

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from mops_taxonomy.portfolio import Portfolio
    from mops_taxonomy.records import Record

__all__ = ["RULE"]

_Source = tuple[str | None, str]


def check(portfolio: Portfolio) -> Iterator[Breach]:
    """The first record of each parent that is missing where most parents are there."""
    records = portfolio.distinct(portfolio.records)
    orphans: dict[tuple[_Source, str], list[Record]] = {}
    for record in records:
        if record.parent_id is not None:
            orphans.setdefault((_source(record), record.parent_id), []).append(record)
    missing = {key: group for key, group in orphans.items() if portfolio.parent(group[0]) is None}
    whole = _whole(orphans, missing)
    counts = _counted(records)
    for (source, _), group in missing.items():
        if source in whole:
            yield _breach(group, counts[source])


def _source(record: Record) -> _Source:
    return record.system, record.object


def _whole(named: Iterable[tuple[_Source, str]], missing: Iterable[tuple[_Source, str]]) -> set[_Source]:
    """Where more of the parents that are named are there than are missing: the rest of an export is missing, too."""
    balance: dict[_Source, int] = {}
    for source, _ in named:
        balance[source] = balance.get(source, 0) + 1
    for source, _ in missing:
        balance[source] -= 2
    return {source for source, number in balance.items() if number > 0}


def _counted(records: Iterable[Record]) -> dict[_Source, int]:
    counts: dict[_Source, int] = {}
    for record in records:
        counts[_source(record)] = counts.get(_source(record), 0) + 1
    return counts


def _breach(group: list[Record], count: int) -> Breach:
    record = group[0]
    more = len(group) - 1
    of = f", also that of {listed([called(one) for one in others(group, record)], more)}," if more else ""
    kind = " ".join(filter(None, (record.system, record.object)))
    return Breach(
        record,
        f"its parent {record.parent_id}{of} is not among the {count:,} {kind}s, while most parents are",
        field="parent_id",
        found=record.parent_id,
        expected=f"the id of a {kind}",
    )


RULE = RecordRule(
    code="MT403",
    title="unknown parent",
    severity="warning",
    check=check,
    why=(
        "A parent that does not exist any more, or was mistyped, takes its children out of every report along the "
        "hierarchy. An export may also simply leave parents out. So this is said only where more of the parents "
        "that records name are there than are missing."
    ),
    bad=(
        "salesforce campaign 7015e000001AbCdEAK: 20260324_EMEA_WBN_Robotics, parent 7015e000001ZzZzAAK\n"
        "(no campaign has the id 7015e000001ZzZzAAK)"
    ),
    good=(
        "salesforce campaign 7015e000001AbCdEAK: 20260324_EMEA_WBN_Robotics, parent 7015e000001ParentA\n"
        "salesforce campaign 7015e000001ParentA: 2026_Robotics_Parent"
    ),
    repair="Put the parent right, or export the campaigns that are missing as well.",
    certainty="likely",
    consequence="what it brought is in no report along the hierarchy",
)
