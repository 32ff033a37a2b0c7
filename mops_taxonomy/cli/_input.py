"""One input while its names are checked."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from mops_taxonomy.cli._excuses import Excused
    from mops_taxonomy.cli._judge import Judge

__all__ = ["Input"]

_COMPLAINTS = 3
"""As many days of creation are complained of in one file: most often it is all or none of a column."""


class Input:
    """One input.

    Attributes:
        label: the input as people call it.
        convention: the id of the convention of its names.
        judge: knows how they are judged.
        excused: what need not be reported of them; None where all must be.
        share: how much of it was read, from 0 to 1; None where nobody knows.
    """

    __slots__ = ("_unread", "convention", "excused", "judge", "label", "share")

    def __init__(self, label: str, convention: str, judge: Judge, excused: Excused | None) -> None:
        self.label = label
        self.convention = convention
        self.judge = judge
        self.excused = excused
        self.share: float | None = None
        self._unread = 0

    def asked(self, waivers: Iterable[Mapping[str, Any]]) -> set[str]:
        """What the records of its names may be asked for, by their own columns and by these waivers."""
        return {*self.judge.keys, "system", *(key for waiver in waivers for key in waiver["when"])}

    def is_told(self) -> bool:
        """Count one more day of creation that cannot be read, and say whether it is told on its own."""
        self._unread += 1
        return self._unread <= _COMPLAINTS

    @property
    def untold(self) -> str:
        """How many such days were not told; empty where all were."""
        more = self._unread - _COMPLAINTS
        days = "1 more day" if more == 1 else f"{more:,} more days"
        return f"{self.label}: {days} of creation cannot be read" if more > 0 else ""
