"""MT310: a goal without a metric."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mops_taxonomy.governance._fields import is_empty
from mops_taxonomy.governance.rule import Breach, RecordRule
from mops_taxonomy.rules._words import quoted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mops_taxonomy.portfolio import Portfolio

__all__ = ["RULE"]


def check(portfolio: Portfolio) -> Iterator[Breach]:
    """Find goals that do not say what success is counted by; who has no goal is asked for one by a requirement."""
    for record in portfolio.records:
        goal = record.goal
        if goal is not None and is_empty(goal.metric):
            purpose = f"the goal {quoted(goal.purpose)}" if goal.purpose else "the goal"
            target = f" with the target {goal.target:g}" if goal.target is not None else ""
            yield Breach(
                record,
                f"{purpose}{target} has no metric that success is counted by",
                field="goal.metric",
                expected="a metric, such as `registrations` or `pipeline`",
            )


RULE = RecordRule(
    code="MT310",
    title="metric missing",
    severity="warning",
    check=check,
    why=(
        "A goal without a metric is reached whenever one likes. To ask every program for one, require `goal.metric`: "
        "what is missing then is MT305."
    ),
    bad="goal: {purpose: more pipeline}",
    good="goal: {purpose: more pipeline, metric: opportunities created, target: 40}",
    repair="Say what is counted, before the program starts.",
    consequence="nobody can say afterwards whether it was worth the money",
)
