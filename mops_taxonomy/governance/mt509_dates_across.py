"""MT509: dates differ."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mops_taxonomy.governance._across import certainty, named
from mops_taxonomy.governance.rule import Breach, RecordRule
from mops_taxonomy.matching.differing import dates

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mops_taxonomy.finding import Finding
    from mops_taxonomy.governance.rule import Told
    from mops_taxonomy.matching import Match
    from mops_taxonomy.matching.differing import Difference
    from mops_taxonomy.portfolio import Portfolio

__all__ = ["RULE"]

_VERBS = {"start": "starts", "end": "ends"}


def check(portfolio: Portfolio) -> Iterator[Breach]:
    """Every campaign that starts or ends on another day than its program, told on the side that has to change."""
    for match in portfolio.matches.matches:
        found = list(dates(portfolio, match))
        if found:
            yield _breach(match, found)


def _breach(match: Match, found: list[Difference]) -> Breach:
    first, *more = found
    other = first.other
    said = [f"it {_VERBS[first.field]} on {first.old}, and {named(other)} on {first.new}"]
    said += [f"it {_VERBS[one.field]} on {one.old}, and the {other.object} on {one.new}" for one in more]
    return Breach(
        first.record,
        "; ".join(said),
        field=first.field,
        found=str(first.old),
        expected=", ".join(f"{one.field} {one.new}" for one in found),
        certainty=certainty(match),
    )


def needless(told: Told) -> Iterator[Finding]:
    """Dates that differ from the partner's only because the record contradicts itself are told by MT301 or MT302."""
    portfolio, record = told.portfolio, told.record
    swapped = bool(record.start and record.end and record.start > record.end)
    found = [one for match in portfolio.matches.of(record) for one in dates(portfolio, match)]
    named = [one for one in portfolio.dates(record) if one.role == "start"]
    by_name = all(
        one.field == "start" and any(day.first <= one.new <= day.last for day in named) for one in found
    )
    if (told.by("MT302") and swapped) or (told.by("MT301") and by_name):
        yield from told.by("MT509")


RULE = RecordRule(
    code="MT509",
    title="dates differ",
    severity="warning",
    check=check,
    why=(
        "A date that moves has to move in both systems. Where it moved in one, the campaign reports another quarter "
        "than the one that the program was run in. The campaign has to change, unless the program starts after its "
        "end, or on another day than both names say, and the campaign does not."
    ),
    bad="program: starts on 2026-03-24; campaign: starts on 2026-03-17",
    good="program: starts on 2026-03-24; campaign: starts on 2026-03-24",
    repair="Set the dates of the campaign to those of the program, or move the program.",
    consequence="reports by date count it in two places",
    needless=needless,
)
