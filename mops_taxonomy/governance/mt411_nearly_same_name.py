"""MT411: nearly the same name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mops_taxonomy.governance._folding import differences, folded, strange
from mops_taxonomy.governance._gathered import called, gathered, kept_first, listed, made
from mops_taxonomy.governance.rule import Breach, RecordRule
from mops_taxonomy.rules._words import quoted

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterator

    from mops_taxonomy.finding import Finding
    from mops_taxonomy.governance.rule import Told
    from mops_taxonomy.portfolio import Portfolio
    from mops_taxonomy.records import Record

__all__ = ["RULE"]


def check(portfolio: Portfolio) -> Iterator[Breach]:
    """Every name but one of those that are nearly the same, on the record with it that was made first."""
    firsts: dict[Hashable, Record] = {}
    for record in sorted(portfolio.distinct(portfolio.records), key=made):
        firsts.setdefault((record.system, record.object, record.name), record)
    for group in gathered(firsts.values(), _key).values():
        kept = min(group, key=lambda one: (portfolio.name(one) is None, *kept_first(portfolio, one)))
        for record in group:
            if record is not kept:
                yield _breach(record, kept)


def _key(record: Record) -> Hashable:
    left = folded(record.name)
    return (record.system, record.object, left) if left else None


def _breach(record: Record, kept: Record) -> Breach:
    odd = strange(record.name, kept.name)
    in_what = differences(record.name, kept.name)
    characters = f": {', '.join(odd[:2])}" if odd else ""
    return Breach(
        record,
        f"the name differs from {quoted(kept.name)} ({called(kept)}) only in "
        f"{listed(in_what, len(in_what))}{characters}",
        field="name",
        found=record.name,
        expected="a name that nobody takes for another one",
    )


def needless(told: Told) -> Iterator[Finding]:
    """What doubles another record has no partner because that one has it."""
    if id(told.record) in told.portfolio.matches.alone:
        yield from told.by("MT501", "MT502")


RULE = RecordRule(
    code="MT411",
    title="nearly the same name",
    severity="warning",
    check=check,
    why=(
        "Two names that differ only in capital letters, delimiters, white space, characters that cannot be seen or "
        "letters of another alphabet are one name to people and two to systems. The valid one is kept, or else the "
        "one with a partner in the other system, or else the one that was made first; of each of the others it is "
        "said in what it differs."
    ),
    bad="20260324_EMEA_WBN_Robotics\n20260324-EMEA-WBN-robotics",
    good="20260324_EMEA_WBN_Robotics_v01\n20260324_EMEA_WBN_Robotics_v02",
    repair="Remove the one that was made by mistake, or tell the two apart by something that is read aloud.",
    certainty="likely",
    consequence="people take the one for the other, and reports split what may be one",
    needless=needless,
)
