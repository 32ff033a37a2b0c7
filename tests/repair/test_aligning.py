"""How far the search for a name goes."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from mops_taxonomy import Taxonomy
from mops_taxonomy.repair import aligning
from mops_taxonomy.repair.aligning import Effort, alignments
from mops_taxonomy.repair.course import course
from tests.repair.conftest import SMALL

if TYPE_CHECKING:
    from mops_taxonomy.repair.track import Track

FIELDS = "abcdefghijkl"
MANY = {
    "taxonomy": "many",
    "fields": {field: {"kind": "text", "characters": "A-Za-z", "joiner": " "} for field in FIELDS},
    "conventions": {"ad": {"forms": ["_".join(f"{{{field}}}" for field in FIELDS)]}},
}


@pytest.fixture(name="track", scope="module")
def _track() -> Track:
    one = Taxonomy.load(SMALL).convention("closed")
    along = course(one, list(one.forms), date(2026, 3, 1))
    assert along is not None
    return along.track


def test_the_cheapest_comes_first(track: Track) -> None:
    """Ways come by their cost, and none that is dearer than the first by far."""
    found = list(alignments("EMEA-WBN_v2", track, 1.6, Effort()))

    assert [one.text for one in found][:1] == ["EMEA_WBN_v02"]
    assert [one.cost for one in found] == sorted(one.cost for one in found)


def test_nothing_dearer_than_asked(track: Track) -> None:
    """Two mistakes are dearer than one."""
    effort = Effort()

    assert list(alignments("EMEA-WBN_v2", track, 0.3, effort)) == []
    assert effort.all_seen


def test_effort_is_shared(track: Track) -> None:
    """What one search takes is not left for the next, which gives up and says so."""
    effort = Effort()
    assert [one.text for one in alignments("EMEA-WBN_v02", track, 0.4, effort)] == ["EMEA_WBN_v02"]
    assert effort.all_seen

    effort.left = 3
    assert list(alignments("EMEA-WBN_v02", track, 0.4, effort)) == []
    assert not effort.all_seen


@pytest.mark.parametrize("limit", ["MOST_STATES", "MOST_TOGETHER"])
def test_what_was_not_looked_at_may_be_as_near(monkeypatch: pytest.MonkeyPatch, limit: str) -> None:
    """Where the search is given up after a repair was found, the repair is told and not safe."""
    one = Taxonomy.load(SMALL).convention("closed")
    assert [(repair.text, repair.safe) for repair in one.repair("EMEA-WBN_v02")] == [("EMEA_WBN_v02", True)]

    monkeypatch.setattr(aligning, limit, 15)
    assert [(repair.text, repair.safe) for repair in one.repair("EMEA-WBN_v02")] == [("EMEA_WBN_v02", False)]


def test_work_is_bounded() -> None:
    """A text that might be cut in very many places costs no more than the limit, in all searches together."""
    one = Taxonomy.load(MANY).convention()
    along = course(one, list(one.forms), date(2026, 3, 1))
    assert along is not None
    effort = Effort()
    for _ in range(3):
        list(alignments(" ".join(["sale"] * 24), along.track, 1.6, effort))

    assert effort.left < 0
    assert not effort.all_seen
