"""MT315: the type is not that of the channel."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mops_taxonomy.finding import Suggestion
from mops_taxonomy.governance._channels import Types, own_channel
from mops_taxonomy.governance.rule import Breach, RecordRule
from mops_taxonomy.rules._words import quoted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mops_taxonomy.portfolio import Portfolio

__all__ = ["RULE"]


def check(portfolio: Portfolio) -> Iterator[Breach]:
    """Compare the type of each record with that of its channel; types that no channel has are MT306."""
    types = {kind: Types(portfolio, kind) for kind in ("program", "campaign")}
    for record in portfolio.records:
        known = types[record.object]
        if record.type not in known.listed:
            continue
        channel, wanted = own_channel(portfolio, record), known.of(record)
        if channel is not None and wanted is not None and wanted != record.type:
            yield Breach(
                record,
                f"the type {quoted(record.type)} is not that of the channel `{channel.name}`: {quoted(wanted)}",
                field="type",
                found=record.type,
                expected=quoted(wanted),
                suggestions=(Suggestion(wanted),),
            )


RULE = RecordRule(
    code="MT315",
    title="type of another channel",
    severity="error",
    check=check,
    why=(
        "A channel has one type of program and one type of campaign. A webinar in a program of the type `email` cannot "
        "take what the webinar platform sends, and a campaign of another type than its name says is counted twice by "
        "those who read both."
    ),
    bad="channels: {WBN: {program_type: event}}\nprogram: {channel: WBN, type: email}",
    good="channels: {WBN: {program_type: event}}\nprogram: {channel: WBN, type: event}",
    repair="Correct the type where the system allows it, else make it anew; or correct the channel in the name.",
    consequence="reports by type and reports by channel count it in different places",
)
