"""Records made from names, and the names that records give."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar, cast

from mops_taxonomy.errors import InvalidName, InvalidValues
from mops_taxonomy.period import Period

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from mops_taxonomy.convention import Convention
    from mops_taxonomy.fields.base import Kind
    from mops_taxonomy.fields.date import DateKind
    from mops_taxonomy.form import Form
    from mops_taxonomy.name import Name
    from mops_taxonomy.records.record import Record
    from mops_taxonomy.taxonomy import Taxonomy

    AnyRecord = TypeVar("AnyRecord", bound=Record)

    Day = date | str | None

__all__ = ["from_name", "to_name"]

_DAYS = {"start": "start", "end": "end", "send": "send", "expiry": "expiry", "period": "start"}
"""The field of a record that says the day of each role; a period is that in which the record starts."""


class _Source(NamedTuple):
    """A convention and what is known of the channels.

    Attributes:
        convention: by which names are read and written.
        channels: the channels by code, as the taxonomy has them; of a convention alone, as terms.
    """

    convention: Convention
    channels: Mapping[str, Mapping[str, Any]]

    def written(self, code: str, system: str | None) -> str:
        """A channel as a system spells it."""
        term = self.channels[code]
        return str(term["codes"].get(system) or term["label"] or code)

    def code(self, spelling: str | None, system: str | None) -> str | None:
        """The channel that a system spells so, or that has this label or code."""
        known = self.channels.items()
        by_system = (code for code, term in known if term["codes"].get(system) == spelling)
        anyhow = (code for code, term in known if spelling in {code, term["label"]})
        return next(by_system, next(anyhow, None)) if spelling is not None else None


def from_name(
    cls: type[AnyRecord],
    text: str,
    taxonomy: Taxonomy | Convention,
    record: Mapping[str, Any] | None,
    as_of: Day,
    fields: Mapping[str, Any],
) -> AnyRecord:
    """The record of a kind that a name tells of; see `Record.from_name`."""
    failed: InvalidName | None = None
    for source in _sources(taxonomy, cls.object, fields.get("system")):
        facts = {**_facts(source, fields), **(record or {})}
        try:
            name = source.convention.parse(text, facts, as_of)
        except InvalidName as error:
            failed = failed or error
            continue
        said = _said(cls, source, name, fields.get("system"))
        other = {**said.pop("other"), **fields.get("other", {})}
        return cls(**{**said, **fields, "name": text, "other": other})
    raise cast("InvalidName", failed)


def _sources(taxonomy: Taxonomy | Convention, kind: str, system: str | None) -> Iterator[_Source]:
    """The conventions that names of such objects follow; where there are none, those that must fit the system.

    One that does not say its object is asked only where there is no other.

    Raises:
        KeyError: there is none of these either.
        TypeError: it is neither a taxonomy nor a convention.
    """
    if not hasattr(taxonomy, "conventions"):
        if not hasattr(taxonomy, "forms"):
            raise TypeError(
                f"a Taxonomy or a Convention says how to read names, not {type(taxonomy).__name__}"
            )
        kinds = (one for form in taxonomy.forms for kinds in form.kinds.values() for one in kinds)
        terms = (one.all_terms for one in kinds if _is_of_channels(one))  # type: ignore[attr-defined]
        yield _Source(taxonomy, next(terms, {}))
        return
    taxonomy = cast("Taxonomy", taxonomy)
    every = taxonomy.resolved["conventions"]
    specs = {name: spec for name, spec in every.items() if spec["object"] or len(every) == 1}
    of_object = [name for name, spec in specs.items() if spec["object"] == kind]
    of_system = [name for name, spec in specs.items() if system in {one["system"] for one in spec["limits"]}]
    if not of_object and not of_system:
        raise KeyError(f"no convention of the taxonomy is for {kind}s{f' of {system}' if system else ''}")
    for name in of_object or of_system:
        yield _Source(taxonomy.convention(name), taxonomy.resolved["channels"])


def _facts(source: _Source, fields: Mapping[str, Any]) -> dict[str, Any]:
    """What fields of a record say, as `when` asks it."""
    facts: dict[str, Any] = {}
    for key, value in {**fields.get("other", {}), **fields}.items():
        if isinstance(value, (str, int, float, date)) and value != "":
            facts[key] = str(value).lower() if isinstance(value, bool) else value
    code = source.code(fields.get("channel"), fields.get("system"))
    return facts if code is None else {**facts, "channel": code}


def _said(cls: type[Record], source: _Source, name: Name, system: str | None) -> dict[str, Any]:
    """What a name says of its record: days by their roles, the channel and what that decides; periods as they are."""
    said: dict[str, Any] = {"other": {}}
    form = _form(source.convention, name)
    for path, value in name.values.items():
        kind = form.kinds[path][0]
        if isinstance(value, Period):
            said["other"][path] = str(value)
        elif _role(kind) in _DAYS and _role(kind) != "period":
            said.setdefault(str(_role(kind)), value)
        elif _is_of_channels(kind) and value in source.channels:
            channel = source.channels[value]
            said["channel"] = source.written(value, system)
            said["type"] = channel.get(f"{cls.object}_type")
            said["message"] = channel.get("message")
    return said


def to_name(
    record: Record, taxonomy: Taxonomy | Convention, form: str | None, as_of: Day, values: Mapping[str, Any]
) -> str:
    """The name that the fields of a record give; see `Record.to_name`."""
    source, facts, name = _present(record, taxonomy, as_of)
    day = source.convention.day(facts, as_of)
    failed: InvalidValues | None = None
    for candidate in _candidates(source.convention, name, form, facts, day):
        # Another form must take all that the name says, unless it was asked for: then what it has no place for is lost.
        said = name.values if name is not None and form is None else {}
        given = {**said, **_given(record, source, name, candidate), **values}
        try:
            return source.convention.format(given, form=candidate, record=facts, as_of=day)
        except InvalidValues as error:
            failed = failed or error
    if failed is None:
        return source.convention.format(
            values, record=facts, as_of=day
        )  # which says that no form is in force
    raise failed


def _present(
    record: Record, taxonomy: Taxonomy | Convention, as_of: Day
) -> tuple[_Source, dict[str, Any], Name | None]:
    """The convention of the record's name and the name, read; the first convention, where the name is not valid."""
    first: tuple[_Source, dict[str, Any], None] | None = None
    for source in _sources(taxonomy, record.object, record.system):
        facts = _facts(source, dict(record))
        first = first or (source, facts, None)
        try:
            return source, facts, source.convention.parse(record.name, facts, as_of)
        except InvalidName:
            continue
    return cast("tuple[_Source, dict[str, Any], None]", first)


