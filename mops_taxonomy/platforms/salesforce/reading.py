"""Campaigns, member statuses and members of Salesforce: query results, bulk files, results of bulk jobs, reports."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from mops_taxonomy.platforms._reading.draft import Draft, Fields
from mops_taxonomy.platforms._reading.member import member
from mops_taxonomy.platforms._reading.system import Failure, System
from mops_taxonomy.platforms._reading.unreadable import Unreadable
from mops_taxonomy.platforms._reading.values import (
    as_text,
    count,
    day,
    flag,
    ident,
    moment,
    money,
    text,
    word,
)
from mops_taxonomy.platforms.salesforce.ids import is_id, long_form, salesforce_id
from mops_taxonomy.records import Campaign, MemberStatus, Origin

__all__ = ["SYSTEM", "CampaignStatus", "attached"]

_TODO = {
    "INVALID_SESSION_ID": "to log in again: the session is over",
    "REQUEST_LIMIT_EXCEEDED": "fewer calls in a day, or the same tomorrow",
    "INVALID_FIELD": "fields that exist, and that the user may see",
    "MALFORMED_QUERY": "a query that can be read",
    "INSUFFICIENT_ACCESS": "the right to these records",
}
_TELLING = {"sf__Id", "errorCode", "numberRecordsFailed", "totalSize"}
_PARTS = {"CampaignMemberStatus": "member_status", "CampaignMember": "member", "Campaign": "campaign"}


class CampaignStatus(NamedTuple):
    """A member status, and the campaign that has it: given where that campaign is not in the source.

    Attributes:
        campaign_id: in 18 characters.
        status: whose `step` is the sort order.
        origin: where it was read.
    """

    campaign_id: str
    status: MemberStatus
    origin: Origin | None = None

    def __str__(self) -> str:
        return f"salesforce member status {self.status.name!r} of campaign {self.campaign_id}"


_CAMPAIGN: Fields = {
    "id": (("id", "campaignid", "sfid"), salesforce_id),
    "description": (("description", "campaigndescription"), text),
    "created": (("createddate",), moment),
    "updated": (("lastmodifieddate",), moment),
    "owner": (("ownerid", "campaignownerid", "campaignowner"), word),
    "type": (("type", "campaigntype"), word),
    "status": (("status", "campaignstatus"), word),
    "active": (("isactive", "active"), flag),
    "start": (("startdate",), day),
    "end": (("enddate",), day),
    "parent_id": (("parentid", "parentcampaignid"), salesforce_id),
    "currency": (("currencyisocode", "campaigncurrency"), word),
    "budgeted_cost": (("budgetedcost", "budgetedcostincampaign"), money),
    "actual_cost": (("actualcost", "actualcostincampaign"), money),
}


def _campaign(draft: Draft, origin: Origin) -> Iterator[Campaign]:
    name = draft.named("name", "campaignname")
    draft.take(_CAMPAIGN)
    if draft.values.get("id") is None and "attributes" in draft.other:
        draft.values["id"] = _id_in_url(draft.other["attributes"])
    draft.drop({"attributes"})
    statuses = _statuses_within(draft)
    more = {} if statuses is None else {"member_statuses": statuses}
    yield draft.built(Campaign, origin, system="salesforce", name=name, members=_members(draft), **more)


def _id_in_url(attributes: Any) -> str | None:
    url = attributes.get("url") if isinstance(attributes, Mapping) else None
    last = url.rpartition("/")[2] if isinstance(url, str) else ""
    return long_form(last) if is_id(last) else None


def _members(draft: Draft) -> int | None:
    """Leads and contacts together. The numbers stay in `other` too: they say more."""
    found = []
    for keys in (("numberofleads", "leadsincampaign"), ("numberofcontacts", "contactsincampaign")):
        value = next((one for key in keys if (one := draft.look(key)) is not None), None)
        try:
            found.append(count(value, draft.settings))
        except ValueError:
            return None
    return None if None in found else sum(one or 0 for one in found)


def _statuses_within(draft: Draft) -> tuple[MemberStatus, ...] | None:
    """The statuses that were asked for together with their campaign."""
    for key, value in draft.other.items():
        records = value.get("records") if isinstance(value, Mapping) else None
        if isinstance(records, (list, tuple)) and any(_part(one) == "member_status" for one in records):
            try:
                found = [_one_status(Draft(one, draft.settings)) for one in records]
            except (Unreadable, ValueError):
                draft.tell(key, value, ValueError("no list of member statuses"))
                return None
            del draft.other[key]
            return _sorted(one for one in found if one is not None)
    return None


def _sorted(statuses: Iterable[MemberStatus]) -> tuple[MemberStatus, ...]:
    return tuple(sorted(statuses, key=lambda one: one.step if one.step is not None else 0))


_STATUS: Fields = {
    "id": (("id",), ident),
    "step": (("sortorder",), count),
    "default": (("isdefault",), flag),
    "responded": (("hasresponded",), flag),
}


def _one_status(draft: Draft) -> MemberStatus | None:
    """A status; None where it was deleted."""
    name = draft.named("label")
    draft.take(_STATUS)
    return (
        None
        if as_text(draft.look("isdeleted")).lower() == "true"
        else MemberStatus(name=name, **draft.values)
    )


def _member_status(draft: Draft, origin: Origin) -> Iterator[CampaignStatus]:
    campaign = draft.one("campaignid", salesforce_id)
    if campaign is None:
        raise Unreadable("is a member status without the id of its campaign")
    status = _one_status(draft)
    if status is not None:
        yield CampaignStatus(campaign, status, origin)


def attached(items: Iterable[Any]) -> Iterator[Any]:
    """Campaigns with the member statuses that are among the items, from one source or several.

    Everything is held until the last item has been seen.

    Args:
        items: what `read` gave, in any order.

    Yields:
        The items in their order, without the statuses of the campaigns among them.
    """
    held = list(items)
    statuses: dict[str, list[MemberStatus]] = {}
    for one in held:
        if isinstance(one, CampaignStatus):
            statuses.setdefault(one.campaign_id, []).append(one.status)
    campaigns = {one.id for one in held if isinstance(one, Campaign)}
    for one in held:
        if isinstance(one, Campaign) and one.id in statuses:
            yield one.model_copy(update={"member_statuses": _sorted(statuses[one.id])})
        elif not isinstance(one, CampaignStatus) or one.campaign_id not in campaigns:
            yield one


def _part(value: Any) -> str | None:
    """The kind that an object says it is of."""
    attributes = value.get("attributes") if isinstance(value, Mapping) else None
    kind = attributes.get("type") if isinstance(attributes, Mapping) else None
    return None if kind is None else _PARTS.get(as_text(kind), as_text(kind))


def _other(draft: Draft, origin: Origin) -> Iterator[Any]:  # noqa: ARG001  every kind takes the same
    raise Unreadable(f"is of the object {as_text(draft.look('attributes')['type'])}, which is not read")


def _kind_of(value: Mapping[str, Any]) -> str:
    told = _part(value)
    if told is not None:
        return told if told in _PARTS.values() else "other"
    if "CampaignId" in value and "Name" not in value:
        return "member_status" if "Label" in value else "member"
    return "campaign"


def _resembles(value: Mapping[str, Any], around: Mapping[str, Any]) -> bool:
    if _part(value) is not None or not _TELLING.isdisjoint(value) or "totalSize" in around:
        return True
    if value.keys() == {"id", "success", "errors"}:
        return True
    ids = (value.get(key) for key in ("Id", "Campaign ID", "CampaignId"))
    return any(is_id(one) for one in ids)


def _failures(value: Mapping[str, Any]) -> Sequence[Failure] | None:
    if "errorCode" in value and "message" in value:
        code = as_text(value["errorCode"])
        return [Failure(as_text(value["message"]), code, _TODO.get(code))]
    if "success" in value and "errors" in value:
        return [one for error in _list(value["errors"]) for one in _saved(error)]
    if "numberRecordsFailed" in value:
        return _of_job(value)
    return [] if "totalSize" in value else None


def _of_job(value: Mapping[str, Any]) -> list[Failure]:
    """What the summary of a bulk job says; which rows they were stands in its failed results."""
    failed, of = as_text(value["numberRecordsFailed"]), as_text(value.get("numberRecordsProcessed", "?"))
    todo = "a look into the failed results of the job"
    return [] if failed == "0" else [Failure(f"{failed} of {of} rows of the job failed", None, todo)]


def _saved(error: Any) -> list[Failure]:
    if not isinstance(error, Mapping):
        return [Failure(as_text(error))]
    code = error.get("statusCode", error.get("errorCode"))
    return [Failure(as_text(error.get("message", "")), None if code is None else as_text(code))]


def _list(value: Any) -> Sequence[Any]:
    return value if isinstance(value, (list, tuple)) else ()


def _row_failure(value: Mapping[str, Any]) -> Failure | None:
    """What became of a row of a bulk job, in the results of the job."""
    told = value.get("sf__Error")
    if not isinstance(told, str) or not told:
        return None
    code, mark, message = told.partition(":")
    return Failure(message, code, _TODO.get(code)) if mark and code.isupper() else Failure(told)


def _more(around: Mapping[str, Any]) -> bool:
    return around.get("done") is False


SYSTEM = System(
    name="salesforce",
    title="Salesforce",
    kinds={
        "campaign": _campaign,
        "member_status": _member_status,
        "member": member("salesforce", salesforce_id),
        "other": _other,
    },
    kind_of=_kind_of,
    resembles=_resembles,
    failures=_failures,
    more=_more,
    row_failure=_row_failure,
    finish=attached,
)
