"""The programs and campaigns that are still to be matched."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable, Iterator

    from mops_taxonomy.matching.match import Match
    from mops_taxonomy.portfolio import Portfolio
    from mops_taxonomy.records import Campaign, Program, Record

__all__ = ["Sides", "grouped", "only_pairs"]

T = TypeVar("T", bound="Record")


class Sides(NamedTuple):
    """What is left on both sides.

    Attributes:
        portfolio: in which they are.
        programs: of one system.
        campaigns: of any.
    """

    portfolio: Portfolio
    programs: list[Program]
    campaigns: list[Campaign]

    def without(self, matches: Iterable[Match]) -> Sides:
        """What the matches leave."""
        programs: set[int] = set()
        campaigns: set[int] = set()
        for match in matches:
            programs.add(id(match.program))
            campaigns.add(id(match.campaign))
        return self._replace(
            programs=[one for one in self.programs if id(one) not in programs],
            campaigns=[one for one in self.campaigns if id(one) not in campaigns],
        )

    def without_programs(self, programs: Iterable[Program]) -> Sides:
        """The same without some programs."""
        gone = {id(one) for one in programs}
        return self._replace(programs=[one for one in self.programs if id(one) not in gone])

    def named_once(self, programs: Iterable[Program], campaigns: Iterable[Campaign]) -> Sides:
        """The same without records whose name another one of their side has.

        Args:
            programs: all that there are.
            campaigns: all that there are.
        """
        return self._replace(
            programs=_named_once(self.programs, programs), campaigns=_named_once(self.campaigns, campaigns)
        )


def _named_once(records: list[T], among: Iterable[Record]) -> list[T]:
    count = Counter((one.system, one.name) for one in among)
    return [one for one in records if count[one.system, one.name] == 1]


def grouped(records: Iterable[T], key: Callable[[T], Hashable]) -> dict[Hashable, list[T]]:
    """The records by a key, each group in their order; those whose key is None are left out."""
    found: dict[Hashable, list[T]] = {}
    for record in records:
        asked = key(record)
        if asked is not None:
            found.setdefault(asked, []).append(record)
    return found


def only_pairs(
    sides: Sides, of_program: Callable[[Program], Hashable], of_campaign: Callable[[Campaign], Hashable]
) -> Iterator[tuple[Program, Campaign]]:
    """The pairs with an equal key that no other record of either side has."""
    campaigns = grouped(sides.campaigns, of_campaign)
    for key, programs in grouped(sides.programs, of_program).items():
        fitting = campaigns.get(key, [])
        if len(programs) == len(fitting) == 1:
            yield programs[0], fitting[0]
