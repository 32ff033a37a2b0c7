"""What every output format can do."""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import TYPE_CHECKING, Literal, TextIO

if TYPE_CHECKING:
    from collections.abc import Callable

    from mops_taxonomy.reporters._checked import CheckedName, Summary
    from mops_taxonomy.reporters._described import Described
    from mops_taxonomy.reporters._linted import LintedTaxonomy, LintSummary

__all__ = ["Reporter", "Subjects"]

Subjects = Literal["names", "taxonomies"]
"""What a report is about."""


class Reporter(ABC):
    """Writes what was found to a stream while names or taxonomies are judged: nothing waits for the end.

    Called in this order: `begin` once, `name` or `taxonomy` and `problem` for each, `end` once.

    Attributes:
        described: gives the documentation of the rule with a code; None where it is not known.
    """

    def __init__(self, stream: TextIO, *, color: bool = False, width: int = 100) -> None:
        self.stream = stream
        self.color = color
        self.width = width
        self.described: Callable[[str], Described | None] = _not_described

    def begin(self, subjects: Subjects = "names") -> None:  # noqa: B027  most formats begin with nothing
        """Write what stands before the first of them."""

    @abstractmethod
    def name(self, checked: CheckedName) -> None:
        """Write one name; those without findings leave no trace in most formats."""

    @abstractmethod
    def taxonomy(self, linted: LintedTaxonomy) -> None:
        """Write the findings about one taxonomy."""

    def problem(self, text: str) -> None:  # noqa: B027  formats of findings alone have no place for it
        """Write that something could not be read, with its place, in one line."""

    def end(self, summary: Summary | LintSummary | None) -> None:  # noqa: B027  the same
        """Write what stands after the last of them, and the summary if it is wanted."""


def _not_described(_code: str) -> None:
    """Nothing is known of any rule."""
