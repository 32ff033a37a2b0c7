"""Writing changes of records as what systems take back, with a file beside it that undoes them.

Nothing is sent anywhere: the files are for the system's own loader, or for whoever makes the calls.
"""

from __future__ import annotations

import os
from datetime import UTC
from importlib import import_module
from typing import TYPE_CHECKING, NamedTuple

import mops_taxonomy.platforms as systems_package
from mops_taxonomy.platforms._writing.files import written_together
from mops_taxonomy.platforms._writing.updates import Refused, updates

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import tzinfo

    from mops_taxonomy.platforms._writing.writer import Writer
    from mops_taxonomy.records.change import Change

__all__ = ["Refused", "Written", "undo_of", "write"]

_SYSTEMS = ("account_engagement", "eloqua", "hubspot", "marketo", "salesforce")


class Written(NamedTuple):
    """What became of some changes.

    Attributes:
        target: the file that holds them; None where nothing could be written, and no file was.
        undo: the file that holds the old values, in the same format.
        records: how many records are changed.
        refused: what is not in the file, and why.
    """

    target: str | None
    undo: str | None
    records: int
    refused: tuple[Refused, ...]


def write(
    changes: Iterable[Change],
    system: str,
    target: str | os.PathLike[str],
    *,
    undo: str | os.PathLike[str] | None = None,
    timezone: tzinfo = UTC,
) -> Written:
    """Write changes as a file for a system, and another that undoes them. Only fields that change are in them.

    Salesforce: an update file for Data Loader and Bulk API 2.0. Marketo, HubSpot, Eloqua: calls of their
    interfaces, one a line, as JSON. Account Engagement lets nothing be changed.

    Args:
        changes: of records of this system.
        system: one of `platforms.readable()`.
        target: the file to write; one that is there is replaced.
        undo: the file for the old values; None for the target's name with `.undo` before its suffix.
        timezone: in which a day begins, where the system stores moments for days.

    Raises:
        ValueError: there is no such system.
        OSError: a file cannot be written; none is then there in part.
    """
    name = system.replace("-", "_")
    if name not in _SYSTEMS:
        raise ValueError(f'no changes can be written for "{system}"; there are {", ".join(_SYSTEMS)}')
    writer: Writer = import_module(f"{systems_package.__name__}.{name}.writing").WRITER
    found = updates(changes, writer, timezone)
    path = os.fspath(target)
    back = os.fspath(undo) if undo is not None else undo_of(path)
    if not found.new:
        return Written(None, None, 0, tuple(found.refused))
    written_together([(back, writer.rendered(found.old)), (path, writer.rendered(found.new))])
    return Written(path, back, len(found.new), tuple(found.refused))


def undo_of(path: str) -> str:
    """Where the old values are written when nobody says where: `fix.csv` has `fix.undo.csv`."""
    stem, suffix = os.path.splitext(path)
    return f"{stem}.undo{suffix}"
