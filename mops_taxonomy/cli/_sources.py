"""Which inputs there are, which convention their names follow, where they stand, and what their records hold."""

from __future__ import annotations

import os
import re
import sys
from contextlib import suppress
from typing import TYPE_CHECKING, Any, NamedTuple

from mops_taxonomy.channel_spelling import ChannelSpellings
from mops_taxonomy.cli._problem import Problem
from mops_taxonomy.inputs import InputError

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from mops_taxonomy.cli._added import Added
    from mops_taxonomy.cli._discovery import Taxonomies
    from mops_taxonomy.cli._settings import Settings
    from mops_taxonomy.convention import Convention
    from mops_taxonomy.taxonomy import Taxonomy

__all__ = [
    "Export",
    "Plan",
    "added_lines",
    "convention_of",
    "exported",
    "input_files",
    "is_covered",
    "matches",
    "plan",
    "record_of",
    "refuse",
]


class Plan(NamedTuple):
    """How to read an input.

    Attributes:
        convention: of the names.
        columns: the heading of each part of the record.
        record: what holds for every name.
        channels: how the taxonomy's channels are spelt.
        resolved: the taxonomy, as plain data.
    """

    convention: Convention
    columns: dict[str, str]
    record: dict[str, str]
    channels: ChannelSpellings
    resolved: Mapping[str, Any]


class Export(NamedTuple):
    """An input that holds whole records.

    Attributes:
        system: the system that it was exported from.
        record: what holds for every record.
        convention: the id of the convention that the names follow; None leaves it to the taxonomy.
    """

    system: str
    record: dict[str, str]
    convention: str | None = None


def input_files(settings: Settings, command: str) -> tuple[str, ...]:
    """The files named, else standard input.

    Raises:
        Problem: neither is there.
    """
    if settings.files:
        return settings.files
    if sys.stdin is None or sys.stdin.isatty():
        raise Problem(f"which files? Name them, or pipe names into mops-taxonomy {command}")
    return ("-",)


def _files_in(folder: str) -> str:
    """What the files in a folder are called; tables of data lakes are folders of Parquet files, perhaps in parts."""
    try:
        names = os.listdir(folder)
    except OSError:
        names = []
    if any(name.endswith((".parquet", ".pq")) for name in names):
        return "*.parquet"
    return "*/*.parquet" if any("=" in name for name in names) else "*.csv"


def refuse(path: str) -> None:
    """Refuse an input that is no file. Whether it can be read is found when it is opened.

    Raises:
        InputError: it is a folder, or not there.
    """
    if path == "-":
        return
    if os.path.isdir(path):
        shown = path.rstrip("/\\") or path
        raise InputError(path, f"is a folder; name the files in it, such as {shown}/{_files_in(path)}")
    with suppress(PermissionError, NotADirectoryError):
        try:
            os.stat(path)
        except (FileNotFoundError, ValueError):
            raise InputError(path, "no file fits this pattern" if "*" in path else "no such file") from None


def added_lines(settings: Settings) -> Added | None:
    """The added lines, if they alone count; without them git is not run."""
    if not settings.added_lines and settings.added_since is None:
        return None
    from mops_taxonomy.cli._added import Added

    return Added(settings.added_since)


def plan(
    taxonomy: Taxonomy, path: str, convention: str | None, columns: dict[str, str], record: dict[str, str]
) -> Plan:
    """How to read an input by the first entry of the taxonomy's `sources` that is about it.

    Args:
        taxonomy: of the input.
        path: the input, `-` for standard input, which no source is about.
        convention: what the user chose, or None; then only sources with that convention count.
        columns: the headings that the user named, laid over those of the source.
        record: what the user said of every record, laid over what the source says.

    Raises:
        Problem: there is no such convention, or several and nothing chooses one.
    """
    source = _source(taxonomy, path, convention)
    chosen = convention_of(taxonomy, convention or source.get("convention"))
    if source.get("severity"):
        chosen = _severer(taxonomy, chosen.id, source["severity"])
    return Plan(
        chosen,
        {**source.get("columns", {}), **columns},
        {**source.get("record", {}), **record},
        ChannelSpellings(taxonomy.resolved),
        taxonomy.resolved,
    )


