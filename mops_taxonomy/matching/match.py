"""A program and a campaign that are the same thing, and how one knows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from mops_taxonomy.records import Campaign, Program, Record

__all__ = ["LinkedTwice", "Match", "Matching", "Way"]

Way = Literal["id", "name", "values", "nearest"]
"""How a match was made: by the link between the two, the same name, the same values, the nearest name."""


class Match(NamedTuple):
    """A program and its campaign.

    Attributes:
        program: in marketing automation.
        campaign: in the CRM.
        way: how the match was made.
        confidence: how sure it is, from 0 to 1; 1 where the systems themselves say so.
        why: the same in words, as a clause without a verb of its own: `the same name`.
    """

    program: Program
    campaign: Campaign
    way: Way
    confidence: float
    why: str

    @property
    def is_sure(self) -> bool:
        """Whether records may be changed on the strength of it."""
        return self.confidence >= 0.9


class LinkedTwice(NamedTuple):
    """A program that is linked with the campaign of another one.

    Attributes:
        program: the one that is too many.
        campaign: with which it is linked.
        other: the program whose campaign it is.
    """

    program: Program
    campaign: Campaign
    other: Program


class Matching:
    """The programs and campaigns of a portfolio, matched; what was read twice counts once.

    Attributes:
        matches: in the order of the programs.
        linked_twice: programs linked with a campaign that is another's, in their order.
        programs: those without a campaign, in their order.
        campaigns: those without a program, in their order.
        alone: both of these, by `id()`.
        links: the systems of marketing automation whose records say what they are linked with.
    """

    def __init__(
        self,
        programs: Sequence[Program],
        campaigns: Sequence[Campaign],
        matches: Iterable[Match],
        linked_twice: Iterable[LinkedTwice],
    ) -> None:
        self._of_program = {id(match.program): match for match in matches}
        self._of_campaign: dict[int, list[Match]] = {}
        self.matches = [match for one in programs if (match := self._of_program.get(id(one))) is not None]
        for match in self.matches:
            self._of_campaign.setdefault(id(match.campaign), []).append(match)
        self.linked_twice = list(linked_twice)
        self.programs = [one for one in programs if id(one) not in self._of_program]
        self.campaigns = [one for one in campaigns if id(one) not in self._of_campaign]
        self.alone = frozenset(map(id, (*self.programs, *self.campaigns)))
        self.links = frozenset(one.system for one in programs if one.campaign_id is not None)
        self._with_parents = frozenset(one.system for one in campaigns if one.parent_id is not None)

    def of(self, record: Record) -> tuple[Match, ...]:
        """The matches of a program, of which there is one at most, or of a campaign: one for each other system."""
        match = self._of_program.get(id(record))
        return (match,) if match is not None else tuple(self._of_campaign.get(id(record), ()))

    def has_parents(self, system: str | None) -> bool:
        """Whether the campaigns of a system are known with their parents."""
        return system in self._with_parents
