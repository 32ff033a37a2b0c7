"""Campaigns of Account Engagement, formerly Pardot, which are programs: answers of the API, version 5."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from mops_taxonomy.platforms._reading.system import Failure, System
from mops_taxonomy.platforms._reading.values import Settings, as_text, ident, moment, money
from mops_taxonomy.platforms.salesforce.ids import salesforce_id
from mops_taxonomy.records import Folder, Origin, Program

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from mops_taxonomy.platforms._reading.draft import Draft, Fields

__all__ = ["SYSTEM"]

_TODO = {
    "13": "the parameter `fields`, with the fields that are wanted: id,name,cost,folderId,parentCampaignId,"
    "salesforceId,createdAt,updatedAt",
    "66": "fewer calls at once",
    "122": "fewer calls in a day, or the same tomorrow",
    "181": "the header Pardot-Business-Unit-Id, with an id that begins with 0Uv",
    "203": "a search for less: a query gives 100,000 records at most",
}


def _folder(value: Any, settings: Settings) -> Folder | None:
    found = ident(value, settings)
    return None if found is None else Folder(id=found)


_PROGRAM: Fields = {
    "id": (("id",), ident),
    "created": (("createdat",), moment),
    "updated": (("updatedat",), moment),
    "actual_cost": (("cost",), money),
    "folder": (("folderid",), _folder),
    "parent_id": (("parentcampaignid",), ident),
    "campaign_id": (("salesforceid",), salesforce_id),
}


def _program(draft: Draft, origin: Origin) -> Iterator[Program]:
    name = draft.named("name", "campaignname")
    draft.take(_PROGRAM)
    yield draft.built(Program, origin, system="account_engagement", name=name)


def _resembles(value: Mapping[str, Any], around: Mapping[str, Any]) -> bool:
    if value.keys() == {"code", "message"}:
        return True
    return "nextPageToken" in around or "nextPageToken" in value or "salesforceId" in value


def _failures(value: Mapping[str, Any]) -> Sequence[Failure] | None:
    if "code" in value and "message" in value and "name" not in value:
        code = as_text(value["code"])
        return [Failure(as_text(value["message"]), code, _TODO.get(code))]
    return [] if "nextPageToken" in value else None


def _more(around: Mapping[str, Any]) -> bool:
    return bool(around.get("nextPageToken"))


SYSTEM = System(
    name="account_engagement",
    title="Account Engagement",
    kinds={"program": _program, "campaign": _program},
    resembles=_resembles,
    failures=_failures,
    more=_more,
)
