"""Updates of campaigns in batches of 50, the most that HubSpot takes; an empty text clears a property."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from mops_taxonomy.platforms._writing.calls import call
from mops_taxonomy.platforms._writing.encoding import day, name_of, plain, text
from mops_taxonomy.platforms._writing.writer import Field, Writer
from mops_taxonomy.records import Goal

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import tzinfo

    from mops_taxonomy.platforms._writing.writer import Update

__all__ = ["WRITER"]

_LARGEST = 50
_ID = re.compile(r"[A-Za-z0-9-]+")
_PROPERTY = re.compile(r"[a-z][a-z0-9_]*")
_READ_ONLY = frozenset(
    {"hs_object_id", "hs_created_by_user_id", "hs_budget_items_sum_amount", "hs_spend_items_sum_amount"}
)


def _goal(value: Any, timezone: tzinfo) -> str:
    if value is None:
        return ""
    if not isinstance(value, Goal):
        raise ValueError("no goal")  # noqa: TRY004  told as a refusal
    if value.metric is not None or value.target is not None:
        raise ValueError("HubSpot holds what a campaign is for, but no metric and no target")
    return text(value.purpose, timezone)


_FIELDS = {
    "name": Field("hs_name", name_of("hubspot")),
    "description": Field("hs_notes", text),
    "audience": Field("hs_audience", text),
    "status": Field("hs_campaign_status", text),
    "owner": Field("hs_owner", text),
    "start": Field("hs_start_date", day),
    "end": Field("hs_end_date", day),
    "currency": Field("hs_currency_code", text),
    "goal": Field("hs_goal", _goal),
}
_SUM = "HubSpot sums it up from items, which are changed one by one"


def _custom(key: str) -> Field | None:
    is_own = _PROPERTY.fullmatch(key) and key not in _READ_ONLY
    return Field(key, plain) if is_own else None


def _rendered(updates: Sequence[Update]) -> Iterator[str]:
    for at in range(0, len(updates), _LARGEST):
        inputs = [
            {"id": one.record.id, "properties": dict(one.values)} for one in updates[at : at + _LARGEST]
        ]
        yield call("POST", "/marketing/v3/campaigns/batch/update", {"inputs": inputs})


WRITER = Writer(
    name="hubspot",
    title="HubSpot",
    fields=_FIELDS,
    rendered=_rendered,
    custom=_custom,
    is_id=lambda id: _ID.fullmatch(id) is not None,  # noqa: A006
    why={"budgeted_cost": _SUM, "actual_cost": _SUM},
)
