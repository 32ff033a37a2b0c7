"""Waivers: what they are for, and when."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from mops_taxonomy.waivers import Waiver, Waivers

DAY = date(2026, 3, 24)


def spec(**given: Any) -> dict[str, Any]:
    """A waiver as the resolved taxonomy has it."""
    blank: dict[str, Any] = {
        "rules": ["MT1"],
        "names": [],
        "pattern": None,
        "when": {},
        "owner": "ops",
        "reason": "a pilot",
    }
    return {**blank, "since": None, "until": None, "frozen": False, **given}


CONCERNED = [
    pytest.param({"names": ["A", "B"]}, "B", {}, True, id="listed"),
    pytest.param({"names": ["A", "B"]}, "b", {}, False, id="in another case"),
    pytest.param({"pattern": "2020_*"}, "2020_EMEA", {}, True, id="a pattern"),
    pytest.param({"pattern": "2020_*"}, "2020_", {}, True, id="a star may be nothing"),
    pytest.param({"pattern": "2020_*"}, "x2020_a", {}, False, id="a pattern is for the whole name"),
    pytest.param({"pattern": "2020_*"}, "2020_a\nb", {}, True, id="a star may be a line end"),
    pytest.param({"pattern": "*_EMEA_*_x"}, "a_EMEA_b_EMEA_x_x", {}, True, id="several stars"),
    pytest.param({"pattern": "*_EMEA_*_x"}, "a_EMEA_x", {}, False, id="parts do not overlap"),
    pytest.param({"pattern": "**a**"}, "a", {}, True, id="two stars are one"),
    pytest.param({"pattern": "[old]?"}, "[old]?", {}, True, id="all but stars is itself"),
    pytest.param({"pattern": "[old]?"}, "o!", {}, False, id="no set and no single character"),
    pytest.param({"names": ["A"], "pattern": "b*"}, "A", {}, True, id="listed, or by the pattern"),
    pytest.param({"names": ["A"], "pattern": "b*"}, "bc", {}, True, id="by the pattern, or listed"),
    pytest.param({"when": {"team": ["web", "app"]}}, "A", {"team": "app"}, True, id="a record"),
    pytest.param({"when": {"team": ["web"]}}, "A", {"team": "app"}, False, id="another record"),
    pytest.param({"when": {"team": ["web"]}}, "A", {}, False, id="what is not known is not guessed"),
    pytest.param({"when": {"team": ["web"]}}, "A", {"team": ""}, False, id="what is blank is not guessed"),
    pytest.param({"names": ["A"], "when": {"team": ["web"]}}, "A", {"team": "web"}, True, id="both"),
    pytest.param({"names": ["A"], "when": {"team": ["web"]}}, "B", {"team": "web"}, False, id="one of both"),
]


@pytest.mark.parametrize(("given", "name", "record", "expected"), CONCERNED)
def test_names_concerned(given: dict[str, Any], name: str, record: dict[str, str], expected: bool) -> None:
    """A waiver is for names that are listed or fit the pattern, and for records that are as asked."""
    assert Waiver(spec(**given)).concerns(name, record) is expected


def test_long_names_and_many_stars() -> None:
    """A pattern that nearly fits is given up at once; trying every way would outlive the test run."""
    waiver = Waiver(spec(pattern="*a" * 30 + "*b"))
    assert not waiver.concerns("a" * 5_000, {})


RULES = [("MT102", ["MT102"], True), ("MT102", ["MT2", "MT1"], True), ("MT102", ["MT103"], False)]


@pytest.mark.parametrize(("code", "rules", "expected"), RULES)
def test_rules(code: str, rules: list[str], expected: bool) -> None:
    """Rules are named by their codes or the beginnings of these."""
    waivers = Waivers([spec(rules=rules, names=["A"])], DAY)
    assert (waivers.waives(code, "A", {}) is not None) is expected


DAYS = [
    pytest.param("2026-03-24", "2026-03-24", True, False, id="the only day"),
    pytest.param(None, "2026-03-23", False, True, id="ended yesterday"),
    pytest.param("2026-03-25", None, False, False, id="begins tomorrow"),
    pytest.param(None, None, True, False, id="without end"),
]


@pytest.mark.parametrize(("since", "until", "in_force", "ended"), DAYS)
def test_days(since: str | None, until: str | None, in_force: bool, ended: bool) -> None:
    """A waiver holds from its first day to its last, both included; one that has ended is remembered."""
    waivers = Waivers([spec(names=["A"], since=since, until=until)], DAY)
    assert (waivers.waives("MT102", "A", {}) is not None) is in_force
    assert (waivers.ended("MT102", "A", {}) is not None) is ended


def test_the_latest_end_is_told() -> None:
    """Of several waivers that have ended, the last one is named."""
    ends = ["2026-01-31", "2026-02-28", "2025-12-31"]
    waivers = Waivers([spec(names=["A"], until=until, owner=until[:7]) for until in ends], DAY)
    found = waivers.ended("MT102", "A", {})
    assert found is not None
    assert found.owner == "2026-02"


def test_unused() -> None:
    """What has waived nothing is unused, if it is in force; of two that fit, both are used."""
    specs = [spec(names=["A"]), spec(pattern="A*"), spec(names=["B"]), spec(names=["C"], until="2026-03-01")]
    waivers = Waivers(specs, DAY)
    assert waivers.waives("MT102", "A", {})
    assert [str(waiver) for waiver in waivers.unused] == ["MT1 for `B` (ops)"]


def test_records_are_asked_for() -> None:
    """Whether records matter is known beforehand: making them takes time."""
    assert not Waivers([spec(names=["A"])], DAY).ask_records
    assert Waivers([spec(names=["A"]), spec(when={"team": ["web"]})], DAY).ask_records


WORDS = [
    (spec(rules=["MT102", "MT2"], names=["B", "A"]), "MT102, MT2 for `A`, `B` (ops)"),
    (spec(names=["A", "B", "C", "D"]), "MT1 for `A`, `B` and 2 more (ops)"),
    (spec(pattern="2020_*", when={"team": ["web", "app"]}), "MT1 for `2020_*`, team web or app (ops)"),
]


@pytest.mark.parametrize(("given", "words"), WORDS)
def test_words(given: dict[str, Any], words: str) -> None:
    """A waiver is called by its rules, by what it is for, and by its owner."""
    assert str(Waiver(given)) == words
