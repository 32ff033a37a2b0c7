"""MT408: another currency than the parent's."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from mops_taxonomy.fault import listed
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
    children = (one for one in portfolio.distinct(portfolio.records) if one.parent_id is not None)
    records = [(one, currency) for one in children if (currency := _currency(one)) is not None]
    used: dict[_Family, Counter[str]] = {}
    for record, currency in records:
        used.setdefault(_family(record), Counter())[currency] += 1
    for record, currency in records:
        parent = portfolio.parent(record)
        above = _currency(parent) if parent is not None else None
        wanted = above or _most(used[_family(record)])
        if currency == wanted:
            continue
        if wanted is None:
            others = listed(sorted(one for one in used[_family(record)] if one != currency), "and")
            yield _breach(
                record, f"its currency is {record.currency}, and siblings of it have {others}", None
            )
        else:
            whose = f"of its parent {quoted(parent.name)}" if parent and above else "of most of its siblings"
            yield _breach(record, f"its currency is {record.currency}, and that {whose} is {wanted}", wanted)


def _most(used: Counter[str]) -> str | None:
    """The currency that is used most; None where several are used as often."""
    most = used.most_common(2)
    return most[0][0] if len(most) == 1 or most[0][1] > most[1][1] else None


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
