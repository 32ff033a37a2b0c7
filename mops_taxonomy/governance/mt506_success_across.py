"""MT506: success here, no response there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mops_taxonomy.governance._across import certainty, named
from mops_taxonomy.governance._shared_statuses import SharedStatuses, spellings
from mops_taxonomy.governance.rule import Breach, RecordRule
from mops_taxonomy.rules._words import one_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mops_taxonomy.matching import Match
    from mops_taxonomy.portfolio import Portfolio

__all__ = ["RULE"]


def check(portfolio: Portfolio) -> Iterator[Breach]:
    """Every campaign in which a status counts as a response, and should not; or the reverse."""
    shared = SharedStatuses(portfolio)
    for match in portfolio.matches.matches:
        there = {one.name: one.responded for one in match.campaign.member_statuses or ()}
        apart: dict[bool, list[str]] = {True: [], False: []}
        for status in shared.of(match.program) if there else ():
            wanted = shared.is_response(match.program, status)
            for label in spellings(match, status):
                responded = there.get(label)
                if wanted is not None and responded is not None and responded is not wanted:
                    apart[wanted].append(label)
        if apart[True] or apart[False]:
            yield _breach(match, apart[True], apart[False])


def _breach(match: Match, more: list[str], fewer: list[str]) -> Breach:
    said = ((more, "should count", "responded"), (fewer, "should not count", "not responded"))
    parts = [f"{one_of(labels, 'and')} {should}" for labels, should, _ in said if labels]
    return Breach(
        match.campaign,
        f"what counts as a response is not what succeeds in {named(match.program)}: {'; '.join(parts)}",
        field="member_statuses",
        found=", ".join((*more, *fewer)),
        expected="; ".join(f"{', '.join(labels)} {state}" for labels, _, state in said if labels),
        certainty=certainty(match),
    )


RULE = RecordRule(
    code="MT506",
    title="success and response differ",
    severity="warning",
    check=check,
    why=(
        "Success in the program and responses in the campaign are compared as if they were one figure. Where the "
        "taxonomy says of a channel which statuses are responses, that holds; else a success is a response. Only "
        "statuses that both spell alike are compared."
    ),
    bad="program: Attended is a success; campaign: Attended is no response",
    good="program: Attended is a success; campaign: Attended is a response",
    repair="Change `Responded` of the member status in the campaign.",
    consequence="the two systems count different people for the same result",
)
