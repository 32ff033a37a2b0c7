"""Looking for the names of one input that are not as they should be, and for their repairs."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from itertools import repeat
from typing import TYPE_CHECKING

from mops_taxonomy.cli._judge import Judge, day_of
from mops_taxonomy.cli._outcome import FROZEN, NO_REPAIR, NOT_SAFE, REPAIRED, FileOutcome, Outcome
from mops_taxonomy.inputs import Notice, Row, open_input
from mops_taxonomy.waivers import Waiver

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from mops_taxonomy.cli._added import Added
    from mops_taxonomy.cli._progress import Progress
    from mops_taxonomy.cli._sources import Plan
    from mops_taxonomy.repair import Repair
    from mops_taxonomy.taxonomy import Taxonomy

    Say = Callable[[str], None]

__all__ = ["Repairer"]


class Repairer:
    """Finds what becomes of the names of one input.

    Args:
        taxonomy: of the names.
        how: to read the input.
        as_of: the day to judge every name by, or a revision; None as in `Judge`.
        unsafe: whether repairs that are not safe are made too.
    """

    def __init__(self, taxonomy: Taxonomy, how: Plan, as_of: str | None, *, unsafe: bool) -> None:
        self._how = how
        self._scope = (taxonomy.file or "", how.convention.id)
        self._judge = Judge(how, as_of)
        self._unsafe = unsafe
        # Names are changed today, whenever they were made.
        today = date.today() if as_of is None else day_of(how.convention, as_of)  # noqa: DTZ011
        waivers = (Waiver(spec) for spec in taxonomy.resolved["waivers"] if spec["frozen"])
        self._frozen = [waiver for waiver in waivers if waiver.window.holds(today)]

    def outcome(
        self, path: str, label: str, added: Added | None, problem: Say, notice: Say, progress: Progress
    ) -> FileOutcome:
        """What becomes of the names of an input.

        Args:
            path: of the input.
            label: the input as people call it.
            added: the lines that alone count; None for all. Names on others are only there.
            problem: takes what cannot be read, on one line each.
            notice: takes what there is to know about the reading.
            progress: is told how far the work has come.

        Raises:
            InputError: the input cannot be read.
            Problem: nothing says which lines were added.
        """
        names: dict[str, dict[str, int]] = defaultdict(dict)
        outcomes: list[Outcome] = []
        count = 0
        items = open_input(path, columns=self._how.columns)
        for number, (item, counts) in enumerate(
            added.marked(path, items) if added else zip(items, repeat(True)), 1
        ):
            progress.at(number, label)
            if isinstance(item, Row):
                count += counts
                names[self._system(item)].setdefault(item.name, item.line)
                found, complaint = self._of(item) if counts else (None, None)
                if complaint is not None:
                    problem(f"{label}:{item.line}: {complaint}")
                if found is not None:
                    outcomes.append(found)
            elif isinstance(item, Notice):
                notice(f"{label}: {item.message}")
            elif counts:
                problem(f"{label}:{item.line}: {item.message}")
        convention = self._how.convention.id
        return FileOutcome(path, label, convention, self._scope, self._how.columns, count, names, outcomes)

    def _system(self, row: Row) -> str:
        """The system in which the record of a name is; empty where that is not known."""
        return self._judge.record(row).get("system", "")

    def _of(self, row: Row) -> tuple[Outcome | None, str | None]:
        """What becomes of a name, None where it is as it should be; and why its day cannot be read, if that is so."""
        record, day, complaint = self._judge.circumstances(row)
        convention = self._how.convention
        valid = convention.is_valid(row.name, record, day)
        if valid and not convention.check(row.name, record, day).findings:
            return None, complaint
        repair = next(iter(convention.repair(row.name, record, day)), None)
        if repair is None and valid:
            return None, complaint
        status = self._status(row.name, record, repair)
        number = str(record.get("id") or row.row)
        found = Outcome(row.line, row.row, number, row.name, repair, status, record.get("system", ""))
        return found, complaint

    def _status(self, name: str, record: dict[str, Any], repair: Repair | None) -> str:
        if any(waiver.concerns(name, record) for waiver in self._frozen):
            return FROZEN
        if repair is None:
            return NO_REPAIR
        return REPAIRED if repair.safe or self._unsafe else NOT_SAFE
