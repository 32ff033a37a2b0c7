"""MT508: one runs and the other does not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mops_taxonomy.governance._across import certainty, differing, named
from mops_taxonomy.governance.rule import Breach, RecordRule
from mops_taxonomy.matching.differing import activity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mops_taxonomy.portfolio import Portfolio

__all__ = ["RULE"]


def check(portfolio: Portfolio) -> Iterator[Breach]:
    """Every campaign that is active where its program is not, or the reverse."""
    for match, difference in differing(portfolio, activity):
        words = "it is active, and {} is not" if difference.old else "it is not active, and {} is"
        yield Breach(
            match.campaign,
            words.format(named(match.program)),
            field="active",
            found=_word(difference.old),
            expected=_word(difference.new),
            certainty=certainty(match),
        )


def _word(active: bool) -> str:
    return "active" if active else "not active"


RULE = RecordRule(
    code="MT508",
    title="active on one side only",
    severity="warning",
    check=check,
    why=(
        "People pick campaigns from lists of those that are active, and reports of what runs now leave the others out. "
        "Compared is what both systems say; the export of one that does not know the flag says nothing."
    ),
    bad="program: active; campaign: not active",
    good="program: active; campaign: active",
    repair="Set the campaign active, or end the program.",
    consequence="what runs now differs by the system that one asks",
)
