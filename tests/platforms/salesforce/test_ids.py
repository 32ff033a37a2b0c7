"""Ids of Salesforce in their two forms."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mops_taxonomy.platforms.salesforce.ids import is_id, long_form, restored

IDS = st.text("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz", min_size=15, max_size=15)


@pytest.mark.parametrize(
    ("short", "long"),
    [
        ("701000000000001", "701000000000001AAA"),
        ("7015e000001XyZa", "7015e000001XyZaAAK"),
        ("AAAAAbbbbbAbAbA", "AAAAAbbbbbAbAbA5AV"),
        ("701ABCDEFGHIJKL", "701ABCDEFGHIJKLY55"),
    ],
)
def test_long_form(short: str, long: str) -> None:
    """Each group of five has a character that says which of them are capital letters."""
    assert long_form(short) == long
    assert long_form(long) == long


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("7011234567890ABC", "no id of Salesforce: those have 15 or 18 letters and digits"),
        ("70100000000000é", "no id of Salesforce: those have 15 or 18 letters and digits"),
        ("", "no id of Salesforce: those have 15 or 18 letters and digits"),
        ("701000000000001AAB", "no id of Salesforce: its last three characters would have to be AAA"),
        ("7015E000001XYZAAAK", "no id of Salesforce: its last three characters would have to be QA4"),
    ],
)
def test_no_id(text: str, reason: str) -> None:
    """What has another length, other characters or the wrong check characters is no id, and it is said why."""
    with pytest.raises(ValueError, match=f"^{reason}$"):
        long_form(text)
    assert not is_id(text)


@given(IDS)
def test_case_that_was_lost_comes_back(short: str) -> None:
    """The check characters say which letters were capital, whatever became of their case."""
    long = long_form(short)

    assert restored(long.upper()) == restored(long.lower()) == long


@pytest.mark.parametrize("text", ["701000000000001", "701000000000001ZZZ", "701000000000001999", "x"])
def test_nothing_to_restore(text: str) -> None:
    """Without check characters, or with some that mark digits as capital letters, nothing is known of the case."""
    assert restored(text) is None
