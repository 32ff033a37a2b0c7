"""MT311: the metric counts opens."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from mops_taxonomy.governance.rule import Breach, RecordRule
from mops_taxonomy.portfolio import snake
from mops_taxonomy.rules._words import quoted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mops_taxonomy.portfolio import Portfolio

__all__ = ["RULE"]

_OPENS = {"open", "opens", "opened", "opening", "openings"}
_AROUND = {
    "a", "all", "average", "avg", "by", "count", "delivered", "distinct", "email", "emails", "first", "gross", "in",
    "mail", "mailing", "mailings", "mails", "message", "messages", "newsletter", "number", "of", "pct", "per",
    "percent", "percentage", "rate", "rates", "ratio", "sent", "the", "times", "total", "unique",
}  # fmt: skip
"""Words that change nothing about what is counted: with any other word, the metric counts something else besides."""


def check(portfolio: Portfolio) -> Iterator[Breach]:
    """Find goals whose metric is opens and nothing else."""
    for record in portfolio.records:
        metric = record.goal.metric if record.goal is not None else None
        if metric and _counts_only_opens(metric):
            yield Breach(
                record,
                f"the metric {quoted(metric)} counts only opens, which tell little about readers",
                field="goal.metric",
                found=metric,
                expected="what people do: clicks, registrations, attendance, opportunities",
            )


def _counts_only_opens(metric: str) -> bool:
    words = set(re.findall(r"[a-z]+", snake(metric)))
    return bool(words & _OPENS) and words <= _OPENS | _AROUND


RULE = RecordRule(
    code="MT311",
    title="metric counts opens",
    severity="warning",
    check=check,
    why=(
        "An open is counted when the images of a message are loaded. Mail programs that protect privacy load them "
        "for every message, read or not, and others never load them. A click-to-open rate, or any metric that counts "
        "something besides, is not complained of."
    ),
    bad="goal: {metric: Unique open rate}",
    good="goal: {metric: clicks}",
    repair="Count what people do after they have read.",
    consequence="opens rise and fall with the mail programs of the readers, and success with them",
)
