"""MT406: circle of parents."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mops_taxonomy.governance._gathered import called, listed
from mops_taxonomy.governance._hierarchy import cycles
from mops_taxonomy.governance.rule import Breach, RecordRule
from mops_taxonomy.rules._words import quoted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mops_taxonomy.portfolio import Portfolio
    from mops_taxonomy.records import Record

__all__ = ["RULE"]

_FEW = 3


def check(portfolio: Portfolio) -> Iterator[Breach]:
    """Every circle, once."""
    for ring in cycles(portfolio):
        yield Breach(ring[0], _message(ring[1:]), field="parent_id", found=ring[0].parent_id)


def _message(above: list[Record]) -> str:
    if not above:
        return "it is its own parent"
    words = listed([f"{quoted(one.name)} ({called(one)})" for one in above[:_FEW]], len(above))
    return f"its parents lead back to it, through {words}"


RULE = RecordRule(
    code="MT406",
    title="circle of parents",
    severity="error",
    check=check,
    why="A hierarchy has a top. Where parents lead round in a circle there is none, and nothing can be added up.",
    bad=(
        "salesforce campaign 1: 2026_Robotics_Parent, parent 2\n"
        "salesforce campaign 2: 2026_Webinars_Parent, parent 1"
    ),
    good=(
        "salesforce campaign 1: 2026_Robotics_Parent\nsalesforce campaign 2: 2026_Webinars_Parent, parent 1"
    ),
    repair="Take the parent away from the one that is to stand at the top.",
    consequence="nothing can be added up along the hierarchy",
)
