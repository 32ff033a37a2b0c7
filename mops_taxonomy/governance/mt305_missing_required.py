"""MT305: a required field is missing."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING, Any

from mops_taxonomy.conditions import as_asked
from mops_taxonomy.governance._fields import condition, is_empty, required, value_of
from mops_taxonomy.governance.rule import Breach, RecordRule
from mops_taxonomy.rules._words import quoted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mops_taxonomy.governance._fields import Requirement
    from mops_taxonomy.portfolio import Portfolio
    from mops_taxonomy.records import Record

__all__ = ["RULE"]


def check(portfolio: Portfolio) -> Iterator[Breach]:
    """Ask each record for the fields that it must have; each field is complained of once."""
    for record, requirements in required(portfolio):
        told: set[str] = set()
        for requirement in requirements:
            for breach in _missed(portfolio, record, requirement):
                if breach.field not in told:
                    told.add(str(breach.field))
                    yield breach


def _missed(portfolio: Portfolio, record: Record, requirement: Requirement) -> Iterator[Breach]:
    least: dict[str, str] = requirement["min"]
    for field in dict.fromkeys([*requirement["fields"], *least]):
        value = value_of(portfolio, record, field)
        fault = "is missing" if is_empty(value) else _too_little(value, least.get(field))
        if fault is not None:
            asked = f"at least {least[field]} is required" if field in least else "it is required"
            yield Breach(
                record,
                f"`{field}` {fault}; {asked}{condition(requirement)}",
                field=field,
                found=None if is_empty(value) else as_asked(value),
                expected=f"{least[field]} or more" if field in least else "a value",
                consequence=requirement["effect"],
            )


def _too_little(value: Any, least: str | None) -> str | None:
    """What is wrong with an amount."""
    if least is None:
        return None
    try:
        number = Decimal(as_asked(value))
    except InvalidOperation:
        number = Decimal("NaN")
    if number.is_nan():
        return f"is {quoted(as_asked(value))}, which is no number"
    return f"is {value}" if number < Decimal(least) else None


RULE = RecordRule(
    code="MT305",
    title="required field missing",
    severity="error",
    check=check,
    why=(
        "What the taxonomy requires of records, all or those of a channel, somebody downstream counts on. "
        "`requirements` names the fields, and the least amount where there is one. A requirement with a condition "
        "is asked only of records that are known to meet the condition."
    ),
    bad="channel: DM\nbudgeted_cost: 0",
    good="channel: DM\nbudgeted_cost: 250",
    repair="Fill in the field.",
)
