"""Records together, and what the taxonomy says of each: what rules about records look at."""

from __future__ import annotations

import re
from datetime import date, datetime
from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from mops_taxonomy.channel_spelling import ChannelSpellings
from mops_taxonomy.conditions import as_asked
from mops_taxonomy.errors import InvalidName
from mops_taxonomy.fields.date import DateKind
from mops_taxonomy.freezes import Freezes
from mops_taxonomy.judgement import day_of_judgement
from mops_taxonomy.records import Campaign, Channel, Member, Program

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from mops_taxonomy.convention import Convention
    from mops_taxonomy.fields.base import Kind
    from mops_taxonomy.form import Form
    from mops_taxonomy.matching import Matching
    from mops_taxonomy.name import Name
    from mops_taxonomy.records import Record
    from mops_taxonomy.taxonomy import Taxonomy

__all__ = ["Dated", "Portfolio", "snake"]

R = TypeVar("R", bound="Record")


class Dated(NamedTuple):
    """A date that stands in a name.

    Attributes:
        field: the path of the field.
        role: what the date says: start, end, send, expiry, period; None where the taxonomy does not say.
        value: a `datetime.date`, or a `Period`.
        first: the first day that it covers.
        last: the last one.
        text: how it is written in the name.
        span: where it stands there, in code points, end excluded.
        kind: the field.
    """

    field: str
    role: str | None
    value: Any
    first: date
    last: date
    text: str
    span: tuple[int, int]
    kind: DateKind


