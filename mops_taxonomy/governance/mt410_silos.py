"""MT410: several teams at once."""

from __future__ import annotations

from datetime import date, timedelta
from heapq import heappop, heappush
from itertools import islice
from typing import TYPE_CHECKING, Final, NamedTuple

from mops_taxonomy.governance._gathered import listed
from mops_taxonomy.governance.rule import Breach, RecordRule
from mops_taxonomy.records import Program
from mops_taxonomy.rules._words import quoted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mops_taxonomy.portfolio import Portfolio

__all__ = ["RULE"]

_NEAR: Final = timedelta(days=7)
_FEW: Final = 3


class _Team(NamedTuple):
    """Who runs a program: people of one system; where known, of one workspace, or else with one owner."""

    system: str | None
    people: str | None


class _Reach(NamedTuple):
    """A program, whom it reaches, how, and when; and, where it is known, the id of its campaign."""

    first: date
    last: date
    place: int
    program: Program
    team: _Team
    campaign: str | None


class _Running:
    """The programs of every team that run on the day that was reached, or began a short time before."""

    def __init__(self) -> None:
        self._teams: dict[_Team, dict[int, _Reach]] = {}
        self._ending: list[tuple[date, int, _Team]] = []
        self._in_system: dict[str | None, int] = {}

    def begin(self, one: _Reach) -> None:
        """Let a program begin, and those end that are over by then."""
        while self._ending and self._ending[0][0] < one.first:
            _, place, team = heappop(self._ending)
            del self._teams[team][place]
            if not self._teams[team]:
                del self._teams[team]
            self._in_system[team.system] -= 1
        heappush(self._ending, (max(one.last, one.first + _NEAR), one.place, one.team))
        self._teams.setdefault(one.team, {})[one.place] = one
        self._in_system[one.team.system] = self._in_system.get(one.team.system, 0) + 1

    def others(self, one: _Reach) -> Iterator[_Reach]:
        """The latest program of each other team, for another campaign than that of the program.

        Of one system, people who are not known are no other team.
        """
        team = one.team
        for other, programs in self._teams.items():
            if other.system != team.system or (
                None not in {other.people, team.people} and other.people != team.people
            ):
                latest = (programs[place] for place in reversed(programs))
                apart = (it for it in latest if one.campaign is None or it.campaign != one.campaign)
                yield from islice(apart, 1)

    def count(self, team: _Team) -> int:
        """How many programs the other teams run."""
        everywhere = sum(self._in_system.values())
        if team.people is None:
            return everywhere - self._in_system.get(team.system, 0)
        own = (team, _Team(team.system, None))
        return everywhere - sum(len(self._teams.get(one, ())) for one in own)


def check(portfolio: Portfolio) -> Iterator[Breach]:
    """Every program that begins while, or soon after, another team reaches its audience by its channel."""
    reached: dict[tuple[str, str], list[_Reach]] = {}
    for place, record in enumerate(portfolio.distinct(portfolio.records)):
        if isinstance(record, Program):
            _note(portfolio, place, record, reached)
    for (_, channel), programs in reached.items():
        running = _Running()
        joined: dict[str, _Running] = {}
        for one in sorted(programs, key=lambda one: (one.first, one.place)):
            running.begin(one)
            count = running.count(one.team)
            if one.campaign is not None:
                # What one campaign holds together is one plan, in however many systems it is carried out.
                together = joined.setdefault(one.campaign, _Running())
                together.begin(one)
                count -= together.count(one.team)
            if count:
                yield _breach(one, channel, list(islice(running.others(one), _FEW)), count)


def _note(
    portfolio: Portfolio, place: int, program: Program, reached: dict[tuple[str, str], list[_Reach]]
) -> None:
    """Note a marketing program of which audience, channel and first day are known."""
    if not program.audience or program.operational:
        return
    declared = portfolio.channel(program)
    message = program.message or (declared.message if declared is not None else None)
    if message not in {None, "marketing"}:
        return
    channel = declared.name if declared is not None else program.channel
    first = program.start or program.send or _named_day(portfolio, program)
    if channel is not None and first is not None:
        team = _Team(program.system, program.workspace or program.owner)
        key = " ".join(program.audience.casefold().split()), channel
        last = max(first, program.end or first)
        reach = _Reach(first, last, place, program, team, _campaign(portfolio, program))
        reached.setdefault(key, []).append(reach)


def _campaign(portfolio: Portfolio, program: Program) -> str | None:
    """The id of the campaign that the program is linked with, else of the one that it surely is."""
    if program.campaign_id is not None:
        return program.campaign_id
    return next((match.campaign.id for match in portfolio.matches.of(program) if match.is_sure), None)


def _named_day(portfolio: Portfolio, program: Program) -> date | None:
    """The day in the name on which it begins or goes out."""
    days = (
        one for one in portfolio.dates(program) if one.role in {"start", "send"} and one.first == one.last
    )
    return next((one.first for one in days), None)


def _breach(one: _Reach, channel: str, rest: list[_Reach], count: int) -> Breach:
    words = [f"{other.program} from {other.first}" for other in rest]
    return Breach(
        one.program,
        f"from {one.first} it reaches the audience {quoted(one.program.audience)} by {channel}, as "
        f"{listed(words, count)} {'does' if count == 1 else 'do'}",
        field="audience",
        found=one.program.audience,
        expected="one plan for one audience",
    )


RULE = RecordRule(
    code="MT410",
    title="several teams at once",
    severity="warning",
    check=check,
    why=(
        "Teams with tools of their own do not see what the others send. The same people then hear from the same "
        "company twice in a week. This looks at marketing programs with the same audience and channel whose times "
        "overlap, or that begin within seven days of each other, in different systems, workspaces or, where no "
        "workspace is known, of different owners. The later of them is told. Programs of one campaign are one plan."
    ),
    bad=(
        "marketo program 1110 for `CIO EMEA`, email, from 2026-03-24\n"
        "hubspot program 88 for `CIO EMEA`, email, from 2026-03-26"
    ),
    good=(
        "marketo program 1110 for `CIO EMEA`, email, from 2026-03-24\n"
        "hubspot program 88 for `CIO EMEA`, email, from 2026-04-14"
    ),
    repair="Agree on one of them, or move one by some weeks.",
    certainty="likely",
    consequence="the same people hear from several teams at once",
)
