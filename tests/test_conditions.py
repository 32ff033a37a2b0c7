"""Conditions on a record: they hold, do not hold, or depend on what is not known."""

from __future__ import annotations

from typing import Any

import pandas as pd
import pytest

from mops_taxonomy.conditions import undecided


@pytest.mark.parametrize(
    ("when", "record", "expected"),
    [
        ({}, None, {}),
        ({}, {"team": "field"}, {}),
        ({"team": ["field", "web"]}, {"team": "web"}, {}),
        ({"team": ["field"]}, {"team": "web"}, None),
        ({"team": ["field"]}, {"team": "Field"}, None),
        ({"team": ["field"]}, None, {"team": ("field",)}),
        ({"team": ["field"]}, {"team": None}, {"team": ("field",)}),
        ({"team": ["field"]}, {"team": ""}, {"team": ("field",)}),
        ({"team": ["nan"]}, {"team": float("nan")}, {"team": ("nan",)}),
        ({"team": ["field"]}, {"team": pd.NA}, {"team": ("field",)}),
        ({"team": ["a", "b"], "channel": ["DM"]}, {"channel": "DM"}, {"team": ("a", "b")}),
        ({"team": ["a"], "channel": ["DM"]}, {"channel": "EML"}, None),
        ({"paid": ["true"]}, {"paid": True}, {}),
        ({"paid": ["true"]}, {"paid": False}, None),
        ({"year": ["2026"]}, {"year": 2026}, {}),
        ({"year": ["0"]}, {"year": 0}, {}),
    ],
)
def test_what_is_asked_and_not_known(
    when: dict[str, list[str]], record: dict[str, Any] | None, expected: dict[str, Any] | None
) -> None:
    """Nothing where the condition holds; None where it cannot hold, whatever else there is to know."""
    assert undecided(when, record) == expected
