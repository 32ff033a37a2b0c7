"""Update files for Data Loader and Bulk API 2.0: the id, and a column for each field that changes in some row."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from mops_taxonomy.platforms._writing.encoding import day, flag, money, name_of, plain, text
from mops_taxonomy.platforms._writing.writer import Field, Writer
from mops_taxonomy.platforms.salesforce.ids import is_id, long_form

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import tzinfo

    from mops_taxonomy.platforms._writing.writer import Encode, Update

__all__ = ["WRITER"]

_EMPTY = "#N/A"
"""What empties a field: an empty cell leaves it as it is, so rows that change different fields can share a file."""

_QUOTED = re.compile(r'[",\r\n]|^ | $')
_CUSTOM = re.compile(r"[A-Za-z][A-Za-z0-9_]*__c|ExpectedRevenue|ExpectedResponse|NumberSent")


def _cell(encode: Encode) -> Encode:
    def written(value: Any, timezone: tzinfo) -> str:
        told: str = encode(value, timezone)
        if told == _EMPTY:
            raise ValueError(f"the text {_EMPTY} would empty it")
        if told and not told.strip():
            raise ValueError("text of nothing but space is not taken")
        return told or _EMPTY

    return written


def _id(value: Any, timezone: tzinfo) -> str:
    told = text(value, timezone)
    if told and not is_id(told):
        raise ValueError(f"'{told}' is no id of Salesforce")
    return long_form(told) if told else ""


_FIELDS = {
    "name": Field("Name", _cell(name_of("salesforce"))),
    "description": Field("Description", _cell(text)),
    "type": Field("Type", _cell(text)),
    "status": Field("Status", _cell(text)),
    "active": Field("IsActive", _cell(flag)),
    "start": Field("StartDate", _cell(day)),
    "end": Field("EndDate", _cell(day)),
    "parent_id": Field("ParentId", _cell(_id)),
    "owner": Field("OwnerId", _cell(_id)),
    "currency": Field("CurrencyIsoCode", _cell(text)),
    "budgeted_cost": Field("BudgetedCost", _cell(money)),
    "actual_cost": Field("ActualCost", _cell(money)),
}
_WHY = {
    "member_statuses": "the member statuses of a campaign are records of their own",
    "members": "Salesforce counts them itself",
    "id": "Salesforce gives ids itself",
    "created": "Salesforce keeps it itself",
    "updated": "Salesforce keeps it itself",
}


def _custom(key: str) -> Field | None:
    return Field(key, _cell(plain)) if _CUSTOM.fullmatch(key) else None


def _rendered(updates: Sequence[Update]) -> Iterator[str]:
    known = [field.key for field in _FIELDS.values()]
    used = dict.fromkeys(key for update in updates for key in update.values)
    columns = [*(key for key in known if key in used), *(key for key in used if key not in known)]
    yield _line(["Id", *columns])
    for update in updates:
        yield _line([long_form(update.record.id or ""), *(update.values.get(key, "") for key in columns)])


def _line(cells: Sequence[str]) -> str:
    return ",".join(map(_quoted, cells)) + "\n"


def _quoted(cell: str) -> str:
    """A cell, in quotes where it needs them: a carriage return does too, which Python's writer forgets."""
    return '"' + cell.replace('"', '""') + '"' if _QUOTED.search(cell) else cell


WRITER = Writer(
    name="salesforce",
    title="Salesforce",
    fields=_FIELDS,
    rendered=_rendered,
    custom=_custom,
    is_id=is_id,
    why=_WHY,
)
