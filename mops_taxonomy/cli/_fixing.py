"""What `fix` does."""

from __future__ import annotations

import os
import sys
from contextlib import ExitStack
from typing import TYPE_CHECKING

from mops_taxonomy.cli._collisions import refuse_collisions
from mops_taxonomy.cli._discovery import Taxonomies
from mops_taxonomy.cli._fixed import Fixed, FixedFile
from mops_taxonomy.cli._output import colors
from mops_taxonomy.cli._problem import Problem, say
from mops_taxonomy.cli._progress import Progress
from mops_taxonomy.cli._repairing import Repairer
from mops_taxonomy.cli._replacing import Prepared, prepared
from mops_taxonomy.cli._sources import added_lines, input_files, is_covered, plan, record_of, refuse
from mops_taxonomy.inputs import InputError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from mops_taxonomy.cli._outcome import FileOutcome
    from mops_taxonomy.cli._settings import Settings

__all__ = ["fix"]


def fix(settings: Settings) -> int:
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


def _inputs(settings: Settings) -> list[str]:
    """The inputs, each once."""
    files = input_files(settings, "fix")
    if settings.write and "-" in files:
        raise Problem("standard input cannot be changed; name files, or leave out --write")
    return list({path if path == "-" else os.path.realpath(path): path for path in reversed(files)}.values())[
        ::-1
    ]


def _report(fixed: Fixed, settings: Settings) -> None:
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

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._problems: list[str] = []
        self._progress = Progress()
        self._taxonomies = Taxonomies(settings.taxonomy)
        self._record = record_of(settings.record)
        self._added = added_lines(settings)

    def outcomes(self, paths: Iterable[str]) -> list[FileOutcome]:
        """What becomes of the names of the inputs; one that cannot be read is a problem, and the next one is read."""
        found = []
        for path in paths:
            try:
                refuse(path)
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
        how = plan(taxonomy, path, self._settings.convention, self._settings.columns, self._record)
        repairer = Repairer(taxonomy, how, self._settings.as_of, unsafe=self._settings.unsafe)
        label = "standard input" if path == "-" else path
        return repairer.outcome(path, label, self._added, self._problem, self._notice, self._progress)

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
