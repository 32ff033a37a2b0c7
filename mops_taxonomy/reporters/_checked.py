"""What a reporter is told: one name after it was checked, and the whole at the end."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from mops_taxonomy.reporters._tally import Tally, counted

if TYPE_CHECKING:
    from collections.abc import Iterable

    from mops_taxonomy.finding import Finding

__all__ = ["CheckedName", "Summary", "Waived"]


class Waived(NamedTuple):
    """A finding that is not reported because of a waiver.

    Attributes:
        finding: the finding.
        why: who answers for the waiver, and the reason.
    """

    finding: Finding
    why: str


class CheckedName(NamedTuple):
    """A name and what was found.

    Attributes:
        file: the file it stands in, as the user named it.
        line: the physical line on which its row starts, from 1.
        row: the number of its row among the rows of data, from 1.
        column: where it starts on its line, from 1; None in tables.
        text: the name.
        findings: what is wrong or notable, in the order of the places.
        valid: whether no finding is an error.
        convention: the id of its convention.
        waived: what is not reported because of waivers, for formats that tell it apart.
    """

    file: str
    line: int
    row: int
    column: int | None
    text: str
    findings: tuple[Finding, ...]
    valid: bool
    convention: str = ""
    waived: tuple[Waived, ...] = ()

    @property
    def shown(self) -> tuple[Finding, ...]:
        """The findings without those switched off."""
        return tuple(finding for finding in self.findings if finding.severity != "off")


class Summary:
    """Counts over every name checked.

    Attributes:
        names: how many names were checked.
        valid: how many of them are valid.
        problems: how many rows could not be read.
        tally: how often each rule spoke.
        excused: how many findings were not reported, by the word for why: `waived`, `recorded`, `ignored`.
        notes: what else there is to know, a sentence each.
        gone: the findings that a baseline has recorded and that were not met, and how often.
    """

    __slots__ = ("_files", "excused", "gone", "names", "notes", "problems", "tally", "valid")

    def __init__(self) -> None:
        self.names = 0
        self.valid = 0
        self.problems = 0
        self._files: set[str] = set()
        self.tally = Tally()
        self.excused: dict[str, int] = {}
        self.notes: list[str] = []
        self.gone: list[tuple[NamedTuple, int]] = []

    def add(self, checked: CheckedName) -> None:
        """Count one name."""
        self.names += 1
        self.valid += checked.valid
        self._files.add(checked.file)
        self.tally.add(checked.findings)

    def add_file(self, file: str) -> None:
        """Count a file, which may turn out to hold no name."""
        self._files.add(file)

    def add_problem(self) -> None:
        """Count a row that could not be read."""
        self.problems += 1

    def excuse(self, word: str, count: int = 1) -> None:
        """Count findings that are not reported."""
        if count:
            self.excused[word] = self.excused.get(word, 0) + count

    def close(self, notes: Iterable[str], gone: Iterable[tuple[NamedTuple, int]]) -> None:
        """Add what is known when all names are checked."""
        self.notes.extend(notes)
        self.gone.extend(gone)

    @property
    def files(self) -> int:
        """How many files the names came from."""
        return len(self._files)

    @property
    def share(self) -> float | None:
        """The part of the names that is valid, from 0 to 1; None where there are no names."""
        return self.valid / self.names if self.names else None

    @property
    def not_reported(self) -> str:
        """How many findings were not reported, and why; empty where all were."""
        words = ", ".join(f"{count:,} {word}" for word, count in sorted(self.excused.items()))
        return f"not reported: {words}" if words else ""

    @property
    def closing(self) -> list[str]:
        """What is to be said at the end beside the counts of what was found, a sentence each."""
        return [*filter(None, [self.not_reported]), *self.notes]

    def to_dict(self) -> dict[str, Any]:
        """A plain dict for JSON; `share` is left out where there are no names."""
        plain: dict[str, Any] = {
            "names": self.names,
            "valid": self.valid,
            "not_valid": self.names - self.valid,
        }
        if self.share is not None:
            plain["share"] = round(self.share, 6)
        plain |= {"files": self.files, "problems": self.problems}
        plain["findings"] = self.tally.to_list()
        plain |= sorted(self.excused.items())
        if self.gone:
            plain["gone"] = [{**entry._asdict(), "count": count} for entry, count in self.gone]
        if self.notes:
            plain["notes"] = self.notes
        return plain

    def __str__(self) -> str:
        text = f"{counted(self.names, 'name')} in {counted(self.files, 'file')}"
        if self.names:
            wrong, share = self.names - self.valid, _percent(self.valid, self.names)
            text += f": {self.valid:,} valid ({share} %), {wrong:,} not valid"
        if self.problems:
            text += f", {counted(self.problems, 'problem')}"
        return "; ".join(filter(None, (text, self.not_reported)))


def _percent(part: int, whole: int) -> str:
    """The share to one decimal; only nothing is 0.0 and only everything is 100.0."""
    rounded = round(part * 100 / whole, 1)
    if 0 < part < whole:
        rounded = min(max(rounded, 0.1), 99.9)
    return f"{rounded:.1f}"
