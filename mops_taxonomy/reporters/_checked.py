"""What a reporter is told: one name after it was checked, and the whole at the end."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from mops_taxonomy.finding import Finding

__all__ = ["CheckedName", "Summary"]


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
    """

    file: str
    line: int
    row: int
    column: int | None
    text: str
    findings: tuple[Finding, ...]
    valid: bool

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
    """

    __slots__ = ("_codes", "_files", "names", "problems", "valid")

    def __init__(self) -> None:
        self.names = 0
        self.valid = 0
        self.problems = 0
        self._files: set[str] = set()
        self._codes: dict[str, tuple[int, str]] = {}

    def add(self, checked: CheckedName) -> None:
        """Count one name."""
        self.names += 1
        self.valid += checked.valid
        self._files.add(checked.file)
        for finding in checked.findings:
            if finding.severity != "off":
                count, rule = self._codes.get(finding.code, (0, finding.rule))
                self._codes[finding.code] = (count + 1, rule)

    def add_file(self, file: str) -> None:
        """Count a file, which may turn out to hold no name."""
        self._files.add(file)

    def add_problem(self) -> None:
        """Count a row that could not be read."""
        self.problems += 1

    @property
    def files(self) -> int:
        """How many files the names came from."""
        return len(self._files)

    @property
    def share(self) -> float | None:
        """The part of the names that is valid, from 0 to 1; None where there are no names."""
        return self.valid / self.names if self.names else None

    @property
    def codes(self) -> list[tuple[str, int, str]]:
        """Code, number of findings and name of the rule; the most frequent first, then by code."""
        found = ((code, count, rule) for code, (count, rule) in self._codes.items())
        return sorted(found, key=lambda entry: (-entry[1], entry[0]))

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
        plain["findings"] = [{"code": code, "rule": rule, "count": n} for code, n, rule in self.codes]
        return plain
