"""The day by which names are judged."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

import pandas as pd
import pytest

from mops_taxonomy.judgement import day_of_judgement

DAY = date(2026, 3, 24)
REVISIONS = {"r2": "2026-03-24"}


@pytest.mark.parametrize(
    ("asked", "record"),
    [
        (DAY, {"created": "2020-01-01"}),
        (datetime(2026, 3, 24, 10), None),  # noqa: DTZ001  exports know no time zone
        ("2026-03-24", None),
        ("2026-03-24T10:00:00Z", None),
        ("2026-03-24 10:00", None),
        ("r2", None),
        (None, {"created": "2026-03-24"}),
        (None, {"created": DAY}),
    ],
)
def test_a_day(asked: Any, record: dict[str, Any] | None) -> None:
    """What is asked for comes first, then the day of creation; a day may have a time."""
    assert day_of_judgement(asked, record, REVISIONS) == DAY


@pytest.mark.parametrize(
    "record",
    [None, {}, *({"created": null} for null in ("", None, float("nan"), pd.NaT, pd.NA))],
)
def test_today(record: dict[str, Any] | None) -> None:
    """Where nothing is known, it is today."""
    assert day_of_judgement(None, record, {}) == date.today()  # noqa: DTZ011  as the library does


@pytest.mark.parametrize("asked", ["2026-03-24garbage", "24.03.2026", "r3", "2026-02-30", pd.NaT, pd.NA])
def test_no_day(asked: Any) -> None:
    """Anything else is refused, with the revisions that there are."""
    with pytest.raises(ValueError, match=r"is not a day such as 2026-03-24, nor a revision \(r2\)"):
        day_of_judgement(asked, None, REVISIONS)
