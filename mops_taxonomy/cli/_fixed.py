"""How a call of `fix` ended: what is written of it, and the exit status."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any, NamedTuple

from mops_taxonomy.cli._outcome import COLLISION, FROZEN, NO_REPAIR, NOT_SAFE, REPAIRED
from mops_taxonomy.reporters._tally import counted

if TYPE_CHECKING:
    from mops_taxonomy.cli._outcome import FileOutcome

__all__ = ["Fixed", "FixedFile"]


class FixedFile(NamedTuple):
    """A file and what was done with it.

    Attributes:
        outcome: what becomes of its names.
        written: whether the file was changed.
        backup: where it is kept as it was; None where it is not.
    """

    outcome: FileOutcome
    written: bool = False
    backup: str | None = None


class Fixed:
    """Every file, and what could not be used.

    Attributes:
        files: the inputs that were read.
        problems: one line each.
        counts: how many names became what.
        unsafe: how many of the repairs made are not safe.
    """

    def __init__(self, files: list[FixedFile], problems: list[str]) -> None:
        self.files = files
        self.problems = problems
        outcomes = [outcome for file in files for outcome in file.outcome.outcomes]
        self.counts = Counter(outcome.status for outcome in outcomes)
        self.unsafe = sum(
            outcome.status == REPAIRED and outcome.repair is not None and not outcome.repair.safe
            for outcome in outcomes
        )

    @property
    def names(self) -> int:
        """How many names were read."""
        return sum(file.outcome.total for file in self.files)

    @property
    def changed(self) -> int:
        """How many names were changed in files."""
        return sum(len(file.outcome.changes) for file in self.files if file.written)

    @property
    def status(self) -> int:
        """The exit status: 2 for problems, 1 where something is left to do, else 0."""
        if self.problems:
            return 2
        left = self.counts[REPAIRED] - self.changed
        return int(left + self.counts[NOT_SAFE] + self.counts[COLLISION] + self.counts[NO_REPAIR] > 0)

    def to_dict(self) -> dict[str, Any]:
        """The counts, for JSON."""
        return {
            "names": self.names,
            "files": len(self.files),
            "changed": self.changed,
            **{status: self.counts[status] for status in (REPAIRED, NOT_SAFE, COLLISION, FROZEN, NO_REPAIR)},
            "problems": len(self.problems),
        }

    def __str__(self) -> str:
        parts = [f"{self.changed:,} changed"] if self.changed else []
        if waiting := self.counts[REPAIRED] - self.changed:
            parts.append(f"{waiting:,} to change")
        if parts and self.unsafe:
            parts[-1] += f" ({self.unsafe:,} not safe)"
        words = {
            NOT_SAFE: "not safe",
            COLLISION: "would collide",
            FROZEN: "frozen",
            NO_REPAIR: "without a repair",
        }
        parts += [f"{self.counts[status]:,} {words[status]}" for status in words if self.counts[status]]
        text = f"{counted(self.names, 'name')} in {counted(len(self.files), 'file')}"
        text += f": {', '.join(parts) or 'nothing to change'}"
        return f"{text}, {counted(len(self.problems), 'problem')}" if self.problems else text
