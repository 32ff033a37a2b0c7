"""Readers look somewhere, for something that can be read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mops_taxonomy.model.reader import LOOKS
from mops_taxonomy.model.template import fault_of_date, fault_of_pattern

if TYPE_CHECKING:
    from mops_taxonomy.document.node import Path
    from mops_taxonomy.model.draft import Draft
    from mops_taxonomy.model.reader import Reader

__all__ = ["check_readers"]


def check_readers(draft: Draft) -> None:
    """Every reader makes sense."""
    for name, reader in draft.model.readers.items():
        path = ("readers", name)
        _check_looks(draft, reader, path)
        _check_date(draft, reader, path)
        if reader.if_ is not None and (error := fault_of_pattern(reader.if_)):
            draft.complaints.add_syntax(error, draft.data, (*path, "if"))
        if reader.system is not None and reader.system not in (known := draft.systems()):
            draft.complaints.add_reference("system", reader.system, known, draft.data, (*path, "system"))


def _check_looks(draft: Draft, reader: Reader, path: Path) -> None:
    looks = [key for key in LOOKS if getattr(reader, key) is not None]
    if not looks:
        message = "a reader needs starts_with, ends_with, contains or first: where it looks"
        draft.complaints.add("MT905", message, draft.data, path, key=True, whole=True)
    for key in looks[1:]:
        message = f"a reader looks in one place; it has {looks[0]} already"
        draft.complaints.add("MT906", message, draft.data, (*path, key), key=True)
    for key in looks:
        if getattr(reader, key) == []:
            draft.complaints.add("MT905", "at least one is wanted here", draft.data, (*path, key), key=True)


def _check_date(draft: Draft, reader: Reader, path: Path) -> None:
    if reader.first is not None and reader.as_ is None:
        message = "first needs the key 'as': the date that is read there"
        draft.complaints.add("MT905", message, draft.data, (*path, "first"), key=True)
    if reader.as_ is None:
        return
    if reader.first is None:
        message = "as says how the first characters are read, but there is no first"
        draft.complaints.add("MT906", message, draft.data, (*path, "as"), key=True, whole=True)
    if error := fault_of_date(reader.as_):
        draft.complaints.add_syntax(error, draft.data, (*path, "as"))
