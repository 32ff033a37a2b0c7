"""What `reconcile` does."""

from __future__ import annotations

import json
import os
from typing import TYPE_CHECKING, Any, NamedTuple, TextIO

from mops_taxonomy.cli._discovery import Taxonomies
from mops_taxonomy.cli._output import destination, width
from mops_taxonomy.cli._problem import Problem, say
from mops_taxonomy.cli._progress import Progress
from mops_taxonomy.finding import Finding
from mops_taxonomy.platforms import readable
from mops_taxonomy.platforms.reading import ReadError, gathered, read
from mops_taxonomy.platforms.writing import write
from mops_taxonomy.reconciling.text import lines
from mops_taxonomy.records import Campaign, Program
from mops_taxonomy.reporters._tally import counted
from mops_taxonomy.visible import visible

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from mops_taxonomy.cli._settings import Settings
    from mops_taxonomy.platforms.writing import Written
    from mops_taxonomy.reconciling import Reconciliation
    from mops_taxonomy.records.change import Change

__all__ = ["Exports", "reconcile"]

_SEVERITIES = ("error", "warning", "info")
_TABLES = ("salesforce",)
"""The systems that take back a table; the others take calls, one a line."""


class Exports(NamedTuple):
    """The files to hold against each other.

    Attributes:
        automation: the path of what marketing automation holds.
        crm: the path of what the CRM holds.
        automation_system: where the first comes from; None where it shows that.
        crm_system: where the second comes from, likewise.
        more: the paths of further exports of either side.
    """

    automation: str
    crm: str
    automation_system: str | None
    crm_system: str | None
    more: tuple[str, ...] = ()


def reconcile(exports: Exports, settings: Settings, fixes: str | None) -> int:
    """Match programs with campaigns; write what differs, and the files that put it right.

    Args:
        exports: the files.
        settings: of the command.
        fixes: the folder for the files that put things right; None for none.

    Returns:
        The exit status: 0, 1 or 2.

    Raises:
        Problem: a file or the taxonomy cannot be used.
    """
    taxonomy = Taxonomies(settings.taxonomy).of(exports.automation)
    unread: list[Finding] = []
    records = [
        *_records(exports.automation, exports.automation_system, "--from", Program, unread),
        *_records(exports.crm, exports.crm_system, "--crm", Campaign, unread),
    ]
    systems_read = dict.fromkeys(
        one.system for one in reversed(records) if isinstance(one, (Program, Campaign))
    )
    records += [one for path in exports.more for one in _more(path, systems_read, unread)]
    records = gathered(records).records
    try:
        found = taxonomy.reconcile(records, settings.as_of)
    except ValueError as error:
        raise Problem(f"--as-of: {error}") from error
    written = _written(found.changes, fixes) if fixes is not None else []
    with destination(settings.output) as stream:
        if settings.format == "json":
            _write_json(stream, found, unread, written)
        else:
            _write_text(stream, found, unread, written)
    failing = _SEVERITIES[: _SEVERITIES.index(settings.fail_on) + 1] if settings.fail_on != "never" else ()
    return int(any(one.severity in failing for one in (*unread, *found.findings)))


def _records(
    path: str, system: str | None, flag: str, wanted: type[Program | Campaign], unread: list[Finding]
) -> list[Any]:
    """The records of a file; what cannot be read is told.

    Raises:
        Problem: the file cannot be read, or holds nothing of the kind that is wanted.
    """
    if system is not None and system.replace("-", "_") not in readable():
        choices = ", ".join(one.replace("_", "-") for one in readable())
        raise Problem(f'{flag}: no system "{system}"; there are {choices}')
    told: list[Finding] = []
    try:
        records = _read(path, system, told)
    except ReadError as error:
        hint = f", with {flag}" if error.asks_system else ""
        raise Problem(f"{error}{hint}") from error
    if not any(isinstance(one, wanted) for one in records):
        raise Problem(f"{path}: no {wanted.object}s in it")
    if len(told) >= len(records) and (shown := _shown(path)) not in {None, records[0].system}:
        raise Problem(f"{path}: comes from {shown}, not from {records[0].system}; {flag} says from which")
    unread += told
    return records


def _shown(path: str) -> str | None:
    """The system that a file itself shows; None where it shows none."""
    try:
        return next((one.system for one in read(path) if not isinstance(one, Finding)), None)
    except ReadError:
        return None


def _read(path: str, system: str | None, unread: list[Finding]) -> list[Any]:
    progress = Progress()
    records: list[Any] = []
    try:
        for number, one in enumerate(read(path, system), 1):
            progress.at(number, path)
            if isinstance(one, Finding):
                unread.append(one)
            else:
                records.append(one)
    finally:
        progress.clear()
    return records


def _more(path: str, systems: Iterable[str | None], unread: list[Finding]) -> list[Any]:
    """The records of a further file: of the system that it shows, else of the side whose records it gives.

    Args:
        path: of the file.
        systems: of both sides.
        unread: takes what cannot be read.

    Raises:
        Problem: it cannot be read as an export of either.
    """
    refused: ReadError | None = None
    for system in dict.fromkeys((None, *systems)):
        told: list[Finding] = []
        try:
            records = _read(path, system, told)
        except ReadError as error:
            refused = error
            continue
        if records:
            unread += told
            return records
        refused = None
    raise Problem(str(refused) if refused else f"{path}: no records in it")


def _written(changes: Iterable[Change], folder: str) -> list[tuple[str, Written]]:
    """Write the changes, a file and its undo file for each system.

    Raises:
        Problem: a file cannot be written.
    """
    by_system: dict[str, list[Change]] = {}
    for change in changes:
        by_system.setdefault(str(change.record.system), []).append(change)
    try:
        os.makedirs(folder, exist_ok=True)
        return [
            (system, write(of_system, system, os.path.join(folder, _file_name(system))))
            for system, of_system in sorted(by_system.items())
        ]
    except OSError as error:
        path = error.filename or folder
        raise Problem(f"{path}: cannot be written: {error.strerror or error}") from error


def _file_name(system: str) -> str:
    return f"{system}.csv" if system in _TABLES else f"{system}.jsonl"


def _write_text(
    stream: TextIO, found: Reconciliation, unread: list[Finding], written: list[tuple[str, Written]]
) -> None:
    for finding in unread:
        place = f"{finding.place}: " if finding.place is not None else ""
        say(f"{place}{finding.code} {finding.message}")
    stream.writelines(f"{line}\n" for line in (*lines(found, width(stream)), *_fixes(found, written)))


def _fixes(found: Reconciliation, written: list[tuple[str, Written]]) -> Iterator[str]:
    """What was written, or could be."""
    if written or found.changes:
        yield ""
    if found.changes and not written:
        yield f"{counted(len(found.changes), 'record')} can be put right: --fix-dir writes the files"
    for _, one in written:
        if one.target is not None:
            yield visible(f"{one.target}: {counted(one.records, 'record')}; {one.undo} undoes it")
        yield from (visible(str(refused)) for refused in one.refused)


def _write_json(
    stream: TextIO, found: Reconciliation, unread: list[Finding], written: list[tuple[str, Written]]
) -> None:
    plain = {
        **found.to_dict(),
        "unread": [one.to_dict() for one in unread],
        "written": [
            {
                "system": system,
                "file": one.target,
                "undo": one.undo,
                "records": one.records,
                "refused": [str(refused) for refused in one.refused],
            }
            for system, one in written
        ],
    }
    json.dump(plain, stream, ensure_ascii=False, indent=1)
    stream.write("\n")
