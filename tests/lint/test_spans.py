"""Days between validities."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from mops_taxonomy.lint._spans import ahead, back, holes, is_over, overlapping
from mops_taxonomy.window import Window

DAY = date(2026, 1, 1)


def window(since: int | None, until: int | None) -> Window:
    """A window from one day of 2026 to another, counted from 0."""
    first, last = (None if day is None else DAY + timedelta(days=day) for day in (since, until))
    return Window(first, last)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ((0, 5), (5, 9), True),
        ((0, 5), (6, 9), False),
        ((None, 5), (None, 3), True),
        ((None, 5), (6, None), False),
        ((None, None), (3, 3), True),
    ],
)
def test_windows_meet_on_a_common_day(
    one: tuple[int | None, int | None], other: tuple[int | None, int | None], *, expected: bool
) -> None:
    """First and last days count, open ends have no end, and it does not matter which comes first."""
    assert window(*one).meets(window(*other)) is expected
    assert window(*other).meets(window(*one)) is expected


def test_overlapping_are_those_with_a_day_in_common() -> None:
    """What stands alone is left out, also between two that overlap others."""
    windows = {"a": (0, 9), "b": (2, 3), "c": (9, 12), "d": (13, 14), "e": (20, None), "f": (30, 30)}

    assert overlapping((name, window(*days)) for name, days in windows.items()) == {"a", "b", "c", "e", "f"}


def test_holes_are_days_in_no_window() -> None:
    """Days before the first and after the last are none; neighbours leave no hole, whatever the order."""
    windows = [window(8, 9), window(0, 3), window(1, 2), window(4, 5), window(20, None)]

    assert list(holes(windows)) == [
        (DAY + timedelta(days=6), DAY + timedelta(days=7)),
        (DAY + timedelta(days=10), DAY + timedelta(days=19)),
    ]
    assert list(holes([window(None, 3), window(2, None)])) == []


def test_the_calendar_has_ends() -> None:
    """The day after the last and before the first stay where they are."""
    assert (ahead(DAY), back(DAY)) == (date(2026, 1, 2), date(2025, 12, 31))
    assert (ahead(date.max), back(date.min)) == (date.max, date.min)


def test_a_window_is_over_after_its_last_day() -> None:
    """On the last day it is not over; without one it never is."""
    assert not is_over(window(0, 0), DAY)
    assert is_over(window(0, 0), ahead(DAY))
    assert not is_over(window(0, None), date.max)
