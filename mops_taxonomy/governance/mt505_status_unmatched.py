"""MT505: member statuses do not match."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mops_taxonomy.governance._across import certainty, is_synced, named
from mops_taxonomy.governance._shared_statuses import SharedStatuses, nearly, spellings
from mops_taxonomy.governance.rule import Breach, RecordRule
from mops_taxonomy.rules._words import one_of, quoted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mops_taxonomy.matching import Match
    from mops_taxonomy.portfolio import Portfolio
    from mops_taxonomy.records import MemberStatus

__all__ = ["RULE"]

_MARKETO = "Marketo and Salesforce exchange a status only where both labels are equal to the letter: these do not sync"


def check(portfolio: Portfolio) -> Iterator[Breach]:
    """Every campaign that lacks a status of its program, or spells it in another way."""
    shared = SharedStatuses(portfolio)
    for match in portfolio.matches.matches:
        labels = match.campaign.member_statuses
        if labels is None:
            continue
        there = {one.name for one in labels}
        lost = [one for one in shared.of(match.program) if there.isdisjoint(spellings(match, one))]
        if lost:
            yield _breach(shared, match, lost)


def _breach(shared: SharedStatuses, match: Match, lost: list[MemberStatus]) -> Breach:
    program, campaign = match.program, match.campaign
    wanted = [one.written(program.system) for one in shared.of(program)]
    # A label that already stands for one status is no misspelling of another.
    free = [one.name for one in campaign.member_statuses or () if one.name not in wanted]
    near = {label: nearly(label, free) for one in lost for label in [one.written(program.system)]}
    missing = [label for label, spelt in near.items() if spelt is None]
    parts = [f"{quoted(label)} is spelt {quoted(spelt)} here" for label, spelt in near.items() if spelt]
    if missing:
        parts.append(f"{one_of(missing, 'and')} {'is' if len(missing) == 1 else 'are'} missing")
    channel = shared.channel(program)
    return Breach(
        campaign,
        f"the member statuses are not those of {quoted(channel.label or channel.name) if channel else 'the channel'} "
        f"as {named(program)} has them: {'; '.join(parts)}",
        field="member_statuses",
        found=", ".join(spelt for spelt in near.values() if spelt) or None,
        expected=", ".join(wanted),
        consequence=_MARKETO if is_synced(match) else None,
        certainty=certainty(match),
    )


RULE = RecordRule(
    code="MT505",
    title="member statuses do not match",
    severity="error",
    check=check,
    why=(
        "The status of a member travels between the systems by its label. Marketo and Salesforce exchange it only "
        "where the label is the same to the letter, capitals and hyphens included. Statuses that only the campaign "
        "has are left alone, and so are hidden ones and those of another variant."
    ),
    bad="program: Registered, Attended On-demand; campaign: Registered, Attended On-Demand",
    good="program: Registered, Attended On-demand; campaign: Registered, Attended On-demand",
    repair="Add or rename the member statuses of the campaign. Members who have a misspelt one have to be moved.",
    consequence="members do not get these statuses in the CRM",
)
