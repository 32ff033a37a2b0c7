"""MT504: campaign type is not that of the channel."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mops_taxonomy.finding import Suggestion
from mops_taxonomy.governance._across import certainty, differing, is_synced, named
from mops_taxonomy.governance.rule import Breach, RecordRule
from mops_taxonomy.matching.differing import types
from mops_taxonomy.rules._words import quoted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mops_taxonomy.finding import Finding
    from mops_taxonomy.governance.rule import Told
    from mops_taxonomy.portfolio import Portfolio

__all__ = ["RULE"]

_MARKETO = "Marketo writes the type of a campaign from the channel of its program, and never the other way"


def check(portfolio: Portfolio) -> Iterator[Breach]:
    """Every campaign whose type is not the one that the taxonomy gives the channel of its program."""
    for match, difference in differing(portfolio, types):
        channel = portfolio.channel(match.program)
        shown = quoted(channel.written(match.program.system)) if channel is not None else "its channel"
        yield Breach(
            match.campaign,
            f"the type is {quoted(difference.old)}, and campaigns of {shown}, the channel of "
            f"{named(match.program)}, are {quoted(difference.new)}",
            field="type",
            found=difference.old,
            expected=difference.new,
            suggestions=(Suggestion(difference.new),),
            consequence=_MARKETO if is_synced(match) else None,
            certainty=certainty(match),
        )


def needless(told: Told) -> Iterator[Finding]:
    """The type that the record itself should have is told by MT306 or MT315; where it is another, by this rule."""
    wanted = {one.expected for one in told.by("MT504")}
    is_own = any(
        one.certainty == "certain" and one.suggestions and one.suggestions[0].text in wanted
        for one in told.by("MT306", "MT315")
    )
    yield from told.by("MT504" if is_own else "MT306")


RULE = RecordRule(
    code="MT504",
    title="type differs",
    severity="error",
    check=check,
    why=(
        "The channel of the program says how people are reached, and the type of the campaign says it in the CRM. The "
        "taxonomy states which type belongs to which channel (`campaign_type`)."
    ),
    bad="program of channel Webinar, campaign of type Email",
    good="program of channel Webinar, campaign of type Webinar",
    repair="Set the type of the campaign; if the channel is wrong, the program has to be made anew in Marketo.",
    consequence="reports by campaign type count it in the wrong place",
    needless=needless,
)
