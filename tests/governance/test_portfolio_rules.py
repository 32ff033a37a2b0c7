"""Rules about records together, against what looking at every pair of records would say."""

from __future__ import annotations

import re
from datetime import date, timedelta
from itertools import count
from typing import TYPE_CHECKING, Any

from hypothesis import given, settings
from hypothesis import strategies as st

from mops_taxonomy import Taxonomy
from mops_taxonomy.governance import all_rules
from mops_taxonomy.governance._folding import DIFFERENCES, differences, folded
from mops_taxonomy.portfolio import Portfolio
from mops_taxonomy.records import Campaign, Program

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from mops_taxonomy.records import Record

TAXONOMY = Taxonomy.load({"taxonomy": "acme", "version": 1, "channels": {"EML": {"label": "Email"}}})
DAY = date(2026, 3, 24)
TODAY = date(2026, 11, 22)

Told = list[tuple["Record", str]]


def told(rule: str, records: Sequence[Program | Campaign]) -> Told:
    """What a rule says, in the order of the records."""
    place = {id(record): at for at, record in enumerate(records)}
    breaches = all_rules()[rule].check(Portfolio(TAXONOMY, records, today=TODAY))
    return sorted(
        ((breach.record, breach.message) for breach in breaches),  # type: ignore[misc]  # no channel and no member
        key=lambda one: place[id(one[0])],
    )


def names_of(records: Sequence[Any]) -> list[str]:
    """The ids of records, for comparing: records of a case may be equal."""
    return [record.id for record in records]


# -- names ---------------------------------------------------------------------------------------------

# Few characters, and most often digits and delimiters, so that names often come close to each other.
NAMES = st.text(st.sampled_from([*"1111__--  aAбВ", "\u200b", "\u0430"]), min_size=1, max_size=4)


@st.composite
def named(draw: st.DrawFn) -> list[Program]:
    """Programs of two systems with short names; some were made on known days."""
    numbers = count(1)
    return [
        Program(
            system=draw(st.sampled_from(["marketo", "hubspot"])),
            id=str(next(numbers)),
            name=name,
            created=draw(st.sampled_from([None, DAY, DAY + timedelta(days=1)])),
        )
        for name in draw(st.lists(NAMES, max_size=7))
    ]


def age(records: Sequence[Program]) -> Callable[[Program], tuple[Any, int]]:
    """The order in which records were made: unknown days last, then as they were read."""
    return lambda one: (one.created or date.max, records.index(one))


@given(named())
@settings(deadline=None)
def test_same_names(records: list[Program]) -> None:
    """Told is every record that has the name of an older one of its system."""
    older = age(records)
    expected = [
        one
        for one in records
        if any(
            (other.system, other.name) == (one.system, one.name) and older(other) < older(one)
            for other in records
        )
    ]

    assert names_of([record for record, _ in told("same_name", records)]) == names_of(expected)


def bare(name: str) -> str:
    """A name of these characters without its spelling, one character after the other."""
    left, between = "", False
    for character in name:
        if character == "\u200b":
            continue
        if character in " _-":
            between = True
            continue
        if between and left[-1:].isdigit() and character.isdigit():
            left += "_"
        between = False
        left += {"\u0430": "A", "В": "B"}.get(character, character.upper())
    return left


@given(named())
@settings(deadline=None)
def test_nearly_the_same_names(records: list[Program]) -> None:
    """Told is every name that is nearly that of an older record, once."""
    older = age(records)
    expected = []
    for one in records:
        near = [
            other
            for other in records
            if other.system == one.system and bare(other.name) == bare(one.name) and bare(one.name)
        ]
        kept = min(near, key=older, default=one)
        first = min((other for other in near if other.name == one.name), key=older, default=one)
        if one.name != kept.name and one is first:
            expected.append(one)

    assert names_of([record for record, _ in told("nearly_same_name", records)]) == names_of(expected)


@given(NAMES, NAMES)
@settings(deadline=None)
def test_differences_explain(one: str, other: str) -> None:
    """Where two names are nearly the same, leaving out what is said to differ makes them equal, and no less does."""
    if one == other or folded(one) != folded(other):
        return
    said = frozenset(differences(one, other))
    every = frozenset(DIFFERENCES)

    assert said
    assert folded(one, every - said) == folded(other, every - said)
    for words in said:
        assert folded(one, every - said | {words}) != folded(other, every - said | {words})


