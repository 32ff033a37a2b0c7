"""MT601: derived name differs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from mops_taxonomy.derived import derived
from mops_taxonomy.finding import Suggestion
from mops_taxonomy.governance.rule import Breach, RecordRule
from mops_taxonomy.portfolio import snake
from mops_taxonomy.rules._words import quoted

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from mops_taxonomy.convention import Convention
    from mops_taxonomy.derived import Derived, Option
    from mops_taxonomy.portfolio import Portfolio
    from mops_taxonomy.records import Record

__all__ = ["RULE"]


def check(portfolio: Portfolio) -> Iterator[Breach]:
    """Fields of records that follow from the name and differ from what it gives."""
    for record in portfolio.records:
        convention = _convention(portfolio, record)
        if convention is None:
            continue
        known = portfolio.facts(record)
        for one in derived(convention.spec["derived"], record.name, known).values():
            value = _held(record, one.field, known)
            if value:
                yield from _compared(record, one, value)


def _convention(portfolio: Portfolio, record: Record) -> Convention | None:
    """The convention of the name; of a wrong name among several it is not known."""
    conventions = portfolio.conventions(record)
    if not any(one.spec["derived"] for one in conventions):
        return None
    if len(conventions) > 1 and portfolio.name(record) is None:
        return None
    return portfolio.convention(record)


def _held(record: Record, field: str, known: Mapping[str, str]) -> str:
    """What the record holds in the field, as text; empty where it holds nothing."""
    if field in type(record).model_fields:
        value: Any = getattr(record, field)
        return "" if value is None else str(value)
    return known.get(field) or known.get(snake(field)) or ""


def _compared(record: Record, one: Derived, value: str) -> Iterator[Breach]:
    differing = [option for option in one.options if option.text != value]
    if not differing:
        return
    texts = tuple(dict.fromkeys(option.text for option in differing))
    # A value that is none of them is right only where the field may be free.
    unknown = len(differing) < len(one.options) or not one.settled
    yield Breach(
        record,
        _unknown(one, value) if unknown else _certain(one.field, value, texts),
        field=one.field,
        found=value,
        expected=" or ".join(map(quoted, texts)),
        suggestions=tuple(map(Suggestion, texts)),
        consequence=next((option.effect for option in differing if option.effect), None),
        severity="warning" if unknown else None,
        certainty="unknown" if unknown else None,
    )


def _certain(field: str, value: str, texts: tuple[str, ...]) -> str:
    return f"`{field}` is {quoted(value)}, but the name gives {' or '.join(map(quoted, texts))}"


def _unknown(one: Derived, value: str) -> str:
    told = [f"{_condition(option)} it gives {quoted(option.text)}" for option in one.options if option.asked]
    last = f"it gives {quoted(one.options[-1].text)}" if one.settled else "nothing is asked"
    return f"`{one.field}` is {quoted(value)}, which may be wrong: {', '.join(told)}; else {last}"


def _condition(option: Option) -> str:
    asked = (
        f"the record's `{key}` is {' or '.join(map(quoted, values))}" for key, values in option.asked.items()
    )
    return f"if {' and '.join(asked)},"


RULE = RecordRule(
    code="MT601",
    title="derived name differs",
    severity="error",
    check=check,
    why=(
        "Some fields of a record follow from its name: tracking parameters, landing pages, lists. Reports put "
        "records and clicks together by these texts, letter by letter; one that differs is not counted."
    ),
    bad="""\
derived: {utm_campaign: [{template: "{}fmm", change: [lower, {keep: a-z0-9}]}]}
campaign: {name: 20260324_Best-Event, other: {utm_campaign: 20260324bestevent}}
""",
    good="""\
derived: {utm_campaign: [{template: "{}fmm", change: [lower, {keep: a-z0-9}]}]}
campaign: {name: 20260324_Best-Event, other: {utm_campaign: 20260324besteventfmm}}
""",
    repair=(
        "Write what the name gives, and change the links that carry the old text; if the name is wrong, put that "
        "right first."
    ),
)
