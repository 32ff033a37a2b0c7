"""What kind of message a record sends, and who says so."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from mops_taxonomy.records import Program

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mops_taxonomy.portfolio import Portfolio
    from mops_taxonomy.records import Record

__all__ = ["Sent", "sent"]


class Sent(NamedTuple):
    """What a record says it sends, and what else is known about that.

    Attributes:
        record: the record.
        message: its message; where it does not say, that of its channel.
        said: who says so, in words.
        channel: the code of the channel, where it carries messages of another kind than the record says.
        carries: that kind.
        operational: whether the program also reaches people who unsubscribed; None where that is not known.
    """

    record: Record
    message: str
    said: str
    channel: str | None
    carries: str | None
    operational: bool | None


def sent(portfolio: Portfolio) -> Iterator[Sent]:
    """Every record whose kind of message is known, by itself or by its channel."""
    for record in portfolio.records:
        channel = portfolio.channel(record)
        carries = channel.message if channel is not None else None
        message = record.message or carries
        if message is None:
            continue
        said = f"the {record.object} sends"
        if record.message is None and channel is not None:
            said = f"the channel `{channel.name}` carries"
        operational = record.operational if isinstance(record, Program) else None
        yield Sent(record, message, said, channel.name if channel is not None else None, carries, operational)
