"""What became of a question."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

from mops_taxonomy.algebra.automaton import TooLarge

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

__all__ = ["PROVED", "Verdict", "together", "undecided"]


class Verdict(NamedTuple):
    """The answer to a question about all names of a convention.

    Attributes:
        answer: `proved` of all names; `refuted`, by the witness; or `not decided`.
        witness: of `refuted`: a shortest name that shows it, confirmed by the parser.
        reason: of `not decided`: why, in words.
        detail: of `refuted`: what the witness shows, in words.
        day: of `refuted`: a day on which the witness shows it.
    """

    answer: Literal["proved", "refuted", "not decided"]
    witness: str | None = None
    reason: str | None = None
    detail: str | None = None
    day: date | None = None


PROVED = Verdict("proved")


def undecided(reason: str) -> Verdict:
    """The question was not decided, for this reason."""
    return Verdict("not decided", reason=reason)


def together(verdicts: Iterable[Verdict | Iterable[Verdict]]) -> Verdict:
    """One verdict of many: the first that refutes; else the first that is not decided; else it is proved.

    An automaton that is too large to be made decides nothing.
    """
    open_: Verdict | None = None
    try:
        for one in verdicts:
            verdict = one if isinstance(one, Verdict) else together(one)
            if verdict.answer == "refuted":
                return verdict
            if verdict.answer == "not decided":
                open_ = open_ or verdict
    except TooLarge as error:
        return undecided(f"there are too many names to go through: {error}")
    return open_ or PROVED
