"""Portfolios of programs and campaigns in which faults are planted, each known by its code and its pair.

Names are made of a date, a region, a channel and a few words; one in five repeats the words of an earlier one for
another region or day, so that names stand close to each other as those of real portfolios do.
"""

from __future__ import annotations

import random
from collections import Counter
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from mops_taxonomy import Taxonomy
from mops_taxonomy.portfolio import Portfolio
from mops_taxonomy.records import Campaign, MemberStatus, PeriodCost, Program

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from mops_taxonomy.finding import Finding

__all__ = ["FAULTS", "Fault", "Planted", "Score", "bare", "planted", "renamed", "score"]

TODAY = date(2026, 11, 22)
REGIONS = ("EMEA", "AMER", "APAC", "LATAM", "NORD", "DACH")
CHANNELS = {
    "WBN": ("Webinar", ("Invited", "Registered", "No Show", "Attended", "Attended On-demand")),
    "EML": ("Email", ("Sent", "Opened", "Clicked")),
    "EVT": ("Conference", ("Invited", "Registered", "Visited Booth", "Follow Up Requested")),
    "DLD": ("Content", ("No Action", "Downloaded")),
    "DM": ("Direct Mail", ("Planned", "Shipped", "Delivered")),
}
_ADJECTIVES, _NOUNS = (
    words.split()
    for words in Path(__file__).with_name("planted_words.txt").read_text(encoding="utf-8").split("\n\n")
)

TAXONOMY: dict[str, Any] = {
    "taxonomy": "planted",
    "vocabularies": {"region": {"terms": list(REGIONS)}},
    "channels": {
        code: {
            "label": label,
            "campaign_type": label,
            "statuses": [{"name": name, "success": name == names[-1]} for name in names],
        }
        for code, (label, names) in CHANNELS.items()
    },
    "fields": {
        "launch": {"kind": "date", "format": "{YYYY}{MM}{DD}", "role": "start"},
        "region": {"kind": "term", "vocabulary": "region"},
        "channel": {"kind": "term", "vocabulary": "channels"},
        "title": {"kind": "text", "characters": "A-Za-z0-9", "joiner": "-"},
    },
    "conventions": {
        "program": {
            "object": "program",
            "systems": ["marketo", "salesforce"],
            "forms": [{"template": "{launch}_{region}_{channel}_{title}"}],
        }
    },
    "severity": {"MT118": "off"},
}
"""Names such as `20260324_EMEA_WBN_Smart-Factories`; how long they are is another matter than how they drift."""


class Fault(NamedTuple):
    """A kind of fault.

    Attributes:
        plant: changes the records of a pair.
        codes: what is to be found then.
        linked: whether it can be seen only where the programs say what they are linked with.
    """

    plant: Callable[[_Pair, random.Random], None]
    codes: tuple[str, ...]
    linked: bool = False


class _Pair:
    """What a program and its campaign are made of, before they are records."""

    def __init__(self, number: int, name: str, start: date, channel: str, cost: int) -> None:
        label, statuses = CHANNELS[channel]
        campaign = f"701{number:012}AAA"
        amount = Decimal(cost)
        shared = {"name": name, "start": start, "end": start, "active": True}
        self.programs: list[dict[str, Any]] = [
            {
                **shared,
                "system": "marketo",
                "id": str(number),
                "channel": label,
                "campaign_id": campaign,
                "costs": (PeriodCost(amount=amount, start=start),),
            }
        ]
        self.campaigns: list[dict[str, Any]] = [
            {
                **shared,
                "system": "salesforce",
                "id": campaign,
                "type": label,
                "actual_cost": amount,
                "statuses": [*statuses],
            }
        ]

    @property
    def program(self) -> dict[str, Any]:
        return self.programs[0]

    @property
    def campaign(self) -> dict[str, Any]:
        return self.campaigns[0]


def renamed(name: str, chance: random.Random) -> str:
    """A name as people change it on one side: a slip, a mark of a copy, another word, day or region; a spelling."""
    kinds = (_slip, _copy, _spelling, _space, _word_lost, _word_new, _other_day, _other_region)
    while (changed := chance.choice(kinds)(name, chance)) == name:
        pass
    return changed


def _slip(name: str, chance: random.Random) -> str:
    at = chance.randrange(name.rindex("_") + 1, len(name))
    return name[:at] + chance.choice(("", name[at] * 2, "e")) + name[at + 1 :]


def _copy(name: str, chance: random.Random) -> str:
    return name + chance.choice(("-Copy", " (1)", "-v2", "_final"))


def _spelling(name: str, chance: random.Random) -> str:
    return chance.choice((name.lower(), name.replace("_", "-"), name.replace("-", " "), name.upper()))


