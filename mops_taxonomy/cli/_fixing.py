"""What `fix` does."""

from __future__ import annotations

import os
import sys
from contextlib import ExitStack
from typing import TYPE_CHECKING, NamedTuple

from mops_taxonomy.cli._collisions import refuse_collisions
from mops_taxonomy.cli._discovery import Taxonomies
from mops_taxonomy.cli._fixed import Fixed, FixedFile
from mops_taxonomy.cli._output import colors
from mops_taxonomy.cli._problem import Problem, say
from mops_taxonomy.cli._progress import Progress
from mops_taxonomy.cli._repairing import Repairer
from mops_taxonomy.cli._replacing import Prepared, prepared
from mops_taxonomy.cli._sources import is_covered, plan, record_of
from mops_taxonomy.inputs import InputError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from mops_taxonomy.cli._outcome import FileOutcome

__all__ = ["FixSettings", "fix"]


class FixSettings(NamedTuple):
    """One call of `fix`; what the user did not say is None, empty or the default.

    Attributes:
        files: the inputs, `-` for standard input.
        taxonomy: the path of the taxonomy.
        convention: the id of the convention.
        column, created_column, channel_column, id_column: headings.
        record: `key=value` texts, the same for every name.
        as_of: the day to judge by, or a revision.
        format: the output format.
        write: whether the files are changed.
        unsafe: whether repairs that are not safe are made too.
        backup: whether changed files are kept as they were.
        only_sources: whether inputs that no source is about are passed over.
        rename_map: the path of the table of old and new names.
        color: whether to use terminal colours; None to find out.
    """

    files: tuple[str, ...] = ()
    taxonomy: str | None = None
    convention: str | None = None
    column: str | None = None
    created_column: str | None = None
    channel_column: str | None = None
    id_column: str | None = None
    record: tuple[str, ...] = ()
    as_of: str | None = None
    format: str = "text"
    write: bool = False
    unsafe: bool = False
    backup: bool = True
    only_sources: bool = False
    rename_map: str | None = None
    color: bool | None = None


def fix(settings: FixSettings) -> int:
    """Repair the names of every input; write what changes and what is left.

    Every input is read, and every changed file made, before the first one is replaced.

    Returns:
        The exit status: 0, 1 or 2.

    Raises:
        Problem: nothing can be done at all.
    """
    files = _inputs(settings)
    work = _Work(settings)
    outcomes = work.outcomes(files)
    refuse_collisions(outcomes)
    fixed = work.written(outcomes)
    _report(fixed, settings)
    return fixed.status


def _inputs(settings: FixSettings) -> list[str]:
    """The inputs, each once."""
    files = settings.files or ("-",)
    if not settings.files and (sys.stdin is None or sys.stdin.isatty()):
        raise Problem("which files? Name them, or pipe names into mops-taxonomy fix")
    if settings.write and "-" in files:
        raise Problem("standard input cannot be changed; name files, or leave out --write")
    return list({path if path == "-" else os.path.realpath(path): path for path in reversed(files)}.values())[
        ::-1
    ]


def _report(fixed: Fixed, settings: FixSettings) -> None:
    if settings.rename_map == "-":
        return
    if settings.format == "json":
        from mops_taxonomy.cli._fixed_json import write_json

        write_json(fixed, sys.stdout)
    else:
        from mops_taxonomy.cli._fixed_text import write_text

        write_text(fixed, sys.stdout, color=colors(sys.stdout, settings.color))


class _Work:
    """One call of `fix`."""

    def __init__(self, settings: FixSettings) -> None:
        self._settings = settings
        self._problems: list[str] = []
        self._progress = Progress()
        self._taxonomies = Taxonomies(settings.taxonomy)
        self._record = record_of(settings.record)
        self._columns = _columns(settings)

    def outcomes(self, paths: Iterable[str]) -> list[FileOutcome]:
        """What becomes of the names of the inputs; one that cannot be read is a problem, and the next one is read."""
        found = []
        for path in paths:
            try:
                if not self._settings.only_sources or is_covered(
                    self._taxonomies, path, self._settings.convention
                ):
                    found.append(self._outcome(path))
            except (InputError, Problem) as problem:
                self._problem(str(problem))
            finally:
                self._progress.clear()
        return found

    def _outcome(self, path: str) -> FileOutcome:
        taxonomy = self._taxonomies.of(path)
        how = plan(taxonomy, path, self._settings.convention, self._columns, self._record)
        repairer = Repairer(taxonomy, how, self._settings.as_of, unsafe=self._settings.unsafe)
        label = "standard input" if path == "-" else path
        return repairer.outcome(path, label, self._problem, self._notice, self._progress)

    def written(self, outcomes: list[FileOutcome]) -> Fixed:
        """Write the table of names, and the files if that is asked for."""
        with ExitStack() as stack:
            waiting: dict[str, Prepared] = {}
            for outcome in outcomes if self._settings.write else ():
                if outcome.changes:
                    self._prepare(outcome, waiting, stack)
            if self._settings.rename_map is not None:
                from mops_taxonomy.cli._rename_map import write_rename_map

                unwritten = (one for one in outcomes if one.path in waiting or not self._settings.write)
                write_rename_map(self._settings.rename_map, unwritten)
            return Fixed([self._replaced(one, waiting) for one in outcomes], self._problems)

    def _prepare(self, outcome: FileOutcome, waiting: dict[str, Prepared], stack: ExitStack) -> None:
        try:
            waiting[outcome.path] = stack.enter_context(prepared(outcome))
        except InputError as error:
            self._problem(str(error))

    def _replaced(self, outcome: FileOutcome, waiting: dict[str, Prepared]) -> FixedFile:
        if outcome.path not in waiting:
            return FixedFile(outcome)
        try:
            backup = waiting[outcome.path].replace(keep=self._settings.backup)
        except InputError as error:
            self._problem(str(error))
            return FixedFile(outcome)
        return FixedFile(outcome, written=True, backup=backup)

    def _problem(self, text: str) -> None:
        """Say it, once: a taxonomy that cannot be used is one for many files."""
        if text not in self._problems:
            self._problems.append(text)
            self._notice(text)

    def _notice(self, text: str) -> None:
        self._progress.clear()
        say(text)


def _columns(settings: FixSettings) -> dict[str, str]:
    chosen = {
        "name": settings.column,
        "created": settings.created_column,
        "channel": settings.channel_column,
        "id": settings.id_column,
    }
    return {role: heading for role, heading in chosen.items() if heading is not None}
