"""MT408: another currency than the parent's."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from mops_taxonomy.governance._gathered import distinct
from mops_taxonomy.governance.rule import Breach, RecordRule
from mops_taxonomy.rules._words import quoted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mops_taxonomy.portfolio import Portfolio
    from mops_taxonomy.records import Record

__all__ = ["RULE"]

_Family = tuple[str | None, str, str]

_SALESFORCE = "Salesforce wants the children of a campaign in one currency"


def check(portfolio: Portfolio) -> Iterator[Breach]:
    """Every record whose currency is not that of its parent; where that is not known, not that of most siblings."""
    records = [one for one in distinct(portfolio) if one.parent_id is not None and _currency(one) is not None]
    used: dict[_Family, Counter[str | None]] = {}
    for record in records:
        used.setdefault(_family(record), Counter())[_currency(record)] += 1
    for record in records:
        parent = portfolio.parent(record)
        wanted = _currency(parent) if parent is not None else None
        whose = (
            f"of its parent {quoted(parent.name)}"
            if parent is not None and wanted
            else "of most of its siblings"
        )
        # Of several that are as frequent, the one met first.
        wanted = wanted or used[_family(record)].most_common(1)[0][0]
        if _currency(record) != wanted:
            yield _breach(record, f"its currency is {record.currency}, and that {whose} is {wanted}", wanted)


def _currency(record: Record) -> str | None:
    return record.currency.strip().upper() or None if record.currency is not None else None


def _family(record: Record) -> _Family:
    return record.system, record.object, record.parent_id or ""


def _breach(record: Record, message: str, wanted: str | None) -> Breach:
    return Breach(
        record,
        message,
        field="currency",
        found=record.currency,
        expected=wanted,
        consequence=_SALESFORCE if record.system == "salesforce" else None,
    )


RULE = RecordRule(
    code="MT408",
    title="another currency than the parent's",
    severity="warning",
    check=check,
    why=(
        "Costs are added up from the children to the parent. Amounts of different currencies have no sum. Where the "
        "currency of the parent is not known, that of most of its children is what the others are held against."
    ),
    bad="2026_Robotics_Parent (EUR) > 20260324_EMEA_WBN_Robotics (USD)",
    good="2026_Robotics_Parent (EUR) > 20260324_EMEA_WBN_Robotics (EUR)",
    repair="State the costs of the child in the currency of the parent.",
    consequence="costs that are added up along the hierarchy are wrong",
)
