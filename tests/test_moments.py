"""The days that are looked at: one of every period in which other names are valid."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from mops_taxonomy.moments import MOST, moments
from tests.proofs.made import convention, term

TODAY = date(2026, 3, 1)
PLAIN = {"t": term("a")}


@pytest.mark.parametrize(
    ("fields", "form", "days"),
    [
        (PLAIN, {}, ["2026-03-01"]),
        (PLAIN, {"since": "2024-01-01"}, ["2026-03-01", "2023-12-31"]),
        (PLAIN, {"since": "2030-01-01"}, ["2026-03-01", "2030-01-01"]),
        (PLAIN, {"since": "2026-03-01"}, ["2026-03-01", "2026-02-28"]),
        (PLAIN, {"until": "2026-03-01"}, ["2026-03-01", "2026-03-02"]),
        (PLAIN, {"since": "2024-01-01", "until": "2024-12-31"}, ["2026-03-01", "2024-01-01", "2023-12-31"]),
        (PLAIN, {"since": "0001-01-01"}, ["2026-03-01"]),
        (PLAIN, {"until": "9999-12-31"}, ["2026-03-01"]),
        (
            {"t": term(terms={"a": {}, "b": {"since": "2020-01-01"}, "c": {"until": "2031-05-31"}})},
            {},
            ["2026-03-01", "2031-06-01", "2019-12-31"],
        ),
        (
            {
                "i": term(terms={"a": {"since": "2020-01-01"}}),
                "t": {"kind": "list", "of": "i", "separator": "+"},
            },
            {},
            ["2026-03-01", "2019-12-31"],
        ),
    ],
)
def test_days(fields: dict[str, Any], form: dict[str, str], days: list[str]) -> None:
    """Today, then the later periods, then the earlier ones, latest first."""
    made = convention(fields, {"template": "{t}", **form})
    assert [str(day) for day in moments(made, TODAY)] == days


def test_days_of_a_form() -> None:
    """Of a form only the days on which it is in force are looked at, however many others there are."""
    terms = {f"x{year}": {"since": f"{year}-01-01"} for year in range(1900, 2000)}
    form = {"template": "{t}", "until": "1901-06-30"}
    made = convention({"t": term(terms={"a": {}, **terms})}, form)
    days = [str(day) for day in moments(made, TODAY, made.forms)]
    assert days == ["1901-01-01", "1900-01-01", "1899-12-31"]
    assert len(moments(made, TODAY)) == MOST
