"""Updates of programs: Marketo lets name, description, tags and period costs be changed, and nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from mops_taxonomy.platforms._writing.calls import call, compact
from mops_taxonomy.platforms._writing.encoding import day, name_of, text
from mops_taxonomy.platforms._writing.writer import Field, Writer
from mops_taxonomy.records import PeriodCost, Tag

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import tzinfo

    from mops_taxonomy.platforms._writing.writer import Update

__all__ = ["WRITER"]


def _tags(value: Any, timezone: tzinfo) -> str:  # noqa: ARG001  every encoding takes the same
    if value is None:
        raise ValueError("tags that are not known cannot be written")
    if not all(isinstance(tag, Tag) for tag in value):
        raise ValueError("no tags")
    return compact([{"tagType": tag.type, "tagValue": tag.value} for tag in value])


def _costs(value: Any, timezone: tzinfo) -> str:
    if value is None:
        raise ValueError("costs that are not known cannot be written")
    if not all(isinstance(cost, PeriodCost) for cost in value):
        raise ValueError("no period costs")
    return compact([_cost(one, timezone) for one in value])


def _cost(one: PeriodCost, timezone: tzinfo) -> dict[str, Any]:
    if one.amount != one.amount.to_integral_value():
        raise ValueError(f"a cost of {one.amount} cannot be written: Marketo holds whole numbers")
    note = {} if one.note is None else {"note": one.note}
    return {"startDate": day(one.start, timezone), "cost": int(one.amount), **note}


_FIELDS = {
    "name": Field("name", name_of("marketo")),
    "description": Field("description", text),
    "tags": Field("tags", _tags),
    "costs": Field("costs", _costs),
}
_NEVER = "Marketo lets it be chosen when a program is made, and never changed"
_WHY = {
    "type": _NEVER,
    "channel": _NEVER,
    "actual_cost": "Marketo has costs by period: change `costs`",
    "campaign_id": "programs are linked with campaigns in Marketo itself",
    "campaign_name": "programs are linked with campaigns in Marketo itself",
}


def _custom(key: str) -> None:  # noqa: ARG001
    return None


def _rendered(updates: Sequence[Update]) -> Iterator[str]:
    for update in updates:
        form = dict(update.values)
        if "costs" in form:
            form["costsDestructiveUpdate"] = "true"  # else costs are added to those there are
        yield call("POST", f"/rest/asset/v1/program/{update.record.id}.json", urlencode(form))


WRITER = Writer(
    name="marketo",
    title="Marketo",
    fields=_FIELDS,
    rendered=_rendered,
    custom=_custom,
    is_id=str.isdecimal,
    why=_WHY,
)