def _space(name: str, chance: random.Random) -> str:
    return chance.choice((name + " ", " " + name, name.replace("_", " _", 1)))


def _word_lost(name: str, chance: random.Random) -> str:  # noqa: ARG001  as all of them are asked
    return name.rsplit("-", 1)[0]


def _word_new(name: str, chance: random.Random) -> str:
    return name.rsplit("-", 1)[0] + "-" + chance.choice(_NOUNS)


def _other_day(name: str, chance: random.Random) -> str:
    return f"{TODAY - timedelta(chance.randrange(900)):%Y%m%d}{name[8:]}"


def _other_region(name: str, chance: random.Random) -> str:
    date_, _, rest = name.split("_", 2)
    return f"{date_}_{chance.choice(REGIONS)}_{rest}"


def _rename_campaign(pair: _Pair, chance: random.Random) -> None:
    pair.campaign["name"] = renamed(pair.campaign["name"], chance)


def _rename_program(pair: _Pair, chance: random.Random) -> None:
    pair.program["name"] = renamed(pair.program["name"], chance)


def _cut(pair: _Pair, chance: random.Random) -> None:
    name = pair.program["name"]
    while len(name) < 85:
        name += f"-{chance.choice(_ADJECTIVES)}-{chance.choice(_NOUNS)}"
    pair.program["name"], pair.campaign["name"] = name, name[:80]


def _lose_link(pair: _Pair, chance: random.Random) -> None:
    pair.program["campaign_id"] = chance.choice((None, "701990000000000AAA"))


def _lose_status(pair: _Pair, chance: random.Random) -> None:
    statuses = pair.campaign["statuses"]
    lost = chance.randrange(len(statuses))
    statuses[lost : lost + 1] = chance.choice(([], [statuses[lost].upper()], [statuses[lost] + "s"]))


def _change_type(pair: _Pair, chance: random.Random) -> None:
    others = [label for label, _ in CHANNELS.values() if label != pair.campaign["type"]]
    pair.campaign["type"] = chance.choice(others)


def _clone_program(pair: _Pair, chance: random.Random) -> None:
    name = f"{pair.program['name']}-{chance.choice(_NOUNS)}"
    pair.programs.append({**pair.program, "id": f"{pair.program['id']}9000000", "name": name})


def _double_campaign(pair: _Pair, chance: random.Random) -> None:  # noqa: ARG001  as all of them are asked
    identity = f"{pair.campaign['id'][:3]}9{pair.campaign['id'][4:]}"
    pair.campaigns.append({**pair.campaign, "id": identity})


def _lose_campaign(pair: _Pair, chance: random.Random) -> None:  # noqa: ARG001  as all of them are asked
    pair.campaigns.clear()
    pair.program["campaign_id"] = None


def _lose_program(pair: _Pair, chance: random.Random) -> None:  # noqa: ARG001  as all of them are asked
    pair.programs.clear()


def _move(pair: _Pair, chance: random.Random) -> None:
    pair.campaign["start"] -= timedelta(chance.randrange(1, 60))


def _move_with_name(pair: _Pair, chance: random.Random) -> None:
    _move(pair, chance)
    pair.campaign["name"] = f"{pair.campaign['start']:%Y%m%d}{pair.campaign['name'][8:]}"


def _change_cost(pair: _Pair, chance: random.Random) -> None:
    pair.campaign["actual_cost"] += chance.randrange(1, 500)


def _stop(pair: _Pair, chance: random.Random) -> None:  # noqa: ARG001  as all of them are asked
    pair.campaign["active"] = False


FAULTS = {
    "campaign renamed": Fault(_rename_campaign, ("MT503",)),
    "program renamed": Fault(_rename_program, ("MT503",)),
    "cut at 80": Fault(_cut, ("MT503",)),
    "link lost": Fault(_lose_link, ("MT501",), linked=True),
    "status missing": Fault(_lose_status, ("MT505",)),
    "type changed": Fault(_change_type, ("MT504",)),
    "program cloned with its link": Fault(_clone_program, ("MT511",), linked=True),
    "campaign doubled": Fault(_double_campaign, ("MT502",)),
    "campaign lost": Fault(_lose_campaign, ("MT501",)),
    "program lost": Fault(_lose_program, ("MT502",)),
    "date moved": Fault(_move, ("MT509",)),
    "date moved in the name too": Fault(_move_with_name, ("MT503", "MT509")),
    "cost changed": Fault(_change_cost, ("MT507",)),
    "stopped on one side": Fault(_stop, ("MT508",)),
}
"""The kinds of fault by name."""

