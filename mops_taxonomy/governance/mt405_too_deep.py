"""MT405: too deep."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from mops_taxonomy.governance._hierarchy import ancestors, levels
from mops_taxonomy.governance.rule import Breach, RecordRule
from mops_taxonomy.rules._words import one_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mops_taxonomy.portfolio import Portfolio
    from mops_taxonomy.records import Record

__all__ = ["RULE"]

_DEEPEST: Final = {"salesforce": 5}
"""The levels that a hierarchy may have, of the systems that say so."""


def check(portfolio: Portfolio) -> Iterator[Breach]:
    """Every record directly below the last level that its system holds."""
    found = levels(portfolio)
    for record in portfolio.distinct(portfolio.records):
        deepest = _DEEPEST.get(record.system or "")
        if deepest is not None and found.get(id(record)) == deepest + 1:
            yield _breach(portfolio, record, deepest)


def _breach(portfolio: Portfolio, record: Record, deepest: int) -> Breach:
    above = list(ancestors(portfolio, record))
    or_more = " or deeper" if above[-1].parent_id is not None else ""
    return Breach(
        record,
        f"it stands on level {deepest + 1}{or_more} of its hierarchy, "
        f"below {one_of([one.name for one in above], 'and')}",
        field="parent_id",
        found=record.parent_id,
        expected=f"at most {deepest} levels",
    )


RULE = RecordRule(
    code="MT405",
    title="too deep",
    severity="error",
    check=check,
    why=(
        "Salesforce holds campaigns in at most five levels. A plan with more of them cannot be loaded. What stands "
        "below the sixth level is not told again."
    ),
    bad="2026 > EMEA > Robotics > Webinars > March > 20260324_EMEA_WBN_Robotics",
    good="2026 > EMEA > Robotics > Webinars > 20260324_EMEA_WBN_Robotics",
    repair="Leave a level out: what the name says already needs no parent to say it.",
    consequence="Salesforce holds at most five levels of campaigns",
)
