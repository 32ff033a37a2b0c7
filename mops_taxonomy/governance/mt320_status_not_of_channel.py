"""MT320: not a status of the channel."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mops_taxonomy.governance._members import found, placed, possible
from mops_taxonomy.governance._spelling import listed, near
from mops_taxonomy.governance.rule import Breach, RecordRule
from mops_taxonomy.rules._words import one_of, quoted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mops_taxonomy.portfolio import Portfolio
    from mops_taxonomy.records import Channel, Member

__all__ = ["RULE"]


def check(portfolio: Portfolio) -> Iterator[Breach]:
    """Look up the status of each member among those of its channel, to the letter."""
    for member, channel in placed(portfolio):
        if found(channel, member.status, member) is None:
            yield _breach(portfolio, member, channel)


def _breach(portfolio: Portfolio, member: Member, channel: Channel) -> Breach:
    allowed = tuple(dict.fromkeys(one.written(member.system) for one in possible(channel, member)))
    alike = near(member.status, allowed)
    where = f" in {member.system}" if member.system is not None else ""
    notes = [note for note in (_elsewhere(member, channel), _of_others(portfolio, member, channel)) if note]
    return Breach(
        member,
        f"{quoted(member.status)} is not a status of {_called(channel)}{where}{alike.why}"
        + "".join(f"; {note}" for note in notes),
        field="status",
        found=member.status,
        expected=listed(allowed),
        suggestions=alike.suggestions,
    )


def _called(channel: Channel) -> str:
    return f"the channel `{channel.name}`"


def _elsewhere(member: Member, channel: Channel) -> str | None:
    """The systems that spell a status of this channel so."""
    systems = [
        system
        for status in channel.statuses
        for system, spelling in status.codes.items()
        if spelling == member.status
    ]
    if not systems:
        return None
    return (
        f"{one_of(tuple(dict.fromkeys(systems)), 'and')} {'spells' if len(systems) == 1 else 'spell'} it so"
    )


def _of_others(portfolio: Portfolio, member: Member, channel: Channel) -> str | None:
    """The channels that have such a status."""
    others = [
        other.name
        for other in portfolio.declared.values()
        if other is not channel and other.status(member.status, None, member.system) is not None
    ]
    return f"it is a status of {one_of(tuple(others), 'and')}" if others else None


RULE = RecordRule(
    code="MT320",
    title="not a status of the channel",
    severity="error",
    check=check,
    why=(
        "Each channel has its own list of statuses, and a status is found by its exact letters: `Attended On-Demand` "
        "is not `Attended On-demand`. Lists of other systems are no guide, since they may spell it the way of another "
        "channel."
    ),
    bad="channel: Webcast\nstatus: Attended On-Demand",
    good="channel: Webcast\nstatus: Attended On-demand",
    repair="Write it as the channel has it. Nothing does so by itself: the nearest is not always the one meant.",
    consequence="the row is refused or skipped, and the person's response is not counted",
)