_FACTS = {"MT507", "MT509"}
"""What is found in costs and dates."""


class Planted(NamedTuple):
    """A portfolio, and what is wrong with it.

    Attributes:
        portfolio: programs and campaigns, each side in an order of its own.
        faults: what is to be found: how often each code on each pair.
        pairs: the number of the pair by record, as findings call it.
        kinds: the kind of fault by pair.
    """

    portfolio: Portfolio
    faults: Counter[tuple[str, int]]
    pairs: dict[str, int]
    kinds: dict[int, str]


class Score(NamedTuple):
    """How what was found compares with what was planted.

    Attributes:
        wrong: found, and not planted or found before.
        missed: planted, and not found.
    """

    right: int
    wrong: Counter[tuple[str, int]]
    missed: Counter[tuple[str, int]]

    @property
    def precision(self) -> float:
        """How much of what was found is planted."""
        return self.right / (self.right + self.wrong.total())

    @property
    def recall(self) -> float:
        """How much of what was planted is found."""
        return self.right / (self.right + self.missed.total())


def planted(size: int, *, links: bool, seed: int = 1, share: float = 0.1) -> Planted:
    """Make a portfolio.

    Args:
        size: how many pairs.
        links: whether programs hold the id of their campaign.
        seed: the same makes the same.
        share: of pairs with a fault, each of the kinds as often as any other.
    """
    chance = random.Random(seed)
    kinds = [name for name, fault in FAULTS.items() if links or not fault.linked]
    faults: Counter[tuple[str, int]] = Counter()
    of_pair: dict[int, str] = {}
    programs: list[Program] = []
    campaigns: list[Campaign] = []
    pairs: dict[str, int] = {}
    for number, pair in enumerate(_pairs(size, chance)):
        if chance.random() < share:
            of_pair[number] = chance.choice(kinds)
            FAULTS[of_pair[number]].plant(pair, chance)
            faults.update((code, number) for code in FAULTS[of_pair[number]].codes)
        made = [_program(one, links=links) for one in pair.programs], list(map(_campaign, pair.campaigns))
        programs += made[0]
        campaigns += made[1]
        pairs.update((str(record), number) for side in made for record in side)
    for side in (programs, campaigns):
        chance.shuffle(side)
    portfolio = Portfolio(Taxonomy.load(TAXONOMY), [*programs, *campaigns], today=TODAY)
    return Planted(portfolio, faults, pairs, of_pair)


def bare(portfolio: Planted) -> Planted:
    """The same with programs of which only name and channel are known: neither dates nor costs can be compared."""
    unknown = {"start": None, "end": None, "costs": None}
    whole = portfolio.portfolio
    programs = [one.model_copy(update=unknown) for one in whole.programs]
    faults = Counter({fault: count for fault, count in portfolio.faults.items() if fault[0] not in _FACTS})
    records: list[Program | Campaign] = [*programs, *whole.campaigns]
    return portfolio._replace(portfolio=Portfolio(whole.taxonomy, records, today=TODAY), faults=faults)


def score(planted: Planted, findings: Iterable[Finding]) -> Score:
    """Hold what was found against what was planted."""
    found = Counter((one.code, planted.pairs[str(one.record)]) for one in findings)
    return Score((found & planted.faults).total(), found - planted.faults, planted.faults - found)


def _pairs(size: int, chance: random.Random) -> Iterable[_Pair]:
    seen: set[str] = set()
    titles: list[tuple[str, str]] = []
    while len(seen) < size:
        if titles and chance.random() < 0.2:
            channel, title = chance.choice(titles)
        else:
            channel, title = chance.choice(list(CHANNELS)), _title(chance)
            titles.append((channel, title))
        start = TODAY - timedelta(chance.randrange(900))
        name = f"{start:%Y%m%d}_{chance.choice(REGIONS)}_{channel}_{title}"
        if name not in seen:
            seen.add(name)
            yield _Pair(len(seen), name, start, channel, chance.randrange(0, 20_000, 250))


def _title(chance: random.Random) -> str:
    words = [chance.choice(_ADJECTIVES), chance.choice(_NOUNS)]
    words += chance.sample(_NOUNS, chance.randrange(3))
    return "-".join(words)


def _program(plain: dict[str, Any], *, links: bool) -> Program:
    return Program(**{**plain, "campaign_id": plain["campaign_id"] if links else None})


def _campaign(plain: dict[str, Any]) -> Campaign:
    statuses = tuple(MemberStatus(name=name) for name in plain["statuses"])
    return Campaign(
        **{key: value for key, value in plain.items() if key != "statuses"}, member_statuses=statuses
    )
