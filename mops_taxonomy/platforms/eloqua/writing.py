"""Updates of campaigns, one call each; numbers and times are text."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from mops_taxonomy.platforms._writing.calls import call
from mops_taxonomy.platforms._writing.encoding import money, name_of, plain, seconds, text
from mops_taxonomy.platforms._writing.writer import Field, Writer

if TYPE_CHECKING:
    from datetime import tzinfo

    from mops_taxonomy.platforms._writing.writer import Update

__all__ = ["WRITER"]

_PLAIN = frozenset(
    {
        *("product", "region", "clrEndDate", "isIncludedInROI", "isMemberAllowedReEntry", "isSyncedWithCRM"),
        *("badgeId", "runAsUserId"),
    }
)


def _field_values(value: Any, timezone: tzinfo) -> list[dict[str, str]]:
    if not isinstance(value, (list, tuple)) or not all(
        isinstance(one, Mapping) and "id" in one for one in value
    ):
        raise ValueError("a list of fields, each with its id, is wanted")
    return [
        {"type": "FieldValue", "id": plain(one["id"], timezone), "value": plain(one.get("value"), timezone)}
        for one in value
    ]


_FIELDS = {
    "name": Field("name", name_of("eloqua")),
    "description": Field("description", text),
    "type": Field("campaignType", text),
    "start": Field("startAt", seconds),
    "end": Field("endAt", seconds),
    "budgeted_cost": Field("budgetedCost", money),
    "actual_cost": Field("actualCost", money),
    "campaign_id": Field("crmId", text),
}
_RUNS = "campaigns are activated, scheduled and completed by calls of their own"


def _custom(key: str) -> Field | None:
    if key == "fieldValues":
        return Field(key, _field_values)
    return Field(key, plain) if key in _PLAIN else None


def _rendered(updates: Sequence[Update]) -> Iterator[str]:
    for update in updates:
        record = update.record
        body = {"type": "Campaign", "id": record.id, "name": record.name, **update.values}
        yield call("PUT", f"/api/REST/2.0/assets/campaign/{record.id}", body)


WRITER = Writer(
    name="eloqua",
    title="Eloqua",
    fields=_FIELDS,
    rendered=_rendered,
    custom=_custom,
    is_id=str.isdecimal,
    why={"status": _RUNS, "active": _RUNS},
)
