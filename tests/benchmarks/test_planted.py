"""Portfolios with planted faults: each fault is what its name says, and counting is right."""

from __future__ import annotations

import random
from collections import Counter
from typing import Any

import pytest

from mops_taxonomy.finding import Finding
from tests.benchmarks.planted import FAULTS, Planted, bare, planted, renamed, score


def of_kind(kind: str, portfolio: Planted) -> list[list[Any]]:
    """The records of each pair with a fault of a kind, programs first."""
    records = portfolio.portfolio.records
    return [
        [one for one in records if portfolio.pairs[str(one)] == pair]
        for pair, name in portfolio.kinds.items()
        if name == kind
    ]


def test_the_same_seed_makes_the_same() -> None:
    """A portfolio is known by its size and its seed."""
    one, same, other = (planted(60, links=True, seed=seed, share=0.5) for seed in (1, 1, 2))

    assert list(map(str, one.portfolio.records)) == list(map(str, same.portfolio.records))
    assert one.faults == same.faults
    assert list(map(str, one.portfolio.records)) != list(map(str, other.portfolio.records))


def test_all_kinds_are_planted() -> None:
    """Every kind of fault is there, each pair has one at most, and what is to be found is what the kind says."""
    portfolio = planted(400, links=True, share=0.5)

    assert set(portfolio.kinds.values()) == set(FAULTS)
    assert portfolio.faults == Counter(
        (code, pair) for pair, kind in portfolio.kinds.items() for code in FAULTS[kind].codes
    )
    assert len(set(map(str, portfolio.portfolio.records))) == len(portfolio.portfolio.records)


def test_without_links_nothing_is_planted_that_needs_them() -> None:
    """Where programs hold no links, none is lost and none is doubled."""
    portfolio = planted(400, links=False, share=0.5)

    assert set(portfolio.kinds.values()) == {name for name, fault in FAULTS.items() if not fault.linked}
    assert {one.campaign_id for one in portfolio.portfolio.programs} == {None}


def test_whole_pairs_are_equal() -> None:
    """Without faults, program and campaign agree, and the name is valid."""
    portfolio = planted(40, links=True, share=0).portfolio

    for program in portfolio.programs:
        campaign = portfolio.by_id["salesforce", "campaign", str(program.campaign_id)]
        assert (program.name, program.start, program.channel, program.cost) == (
            campaign.name, campaign.start, campaign.type, getattr(campaign, "actual_cost", None),
        )  # fmt: skip
        assert portfolio.name(program) is not None


def test_bare() -> None:
    """Without dates and costs, the faults in them are not to be found; the others are."""
    whole = planted(400, links=False, share=0.5)
    found = bare(whole)

    assert {(one.start, one.end, one.cost) for one in found.portfolio.programs} == {(None, None, None)}
    assert whole.faults - found.faults == Counter(
        {fault: 1 for fault in whole.faults if fault[0] in {"MT507", "MT509"}}
    )
    assert whole.kinds == found.kinds


KINDS: dict[str, Any] = {
    "campaign renamed": lambda program, campaign: program.name != campaign.name,
    "program renamed": lambda program, campaign: program.name != campaign.name,
    "cut at 80": lambda program, campaign: len(program.name) > 80 and program.name[:80] == campaign.name,
    "link lost": lambda program, campaign: program.campaign_id != campaign.id,
    "status missing": lambda program, campaign: (
        {one.name for one in campaign.member_statuses} != {"Sent", "Opened", "Clicked"} and bool(program)
    ),
    "type changed": lambda program, campaign: program.channel != campaign.type,
    "program cloned with its link": lambda one, two, campaign: (
        one.campaign_id == two.campaign_id == campaign.id and one.name != two.name
    ),
    "campaign doubled": lambda program, one, two: program.name == one.name == two.name and one.id != two.id,
    "campaign lost": lambda program: program.object == "program" and program.campaign_id is None,
    "program lost": lambda campaign: campaign.object == "campaign",
    "date moved": lambda program, campaign: program.start > campaign.start and program.name == campaign.name,
    "date moved in the name too": lambda program, campaign: (
        program.start > campaign.start
        and program.name[8:] == campaign.name[8:]
        and program.name != campaign.name
    ),
    "cost changed": lambda program, campaign: program.cost < campaign.actual_cost,
    "stopped on one side": lambda program, campaign: program.active and not campaign.active,
}


@pytest.mark.parametrize("kind", FAULTS)
def test_each_fault_is_what_it_is_called(kind: str) -> None:
    """Every pair with the fault shows it."""
    pairs = of_kind(kind, planted(400, links=True, share=0.5))

    assert pairs
    for records in pairs:
        assert KINDS[kind](*records), [str(one) for one in records]


def test_renamed_is_another_name() -> None:
    """Each way of renaming gives another name, and many of them keep the words."""
    name = "20260324_EMEA_WBN_Smart-Factories-Steel"
    found = {renamed(name, random.Random(seed)) for seed in range(300)}

    assert name not in found
    assert {
        "20260324_EMEA_WBN_Smart-Factories",
        "20260324_EMEA_WBN_Smart-Factories-Steel-Copy",
        "20260324_emea_wbn_smart-factories-steel",
        "20260324_EMEA_WBN_Smart-Factories-Steel ",
        "20260324_APAC_WBN_Smart-Factories-Steel",
    } <= found


def test_counting() -> None:
    """What was planted and found once is right; found twice, found elsewhere and not found is not."""
    portfolio = planted(3, links=True, share=0)
    records = sorted(map(str, portfolio.portfolio.programs))
    pairs = [portfolio.pairs[record] for record in records]
    faults = Counter({("MT503", pairs[0]): 1, ("MT504", pairs[1]): 1})
    findings = [
        Finding(code, "", record=records[at]) for code, at in [("MT503", 0), ("MT503", 0), ("MT502", 2)]
    ]

    found = score(portfolio._replace(faults=faults), findings)

    assert found.right == 1
    assert found.wrong == {("MT503", pairs[0]): 1, ("MT502", pairs[2]): 1}
    assert found.missed == {("MT504", pairs[1]): 1}
    assert (found.precision, found.recall) == (1 / 3, 1 / 2)
