"""What one system brings to the writing of changes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import tzinfo
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from mops_taxonomy.records import Record

__all__ = ["Encode", "Field", "Update", "Writer"]

Encode = Callable[[Any, tzinfo], Any]
"""Makes a value of a record one of the system; None empties the field. ValueError: why it cannot be written."""


class Field(NamedTuple):
    """A field that a system lets be changed.

    Attributes:
        key: what the system calls it.
        encode: how its value is written.
    """

    key: str
    encode: Encode


class Update(NamedTuple):
    """What is to be written for one record.

    Attributes:
        record: as it was read.
        values: by the system's key, as the system wants them.
    """

    record: Record
    values: Mapping[str, Any]


class Writer(NamedTuple):
    """How changes of the records of one system are written.

    Attributes:
        name: of the system, `salesforce`.
        title: of the system, `Salesforce`.
        fields: what can be changed, by attribute of a record.
        rendered: the text of a file with some updates.
        custom: a field of `other`, by its key; None where it cannot be changed.
        is_id: whether an id can be one of the system's.
        why: why an attribute cannot be changed, where there is more to say than that.
        read_only: why nothing can be changed; None where something can.
    """

    name: str
    title: str
    fields: Mapping[str, Field]
    rendered: Callable[[Sequence[Update]], Iterable[str]]
    custom: Callable[[str], Field | None]
    is_id: Callable[[str], bool] = str.isascii
    why: Mapping[str, str] = {}
    read_only: str | None = None
