"""MT404: parent with members."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mops_taxonomy.governance._parents import parents, unmarked
from mops_taxonomy.governance.rule import Breach, RecordRule
from mops_taxonomy.records import Campaign

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mops_taxonomy.portfolio import Portfolio

__all__ = ["RULE"]


def check(portfolio: Portfolio) -> Iterator[Breach]:
    """Every campaign that has both children and members of its own."""
    for record, count in parents(portfolio):
        if isinstance(record, Campaign) and record.members:
            children = "1 child" if count == 1 else f"{count:,} children"
            members = "1 member" if record.members == 1 else f"{record.members:,} members"
            effects = (one.effect for one in unmarked(portfolio, record) if one.outcome == "effect")
            yield Breach(
                record,
                f"it has {children} and {members} of its own",
                field="members",
                found=str(record.members),
                expected="no members",
                # Where the mark would have kept the touchpoints away, that is what happens.
                consequence=next(filter(None, effects), None),
            )


RULE = RecordRule(
    code="MT404",
    title="parent with members",
    severity="error",
    check=check,
    why=(
        "A parent gathers what its children brought. People who are members of the parent and of a child stand "
        "there twice. Where a reader looks for the mark of a parent and misses it, what the taxonomy says of that is "
        "told as the consequence."
    ),
    bad="20260324_Robotics-Summit_Parent: 3 children, 12 members",
    good="20260324_Robotics-Summit_Parent: 3 children, no members",
    repair="Move the members to the child that they came through.",
    consequence="people in both the parent and a child are counted twice where the hierarchy is added up",
)
