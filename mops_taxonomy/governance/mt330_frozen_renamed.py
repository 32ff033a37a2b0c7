"""MT330: a frozen name was changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mops_taxonomy.finding import Suggestion
from mops_taxonomy.governance.rule import Breach, RecordRule
from mops_taxonomy.rules._words import quoted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mops_taxonomy.portfolio import Portfolio
    from mops_taxonomy.records import Program, Record
    from mops_taxonomy.waivers import Waiver

__all__ = ["RULE"]


def check(portfolio: Portfolio) -> Iterator[Breach]:
    """Compare the names of both sides of a link where the name of one of them is frozen."""
    freezes = portfolio.freezes
    for record, other in _linked(portfolio) if freezes else ():
        waiver = freezes.of(record, other)
        if waiver is None:
            continue
        if freezes.of(record) is None:
            yield _renamed(record, other, waiver)
        elif record.object == "program":
            yield _differing(record, other, waiver)


def _linked(portfolio: Portfolio) -> Iterator[tuple[Record, str]]:
    """Every record that has another name than the record that it is linked with, and that other name."""
    for program in portfolio.programs:
        campaign = _campaign(portfolio, program)
        other = campaign.name if campaign is not None else program.campaign_name
        if other is not None and other != program.name:
            yield program, other
            if campaign is not None:
                yield campaign, program.name


def _campaign(portfolio: Portfolio, program: Program) -> Record | None:
    """The campaign that the program is linked with, if it is among the records."""
    if program.campaign_id is None:
        return None
    return portfolio.by_id.get(("salesforce", "campaign", program.campaign_id))


def _renamed(record: Record, other: str, waiver: Waiver) -> Breach:
    """The record had the frozen name once: its other side has it still."""
    return Breach(
        record,
        f"the name {quoted(other)} is frozen and was changed into {quoted(record.name)}; {_by(waiver)}",
        field="name",
        found=record.name,
        expected=f"{quoted(other)} on both sides",
        suggestions=(Suggestion(other),),
    )


def _differing(record: Record, other: str, waiver: Waiver) -> Breach:
    """The waiver holds for either name: there is no telling which one is new."""
    return Breach(
        record,
        f"the name is frozen, and the linked campaign is called {quoted(other)}: one of the two was renamed; "
        f"{_by(waiver)}",
        field="name",
        found=record.name,
        expected="one name on both sides",
        certainty="unknown",
    )


def _by(waiver: Waiver) -> str:
    until = f" until {waiver.window.until}" if waiver.window.until is not None else ""
    return f"{waiver.owner} froze it{until}"


RULE = RecordRule(
    code="MT330",
    title="frozen name changed",
    severity="error",
    check=check,
    why=(
        "A waiver with `frozen: true` says that a name must stay as it is, though its date has moved or its convention "
        "has changed: something outside finds the record by this name. A rename shows where the two sides of a "
        "link differ and the old name is still on one of them. When the waiver goes by other things than names, it is "
        "not known which of the two was renamed."
    ),
    bad="waivers: [{names: [20260324_A], frozen: true}]\nprogram: {name: 20260401_A, campaign_name: 20260324_A}",
    good="waivers: [{names: [20260324_A], frozen: true}]\nprogram: {name: 20260324_A, campaign_name: 20260324_A}",
    repair="Rename it back, or end the waiver with its owner's consent.",
    consequence="what finds the record by its name does not find it any more",
)
