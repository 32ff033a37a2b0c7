"""What a reporter is told by `lint`: one taxonomy after it was judged, and the whole at the end."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from mops_taxonomy.reporters._tally import Tally, counted

if TYPE_CHECKING:
    from mops_taxonomy.finding import Finding

__all__ = ["LintSummary", "LintedTaxonomy"]

_COUNTED = {"error": "error", "warning": "warning", "info": "note"}


class LintedTaxonomy(NamedTuple):
    """A taxonomy and what was found.

    Attributes:
        file: as the user named it.
        conventions: how many it has.
        forms: how many these have together.
        findings: in the order of the file. The text of each is a name that shows it; where the file could not
            be loaded, it is the line of the file, and the span is in that line.
        valid: whether no finding is an error.
        loaded: whether the file can be used.
    """

    file: str
    conventions: int
    forms: int
    findings: tuple[Finding, ...]
    valid: bool
    loaded: bool = True

    @property
    def shown(self) -> tuple[Finding, ...]:
        """The findings without those switched off."""
        return tuple(finding for finding in self.findings if finding.severity != "off")


class LintSummary:
    """Counts over every taxonomy judged.

    Attributes:
        files: the taxonomies, as the user named them.
        unusable: how many of them could not be loaded.
        conventions: how many the others have.
        forms: how many these have together.
        tally: how often each rule spoke.
    """

    __slots__ = ("_severities", "conventions", "files", "forms", "tally", "unusable")

    def __init__(self) -> None:
        self.files: list[str] = []
        self.unusable = 0
        self.conventions = 0
        self.forms = 0
        self.tally = Tally()
        self._severities = dict.fromkeys(_COUNTED, 0)

    def add(self, linted: LintedTaxonomy) -> None:
        """Count one taxonomy."""
        self.files.append(linted.file)
        self.unusable += not linted.loaded
        self.conventions += linted.conventions
        self.forms += linted.forms
        self.tally.add(linted.findings)
        for finding in linted.shown:
            self._severities[finding.severity] += 1

    @property
    def found(self) -> bool:
        """Whether there is any finding."""
        return any(self._severities.values())

    def to_dict(self) -> dict[str, Any]:
        """A plain dict for JSON."""
        plain: dict[str, Any] = {
            "taxonomies": len(self.files),
            "unusable": self.unusable,
            "conventions": self.conventions,
            "forms": self.forms,
        }
        plain |= {f"{noun}s": self._severities[severity] for severity, noun in _COUNTED.items()}
        plain["findings"] = self.tally.to_list()
        return plain

    def __str__(self) -> str:
        looked_at = f"{counted(self.conventions, 'convention')}, {counted(self.forms, 'form')}"
        taxonomies = counted(len(self.files), "taxonomy", "taxonomies")
        if not self.found:
            return f"nothing found in {self.files[0] if len(self.files) == 1 else taxonomies}: {looked_at}"
        unusable = f" ({self.unusable:,} cannot be used)" if self.unusable else ""
        found = (counted(n, _COUNTED[severity]) for severity, n in self._severities.items() if n)
        return f"{taxonomies}{unusable}, {looked_at}: {', '.join(found)}"
