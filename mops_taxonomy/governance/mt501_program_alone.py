"""MT501: program without campaign."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mops_taxonomy.finding import Suggestion
from mops_taxonomy.governance._across import named
from mops_taxonomy.governance.rule import Breach, RecordRule
from mops_taxonomy.rules._words import quoted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mops_taxonomy.matching import Match
    from mops_taxonomy.portfolio import Portfolio
    from mops_taxonomy.records import Program

__all__ = ["RULE"]

_MARKETO = "Marketo brings neither its members and their statuses nor its period costs into Salesforce"


def check(portfolio: Portfolio) -> Iterator[Breach]:
    """Every program without a campaign, or without a link to the one that it has."""
    if not portfolio.campaigns:
        return
    matching = portfolio.matches
    twice = {id(one.program) for one in matching.linked_twice}
    for program in portfolio.programs:
        if id(program) in twice or program.operational:
            continue
        for match in matching.of(program):
            if match.way != "id" and program.system in matching.links:
                yield _not_linked(match)
        if id(program) in matching.alone:
            yield _alone(program)


def _not_linked(match: Match) -> Breach:
    program, campaign = match.program, match.campaign
    return Breach(
        program,
        f"{_link(program)}; {named(campaign)} is its campaign by {match.why}",
        field="campaign_id",
        found=program.campaign_id,
        expected=f"a link to {named(campaign)}",
        suggestions=(Suggestion(campaign.id, campaign.name),) if campaign.id is not None else (),
        consequence=_marketo(program),
        certainty="certain" if match.way == "name" and match.is_sure else "likely",
    )


def _link(program: Program) -> str:
    if program.campaign_id is None:
        return "it is not linked with a campaign"
    return f"it is linked with {_called(program)}, which is not among the campaigns"


def _called(program: Program) -> str:
    name = f" {quoted(program.campaign_name)}" if program.campaign_name else ""
    return f"campaign {program.campaign_id}{name}"


def _alone(program: Program) -> Breach:
    lost = f": {_link(program)}" if program.campaign_id is not None else ""
    return Breach(
        program,
        f"no campaign corresponds to it{lost}",
        field="campaign_id",
        found=program.campaign_id,
        expected="a campaign of the same name",
        consequence=_marketo(program),
    )


def _marketo(program: Program) -> str | None:
    return _MARKETO if program.system == "marketo" else None


RULE = RecordRule(
    code="MT501",
    title="program without campaign",
    severity="warning",
    check=check,
    why=(
        "A program and its campaign are one thing in two systems. What marketing automation alone knows of is "
        "missing in every report of the CRM. Operational programs are left out: no campaign is made for them. "
        "Whether a link is missing is judged only where the export holds the links of other programs."
    ),
    bad="marketo program 1110: 20260324_EMEA_WBN_Robotics, and no such campaign in Salesforce",
    good="marketo program 1110: 20260324_EMEA_WBN_Robotics, linked with campaign 701Hn000000aBcDEAU of that name",
    repair="Make the campaign, or link the program with the one that there is.",
    consequence="reports of the CRM do not know of it",
)