def exported(
    taxonomy: Taxonomy, path: str, system: str | None, convention: str | None, record: dict[str, str]
) -> Export | None:
    """The system whose export an input is; None for a file of names.

    Args:
        taxonomy: of the input.
        path: the input.
        system: what the user chose; None leaves it to the source that is about the input.
        convention: the same of the convention that the names follow.
        record: what the user said of every record, laid over what the source says.

    Raises:
        Problem: there is no such convention.
    """
    source = _source(taxonomy, path, convention)
    chosen = system or source.get("from")
    if chosen is None:
        return None
    follows = convention or source.get("convention")
    if follows is not None:
        convention_of(taxonomy, follows)
    return Export(chosen, {**source.get("record", {}), **record}, follows)


def is_covered(taxonomies: Taxonomies, path: str, convention: str | None) -> bool:
    """Whether a source of its taxonomy is about an input; where it has no taxonomy, none is.

    Raises:
        Problem: the taxonomy cannot be used, or has no sources at all.
    """
    if not taxonomies.has(path):
        return False
    taxonomy = taxonomies.of(path)
    if not taxonomy.resolved["sources"]:
        raise Problem(
            f"{taxonomy.file} has no sources, so nothing says which files hold names; add sources to it"
        )
    return bool(_source(taxonomy, path, convention))


def convention_of(taxonomy: Taxonomy, wanted: str | None) -> Convention:
    """The convention wanted, else the only one.

    Raises:
        Problem: there is no such convention, or several and none is wanted.
    """
    if wanted is None and len(taxonomy.conventions) > 1:
        known = ", ".join(taxonomy.conventions)
        raise Problem(f"which convention? {taxonomy.file} has {known}; name one with --convention")
    if wanted is not None and wanted not in taxonomy.conventions:
        raise Problem(f'{taxonomy.file} has no convention "{wanted}"{_near(wanted, taxonomy.conventions)}')
    return taxonomy.convention(wanted)


def _severer(taxonomy: Taxonomy, convention: str, severity: dict[str, str]) -> Convention:
    """The convention as it judges the names of one source, whose severities are laid over its own."""
    resolved = taxonomy.resolved
    spec = resolved["conventions"][convention]
    changed = {**spec, "severity": {**spec["severity"], **severity}}
    conventions = {**resolved["conventions"], convention: changed}
    return type(taxonomy)({**resolved, "conventions": conventions}, taxonomy.file).convention(convention)


def record_of(pairs: Iterable[str]) -> dict[str, str]:
    """A record out of `key=value` texts.

    Raises:
        Problem: a text is not of that shape.
    """
    record = {}
    for pair in pairs:
        key, equals, value = pair.partition("=")
        if not key or not equals:
            raise Problem(f'--record takes KEY=VALUE, such as channel=WBN, not "{pair}"')
        record[key] = value
    return record


def matches(pattern: str, path: str) -> bool:
    """Whether a pattern means a path with forward slashes: `*` and `?` stay in one folder, `**` does not."""
    return re.fullmatch("".join(map(_part, re.split(r"(\*\*/|\*\*|\*|\?)", pattern))), path) is not None


def _part(text: str) -> str:
    return {"**/": "(?:.*/)?", "**": ".*", "*": "[^/]*", "?": "[^/]"}.get(text) or re.escape(text)


def _source(taxonomy: Taxonomy, path: str, convention: str | None) -> dict[str, Any]:
    sources: list[dict[str, Any]] = taxonomy.resolved["sources"]
    if not sources or path == "-":
        return {}
    within = _relative(path, os.path.dirname(taxonomy.file or ""))
    return next(
        (
            one
            for one in sources
            if convention in {None, one["convention"]} and matches(_plain(one["files"]), within)
        ),
        {},
    )


def _relative(path: str, folder: str) -> str:
    """The path from the folder of the taxonomy, with forward slashes."""
    try:
        return os.path.relpath(path, folder or ".").replace(os.sep, "/")
    except ValueError:  # on another drive of Windows
        return os.path.abspath(path).replace(os.sep, "/")


def _plain(pattern: str) -> str:
    return pattern.replace("\\", "/").removeprefix("./")


def _near(wanted: str, known: tuple[str, ...]) -> str:
    from rapidfuzz import process

    found = process.extractOne(wanted, known, score_cutoff=60)
    return f"; did you mean {found[0]}?" if found else f"; it has {', '.join(known)}"
