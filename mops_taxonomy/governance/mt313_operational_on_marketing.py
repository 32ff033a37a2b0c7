"""MT313: an operational message on a marketing program."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mops_taxonomy.governance._messages import sent
from mops_taxonomy.governance.rule import Breach, RecordRule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mops_taxonomy.portfolio import Portfolio

__all__ = ["RULE"]


def check(portfolio: Portfolio) -> Iterator[Breach]:
    """Find messages that everybody has to get and that go out as marketing."""
    for one in sent(portfolio):
        if one.message == "marketing":
            continue
        if one.operational is False:
            but = "the program is not operational: it does not reach people who unsubscribed"
        elif one.carries == "marketing":
            but = f"its channel `{one.channel}` is for marketing"
        else:
            continue
        yield Breach(
            one.record,
            f"{one.said} {one.message} messages, and {but}",
            field="operational" if one.operational is False else "message",
            found=one.message,
            expected="an operational program on a channel for such messages",
        )


RULE = RecordRule(
    code="MT313",
    title="operational message on a marketing program",
    severity="error",
    check=check,
    why=(
        "A receipt, or a notice that a service will be down, is for everybody whom it concerns. A marketing program "
        "leaves out who has unsubscribed, and puts under the message a link by which the others unsubscribe from "
        "marketing when they only meant the notice."
    ),
    bad="message: transactional\noperational: false",
    good="message: transactional\noperational: true",
    repair="Send it from an operational program, or call it marketing if that is what it is.",
    consequence="people who unsubscribed from marketing do not get the message",
)
