"""Campaigns of HubSpot, which are programs: what marketing automation holds."""

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
    text,
    word,
)
from mops_taxonomy.records import Goal, Origin, Program

if TYPE_CHECKING:
    from datetime import date

    from mops_taxonomy.platforms._reading.draft import Draft, Fields

__all__ = ["SYSTEM"]

_TODO = {
    "MISSING_SCOPES": "a private app with the scope marketing.campaigns.read",
    "RATE_LIMITS": "fewer calls at once, or the same later",
    "VALIDATION_ERROR": "ids and properties that exist",
}


def _day(value: Any, settings: Settings) -> date | None:
    """A day; older interfaces give it in milliseconds."""
    if isinstance(value, str) and len(value) >= 11 and value.isdecimal():
        return day(seconds(value[:-3], settings), settings)
    return day(value, settings)


def _goal(value: Any, settings: Settings) -> Goal | None:
    purpose = word(value, settings)
    return None if purpose is None else Goal(purpose=purpose)


_PROGRAM: Fields = {
    "id": (("id", "hsobjectid"), ident),
    "description": (("hsnotes",), text),
    "created": (("createdat",), moment),
    "updated": (("updatedat",), moment),
    "owner": (("hsowner",), ident),
    "audience": (("hsaudience",), word),
    "status": (("hscampaignstatus",), word),
    "start": (("hsstartdate",), _day),
    "end": (("hsenddate",), _day),
    "currency": (("hscurrencycode",), word),
    "budgeted_cost": (("hsbudgetitemssumamount",), money),
    "actual_cost": (("hsspenditemssumamount",), money),
    "goal": (("hsgoal",), _goal),
}
_ASK = "an export that asks for the property hs_name: only properties that are asked for are given"


def _program(draft: Draft, origin: Origin) -> Iterator[Program]:
    try:
        name = draft.named("hsname", "name", "campaignname")
    except Unreadable as unreadable:
        raise Unreadable(unreadable.reason, _ASK) from None
    draft.take(_PROGRAM)
    yield draft.built(Program, origin, system="hubspot", name=name)


def _flat(value: Mapping[str, Any]) -> Mapping[str, Any]:
    """The properties beside what stands beside them."""
    properties = value.get("properties")
    if not isinstance(properties, Mapping):
        return value
    beside = {key: one for key, one in value.items() if key != "properties"}
    return {
        **{key: one for key, one in properties.items() if key not in beside},
        **beside,
        **_hidden(properties, beside),
    }


def _hidden(properties: Mapping[str, Any], beside: Mapping[str, Any]) -> Mapping[str, Any]:
    return {f"properties.{key}": one for key, one in properties.items() if key in beside}


def _resembles(value: Mapping[str, Any], around: Mapping[str, Any]) -> bool:
    properties = value.get("properties")
    if isinstance(properties, Mapping):
        return True
    return (
        any(str(key).startswith("hs_") for key in value) or {"numErrors", "results"} & around.keys() != set()
    )


def _failures(value: Mapping[str, Any]) -> Sequence[Failure] | None:
    if value.get("status") == "error" and "message" in value:
        return [_failure(value)]
    if isinstance(value.get("properties"), Mapping) or "hs_name" in value:
        return None
    errors = value.get("errors")
    if isinstance(errors, (list, tuple)):
        return [_failure(error) for error in errors]
    return [] if "paging" in value or "total" in value else None


def _failure(error: Any) -> Failure:
    if not isinstance(error, Mapping):
        return Failure(as_text(error))
    code = error.get("category")
    code = None if code is None else as_text(code)
    return Failure(as_text(error.get("message", "")), code, _TODO.get(code or ""))


def _more(around: Mapping[str, Any]) -> bool:
    paging = around.get("paging")
    return isinstance(paging, Mapping) and bool(paging.get("next"))


SYSTEM = System(
    name="hubspot",
    title="HubSpot",
    kinds={"program": _program, "campaign": _program},
    resembles=_resembles,
    failures=_failures,
    more=_more,
    flat=_flat,
)
