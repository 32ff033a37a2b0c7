"""How often each rule spoke."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable

    from mops_taxonomy.finding import Finding

__all__ = ["Tally", "counted"]


class Tally:
    """Findings by code; those switched off do not count."""

    __slots__ = ("_codes",)

    def __init__(self) -> None:
        self._codes: dict[str, tuple[int, str]] = {}

    def add(self, findings: Iterable[Finding]) -> None:
        """Count some findings."""
        for finding in findings:
            if finding.severity != "off":
                count, rule = self._codes.get(finding.code, (0, finding.rule))
                self._codes[finding.code] = (count + 1, rule)

    @property
    def codes(self) -> list[tuple[str, int, str]]:
        """Code, number of findings and name of the rule; the most frequent first, then by code."""
        found = ((code, count, rule) for code, (count, rule) in self._codes.items())
        return sorted(found, key=lambda entry: (-entry[1], entry[0]))

    def to_list(self) -> list[dict[str, Any]]:
        """The codes in the same order, for JSON."""
        return [{"code": code, "rule": rule, "count": count} for code, count, rule in self.codes]


def counted(count: int, noun: str, plural: str | None = None) -> str:
    """`1 name`, `1,204 names`, `2 taxonomies`."""
    return f"{count:,} {noun}" if count == 1 else f"{count:,} {plural or noun + 's'}"
