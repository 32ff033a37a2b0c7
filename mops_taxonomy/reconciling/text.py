"""A reconciliation for people: what corresponds, what differs, what stands alone, each by kind."""

from __future__ import annotations

from collections import Counter
from itertools import groupby
from typing import TYPE_CHECKING

from mops_taxonomy.governance import all_rules
from mops_taxonomy.reporters._drawing import draw
from mops_taxonomy.reporters._tally import counted
from mops_taxonomy.reporters.text import hint
from mops_taxonomy.visible import visible

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from mops_taxonomy.finding import Finding
    from mops_taxonomy.reconciling.reconciliation import Reconciliation

__all__ = ["lines"]

_WAYS = {"id": "by id", "name": "by name", "values": "by values", "nearest": "by the nearest name"}
_SEVERITIES = {"error": "", "warning": "warning: ", "info": "note: "}


def lines(reconciliation: Reconciliation, width: int = 100) -> Iterator[str]:
    """The lines of the report.

    Args:
        reconciliation: what came of it.
        width: how many columns a drawn name may take.
    """
    yield from _matched(reconciliation)
    for title, findings in (
        ("different", reconciliation.different),
        ("orphaned", reconciliation.orphaned),
    ):
        yield ""
        yield f"{title}: {len(findings):,}"
        yield from _by_kind(findings, width)
    if reconciliation.waived:
        yield ""
        yield f"waived: {counted(len(reconciliation.waived), 'finding')}"
    yield from _held(reconciliation)


def _matched(reconciliation: Reconciliation) -> Iterator[str]:
    ways = ", ".join(f"{count:,} {_WAYS[way]}" for way, count in reconciliation.ways.items())
    yield (
        f"matched: {len(reconciliation.matches):,} of {counted(reconciliation.programs, 'program')} and "
        f"{counted(reconciliation.campaigns, 'campaign')}" + (f" ({ways})" if ways else "")
    )
    unsure = [match for match in reconciliation.matches if not match.is_sure]
    if unsure:
        yield f"not sure: {len(unsure):,}"
    for match in unsure:
        yield visible(f"  {match.program} is {match.campaign}: {match.why}")


def _by_kind(findings: Iterable[Finding], width: int) -> Iterator[str]:
    """The findings below their kinds; what follows of most of a kind is said once."""
    rules = {rule.code: rule for rule in all_rules().values()}
    for code, group in groupby(findings, key=lambda one: one.code):
        of_kind = list(group)
        consequence = Counter(one.consequence for one in of_kind).most_common(1)[0][0]
        yield ""
        yield f"{code} {rules[code].title}, {len(of_kind):,}" + (f": {consequence}" if consequence else "")
        for finding in of_kind:
            yield from _finding(finding, consequence, width)


def _finding(finding: Finding, consequence: str | None, width: int) -> Iterator[str]:
    place = f"{finding.place}  " if finding.place is not None and str(finding.place) else ""
    likely = " (likely)" if finding.certainty != "certain" else ""
    told = f"{place}{finding.record}: {_SEVERITIES[finding.severity]}{finding.message}{likely}"
    yield visible(f"  {told}")
    helpful = visible(hint(finding))
    if finding.span is not None and finding.text is not None:
        drawing = draw(finding.text, finding.span, width - 6)
        yield f"      {drawing.text}".rstrip()
        yield f"      {' ' * drawing.before}{'^' * drawing.marks}" + (f"  {helpful}" if helpful else "")
    elif helpful:
        yield f"      {helpful}"
    if finding.consequence and finding.consequence != consequence:
        yield visible(f"      {finding.consequence}")


def _held(reconciliation: Reconciliation) -> Iterator[str]:
    if not reconciliation.held:
        return
    count = Counter(one.reason.partition(":")[0] for one in reconciliation.held)
    reasons = ", ".join(f"{reason} ({number:,})" for reason, number in count.most_common())
    yield ""
    yield visible(f"left to people: {counted(len(reconciliation.held), 'change')}: {reasons}")
