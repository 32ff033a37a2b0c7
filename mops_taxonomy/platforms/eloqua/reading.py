"""Campaigns of Eloqua, which are programs: numbers, times, yes and no are all text."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from mops_taxonomy.platforms._reading.system import Failure, System
from mops_taxonomy.platforms._reading.unreadable import Unreadable
from mops_taxonomy.platforms._reading.values import (
    Settings,
    as_text,
    day,
    ident,
    moment,
    money,
    seconds,
    shown,
    text,
    word,
)
from mops_taxonomy.platforms.salesforce.ids import salesforce_id
from mops_taxonomy.records import Folder, Origin, Program

if TYPE_CHECKING:
    from datetime import date, datetime

    from mops_taxonomy.platforms._reading.draft import Draft, Fields

__all__ = ["SYSTEM"]


def _moment(value: Any, settings: Settings) -> datetime | date | None:
    """Seconds since 1970; reports write dates."""
    plain = as_text(value).lstrip("-") if isinstance(value, (str, int)) else ""
    return seconds(value, settings) if plain.isdecimal() else moment(value, settings)


def _day(value: Any, settings: Settings) -> date | None:
    return day(_moment(value, settings), settings)


def _folder(value: Any, settings: Settings) -> Folder | None:
    found = ident(value, settings)
    return None if found is None else Folder(id=found, type="Folder")


_PROGRAM: Fields = {
    "id": (("id",), ident),
    "description": (("description",), text),
    "created": (("createdat",), _moment),
    "updated": (("updatedat",), _moment),
    "type": (("campaigntype",), word),
    "status": (("currentstatus",), word),
    "start": (("startat",), _day),
    "end": (("endat",), _day),
    "folder": (("folderid",), _folder),
    "budgeted_cost": (("budgetedcost",), money),
    "actual_cost": (("actualcost",), money),
    "campaign_id": (("crmid",), salesforce_id),
}


def _program(draft: Draft, origin: Origin) -> Iterator[Program]:
    for key in ("assettype", "type"):
        kind = draft.look(key)
        if kind is not None and not (isinstance(kind, str) and kind in {"", "Campaign"}):
            raise Unreadable(f"is {shown(kind)}, not a campaign")
        draft.drop({key})
    name = draft.named("name", "campaignname")
    draft.take(_PROGRAM)
    status = draft.values.get("status")
    _name_fields(draft)
    active = None if status is None else status == "Active"
    yield draft.built(Program, origin, system="eloqua", name=name, active=active)


def _name_fields(draft: Draft) -> None:
    """Put the fields that people made beside the others, under the names given for their numbers."""
    names = draft.settings.field_names
    given = draft.other.get("fieldValues")
    for one in given if names and isinstance(given, (list, tuple)) else ():
        if isinstance(one, Mapping) and as_text(one.get("id")) in names:
            draft.other.setdefault(names[as_text(one["id"])], one.get("value"))


def _resembles(value: Mapping[str, Any], around: Mapping[str, Any]) -> bool:
    if value.get("assetType", value.get("type")) == "Campaign" and "attributes" not in value:
        return True
    return {"elements", "pageSize"} <= value.keys() | around.keys() or "currentStatus" in value


def _failures(value: Mapping[str, Any]) -> Sequence[Failure] | None:
    kind = value.get("type")
    if isinstance(kind, str) and kind.endswith("Error") and "name" not in value:
        told = " ".join(as_text(value[key]) for key in ("property", "message", "requirement") if key in value)
        return [Failure(told or "no reason is given", kind)]
    return [] if "pageSize" in value and "name" not in value else None


def _more(around: Mapping[str, Any]) -> bool:
    page, size, total = (around.get(key) for key in ("page", "pageSize", "total"))
    return isinstance(page, int) and isinstance(size, int) and isinstance(total, int) and total > page * size


SYSTEM = System(
    name="eloqua",
    title="Eloqua",
    kinds={"program": _program, "campaign": _program},
    resembles=_resembles,
    failures=_failures,
    more=_more,
)
