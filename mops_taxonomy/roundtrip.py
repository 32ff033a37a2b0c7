"""Whether a name that was written would be read back as the values that it was made of."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from mops_taxonomy.diagnosis import diagnosed
from mops_taxonomy.fault import Fault

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

    from mops_taxonomy.convention import Convention
    from mops_taxonomy.fields.base import Kind
    from mops_taxonomy.form import Form
    from mops_taxonomy.reading import Reading

__all__ = ["roundtrip_faults"]


def roundtrip_faults(
    convention: Convention,
    text: str,
    form: Form,
    given: dict[str, Any],
    record: Mapping[str, Any] | None,
    day: date,
) -> Iterator[Fault]:
    """The values that would be lost or changed, and why."""
    forms = convention.in_force(record, day)
    if form not in forms:
        forms = [form]
    readings = convention.analysed(text, forms, day).readings
    if not readings or not convention.allows(text):
        yield from (fault for fault in diagnosed(convention, text, record, day, forms))
        return
    for reading in readings:
        changed = list(_changed(form, given, reading))
        yield from changed
        if changed:
            return


def _changed(form: Form, given: dict[str, Any], reading: Reading) -> Iterator[Fault]:
    """The fields to which this reading of the name gives another value than was meant."""
    read = reading.values
    for path in dict.fromkeys((*given, *read)):
        if path in given and path in read and _same(form.kinds.get(path, []), given[path], read[path]):
            continue
        detail = {
            "value": given.get(path),
            "name": reading.text,
            "read": read.get(path),
            "form": reading.form.name,
        }
        yield Fault(
            "not_read_back",
            field=path,
            span=reading.spans.get(path),
            found=reading.texts.get(path),
            detail=detail,
        )


def _same(kinds: list[Kind], meant: Any, read: Any) -> bool:
    """Whether a value as given (`"2026-03-24"`, a list) means the value read (a date, a tuple)."""
    for kind in kinds:
        try:
            if kind.normal(meant) == read:
                return True
        except ValueError:  # not a value of this of the kinds that share the path
            continue
    return False
