"""What records say for and against being one thing, beside their names."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from mops_taxonomy import Taxonomy
from mops_taxonomy.matching.support import MOST, support
from mops_taxonomy.portfolio import Portfolio
from mops_taxonomy.records import Campaign, PeriodCost, Program

PORTFOLIO = Portfolio(
    Taxonomy.load(
        {"taxonomy": "acme", "channels": {"WBN": {"label": "Webinar", "campaign_type": "Webinar"}}}
    ),
    [],
)
DAY, OTHER = date(2026, 3, 24), date(2026, 4, 7)


def costs(amount: int) -> dict[str, Any]:
    return {"costs": (PeriodCost(amount=Decimal(amount), start=DAY),)}


CASES: dict[str, tuple[dict[str, Any], dict[str, Any], float]] = {
    "nothing known": ({}, {}, 0),
    "known on one side": ({"start": DAY, **costs(5), "channel": "Webinar"}, {}, 0),
    "all agree": (
        {"start": DAY, **costs(5), "channel": "Webinar"},
        {"start": DAY, "actual_cost": Decimal(5), "type": "Webinar"},
        MOST,
    ),
    "the start": ({"start": DAY}, {"start": DAY}, 0.05),
    "another start": ({"start": DAY}, {"start": OTHER}, -0.05),
    "another cost": (costs(5), {"actual_cost": Decimal(6)}, -0.04),
    "a cost against none": (costs(0), {"actual_cost": Decimal(6)}, -0.04),
    "no cost on both sides": (costs(0), {"actual_cost": Decimal(0)}, 0),
    "another type": ({"channel": "Webinar"}, {"type": "Email"}, -0.1),
    "a channel that is not known": ({"channel": "Carrier pigeon"}, {"type": "Email"}, 0),
    "another start and another cost": (
        {"start": DAY, **costs(5), "channel": "Webinar"},
        {"start": OTHER, "actual_cost": Decimal(6), "type": "Webinar"},
        -1,
    ),
}


@pytest.mark.parametrize(("ours", "theirs", "expected"), CASES.values(), ids=CASES)
def test_support(ours: dict[str, Any], theirs: dict[str, Any], expected: float) -> None:
    """What both hold speaks for a pair or against it; what one does not know says nothing."""
    found = support(PORTFOLIO, Program(name="One", **ours), Campaign(name="One", **theirs))

    assert found == pytest.approx(expected)