class Portfolio:
    """Programs, campaigns, channels and members under judgement.

    Args:
        taxonomy: by which they are judged.
        records: of any system, in any order; the same one twice counts once.
        as_of: the day, or revision, by which every record is judged; None for the day on which each was created.
        today: what counts as today.
        conventions: the ids of conventions by object and system of the record, where the taxonomy does not tie them.

    Attributes:
        programs, campaigns, channels, members: the records, in their order.
    """

    def __init__(
        self,
        taxonomy: Taxonomy,
        records: Iterable[Program | Campaign | Channel | Member],
        as_of: date | str | None = None,
        today: date | None = None,
        conventions: Mapping[tuple[str, str | None], str] | None = None,
    ) -> None:
        self.taxonomy = taxonomy
        self.resolved: Mapping[str, Any] = taxonomy.resolved
        self.today = today or date.today()  # noqa: DTZ011  taxonomies speak of days where people are
        self._as_of = day_of_judgement(as_of, None, self.resolved["revisions"]) if as_of is not None else None
        self._conventions: dict[tuple[str, str | None], tuple[Convention, ...]] = {
            key: (taxonomy.convention(name),) for key, name in (conventions or {}).items()
        }
        self.programs: list[Program] = []
        self.campaigns: list[Campaign] = []
        self.channels: list[Channel] = []
        self.members: list[Member] = []
        for record in {id(one): one for one in records}.values():
            self._of(record).append(record)
        # By identity; the record is kept beside, so that no other can take its place in memory.
        self._reads: dict[int, tuple[Record, tuple[Convention | None, Name | None]]] = {}
        self._facts: dict[int, tuple[Record, dict[str, str]]] = {}
        self._dates: dict[int, tuple[Record, list[Dated]]] = {}
        self._named: dict[int, tuple[Record, str | None]] = {}

    def _of(self, record: Any) -> list[Any]:
        kinds: dict[type, list[Any]] = {
            Program: self.programs,
            Campaign: self.campaigns,
            Channel: self.channels,
            Member: self.members,
        }
        for kind, listed in kinds.items():
            if isinstance(record, kind):
                return listed
        raise TypeError(f"a record is a Program, Campaign, Channel or Member, not {type(record).__name__}")

    @property
    def records(self) -> list[Record]:
        """Programs, then campaigns."""
        return [*self.programs, *self.campaigns]

    # -- one record and another ------------------------------------------------------------------------

    @cached_property
    def by_id(self) -> dict[tuple[str | None, str, str], Record]:
        """The records by system, object and id; of several with the same id, the first."""
        found: dict[tuple[str | None, str, str], Record] = {}
        for record in self.records:
            if record.id is not None:
                found.setdefault((record.system, record.object, record.id), record)
        return found

    def parent(self, record: Record) -> Record | None:
        """The record above this one, where it is among the records."""
        if record.parent_id is None:
            return None
        return self.by_id.get((record.system, record.object, record.parent_id))

    @cached_property
    def _children(self) -> dict[tuple[str | None, str, str], list[Record]]:
        found: dict[tuple[str | None, str, str], list[Record]] = {}
        for record in self.distinct(self.records):
            if record.parent_id is not None:
                found.setdefault((record.system, record.object, record.parent_id), []).append(record)
        return found

    def distinct(self, records: Iterable[R]) -> list[R]:
        """The records in their order, without those that were read twice, from exports that overlap."""
        known = self.by_id
        return [one for one in records if one.id is None or known[one.system, one.object, one.id] is one]

    def children(self, record: Record) -> list[Record]:
        """The records that name this one as their parent."""
        if record.id is None:
            return []
        return self._children.get((record.system, record.object, record.id), [])

    @cached_property
    def matches(self) -> Matching:
        """The programs matched with the campaigns, one to one for each system of marketing automation."""
        from mops_taxonomy.matching import matched  # which looks at portfolios

        return matched(self)

    @cached_property
    def freezes(self) -> Freezes:
        """The names that must not change on the day of the portfolio."""
        return Freezes(self)

    # -- what the taxonomy says of a record --------------------------------------------------------------

    def day(self, record: Record) -> date:
        """The day to judge a record by: the day asked for, else that of its creation, else today."""
        if self._as_of is not None:
            return self._as_of
        created = record.created
        if created is None:
            return self.today
        return created.date() if isinstance(created, datetime) else created

    def conventions(self, record: Record) -> tuple[Convention, ...]:
        """The conventions that its name may follow.

        Those of its object, else those that must fit its system; a convention that does not say its object only where
        there is no other.
        """
        key = (record.object, record.system)
        if key not in self._conventions:
            specs = self.resolved["conventions"]
            of_object = [name for name, spec in specs.items() if spec["object"] == record.object]
            of_system = [
                name
                for name, spec in specs.items()
                if (spec["object"] is not None or len(specs) == 1)
                and any(one["system"] == record.system for one in spec["limits"])
            ]
            chosen = of_object or of_system
            self._conventions[key] = tuple(self.taxonomy.convention(name) for name in chosen)
        return self._conventions[key]

    def convention(self, record: Record) -> Convention | None:
        """The convention of its name: the first by which it is valid, else the first; None where there is none."""
        return self._read(record)[0]

    def name(self, record: Record) -> Name | None:
        """Its name, read; None where it is not valid or has no convention."""
        return self._read(record)[1]

    def _read(self, record: Record) -> tuple[Convention | None, Name | None]:
        kept = self._reads.get(id(record))
        if kept is None:
            kept = self._reads[id(record)] = record, self._first_read(record)
        return kept[1]

    def _first_read(self, record: Record) -> tuple[Convention | None, Name | None]:
        found = self.conventions(record)
        for convention in found:
            name = self._parsed(convention, record)
            if name is not None:
                return convention, name
        return (found[0] if found else None), None

    def _parsed(self, convention: Convention, record: Record) -> Name | None:
        facts = self.facts(record) if any(form.when for form in convention.forms) else None
        try:
            return convention.parse(record.name, facts, self.day(record))
        except InvalidName:
            return None

    def dates(self, record: Record) -> list[Dated]:
        """The dates that its name holds and all readings of it share."""
        kept = self._dates.get(id(record))
        if kept is None:
            kept = self._dates[id(record)] = record, self._read_dates(record)
        return kept[1]

    def _read_dates(self, record: Record) -> list[Dated]:
        convention, name = self.convention(record), self.name(record)
        if convention is None or name is None:
            return []
        form = _form(convention, name)
        found = []
        for path, value in name.values.items():
            kind = form.kinds[path][0]
            if isinstance(kind, DateKind):
                first, last = kind.days(value)
                text, span = name.texts[path], name.spans[path]
                found.append(Dated(path, kind.spec["role"], value, first, last, text, span, kind))
        return found

    # -- channels ------------------------------------------------------------------------------------------

    @cached_property
    def declared(self) -> dict[str, Channel]:
        """The channels of the taxonomy, by code."""
        return self.taxonomy.channels

    @cached_property
    def _spellings(self) -> ChannelSpellings:
        return ChannelSpellings(self.resolved)

    def channel_spelt(self, spelling: str | None, system: str | None = None) -> str | None:
        """The code of the channel that is spelt exactly so: as the system spells it, by its label or its code."""
        return self._spellings.code(spelling, system)

    def channel(self, record: Record | Member) -> Channel | None:
        """Its channel: as the record spells it, else the only one with its type, else the one in its name."""
        code = self.channel_spelt(record.channel, record.system)
        if code is None and not isinstance(record, Member):
            code = self._channel_by_type(record) or self.channel_named(record)
        return self.declared.get(code) if code is not None else None

    def _channel_by_type(self, record: Record) -> str | None:
        kind = "program_type" if record.object == "program" else "campaign_type"
        if record.type is None:
            return None
        fitting = [code for code, one in self.declared.items() if getattr(one, kind) == record.type]
        return fitting[0] if len(fitting) == 1 else None

    def channel_named(self, record: Record) -> str | None:
        """The code of the channel that stands in its name."""
        kept = self._named.get(id(record))
        if kept is None:
            kept = self._named[id(record)] = record, self._read_channel(record)
        return kept[1]

    def _read_channel(self, record: Record) -> str | None:
        # The facts of a record hold its channel: names are read here without them.
        for convention in self.conventions(record):
            if not _names_channels(convention):
                continue
            try:
                name = convention.parse(record.name, None, self.day(record))
            except InvalidName:
                continue
            form = _form(convention, name)
            for path, value in name.values.items():
                if _is_of_channels(form.kinds[path][0]):
                    return str(value)
        return None

    def facts(self, record: Record) -> dict[str, str]:
        """What is known of a record, as `when` asks it: text by key; what is not known is not there.

        The channel is its code, or as conditions of the taxonomy spell it; `attribution` is the channel's;
        `parent` is the name of the record above;
        `has_children` is `true` or `false`. Whatever else the system holds as text, number or yes and no is there
        under the system's own key, and under that key in lower case with underscores.
        """
        known = self._facts.get(id(record))
        if known is None:
            known = self._facts[id(record)] = record, self._known(record)
        return known[1]

    def _known(self, record: Record) -> dict[str, str]:
        facts: dict[str, str] = {}
        for key, value in record.other.items():
            if isinstance(value, (str, int, float, bool)) and value != "":
                facts[key] = facts[snake(key)] = as_asked(value)
        for key, value in record.__dict__.items():  # a third of the time that asking for each field takes
            if value is None:
                continue
            if isinstance(value, (str, bool)):
                facts[key] = as_asked(value)
            elif isinstance(value, (date, datetime)):
                facts[key] = value.isoformat()[:10]
        channel = self.channel(record)
        if channel is not None:
            facts["channel"] = self._spellings.fact(record.channel or channel.name, record.system)
            if channel.attribution is not None:
                facts["attribution"] = channel.attribution
        above = self.parent(record)
        if above is not None:
            facts["parent"] = above.name
        facts["object"] = record.object
        facts["has_children"] = as_asked(bool(self.children(record)))
        return facts


def _form(convention: Convention, name: Name) -> Form:
    """The form that a name was read by."""
    return next(form for form in convention.forms if form.name == name.form)


def _is_of_channels(kind: Kind) -> bool:
    return bool(kind.spec.get("vocabulary") == "channels")


def _names_channels(convention: Convention) -> bool:
    """Whether some name of the convention holds a channel."""
    kinds = (kind for form in convention.forms for listed in form.kinds.values() for kind in listed)
    return any(map(_is_of_channels, kinds))


def snake(key: str) -> str:
    """`Webinar Platform` and `WebinarPlatform__c` as `webinar_platform`: what a taxonomy would call it."""
    spaced = re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", key.removesuffix("__c"))
    return re.sub(r"[^A-Za-z0-9]+", "_", spaced).strip("_").lower()