# -- hierarchies -----------------------------------------------------------------------------------------


@st.composite
def hierarchies(draw: st.DrawFn) -> list[Campaign]:
    """Campaigns that have parents among ten ids, or none."""
    size = draw(st.integers(1, 9))
    parents = st.one_of(st.none(), st.integers(1, 10).map(str))
    deep = draw(st.booleans())
    return [
        Campaign(
            system="salesforce",
            id=str(number),
            name=f"C{number}",
            # A random parent seldom makes a deep hierarchy: in half of them most hang below the one before.
            parent_id=str(number + 1) if deep and draw(st.integers(0, 9)) else draw(parents),
        )
        for number in draw(st.permutations(range(1, size + 1)))
    ]


def way_up(records: Sequence[Campaign], record: Campaign) -> list[Campaign]:
    """The record and all above it, as far as a hierarchy of these records can reach, and beyond."""
    by_id = {one.id: one for one in records}
    way = [record]
    while way[-1].parent_id in by_id and len(way) <= 2 * len(records):
        way.append(by_id[way[-1].parent_id])
    return way


@given(hierarchies())
@settings(deadline=None)
def test_too_deep(records: list[Campaign]) -> None:
    """Told is what has four records and an unknown one, or five records, above it."""
    expected = []
    for record in records:
        way = way_up(records, record)
        if len(way) <= len(records) and len(way) + (way[-1].parent_id is not None) == 6:
            expected.append(record)

    assert names_of([record for record, _ in told("too_deep", records)]) == names_of(expected)


@given(hierarchies())
@settings(deadline=None)
def test_circles(records: list[Campaign]) -> None:
    """Told is the first record of every circle."""
    expected = []
    for record in records:
        above = way_up(records, record)[1:]
        if record in above:
            ring = above[: above.index(record) + 1]
            if record is min(ring, key=records.index):
                expected.append(record)

    assert names_of([record for record, _ in told("parent_cycle", records)]) == names_of(expected)


# -- silos -----------------------------------------------------------------------------------------------


@st.composite
def audiences(draw: st.DrawFn) -> list[Program]:
    """Programs of several teams for one or two audiences, in two months."""
    numbers = count(1)
    made = []
    for first in draw(st.lists(st.integers(0, 60), max_size=9)):
        start = DAY + timedelta(days=first)
        made.append(
            Program(
                system=draw(st.sampled_from(["marketo", "hubspot"])),
                id=str(next(numbers)),
                name="Sale",
                audience=draw(st.sampled_from(["CIO", "cio ", "CFO"])),
                channel="Email",
                start=start,
                end=draw(
                    st.sampled_from([None, start, start + timedelta(days=20), start - timedelta(days=3)])
                ),
                workspace=draw(st.sampled_from([None, "EMEA", "NA"])),
                owner=draw(st.sampled_from([None, "ana", "EMEA"])),
            )
        )
    return made


def apart(one: Program, other: Program) -> bool:
    """Whether two programs are known to be of different teams."""
    people, others = one.workspace or one.owner, other.workspace or other.owner
    return one.system != other.system or (people is not None and others is not None and people != others)


def how_many(message: str) -> int:
    """Of how many programs a message tells: those that it names, and how many more there are."""
    more = re.search(r" and (\d+) more do$", message)
    return message.count(" program ") + (int(more[1]) if more else 0)


@given(audiences())
@settings(deadline=None)
def test_silos(records: list[Program]) -> None:
    """Told is every program that meets earlier ones of other teams, with how many there are."""
    expected = []
    for one in records:
        met = [
            other
            for other in records
            if other.audience
            and one.audience
            and other.audience.strip().lower() == one.audience.strip().lower()
            if other.start is not None and one.start is not None
            if (other.start, records.index(other)) < (one.start, records.index(one))
            if max(other.end or other.start, other.start + timedelta(days=7)) >= one.start
            if apart(one, other)
        ]
        if met:
            expected.append((one.id, len(met)))

    found = [(record.id, how_many(message)) for record, message in told("silos", records)]
    assert found == expected
