"""MT308: a value that is not allowed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mops_taxonomy.conditions import as_asked
from mops_taxonomy.governance._fields import condition, is_empty, required, value_of
from mops_taxonomy.governance._spelling import listed, near
from mops_taxonomy.governance.rule import Breach, RecordRule
from mops_taxonomy.rules._words import quoted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mops_taxonomy.governance._fields import Requirement
    from mops_taxonomy.portfolio import Portfolio
    from mops_taxonomy.records import Record

__all__ = ["RULE"]


def check(portfolio: Portfolio) -> Iterator[Breach]:
    """Look up the values of each record in the lists of its requirements; types are a matter of their own (MT306)."""
    for record, requirements in required(portfolio):
        for requirement in requirements:
            for field, allowed in requirement["values"].items():
                if field != "type":
                    yield from _looked_up(portfolio, record, requirement, field, tuple(allowed))


def _looked_up(
    portfolio: Portfolio, record: Record, requirement: Requirement, field: str, allowed: tuple[str, ...]
) -> Iterator[Breach]:
    value = value_of(portfolio, record, field)
    if is_empty(value):
        return
    code = portfolio.facts(record).get("channel") if field == "channel" else None
    for one in value if isinstance(value, (list, tuple)) else (value,):
        text = as_asked(one)
        if text not in allowed and code not in allowed:
            alike = near(text, allowed)
            yield Breach(
                record,
                f"{quoted(text)} is not an allowed `{field}`{condition(requirement)}{alike.why}",
                field=field,
                found=text,
                expected=listed(allowed),
                suggestions=alike.suggestions,
                consequence=requirement["effect"],
            )


RULE = RecordRule(
    code="MT308",
    title="unknown status",
    severity="error",
    check=check,
    why=(
        "Statuses, and other values from lists, are compared to the letter: a report on `Completed` does not hold "
        "what is `completed`. `requirements` says with `values` what may stand in which field of a record. "
        "A field without a value is no matter of this rule."
    ),
    bad="requirements: [{values: {status: [Planned, Completed]}}]\nstatus: completed",
    good="requirements: [{values: {status: [Planned, Completed]}}]\nstatus: Completed",
    repair="Use a value of the list, or add the new one to it.",
    consequence="filters, reports and syncs that ask for a listed value pass the record over",
)
