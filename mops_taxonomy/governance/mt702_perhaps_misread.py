"""MT702: perhaps misread."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mops_taxonomy.governance._misreadings import misreadings
from mops_taxonomy.governance.rule import RecordRule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mops_taxonomy.governance.rule import Breach
    from mops_taxonomy.portfolio import Portfolio

__all__ = ["RULE"]


def check(portfolio: Portfolio) -> Iterator[Breach]:
    """Names that set off a reader by one reading of what is known of it, and not by another."""
    return misreadings(portfolio, "unknown")


RULE = RecordRule(
    code="MT702",
    title="perhaps misread",
    severity="warning",
    check=check,
    why=(
        "Of some systems nobody knows how they compare: whether `test` is found in `Latest`, whether case matters, "
        "which of two sentences of their manual holds; or the record does not say whether they look at it. Then it "
        "is neither right nor wrong to call the name right. The message gives both readings."
    ),
    bad="""\
readers: {suppressed: {system: salesforce, contains: [test], match: unknown, effect: no touchpoints are created}}
campaign: {system: salesforce, name: 20260324_LatestNews}
""",
    good="""\
readers: {suppressed: {system: salesforce, contains: [test], match: word, effect: no touchpoints are created}}
campaign: {system: salesforce, name: 20260324_LatestNews}
""",
    repair=(
        "Find out how the system compares and write it into `match` and `case` of the reader, or fill in what the "
        "record lacks. Until then, another name is the safe way."
    ),
    certainty="unknown",
)
