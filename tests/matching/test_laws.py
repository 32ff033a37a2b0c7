"""What holds of the matches of any records."""

from __future__ import annotations

from collections import Counter
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from mops_taxonomy import Taxonomy
from mops_taxonomy.matching import matched
from mops_taxonomy.portfolio import Portfolio
from mops_taxonomy.records import Campaign, Program

TAXONOMY = Taxonomy.load(
    {
        "taxonomy": "acme",
        "fields": {
            "title": {"kind": "text", "characters": "A-Za-z", "joiner": " -"},
            "part": {"kind": "integer"},
        },
        "conventions": {
            "program": {"object": "program", "systems": ["salesforce"], "forms": ["{title}_{part}"]}
        },
    }
)
NAMES = st.sampled_from(
    [
        "Robotics_1",
        "robotics_1",
        "Robotic_1",
        "Robotics_2",
        "Robotics",
        " Robotics",
        "R" * 81,
        "R" * 80,
        "Kitchens",
        "",
    ]
)
IDS = st.sampled_from([None, "a", "b", "c", "d"])


@st.composite
def records(draw: st.DrawFn) -> list[Any]:
    """Few programs of two systems, and few campaigns, that share names and links."""
    programs = [
        Program(
            system=draw(st.sampled_from(["marketo", "hubspot"])),
            id=f"p{number}",
            name=name,
            campaign_id=draw(IDS),
        )
        for number, name in enumerate(draw(st.lists(NAMES, max_size=6)))
    ]
    campaigns = [
        Campaign(system="salesforce", id=draw(IDS), name=name) for name in draw(st.lists(NAMES, max_size=6))
    ]
    return [*programs, *campaigns]


@given(records())
def test_one_to_one(given_records: list[Any]) -> None:
    """No record has two matches within a system, and each that counts is matched or alone."""
    portfolio = Portfolio(TAXONOMY, given_records)
    matching = matched(portfolio)
    programs = Counter(id(one.program) for one in matching.matches)
    campaigns = Counter((one.program.system, id(one.campaign)) for one in matching.matches)

    assert set(programs.values()) <= {1}
    assert set(campaigns.values()) <= {1}
    assert {id(one) for one in matching.programs}.isdisjoint(programs)
    assert len(matching.programs) + len(matching.matches) == len(portfolio.programs)
    assert {id(one) for one in matching.campaigns}.isdisjoint(one for _, one in campaigns)


@given(records())
def test_links_and_names_are_always_matched(given_records: list[Any]) -> None:
    """A link that only one program has is a match by id; what is left with one name on both sides is one by name."""
    portfolio = Portfolio(TAXONOMY, given_records)
    matching = matched(portfolio)
    linked = Counter((one.system, one.campaign_id) for one in portfolio.programs)
    ids = {one.id for one in portfolio.campaigns}

    for program in portfolio.programs:
        ways = [one.way for one in matching.of(program)]
        if program.campaign_id in ids - {None} and linked[program.system, program.campaign_id] == 1:
            assert ways == ["id"]
        elif not ways:
            assert program.name not in {one.name for one in matching.campaigns}


@given(records())
def test_the_same_records_give_the_same_matches(given_records: list[Any]) -> None:
    """Nothing depends on chance."""
    one, other = (matched(Portfolio(TAXONOMY, given_records)).matches for _ in range(2))

    assert one == other
