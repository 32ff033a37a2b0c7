"""Write `examples/acme/programs-spend.csv`: what the programs of a company that does not exist cost, month by month.

python -m tests.generated.spend
"""

from __future__ import annotations

import csv
import io
from collections import Counter
from datetime import date, timedelta
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

__all__ = ["TARGET", "render"]

TARGET = Path(__file__).parents[2] / "examples" / "acme" / "programs-spend.csv"

_SEED = 2026
_HEAD = ("Month", "Program ID", "Program Name", "Created At", "Region", "Owner", "Cost")
_MONTHS = (
    *(date(2025, month, 1) for month in (10, 11, 12)),
    *(date(2026, month, 1) for month in range(1, 7)),
)
_PROGRAMS_A_MONTH = 20
_REGIONS = Counter({"Europe": 4, "Americas": 3, "Asia Pacific": 3})
_CODES = {"Europe": "EMEA", "Americas": "NA", "Asia Pacific": "APAC"}
_RETIRED = date(2025, 12, 31)  # the last day of APJ
_STILL_USED = {1: 0.9, 2: 0.7, 3: 0.4, 4: 0.2, 5: 0.1, 6: 0.0}  # how often all the same, by the month of 2026
_SHOWN_HOW = date(2026, 3, 1)  # when Northbridge got the taxonomy
_LEARNT = 15  # how many of a hundred of its names are not as they should be since
_TITLES = {
    "WBN": ("{}-At-Work", "Ask-About-{}", "{}-Live-Demo", "{}-In-Numbers", "Next-In-{}"),
    "EML": ("{}-Digest", "{}-Offer", "{}-Guide", "{}-Trial-Reminder", "News-On-{}"),
}
_THEMES = (
    "Robots",
    "Factories",
    "Logistics",
    "Packaging",
    "Energy",
    "Safety",
    "Quality",
    "Sensors",
    "Tooling",
)


class _Parts(NamedTuple):
    """The fields of a name as they are written."""

    start: str
    region: str
    channel: str
    title: str


class _Owner(NamedTuple):
    """Who makes programs.

    Attributes:
        programs: how many of ten.
        cost: of a program in a month, about, in euros.
        drift: how many of a hundred names are not as they should be.
        habits: in which ways, and how often each.
    """

    programs: int
    cost: int
    drift: int
    habits: Mapping[str, int]


_OWNERS = {
    "In-house": _Owner(4, 1400, 12, {"case": 3, "lower": 2, "alias": 2, "copy": 2, "slip": 2}),
    "Alder & Finch": _Owner(3, 1900, 30, {"dashes": 4, "spaces": 4, "blank": 2, "alias": 3, "version": 2}),
    "Kestrel Media": _Owner(1, 9000, 45, {"no region": 3, "free": 3, "copy": 2, "spaces": 1}),
    "Northbridge": _Owner(2, 1100, 85, {"old date": 6, "old order": 3, "old channel": 3, "slip": 1}),
}
_ALIASES = {"EMEA": "Europe", "NA": "NAM"}
_LABELS = {"WBN": "Webinar", "EML": "Email"}


def _written(parts: _Parts) -> str:
    return "_".join(parts)


def _old_date(parts: _Parts) -> str:
    start = parts.start
    old = f"{start[:4]}-{start[4:6]}-{start[6:]}" if start.isdigit() else f"FY20{start[2:]}"
    return _written(parts._replace(start=old))


_WRONG: dict[str, Callable[[_Parts], str]] = {
    "alias": lambda parts: _written(parts._replace(region=_ALIASES.get(parts.region, parts.region.lower()))),
    "blank": lambda parts: _written(parts) + " ",
    "case": lambda parts: _written(parts._replace(region=parts.region.lower())),
    "dashes": "-".join,
    "free": lambda parts: f"{parts.title.replace('-', ' ')} {_LABELS[parts.channel]}",
    "lower": lambda parts: _written(parts._replace(channel=parts.channel.lower())),
    "no region": lambda parts: f"{parts.start}_{parts.channel}_{parts.title}",
    "old channel": lambda parts: _written(parts._replace(channel=_LABELS[parts.channel])),
    "old date": _old_date,
    "old order": lambda parts: f"{parts.region}_{parts.start}_{parts.channel}_{parts.title}",
    "slip": lambda parts: _written(parts._replace(region=parts.region[:-2] + parts.region[:-3:-1])),
    "spaces": lambda parts: _written(parts._replace(title=parts.title.replace("-", " "))),
    "version": lambda parts: f"{_written(parts)}_v2",
}


