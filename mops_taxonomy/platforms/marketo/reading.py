"""Programs, channels, tag types, tokens and list imports of Marketo."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from mops_taxonomy.platforms._reading.findings import Unusual
from mops_taxonomy.platforms._reading.member import member
from mops_taxonomy.platforms._reading.system import Failure, System
from mops_taxonomy.platforms._reading.unreadable import Unreadable
from mops_taxonomy.platforms._reading.values import (
    Settings,
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
from mops_taxonomy.platforms.salesforce.ids import salesforce_id
from mops_taxonomy.records import Channel, Folder, MemberStatus, Origin, PeriodCost, Program, Tag

if TYPE_CHECKING:
    from mops_taxonomy.platforms._reading.draft import Draft, Fields

__all__ = ["SYSTEM", "TagType", "Token"]

_T = TypeVar("_T")

_TYPES = {
    "default": "default",
    "program": "default",
    "event": "event",
    "eventwithwebinar": "event_with_webinar",
    "webinar": "event_with_webinar",
    "engagement": "engagement",
    "nurture": "engagement",
    "email": "email",
    "emailbatch": "email",
}
"""The five types of program in the spellings of the answers, the documentation, the warehouses and the channels."""

_RENEW = "a new access token: this one is not valid, or has run out"
_LATER = "the same call again, later"
_TODO = {
    "601": _RENEW,
    "602": _RENEW,
    "603": "the right to this call for the role of the API user",
    "604": "a call for less: this one took too long",
    "606": "at most 100 calls in 20 seconds",
    "607": "fewer calls in a day, or the same tomorrow: the daily quota begins anew at midnight, US central time",
    "608": _LATER,
    "610": "an id or a path that exists",
    "611": _LATER,
    "615": "at most 10 calls at once",
    "702": "a search for something that exists",
    "713": _LATER,
}


class TagType(NamedTuple):
    """A kind of tag that programs can have.

    Attributes:
        name: of the tag type.
        program_types: the types of program that it is for, as records spell them.
        required: whether every new program must have it; None where that is not known.
        values: those that are allowed; None where they are not told, as they are only for a tag type asked for by name.
        other: what the system holds besides.
        origin: where it was read.
    """

    name: str
    program_types: tuple[str, ...] = ()
    required: bool | None = None
    values: tuple[str, ...] | None = None
    other: Mapping[str, Any] = {}
    origin: Origin | None = None

    def __str__(self) -> str:
        return f"marketo tag type '{self.name}'"


class Token(NamedTuple):
    """A token of a program or a folder.

    Attributes:
        name: without `my.`.
        type: `text`, `date`, `number`, as the system says.
        value: as text.
        folder: the folder or program that it is of.
        origin: where it was read.
    """

    name: str
    type: str | None = None
    value: str | None = None
    folder: Folder | None = None
    origin: Origin | None = None

    def __str__(self) -> str:
        return f"marketo token '{self.name}'"


def _type(value: Any, settings: Settings) -> str | None:
    plain = word(value, settings)
    return None if plain is None else _TYPES.get(re.sub(r"[ _]", "", plain).lower(), plain)


def _list(value: Any) -> list[Any]:
    """A list, or the JSON of one, as tables hold it."""
    if isinstance(value, str):
        try:
            value = json.loads(value)
        except (ValueError, RecursionError):
            raise ValueError("no list") from None
    if not isinstance(value, (list, tuple)):
        raise ValueError("no list")  # noqa: TRY004  a fault of the data
    return list(value)


def _items(value: Any, what: str, made: Callable[[Mapping[str, Any]], _T]) -> tuple[_T, ...]:
    """What becomes of each item of a list."""
    found = []
    for number, one in enumerate(_list(value), 1):
        try:
            found.append(made(one if isinstance(one, Mapping) else {}))
        except ValueError:
            raise ValueError(f"no list of {what}, because of item {number}") from None
    return tuple(found)


def _some(value: _T | None) -> _T:
    if value is None or value == "":
        raise ValueError
    return value


def _tags(value: Any, settings: Settings) -> tuple[Tag, ...] | None:
    def tag(one: Mapping[str, Any]) -> Tag:
        kind, label = (text(one.get(key), settings) for key in ("tagType", "tagValue"))
        return Tag(type=_some(kind), value=label or "")

    return None if value is None else _items(value, "tags", tag)


def _costs(value: Any, settings: Settings) -> tuple[PeriodCost, ...] | None:
    def cost(one: Mapping[str, Any]) -> PeriodCost:
        amount, start = money(one.get("cost"), settings), day(one.get("startDate"), settings)
        return PeriodCost(amount=_some(amount), start=_some(start), note=word(one.get("note"), settings))

    return None if value is None else _items(value, "costs", cost)


def _folder(value: Any, settings: Settings) -> Folder | None:
    if value is None:
        return None
    if not isinstance(value, Mapping):
        raise ValueError("no folder")  # noqa: TRY004
    return Folder(
        id=ident(value.get("value", value.get("id")), settings),
        name=word(value.get("folderName"), settings),
        type=word(value.get("type"), settings),
    )


_PROGRAM: Fields = {
    "id": (("id", "programid"), ident),
    "description": (("description",), text),
    "created": (("createdat",), moment),
    "updated": (("updatedat",), moment),
    "type": (("type", "programtype"), _type),
    "channel": (("channel",), word),
    "status": (("status",), word),
    "workspace": (("workspace",), word),
    "folder": (("folder",), _folder),
    "tags": (("tags",), _tags),
    "costs": (("costs",), _costs),
    "start": (("startdate",), day),
    "end": (("enddate",), day),
    "campaign_id": (("sfdcid",), salesforce_id),
    "campaign_name": (("sfdcname",), word),
}

_RUNS = {"on": True, "off": False}
"""What engagement programs say of themselves; the words of the others do not tell whether they run."""


def _program(draft: Draft, origin: Origin) -> Iterator[Program]:
    name = draft.named("name", "programname")
    draft.take(_PROGRAM)
    active = _RUNS.get(draft.values.get("status") or "")
    yield draft.built(Program, origin, system="marketo", name=name, active=active)


_CHANNEL: Fields = {
    "id": (("id",), ident),
    "program_type": (("applicableprogramtype",), _type),
}


def _channel(draft: Draft, origin: Origin) -> Iterator[Channel]:
    name = draft.named("name")
    draft.take(_CHANNEL)
    statuses = draft.one("progressionstatuses", _statuses) or ()
    yield draft.built(Channel, origin, system="marketo", name=name, statuses=statuses)


def _statuses(value: Any, settings: Settings) -> tuple[MemberStatus, ...] | None:
    def status(one: Mapping[str, Any]) -> MemberStatus:
        return MemberStatus(
            name=_some(word(one.get("name"), settings)),
            step=count(one.get("step"), settings),
            success=flag(one.get("success"), settings),
            hidden=flag(one.get("hidden"), settings),
        )

    return None if value is None else _items(value, "statuses", status)


def _tag_type(draft: Draft, origin: Origin) -> Iterator[TagType]:
    name = draft.named("tagtype")
    types = draft.one("applicableprogramtypes", _bracketed) or ()
    required, values = draft.one("required", flag), draft.one("allowablevalues", _bracketed)
    yield TagType(
        name,
        tuple(str(_type(one, draft.settings)) for one in types),
        required,
        values,
        draft.other,
        origin,
    )


def _bracketed(value: Any, settings: Settings) -> tuple[str, ...] | None:
    """The items of `[A, B]`, which is no JSON: nothing tells a comma inside an item from one between two."""
    if isinstance(value, (list, tuple)):
        return tuple(as_text(one) for one in value)
    plain = word(value, settings)
    if plain is None:
        return None
    if not (plain.startswith("[") and plain.endswith("]")):
        raise ValueError("no list in brackets")
    inner = plain[1:-1]
    spaced = tuple(filter(None, inner.split(", ")))
    tight = tuple(filter(None, inner.split(",")))
    if len(spaced) == 1 or len(spaced) == len(tight):
        return tuple(item.strip() for item in tight)
    several = ", ".join(f"'{item}'" for item in spaced if "," in item)
    raise Unusual(f"not certain: {several} may be one item with a comma in it, or several", spaced)


def _tokens(draft: Draft, origin: Origin) -> Iterator[Token]:
    folder = draft.one("folder", _folder)
    tokens = draft.look("tokens")
    if not isinstance(tokens, (list, tuple)):
        raise Unreadable("has no list of tokens")
    for one in tokens:
        name = one.get("name") if isinstance(one, Mapping) else None
        if not isinstance(name, str) or not name:
            draft.tell("tokens", one, ValueError("no token with a name"))
            continue
        value, kind = one.get("value"), one.get("type")
        yield Token(
            name,
            kind if isinstance(kind, str) else None,
            None if value is None else as_text(value),
            folder,
            origin,
        )


def _kind_of(value: Mapping[str, Any]) -> str:
    for key, kind in (("progressionStatuses", "channel"), ("tokens", "tokens"), ("tagType", "tag_type")):
        if key in value:
            return kind
    return "program"


def _resembles(value: Mapping[str, Any], around: Mapping[str, Any]) -> bool:
    if "requestId" in around or "requestId" in value:
        return True
    columns = {"channel", "workspace"} <= value.keys() and ("sfdc_id" in value or "sfdcId" in value)
    return columns or {"progressionStatuses", "applicableProgramType"} <= value.keys() or "tagType" in value


def _failures(value: Mapping[str, Any]) -> Sequence[Failure] | None:
    if value.get("status") == "skipped" and "reasons" in value:
        return _told(value["reasons"])
    if "success" not in value and "requestId" not in value:
        return None
    found = _told(value.get("errors"))
    if not found and value.get("success") is False:
        return [Failure("no reason is given")]
    return found


def _told(errors: Any) -> list[Failure]:
    found = []
    for error in errors if isinstance(errors, (list, tuple)) else ():
        if isinstance(error, Mapping):
            code = None if error.get("code") is None else as_text(error["code"])
            found.append(Failure(as_text(error.get("message", "")), code, _TODO.get(code or "")))
        else:
            found.append(Failure(as_text(error)))
    return found


SYSTEM = System(
    name="marketo",
    title="Marketo",
    kinds={
        "program": _program,
        "channel": _channel,
        "tag_type": _tag_type,
        "tokens": _tokens,
        "member": member("marketo"),
    },
    kind_of=_kind_of,
    resembles=_resembles,
    failures=_failures,
)
