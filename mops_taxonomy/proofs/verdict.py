"""What became of a question."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from datetime import date

__all__ = ["PROVED", "Verdict", "undecided"]


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
