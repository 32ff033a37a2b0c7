"""What the channels of the taxonomy say of records."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from mops_taxonomy.portfolio import Portfolio
    from mops_taxonomy.records import Channel, Record

__all__ = ["Types", "own_channel"]


class Types:
    """The types of programs, or of campaigns, that the channels have.

    Attributes:
        listed: every type, in the order of the channels.
        silent: how many channels do not say their type.
    """

    def __init__(self, portfolio: Portfolio, kind: str) -> None:
        self._portfolio = portfolio
        self._key: Literal["program_type", "campaign_type"] = (
            "program_type" if kind == "program" else "campaign_type"
        )
        found = [self._type(channel) for channel in portfolio.declared.values()]
        self.listed = tuple(dict.fromkeys(one for one in found if one is not None))
        self.silent = found.count(None)

    def _type(self, channel: Channel) -> str | None:
        return channel.program_type if self._key == "program_type" else channel.campaign_type

    def of(self, record: Record) -> str | None:
        """The type that a record has by its channel; None where that is not known."""
        channel = own_channel(self._portfolio, record)
        return self._type(channel) if channel is not None else None


def own_channel(portfolio: Portfolio, record: Record) -> Channel | None:
    """The channel that a record states or its name holds: not one that is only guessed from its type."""
    code = portfolio.channel_spelt(record.channel, record.system)
    if code is None and record.channel is None:
        code = portfolio.channel_named(record)
    return portfolio.declared.get(code) if code is not None else None
