"""MT401: same name."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from mops_taxonomy.governance._gathered import called, gathered, kept_first, listed, others
from mops_taxonomy.governance.rule import Breach, RecordRule

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterator

    from mops_taxonomy.finding import Finding
    from mops_taxonomy.governance.rule import Told
    from mops_taxonomy.portfolio import Portfolio
    from mops_taxonomy.records import Record

__all__ = ["RULE"]

_MARKETO = (
    "Marketo wants program names unique across all workspaces; a look-up by name finds only one of them"
)


def check(portfolio: Portfolio) -> Iterator[Breach]:
    """Every record with the name of another one of its system, but for the one with a partner, or made first."""
    records = portfolio.distinct(portfolio.records)
    groups = {
        key: sorted(group, key=partial(kept_first, portfolio))
        for key, group in gathered(records, _key).items()
    }
    for record in records:
        group = groups.get(_key(record))
        if group is not None and record is not group[0]:
            yield _breach(record, group)


def _key(record: Record) -> Hashable:
    return record.system, record.object, record.name


def _breach(record: Record, group: list[Record]) -> Breach:
    has = "have" if len(group) > 2 else "has"
    return Breach(
        record,
        f"{listed([called(one) for one in others(group, record)], len(group) - 1)} {has} the same name",
        field="name",
        found=record.name,
        expected=f"a name that no other {' '.join(filter(None, (record.system, record.object)))} has",
        consequence=_MARKETO if (record.system, record.object) == ("marketo", "program") else None,
    )


def needless(told: Told) -> Iterator[Finding]:
    """What doubles another record has no partner because that one has it."""
    if id(told.record) in told.portfolio.matches.alone:
        yield from told.by("MT501", "MT502")


RULE = RecordRule(
    code="MT401",
    title="same name",
    severity="error",
    check=check,
    why=(
        "Imports, reports and integrations look things up by name. Where two programs of one system share a name, "
        "one of them gets what was meant for the other. The one with a partner in the other system keeps its name, or "
        "else the one that was made first. What has the same id was read twice, and is no second record."
    ),
    bad=(
        "marketo program 1110: 20260324_EMEA_WBN_Robotics\nmarketo program 1742: 20260324_EMEA_WBN_Robotics"
    ),
    good=(
        "marketo program 1110: 20260324_EMEA_WBN_Robotics_v01\n"
        "marketo program 1742: 20260324_EMEA_WBN_Robotics_v02"
    ),
    repair="Rename it, or remove it if it was made by mistake.",
    consequence="whatever looks it up by name cannot tell the two apart",
    needless=needless,
)