def _candidates(
    convention: Convention, name: Name | None, form: str | None, facts: Mapping[str, Any], day: date
) -> list[str]:
    """The forms to try: the one asked for; else that of the present name, and the others in force."""
    if form is not None:
        return [form]
    able = [one.name for one in convention.in_force(facts, day) if not one.tolerated]
    return sorted(able, key=lambda one: name is None or one != name.form)


def _given(record: Record, source: _Source, name: Name | None, candidate: str) -> dict[str, Any]:
    """The values for a form: those that the present name has or the form must have, as far as they are known."""
    form = next((one for one in source.convention.forms if one.name == candidate), None)
    if form is None:
        return {}
    values = dict(name.values) if name is not None else {}
    of_form = [path for path in form.kinds if path in values]
    paths = of_form if name is not None and name.form == form.name else [*of_form, *form.required]
    found = {path: _value(record, source, form, path, values) for path in dict.fromkeys(paths)}
    return {path: value for path, value in found.items() if value is not None}


def _value(record: Record, source: _Source, form: Form, path: str, values: Mapping[str, Any]) -> Any:
    """The value of a field of the name: by the record, else by the present name, else by whatever the record holds."""
    kind = form.kinds[path][0]
    if _role(kind) in _DAYS:
        value = _dated(record, cast("DateKind", kind), form, values, path)
    elif _is_of_channels(kind):
        value = source.code(record.channel, record.system)
    else:
        value = None
    if value is None:
        value = values.get(path)
    return _held(record, path) if value is None else value


def _dated(record: Record, kind: DateKind, form: Form, values: Mapping[str, Any], path: str) -> Any:
    """The day of the record for the role of a field, in its precision; None where the name says that day already."""
    role = _role(kind)
    day: date | None = getattr(record, _DAYS[str(role)])
    alike = {
        one: form.kinds[one][0] for one in values if one in form.kinds and _role(form.kinds[one][0]) == role
    }
    if day is None or any(_holds(one, values[at], day) for at, one in alike.items()):
        return None
    like = values[path] if path in values else kind.decode(kind.example())
    return kind.calendar.around(day, like) if isinstance(like, Period) else day


def _holds(kind: Kind, value: Any, day: date) -> bool:
    calendar = cast("DateKind", kind).calendar
    if isinstance(value, Period):
        return bool(value == calendar.around(day, value))
    return bool(value == day)


def _held(record: Record, path: str) -> Any:
    """What the record holds under the name of a field."""
    value = record.other.get(path)
    if value is None and path in type(record).model_fields:
        value = getattr(record, path)
    return (
        value
        if isinstance(value, (str, int, date, list, tuple)) and not isinstance(value, datetime)
        else None
    )


def _form(convention: Convention, name: Name) -> Form:
    return next(one for one in convention.forms if one.name == name.form)


def _role(kind: Kind) -> str | None:
    return kind.spec["role"] if kind.spec["kind"] == "date" else None


def _is_of_channels(kind: Kind) -> bool:
    return bool(kind.spec["kind"] == "term" and kind.spec["vocabulary"] == "channels")