class _Program(NamedTuple):
    """A program as the export shows it."""

    id: int
    name: str
    created: date
    region: str
    owner: str


class _Company:
    """Draws programs one after the other, by a generator whose draws are the same in every version of Python."""

    def __init__(self, seed: int) -> None:
        self._random = Random(seed).random
        self._names: dict[str, list[str]] = {owner: [] for owner in _OWNERS}
        self._taken: set[str] = set()
        self._id = 1000

    def rows(self) -> Iterator[tuple[object, ...]]:
        """What each program cost in each month in which it ran, by month."""
        programs = [self._program(month) for month in _MONTHS for _ in range(_PROGRAMS_A_MONTH)]
        rows = [row for program in programs for row in self._costs(program)]
        yield from sorted(rows, key=lambda row: row[:2])

    def _number(self, low: int, high: int) -> int:
        """A number, both ends included."""
        return low + int(self._random() * (high - low + 1))

    def _one(self, weights: Mapping[str, int]) -> str:
        return list(Counter(weights).elements())[self._number(0, sum(weights.values()) - 1)]

    def _happens(self, share: float) -> bool:
        return self._random() < share

    def _program(self, month: date) -> _Program:
        created = month + timedelta(days=self._number(0, 27))
        region = self._one(_REGIONS)
        owner = self._one({name: owner.programs for name, owner in _OWNERS.items()})
        self._id += self._number(1, 9)
        return _Program(self._id, self._name(owner, region, created), created, region, owner)

    def _name(self, owner: str, region: str, created: date) -> str:
        parts = self._parts(region, created)
        learnt = owner == "Northbridge" and created >= _SHOWN_HOW
        drift = _LEARNT if learnt else _OWNERS[owner].drift
        habit = self._one(_OWNERS[owner].habits) if self._happens(drift / 100) else ""
        if habit == "copy":
            original = (self._names[owner] or [_written(parts)])[-1]
            return f"{original} (copy)"
        if habit:
            return _WRONG[habit](parts)
        self._names[owner].append(_written(parts))
        return _written(parts)

    def _parts(self, region: str, created: date) -> _Parts:
        """The fields of a name that no other program has."""
        while True:
            channel = self._one({"WBN": 1, "EML": 1})
            title = _TITLES[channel][self._number(0, 4)].format(_THEMES[self._number(0, 8)])
            launch = created + timedelta(days=self._number(10, 50))
            start = _quarter(launch) if self._happens(0.15) else f"{launch:%Y%m%d}"
            parts = _Parts(start, self._code(region, created), channel, title)
            if _written(parts) not in self._taken:
                self._taken.add(_written(parts))
                return parts

    def _code(self, region: str, created: date) -> str:
        if region != "Asia Pacific":
            return _CODES[region]
        late = created > _RETIRED and not self._happens(_STILL_USED[created.month])
        return "APAC" if late else "APJ"

    def _costs(self, program: _Program) -> Iterator[tuple[object, ...]]:
        first = _MONTHS.index(program.created.replace(day=1))
        about = _OWNERS[program.owner].cost
        for month in _MONTHS[first : first + self._number(1, 3)]:
            cost = 10 * round(about * (0.4 + 1.2 * self._random()) / 10)
            yield (month, program.id, program.name, program.created, program.region, program.owner, cost)


def _quarter(day: date) -> str:
    """The fiscal quarter of a day; years begin in February."""
    months = (day.year * 12 + day.month - 2) - 2000 * 12
    return f"FY{months // 12 + 1}Q{months % 12 // 3 + 1}"


def render() -> str:
    """The text of the file."""
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow(_HEAD)
    writer.writerows(_Company(_SEED).rows())
    return stream.getvalue()


if __name__ == "__main__":
    TARGET.write_text(render(), encoding="utf-8")
