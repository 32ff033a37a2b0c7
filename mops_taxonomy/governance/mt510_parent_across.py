"""MT510: parents do not correspond."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mops_taxonomy.governance._across import certainty, differing, named
from mops_taxonomy.governance.rule import Breach, RecordRule
from mops_taxonomy.matching.differing import parents

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mops_taxonomy.portfolio import Portfolio
    from mops_taxonomy.records import Campaign

__all__ = ["RULE"]


def check(portfolio: Portfolio) -> Iterator[Breach]:
    """Every campaign whose parent is not the campaign of its program's parent."""
    for match, difference in differing(portfolio, parents):
        above = portfolio.parent(match.program)
        whose = (
            f"{named(above)}, the parent of {named(match.program)}," if above is not None else "the parent"
        )
        yield Breach(
            match.campaign,
            f"{_parent(match.campaign)}, and the campaign of {whose} is {difference.new}",
            field="parent_id",
            found=difference.old,
            expected=difference.new,
            certainty=certainty(match),
        )


def _parent(campaign: Campaign) -> str:
    return (
        "it has no parent" if campaign.parent_id is None else f"its parent is campaign {campaign.parent_id}"
    )


RULE = RecordRule(
    code="MT510",
    title="parents do not correspond",
    severity="warning",
    check=check,
    why=(
        "What is added up along the hierarchy of one system should be what is added up in the other. Only parents that "
        "themselves are a program and its campaign are compared: most programs have no parent where campaigns do."
    ),
    bad="program Robotics-Day lies in program Robotics; campaign Robotics-Day lies in campaign Partners",
    good="program Robotics-Day lies in program Robotics; campaign Robotics-Day lies in campaign Robotics",
    repair="Move the campaign, or the program.",
    consequence="totals along the hierarchy differ between the systems",
)
