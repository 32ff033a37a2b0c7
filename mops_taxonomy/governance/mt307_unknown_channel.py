"""MT307: unknown channel."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mops_taxonomy.finding import Suggestion
from mops_taxonomy.governance._spelling import listed, near
from mops_taxonomy.governance.rule import Breach, RecordRule
from mops_taxonomy.rules._words import quoted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mops_taxonomy.portfolio import Portfolio
    from mops_taxonomy.records import Record

__all__ = ["RULE"]


def check(portfolio: Portfolio) -> Iterator[Breach]:
    """Look up the channel of each record as its system spells it."""
    spellings: dict[str | None, tuple[str, ...]] = {}
    for record in portfolio.records if portfolio.declared else ():
        if not record.channel:
            continue
        code = portfolio.channel_spelt(record.channel, record.system)
        if record.system not in spellings:
            spellings[record.system] = tuple(
                one.written(record.system) for one in portfolio.declared.values()
            )
        if code is None:
            yield _unknown(portfolio, record, record.channel, spellings[record.system])
        else:
            yield from _spelt_otherwise(portfolio, record, record.channel, code)


def _unknown(portfolio: Portfolio, record: Record, channel: str, allowed: tuple[str, ...]) -> Breach:
    alike = near(channel, allowed)
    meant = _by_alias(portfolio, record, channel)
    why = f"; it is an alias of {quoted(meant)}" if meant is not None else alike.why
    first = (Suggestion(meant),) if meant is not None else ()
    return Breach(
        record,
        f"{quoted(channel)} is not a channel of the taxonomy{why}",
        field="channel",
        found=channel,
        expected=listed(allowed),
        suggestions=tuple(dict.fromkeys((*first, *alike.suggestions))),
    )


def _by_alias(portfolio: Portfolio, record: Record, channel: str) -> str | None:
    """The channel that people also call so, as the system spells it."""
    specs = portfolio.resolved["channels"].items()
    codes = (code for code, spec in specs if channel in spec["aliases"])
    return next((portfolio.declared[code].written(record.system) for code in codes), None)


def _spelt_otherwise(portfolio: Portfolio, record: Record, channel: str, code: str) -> Iterator[Breach]:
    """A channel in another spelling than the taxonomy gives for this very system."""
    right = portfolio.declared[code].codes.get(record.system or "")
    if right is not None and right != channel:
        yield Breach(
            record,
            f"{quoted(channel)} is not how {record.system} spells the channel `{code}`, which is {quoted(right)} there",
            field="channel",
            found=channel,
            expected=quoted(right),
            suggestions=(Suggestion(right),),
        )


RULE = RecordRule(
    code="MT307",
    title="unknown channel",
    severity="error",
    check=check,
    why=(
        "The channel of a program decides which statuses its members can have, which of them count as success, and to "
        "which campaign it belongs in the CRM. One that the taxonomy does not know is governed by nothing. A channel "
        "is known by its spelling in the system, else by its label or its code, always to the letter."
    ),
    bad="channels: {WBN: {label: Webinar}}\nprogram: {channel: Webinars}",
    good="channels: {WBN: {label: Webinar}}\nprogram: {channel: Webinar}",
    repair=(
        "Marketo gives a program its channel once: clone it into a program of the right channel. A channel that is "
        "missing from the taxonomy is added there, with its statuses."
    ),
    consequence="statuses, type and attribution of the program cannot be checked, and reports by channel leave it out",
)
