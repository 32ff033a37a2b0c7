"""What rules about a program and its campaign have in common."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mops_taxonomy.governance._gathered import called

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from mops_taxonomy.finding import Certainty
    from mops_taxonomy.matching import Match
    from mops_taxonomy.matching.differing import Difference
    from mops_taxonomy.portfolio import Portfolio
    from mops_taxonomy.records import Record

    Kind = Callable[[Portfolio, Match], Iterator[Difference]]

__all__ = ["certainty", "differing", "is_synced", "named", "noun"]


def differing(portfolio: Portfolio, kind: Kind) -> Iterator[tuple[Match, Difference]]:
    """Every difference of a kind, with the match in which it is."""
    for match in portfolio.matches.matches:
        for difference in kind(portfolio, match):
            yield match, difference


def certainty(match: Match) -> Certainty:
    """A difference is as certain as it is that the two are one thing."""
    return "certain" if match.way == "id" or match.confidence > 0.95 else "likely"


def named(record: Record) -> str:
    """`marketo program 1110`: a record in a message about its partner in another system."""
    return " ".join(filter(None, (record.system, called(record))))


def noun(record: Record) -> str:
    """`marketo program`: what kind of record it is."""
    return " ".join(filter(None, (record.system, record.object)))


def is_synced(match: Match) -> bool:
    """Whether it is Marketo and Salesforce that exchange the two, which they do by rules of their own."""
    return (match.program.system, match.campaign.system) == ("marketo", "salesforce")
