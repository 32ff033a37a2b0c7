"""Fields of records, as requirements ask for them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from mops_taxonomy.conditions import undecided
from mops_taxonomy.records import Program

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mops_taxonomy.portfolio import Portfolio
    from mops_taxonomy.records import Record

__all__ = ["condition", "is_empty", "required", "value_of"]

Requirement = Mapping[str, Any]


def required(portfolio: Portfolio) -> Iterator[tuple[Record, list[Requirement]]]:
    """Every record with the requirements that it must meet.

    What is not known of a record is not as a requirement asks for it: nothing is required on a guess.
    """
    requirements: list[Requirement] = portfolio.resolved["requirements"]
    if not requirements:
        return
    for record in portfolio.records:
        facts = portfolio.facts(record)
        fitting = [
            one
            for one in requirements
            if one["object"] in {None, record.object} and undecided(one["when"], facts) == {}
        ]
        if fitting:
            yield record, fitting


def condition(requirement: Requirement) -> str:
    """` where `channel` is `DM``; nothing where it is required of all."""
    from mops_taxonomy.rules._words import one_of

    asked = " and ".join(f"`{key}` is {one_of(values)}" for key, values in requirement["when"].items())
    return f" where {asked}" if asked else ""


def value_of(portfolio: Portfolio, record: Record, field: str) -> Any:
    """The value of a field: an attribute (`goal.metric` of another), `tags.Region`, or what the system holds besides.

    A field of the system is found under its own key and under that key in lower case with underscores.
    """
    first, _, inner = field.partition(".")
    if isinstance(record, Program) and inner and first == "tags":
        return next((tag.value for tag in record.tags or () if tag.type == inner), None)
    if first in type(record).model_fields and first != "other":
        value = getattr(record, first)
        return getattr(value, inner, None) if inner else value
    if field == "cost" and isinstance(record, Program):
        return record.cost
    value = record.other.get(field)
    return portfolio.facts(record).get(field) if value is None else value


def is_empty(value: Any) -> bool:
    """Whether there is no value."""
    return value is None or (hasattr(value, "__len__") and not len(value)) or str(value).isspace()
