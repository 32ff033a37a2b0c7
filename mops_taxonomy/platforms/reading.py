"""Reading records out of what systems export and answer: files, streams, answers that have been parsed.

What can be read is given as a record, in the order of the source. What cannot is given as a finding in its place, so
nothing is lost in silence.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC
from importlib import import_module
from itertools import chain
from typing import TYPE_CHECKING, Any, NamedTuple

from mops_taxonomy.finding import Finding
from mops_taxonomy.inputs import Notice
from mops_taxonomy.platforms import readable
from mops_taxonomy.platforms._reading.draft import Draft
from mops_taxonomy.platforms._reading.error import ReadError
from mops_taxonomy.platforms._reading.findings import (
    failed_page,
    notice,
    place_of,
    unread_pages,
    unreadable_record,
)
from mops_taxonomy.platforms._reading.raw import Broken, Page, Raw
from mops_taxonomy.platforms._reading.source import label_of, raws
from mops_taxonomy.platforms._reading.unreadable import Unreadable
from mops_taxonomy.platforms._reading.values import Settings, shown
from mops_taxonomy.platforms.salesforce.reading import attached
from mops_taxonomy.records import Campaign, Channel, Member, Origin, Program

if TYPE_CHECKING:
    from datetime import tzinfo

    from mops_taxonomy.platforms._reading.system import Failure, Kind, System

__all__ = ["Gathered", "ReadError", "gathered", "read"]


class Gathered(NamedTuple):
    """What was read from one source or several.

    Attributes:
        records: programs, campaigns, channels and members, in their order; campaigns have the statuses that were read.
        findings: what could not be read.
        others: what else was read, such as tag types and tokens.
    """

    records: list[Program | Campaign | Channel | Member]
    findings: list[Finding]
    others: list[Any]


def gathered(items: Iterable[Any]) -> Gathered:
    """Sort out what `read` gave, of one source or of several together.

    Args:
        items: records, findings, and whatever else was read, in any order.

    Raises:
        TypeError: something was not read out of any system.
    """
    found = Gathered([], [], [])
    for item in attached(items):
        if isinstance(item, (Program, Campaign, Channel, Member)):
            found.records.append(item)
        elif isinstance(item, Finding):
            found.findings.append(item)
        elif hasattr(item, "origin"):
            found.others.append(item)
        else:
            raise TypeError(f"a record is a Program, Campaign, Channel or Member, not {type(item).__name__}")
    return found


def read(
    source: Any,
    system: str | None = None,
    object: str | None = None,  # noqa: A002  the word of the taxonomy file
    *,
    field_names: Mapping[str, str] | None = None,
    day_first: bool | None = None,
    timezone: tzinfo = UTC,
) -> Iterator[Any]:
    """The records of a source, as they are read, and findings in the place of what cannot be read.

    No source is held in memory as a whole, but for the records of Salesforce that come as JSON, unless `object` is
    given: so campaigns get their member statuses. A source is opened when the first record is asked for.

    Args:
        source: a path or a stream of JSON, JSON Lines or CSV, packed with gzip or not; or an answer that has been
            parsed, or a list of such, or of records.
        system: one of `readable()`; None where the source itself shows which it is.
        object: the kind of every record: `program`, `campaign`, `channel`, `member`; None to tell each by its shape.
        field_names: names for the fields that Eloqua only numbers, by number.
        day_first: whether 03/04/2026 is the third of April, as a report's reader has it; None makes it a finding.
        timezone: in which moments become days, where a system stores moments for days.

    Yields:
        A `Program`, `Campaign`, `Channel` or `Member`, what else the system's own `reading` module makes; or a
        `Finding`: MT350 for what is no record, MT351 for a value that the record cannot hold, MT352 for an answer that
        says what went wrong.

    Raises:
        ReadError: nothing at all can be read, or it does not show which system it is of.
        TypeError: the source is none of these.
    """
    label = label_of(source)
    settings = Settings(day_first, timezone, field_names or {})
    named = None if system is None else _named(system, label)
    items = raws(source)
    first = next(items, None)
    if first is None:
        return
    found = named or _guessed(first, label)
    if object is not None and object not in found.kinds:
        raise ReadError(label, f'{found.title} has no "{object}"; there are {", ".join(found.kinds)}')
    reading = _Reading(found, object, settings, label)
    records = chain(chain.from_iterable(map(reading.read, chain([first], items))), reading.end())
    is_one_kind = object is not None or getattr(first, "table", False)
    yield from records if is_one_kind else found.finish(records)


class _Reading:
    """The reading of one source."""

    def __init__(self, system: System, kind: str | None, settings: Settings, label: str | None) -> None:
        self._system = system
        self._kind = kind
        self._settings = settings
        self._label = label
        self._position = 0
        self._more = False

    def read(self, item: Raw | Page | Broken | Notice) -> Iterator[Any | Finding]:
        """What one item of the source gives."""
        if isinstance(item, Raw):
            yield from self._record(item)
        elif isinstance(item, Page):
            self._more = self._system.more(item.around)
            yield from self._failures(item.around, Origin(self._label, item.line, None, item.within or None))
        elif isinstance(item, Notice):
            yield notice(item.message, place_of(Origin(self._label)))
        else:
            yield unreadable_record(self._origin(item.line, item.within), item.reason, _rest(item))

    def end(self) -> Iterator[Finding]:
        """What there is to say when all has been read."""
        if self._more:
            yield unread_pages(self._system.title, place_of(Origin(self._label)))

    def _origin(self, line: int | None, within: str) -> Origin:
        self._position += 1
        return Origin(self._label, line, self._position, within or None)

    def _failures(self, value: Mapping[str, Any], origin: Origin) -> Iterator[Finding]:
        for failure in self._system.failures(value) or ():
            yield _failed(self._system, failure, origin)

    def _record(self, raw: Raw) -> Iterator[Any | Finding]:
        value = raw.value
        if not isinstance(value, Mapping):
            what = "null" if value is None else shown(value)
            yield unreadable_record(self._origin(raw.line, raw.within), f"is {what}, not an object")
            return
        if not raw.table and self._system.failures(value) is not None:
            yield from self._failures(value, Origin(self._label, raw.line, None, raw.within or None))
            return
        origin = self._origin(raw.line, raw.within)
        failure = self._system.row_failure(value) if raw.table else None
        if failure is not None:
            called = f"record {origin.position:,}"
            yield _failed(self._system, failure, origin, called)
        flat = value if raw.table else self._system.flat(value)
        make = self._system.kinds[self._kind or self._system.kind_of(flat)]
        draft = Draft(flat, self._settings, table=raw.table)
        yield from self._made(make, draft, origin)

    def _made(self, make: Kind, draft: Draft, origin: Origin) -> Iterator[Any | Finding]:
        called = f"record {origin.position:,}"
        try:
            for record in make(draft, origin):
                yield from draft.findings(str(record), origin)
                yield record
        except Unreadable as unreadable:
            yield unreadable_record(origin, unreadable.reason, unreadable.expected)
        yield from draft.findings(called, origin)


def _failed(system: System, failure: Failure, origin: Origin, record: str | None = None) -> Finding:
    return failed_page(system.title, failure.message, failure.code, failure.todo, place_of(origin), record)


def _rest(item: Broken) -> str | None:
    return "a whole source: what stands behind this place is not read" if item.rest else None


def _named(system: str, label: str | None) -> System:
    name = system.replace("-", "_")
    if name not in readable():
        raise ReadError(label, f'no records of "{system}" can be read; there are {", ".join(readable())}')
    return _load(name)


def _guessed(first: Any, label: str | None) -> System:
    """The only system that the first item can be of.

    Raises:
        ReadError: there is none, or several.
    """
    value = getattr(first, "value", None)
    around = getattr(first, "around", {})
    value = value if isinstance(value, Mapping) else {}
    found = [one for one in map(_load, readable()) if one.resembles(value, around)]
    if len(found) == 1:
        return found[0]
    choices = ", ".join(one.name for one in found) or ", ".join(readable())
    raise ReadError(label, f"does not show of which system it is; say which: {choices}", asks_system=True)


def _load(name: str) -> System:
    system: System = import_module(f"{__package__}.{name}.reading").SYSTEM
    return system
