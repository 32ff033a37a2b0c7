"""MT511: two programs linked with one campaign."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mops_taxonomy.finding import Suggestion
from mops_taxonomy.governance._across import named
from mops_taxonomy.governance.rule import Breach, RecordRule
from mops_taxonomy.rules._words import quoted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mops_taxonomy.matching import LinkedTwice, Matching
    from mops_taxonomy.portfolio import Portfolio

__all__ = ["RULE"]

_MARKETO = "Marketo links one program with one campaign"


def check(portfolio: Portfolio) -> Iterator[Breach]:
    """Every program linked with a campaign that is another's."""
    for twice in portfolio.matches.linked_twice:
        yield _breach(twice, portfolio.matches)


def _breach(twice: LinkedTwice, matching: Matching) -> Breach:
    program, campaign, other = twice
    own = next((match.campaign for match in matching.of(program)), None)
    more = f"; by its name its own would be {named(own)}" if own is not None else ""
    return Breach(
        program,
        f"it is linked with {named(campaign)} {quoted(campaign.name)}, and so is {named(other)}{more}",
        field="campaign_id",
        found=program.campaign_id,
        expected="a campaign of its own",
        suggestions=(Suggestion(own.id, own.name),) if own is not None and own.id is not None else (),
        consequence=_MARKETO if program.system == "marketo" else None,
    )


RULE = RecordRule(
    code="MT511",
    title="campaign linked twice",
    severity="error",
    check=check,
    why=(
        "A cloned program that keeps the link of its model brings its members and costs into a campaign that belongs "
        "to another. The campaign's own is the program that it names, else the one with its name, else the first."
    ),
    bad="programs 1110 and 1742, both linked with campaign 701Hn000000aBcDEAU",
    good="program 1110 linked with campaign 701Hn000000aBcDEAU, program 1742 with a campaign of its own",
    repair="Make a campaign for the second program, and link the program with it.",
    consequence="results of two programs are counted as those of one",
)
