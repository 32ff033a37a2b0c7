"""The days on which something applies."""

from __future__ import annotations

from datetime import date

import pytest

from mops_taxonomy.window import Window

SINCE, UNTIL = date(2026, 2, 1), date(2026, 12, 31)


@pytest.mark.parametrize(
    ("window", "before", "first", "last", "after"),
    [
        (Window(None, None), True, True, True, True),
        (Window(SINCE, None), False, True, True, True),
        (Window(None, UNTIL), True, True, True, False),
        (Window(SINCE, UNTIL), False, True, True, False),
        (Window(UNTIL, SINCE), False, False, False, False),
    ],
)
def test_holds(window: Window, before: bool, first: bool, last: bool, after: bool) -> None:
    """Both ends are included; an open end has no limit."""
    days = (date(2026, 1, 31), SINCE, UNTIL, date(2027, 1, 1))
    assert [window.holds(day) for day in days] == [before, first, last, after]
    assert window.always is (window == (None, None))


@pytest.mark.parametrize(
    ("since", "until", "window"),
    [
        (None, None, Window(None, None)),
        ("2026-02-01", None, Window(SINCE, None)),
        (None, "2026-12-31", Window(None, UNTIL)),
    ],
)
def test_of(since: str | None, until: str | None, window: Window) -> None:
    """The window of a specification, in which days are text."""
    assert Window.of({"since": since, "until": until}) == window
