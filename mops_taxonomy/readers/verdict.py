"""What an outside system makes of a name."""

from __future__ import annotations

from typing import Literal, NamedTuple

__all__ = ["Outcome", "Verdict"]

Outcome = Literal["nothing", "effect", "unknown"]
"""`nothing`: it passes over the name. `effect`: its effect happens. `unknown`: that cannot be told from here."""


class Verdict(NamedTuple):
    """What one reader makes of one name.

    Attributes:
        reader: the id of the reader.
        system: the system that reads; None where the taxonomy does not say.
        outcome: `nothing`, `effect` or `unknown`.
        effect: what happens downstream, as the taxonomy words it.
        said: what the reader does, "finds `test` in the name"; empty where it does nothing.
        condition: of an unknown outcome, under which the effect happens: "it takes whole words only"; else empty.
        span: start and end of what it finds, in code points; None where it finds nothing.
        found: the characters there.
        expected: what would have been right, in words; None where it looks for marks.
        wanted: what should have been there, where its absence is the fault.
        mended: names near this one that the reader passes over; whether they are valid is not asked.
        undecided: the keys of the record that the outcome depends on and that are not known.
        of_parents: whether it looks for the mark of records that have children.
    """

    reader: str
    system: str | None
    outcome: Outcome
    effect: str | None = None
    said: str = ""
    condition: str = ""
    span: tuple[int, int] | None = None
    found: str | None = None
    expected: str | None = None
    wanted: tuple[str, ...] = ()
    mended: tuple[str, ...] = ()
    undecided: tuple[str, ...] = ()
    of_parents: bool = False

    @property
    def message(self) -> str:
        """One sentence; of an unknown outcome, with both readings."""
        of_system = f" of {self.system}" if self.system is not None else ""
        subject = f"the reader `{self.reader}`{of_system}"
        if self.outcome == "nothing":
            return f"{subject} makes nothing of the name"
        if self.outcome == "effect":
            return f"{subject} {self.said}"
        return f"{subject} {self.said}: if {self.condition}, {self.effect or 'it acts'}; else nothing happens"
