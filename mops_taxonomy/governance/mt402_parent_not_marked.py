"""MT402: parent without its mark."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mops_taxonomy.finding import Suggestion
from mops_taxonomy.governance._parents import parents, unmarked
from mops_taxonomy.governance.rule import Breach, RecordRule
from mops_taxonomy.rules._words import one_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mops_taxonomy.portfolio import Portfolio
    from mops_taxonomy.readers import Verdict
    from mops_taxonomy.records import Record

__all__ = ["RULE"]


def check(portfolio: Portfolio) -> Iterator[Breach]:
    """Every reader that misses, or may miss, the mark of a parent in the name of a record with children."""
    for record, count in parents(portfolio):
        for verdict in unmarked(portfolio, record):
            yield _breach(portfolio, record, count, verdict)


def _breach(portfolio: Portfolio, record: Record, count: int, verdict: Verdict) -> Breach:
    children = "1 child" if count == 1 else f"{count:,} children"
    return Breach(
        record,
        f"it has {children}, and {verdict.message}",
        field="name",
        expected=one_of(verdict.wanted),
        suggestions=tuple(_suggestions(portfolio, record, verdict)),
        consequence=verdict.effect,
        certainty="unknown" if verdict.outcome == "unknown" else None,
        severity="warning" if verdict.outcome == "unknown" else None,
    )


def _suggestions(portfolio: Portfolio, record: Record, verdict: Verdict) -> Iterator[Suggestion]:
    """The name with the mark: not where that would turn a valid name into one that is not."""
    convention = portfolio.convention(record)
    was_valid = portfolio.name(record) is not None
    for text in verdict.mended:
        if (
            convention is None
            or not was_valid
            or convention.is_valid(text, portfolio.facts(record), portfolio.day(record))
        ):
            yield Suggestion(text)


RULE = RecordRule(
    code="MT402",
    title="parent without its mark",
    severity="error",
    check=check,
    why=(
        "Integrations often know a parent by its name alone. A reader of the taxonomy with `wanted: true` and "
        "`when: {has_children: true}` says which mark they look for. It is asked of every record that others name as "
        "their parent, whatever the convention of its name. Parents that may do without it are waived by name. Where "
        "the taxonomy does not know how the reader compares, both outcomes are told, as a warning."
    ),
    bad="20260324_Robotics-Summit, the parent of three campaigns, where the reader wants `_Parent` at the end",
    good="20260324_Robotics-Summit_Parent",
    repair="Rename the parent so that it bears the mark, or waive it with an owner and a reason.",
)
