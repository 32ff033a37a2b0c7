"""A change of a record: what is to become of some of its fields."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

    from mops_taxonomy.records.record import Record

__all__ = ["Change"]


class Change(NamedTuple):
    """What is to become of some fields of one record.

    Attributes:
        record: as it was read, before the change.
        fields: the old and the new value by field: an attribute of the record such as `start`, or a key of its
            `other`. None empties the field.
    """

    record: Record
    fields: Mapping[str, tuple[Any, Any]]

    @property
    def undone(self) -> Change:
        """The change back."""
        return Change(self.record, {field: (new, old) for field, (old, new) in self.fields.items()})

    @property
    def applied(self) -> Record:
        """The record after the change."""
        known = type(self.record).model_fields
        update = {field: new for field, (_, new) in self.fields.items() if field in known}
        rest = {field: new for field, (_, new) in self.fields.items() if field not in known}
        if rest:
            update["other"] = {**self.record.other, **rest}
        return type(self.record).model_validate({**_values(self.record), **update})


def _values(record: Record) -> dict[str, Any]:
    return {field: getattr(record, field) for field in type(record).model_fields}
