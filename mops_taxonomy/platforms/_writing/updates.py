"""What changes come to: what is to be written, what would undo it, and what cannot be written."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from mops_taxonomy.platforms._writing.writer import Field, Update
from mops_taxonomy.records.change import Change

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import tzinfo

    from mops_taxonomy.platforms._writing.writer import Writer
    from mops_taxonomy.records import Record

__all__ = ["Refused", "Updates", "updates"]


class Refused(NamedTuple):
    """A change that is not written.

    Attributes:
        record: that it concerns.
        field: an attribute of the record, or a key of its `other`; None where it is the whole record.
        reason: why, as a sentence goes on after the field.
    """

    record: Record
    field: str | None
    reason: str

    def __str__(self) -> str:
        what = f"`{self.field}` of {self.record}" if self.field else str(self.record)
        return f"{what} is not changed: {self.reason}"


class Updates(NamedTuple):
    """What changes come to.

    Attributes:
        new: what is to be written.
        old: what would undo it.
        refused: what cannot be written.
    """

    new: list[Update]
    old: list[Update]
    refused: list[Refused]


def updates(changes: Iterable[Change], writer: Writer, timezone: tzinfo) -> Updates:
    """What some changes come to; those of one record come to one update."""
    found = Updates([], [], [])
    for change in _joined(changes):
        reason = _refusal(change.record, writer)
        if reason is None:
            _add(found, change, writer, timezone)
        else:
            found.refused.append(Refused(change.record, None, reason))
    return found


def _joined(changes: Iterable[Change]) -> list[Change]:
    """The changes by record, with the oldest of the old values and the newest of the new."""
    records: dict[Any, Record] = {}
    fields: dict[Any, dict[str, tuple[Any, Any]]] = {}
    for change in changes:
        record = change.record
        key = (record.system, record.id) if record.id is not None else id(record)
        known = fields.setdefault(key, {})
        records.setdefault(key, record)
        for field, (old, new) in change.fields.items():
            known[field] = (known.get(field, (old, new))[0], new)
    return [Change(record, fields[key]) for key, record in records.items()]


def _refusal(record: Record, writer: Writer) -> str | None:
    """Why nothing of a record can be changed; None where something can."""
    if writer.read_only is not None:
        return writer.read_only
    if record.system not in {None, writer.name}:
        return f"it is a record of {record.system}, not of {writer.title}"
    if record.id is None:
        return f"without its id {writer.title} does not know which it is"
    return None if writer.is_id(record.id) else f"'{record.id}' is no id of {writer.title}"


def _add(found: Updates, change: Change, writer: Writer, timezone: tzinfo) -> None:
    before: dict[str, Any] = {}
    after: dict[str, Any] = {}
    for name, (old, new) in change.fields.items():
        try:
            field = _field(name, change.record, writer)
            value = field.encode(new, timezone)
            back = _back(field, old, timezone)
        except ValueError as error:
            found.refused.append(Refused(change.record, name, str(error)))
            continue
        if value != back:
            after[field.key], before[field.key] = value, back
    if after:
        found.new.append(Update(change.record, after))
        found.old.append(Update(change.record, before))


def _field(name: str, record: Record, writer: Writer) -> Field:
    known: Mapping[str, Any] = type(record).model_fields
    field = writer.fields.get(name) if name in known else writer.custom(name)
    if field is None:
        raise ValueError(writer.why.get(name, f"{writer.title} does not let it be changed so"))
    return field


def _back(field: Field, old: Any, timezone: tzinfo) -> Any:
    try:
        return field.encode(old, timezone)
    except ValueError as error:
        raise ValueError(f"the old value could not be written back: {error}") from None
