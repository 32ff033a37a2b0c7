"""Dates in another format than the one that is expected."""

from __future__ import annotations

from datetime import date

import pytest

from mops_taxonomy.fields.date_guess import Guess, guesses
from mops_taxonomy.period import Period

DAY = date(2026, 3, 24)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("nothing", []),
        ("2026-13-24", []),
        ("20261324", []),
        ("24/03/2026", [Guess(10, DAY, True)]),
        ("03/24/2026", [Guess(10, DAY, True)]),
        ("24.03.2026_EMEA", [Guess(10, DAY, True)]),
        ("24Mar2026", [Guess(9, DAY, True)]),
        ("24 March 2026", [Guess(13, DAY, True)]),
        ("24032026", [Guess(8, DAY, True)]),
        ("03242026", [Guess(8, DAY, True)]),
        ("03/04/2026", [Guess(10, date(2026, 3, 4), False), Guess(10, date(2026, 4, 3), False)]),
        ("03042026", [Guess(8, date(2026, 4, 3), False), Guess(8, date(2026, 3, 4), False)]),
    ],
)
def test_days(text: str, expected: list[Guess]) -> None:
    """What may be two days is told as two, and neither is sure."""
    assert [guess for guess in guesses(text, 0) if isinstance(guess.value, date)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Q14 2026", []),
        ("Q1 2026", [Guess(7, Period(2026, "Q", 1), True)]),
        ("2026-Q4", [Guess(7, Period(2026, "Q", 4), True)]),
        ("FY27Q1", [Guess(6, Period(2027, "Q", 1, fiscal=True), False)]),
        ("H2 2026", [Guess(7, Period(2026, "H", 2), True)]),
        ("2026W07", [Guess(7, Period(2026, "W", 7), True)]),
        ("Mar 2026", [Guess(8, Period(2026, "M", 3), True)]),
        ("2026 March", [Guess(10, Period(2026, "M", 3), True)]),
    ],
)
def test_periods(text: str, expected: list[Guess]) -> None:
    """Quarters, halves, weeks and months in the orders that people write them."""
    assert [guess for guess in guesses(text, 0) if isinstance(guess.value, Period)] == expected


def test_a_place_in_the_text() -> None:
    """The date is read where it stands."""
    assert next(guesses("EMEA_24.03.2026_x", 5)) == Guess(15, DAY, True)
