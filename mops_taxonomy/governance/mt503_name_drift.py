"""MT503: names differ."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mops_taxonomy.finding import Suggestion
from mops_taxonomy.governance._across import certainty, differing, named
from mops_taxonomy.governance.rule import Breach, RecordRule
from mops_taxonomy.matching.by_nearest import cut_at
from mops_taxonomy.matching.differing import names
from mops_taxonomy.matching.drift import drift
from mops_taxonomy.rules._words import quoted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mops_taxonomy.finding import Finding
    from mops_taxonomy.governance.rule import Told
    from mops_taxonomy.matching import Match
    from mops_taxonomy.matching.differing import Difference
    from mops_taxonomy.matching.drift import Drift
    from mops_taxonomy.portfolio import Portfolio

__all__ = ["RULE"]


def check(portfolio: Portfolio) -> Iterator[Breach]:
    """Every pair with two names, told on the side that has to change."""
    for match, difference in differing(portfolio, names):
        yield _too_long(match) if difference.new is None else _drifted(portfolio, match, difference)


def _too_long(match: Match) -> Breach:
    program, campaign = match.program, match.campaign
    room = cut_at(campaign) or 0
    is_cut = program.name[:room].rstrip() == campaign.name.rstrip()
    there = f"holds the first {room}" if is_cut else f"takes {room}, and has {quoted(campaign.name)}"
    return Breach(
        program,
        f"the name has {len(program.name)} characters, of which {named(campaign)} {there}",
        field="name",
        span=(room, len(program.name)),
        found=program.name[room:],
        expected=f"at most {room} characters, the same in both",
        certainty=certainty(match),
    )


def _drifted(portfolio: Portfolio, match: Match, difference: Difference) -> Breach:
    found = drift(difference.old, difference.new)
    field = _field(portfolio, difference, found)
    where = f" in `{field}`" if field is not None else ""
    return Breach(
        difference.record,
        f"the name differs from that of {named(difference.other)}{_how(found, where)}",
        field=field or "name",
        span=found.span,
        found=found.here,
        expected=difference.new,
        suggestions=(Suggestion(difference.new),),
        certainty=certainty(match),
    )


def _how(found: Drift, where: str) -> str:
    if found.only in {"white space", "characters that look alike"}:
        return f" only in {found.only}"
    only = f" only in {found.only}" if found.only else where
    if not found.here:
        return f"{only}: {quoted(found.there)} is missing here"
    if not found.there:
        return f"{only}: {quoted(found.here)} is too much here"
    return f"{only}: {quoted(found.here)} here is {quoted(found.there)} there"


def _field(portfolio: Portfolio, difference: Difference, found: Drift) -> str | None:
    """The field that the names differ in, where the convention can read the name and it is only that one."""
    name = portfolio.name(difference.record)
    if name is None or not found.here:
        return None
    start, end = found.span
    return next((path for path, (first, last) in name.spans.items() if first <= start and end <= last), None)


def needless(told: Told) -> Iterator[Finding]:
    """A frozen name, one that is too long, and one that another error would make right, are told by those."""
    own = told.by("MT503")
    wanted = {one.expected for one in own}
    errors = (one for one in told.findings if one.code != "MT503" and one.severity == "error")
    if told.by("MT330", "MT116") or any(_corrected(one) in wanted for one in errors):
        yield from own


def _corrected(finding: Finding) -> str | None:
    """The name with what is suggested in the place of the fault, or without what is too much."""
    if finding.text is None or finding.span is None:
        return None
    start, end = finding.span
    right = finding.suggestions[0].text if finding.suggestions else ""
    return f"{finding.text[:start]}{right}{finding.text[end:]}"


RULE = RecordRule(
    code="MT503",
    title="names differ",
    severity="error",
    check=check,
    why=(
        "A program and its campaign have one name. The names drift apart when one side is renamed, when a date moves, "
        "and when the CRM cuts what is too long: Salesforce takes 80 characters, Marketo 255. The finding is on the "
        "side that has to change. That is the campaign, unless the CRM has no room for the program's name, only the "
        "campaign's name keeps the convention, or the program's own start date is the one in the campaign's name."
    ),
    bad=(
        "marketo program 1110: 20260324_EMEA_WBN_Robotics\n"
        "salesforce campaign 701Hn000000aBcDEAU: 20260317_EMEA_WBN_Robotics"
    ),
    good=(
        "marketo program 1110: 20260324_EMEA_WBN_Robotics\n"
        "salesforce campaign 701Hn000000aBcDEAU: 20260324_EMEA_WBN_Robotics"
    ),
    repair="Give both the same name; `mops-taxonomy reconcile --fix-dir` writes the file that does it.",
    consequence="whatever joins the two systems by name does not find the partner",
    needless=needless,
)
