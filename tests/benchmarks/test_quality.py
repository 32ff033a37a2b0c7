"""The figures of the benchmark of repairs, counted on cases made by hand."""

from __future__ import annotations

from typing import Any

import pytest

from tests.benchmarks.peers import PEERS
from tests.benchmarks.quality import Page, grouped
from tests.benchmarks.repairs import Outcome, outcomes
from tests.benchmarks.test_damage import TEXT, meant

NO_PEER = ((False, False),) * len(PEERS)
RIGHT = (TEXT, True)


def outcome(*mistakes: str, state: str = "wrong", enough: bool = True, **more: Any) -> Outcome:
    """What became of one damaged name."""
    return Outcome(mistakes, meant(), "damaged", state, enough, **{"peers": NO_PEER, **more})


FOUND = [
    outcome(
        "case", blamed=True, rank=0, proposals=(RIGHT,), seconds=0.001, peers=((True, True),) * len(PEERS)
    ),
    outcome("case", state="noted", rank=1, proposals=(("other", True), (TEXT, False)), seconds=0.002),
    outcome("case", blamed=True, rank=3, proposals=(("x", False),) * 3 + (RIGHT,), seconds=0.003),
    outcome("case", state="valid", blamed=True, rank=0, seconds=9.0),
    outcome("case", state="near", rank=0, proposals=(("other", True),), seconds=0.004),
    outcome("cut", enough=False, blamed=True),
    outcome("case", "a label", blamed=True, rank=0, proposals=((TEXT, False),), seconds=0.005),
    outcome("case", "a clone"),
]
LINES = [
    "| the right field is blamed | 75.0 % | 98 % | 50.0 % | |",
    "| the first repair is the right name (where enough is left) | 33.3 % | 95 % | 50.0 % | 85 % |",
    "| it is among the first three (where enough is left) | 66.7 % | | 50.0 % | |",
    "| repairs called safe that are the right name | 66.67 % (2 of 3) | 99.9 % | none | 99.9 % |",
    "| case | 3 | 66.7 % | 33.3 % | 66.7 % | 3 | 1 | 1 | 1 |",
    "| cut \\* | 1 | 100.0 % | 0.0 % | 0.0 % | 0 | 0 | 0 | 0 |",
    "| a label | 0 |  |  |  | 0 | 0 | 0 | 0 |",
    "| mops_taxonomy | 66.7 % | 33.3 % |",
    *(f"| {peer} | 33.3 % | 33.3 % |" for peer in PEERS),
    "| characters | 20 | 40 |",
    "| milliseconds | 1.0 | 2.2 |",
]


@pytest.mark.parametrize("line", LINES)
def test_page(line: str) -> None:
    """Each figure is counted over the names that it is about; valid and near ones are left out."""
    text = Page(FOUND, 8, [(20, 1.0), (40, 2.22)]).text
    assert line in text.splitlines()


def test_what_is_left_out_is_counted() -> None:
    """Names that are valid, or near another, and the repairs called safe of the latter; times of what is wrong."""
    text = " ".join(Page(FOUND, 8, [(20, 1.0)]).text.split())
    assert "8 damaged names. Left out, and counted: 1 that were still valid names, and 1 that another" in text
    assert "names that are as near to another: 1, of which 1 are not the name meant." in text
    assert (
        "2.0 ms at the median (target 3), 5.0 ms at the 99th percentile (target 30), 5.0 ms at most." in text
    )


TOLD = f"""\
# A repair called safe is wrong: 2

## case: 2
- small / program / 1: `{meant().form.template}` (case, near)
    meant  {TEXT}
    became 'damaged'
    says   MT1
    repair SAFE other

"""


def test_what_went_wrong() -> None:
    """Failures are grouped by mistake, with an example for each form, the last one met."""
    safe = ("other", True)
    text = grouped(
        [
            outcome("case", proposals=(safe,), finding="MT0", blamed=True, rank=0),
            outcome("case", state="near", proposals=(safe,), finding="MT1"),
        ]
    )
    assert text.startswith(TOLD)
    assert [line for line in text.splitlines() if line.startswith("# ")] == [
        "# A repair called safe is wrong: 2",
        "# The right field is not blamed: 0",
        "# The first repair is wrong: 0",
        "# No repair: 0",
        "# The slowest",
    ]


def test_what_counts_as_a_failure() -> None:
    """Where too little is left to tell, no repair is expected; a right one further down is a failure."""
    text = grouped(
        [
            outcome("case", blamed=True, rank=1, proposals=(("x", False), (TEXT, False))),
            outcome("case", blamed=True),
            outcome("cut", enough=False),
            outcome("case", "a label", rank=0, proposals=(RIGHT,)),
        ]
    )
    assert [line for line in text.splitlines() if line.startswith("#")] == [
        "# A repair called safe is wrong: 0",
        "# The right field is not blamed: 2",
        "## cut: 1",
        "## two mistakes: 1",
        "# The first repair is wrong: 1",
        "## case: 1",
        "# No repair: 1",
        "## case: 1",
        "# The slowest",
    ]


def test_outcomes_of_a_name() -> None:
    """A name is damaged by every mistake that it gives occasion for, and by pairs; each is judged."""
    found = list(outcomes([meant()], 2))
    alone = {one.mistakes[0]: one for one in found if len(one.mistakes) == 1}
    assert 30 < len(alone) <= 39
    assert [one for one in found if len(one.mistakes) == 2]
    case = alone["case"]
    assert (case.state, case.blamed, case.rank, case.safe, case.safe_right) == ("wrong", True, 0, 1, 1)
    assert (case.counts, case.enough, len(case.peers)) == (True, True, len(PEERS))
    assert not alone["cut"].enough
