"""Members and the channels whose statuses they have."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mops_taxonomy.portfolio import Portfolio
    from mops_taxonomy.records import Channel, Member, MemberStatus, Record

__all__ = ["found", "placed", "possible"]


def placed(portfolio: Portfolio) -> Iterator[tuple[Member, Channel]]:
    """Every member whose channel is known and has statuses: its own, else that of its program or campaign."""
    programs = _programs(portfolio) if portfolio.members else {}
    for member in portfolio.members:
        channel = portfolio.channel(member)
        if channel is None and member.channel is None and member.program is not None:
            record = programs.get((member.system, member.program)) or programs.get((None, member.program))
            channel = portfolio.channel(record) if record is not None else None
        if channel is not None and channel.statuses:
            yield member, channel


def _programs(portfolio: Portfolio) -> dict[tuple[str | None, str], Record]:
    """The records by id and by name, in their system and anywhere; of several, the first."""
    found: dict[tuple[str | None, str], Record] = {}
    for record in portfolio.records:
        for key in filter(None, (record.id, record.name)):
            found.setdefault((record.system, key), record)
            found.setdefault((None, key), record)
    return found


def found(channel: Channel, name: str, member: Member) -> MemberStatus | None:
    """The status of the channel with exactly this spelling, for the member's variant if there is one for it."""
    return channel.status(name, member.variant, member.system)


def possible(channel: Channel, member: Member) -> tuple[MemberStatus, ...]:
    """The statuses that the member can have; those of every variant, where its variant is not known."""
    return channel.statuses if member.variant is None else channel.statuses_for(member.variant)
