"""MT316: a member status is too long."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mops_taxonomy.governance.rule import Breach, RecordRule
from mops_taxonomy.rules._words import quoted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mops_taxonomy.portfolio import Portfolio
    from mops_taxonomy.records import Campaign, Channel, Member

__all__ = ["RULE"]

_MOST = 40


def check(portfolio: Portfolio) -> Iterator[Breach]:
    """Measure the statuses of campaigns, channels and members."""
    for campaign in portfolio.campaigns:
        for status in campaign.member_statuses or ():
            yield from _measured(campaign, status.name)
    for channel in portfolio.channels:
        for status in channel.statuses:
            yield from _measured(channel, status.written("salesforce"))
    for member in portfolio.members:
        yield from _measured(member, member.status)


def _measured(record: Campaign | Channel | Member, status: str) -> Iterator[Breach]:
    if len(status) > _MOST:
        # Only Salesforce is known to have the limit; a status of another system meets it when members are synced.
        elsewhere = record.system not in {None, "salesforce"}
        yield Breach(
            record,
            f"the member status {quoted(status)} has {len(status)} characters; Salesforce holds {_MOST}",
            field="status",
            found=status,
            expected=f"at most {_MOST} characters",
            severity="warning" if elsewhere else None,
        )


RULE = RecordRule(
    code="MT316",
    title="status too long",
    severity="error",
    check=check,
    why=(
        "Salesforce lets the label of a member status be longer than the field of the member that it goes into, which "
        "has 40 characters. In a system that does not sync with Salesforce there is no harm: there it is a warning."
    ),
    bad="campaign: {member_statuses: [{name: Attended the on-demand recording within 30 days}]}",
    good="campaign: {member_statuses: [{name: Attended On-demand}]}",
    repair="Shorten the label, in every system that exchanges it.",
    consequence="no member can have the status as it is declared, and what is not alike to the letter does not sync",
)
