"""MT312: marketing on an operational program."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mops_taxonomy.governance._messages import sent
from mops_taxonomy.governance.rule import Breach, RecordRule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mops_taxonomy.portfolio import Portfolio

__all__ = ["RULE"]


def check(portfolio: Portfolio) -> Iterator[Breach]:
    """Find marketing that goes out the way of messages that nobody can unsubscribe from."""
    for one in sent(portfolio):
        if one.message != "marketing":
            continue
        if one.operational:
            but = "the program is operational: it also reaches people who unsubscribed"
        elif one.carries not in {None, "marketing"}:
            but = f"its channel `{one.channel}` is for {one.carries} messages"
        else:
            continue
        yield Breach(
            one.record,
            f"{one.said} marketing, and {but}",
            field="operational" if one.operational else "message",
            found="marketing",
            expected="marketing only where people can unsubscribe, and have not",
        )


RULE = RecordRule(
    code="MT312",
    title="marketing on an operational program",
    severity="error",
    check=check,
    why=(
        "Operational programs reach people who have unsubscribed: that is what they are for. Marketing sent through "
        "one reaches people who have said no, which the law on unsolicited mail forbids in many countries."
    ),
    bad="message: marketing\noperational: true",
    good="message: marketing\noperational: false",
    repair="Send it from a program that is not operational, or on a channel for marketing.",
    consequence="people who unsubscribed get marketing",
)
