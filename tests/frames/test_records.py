"""Columns in which each row says what is known of its record."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone
from typing import TYPE_CHECKING, Any

import pandas as pd
import polars as pl
import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from mops_taxonomy import Taxonomy
from mops_taxonomy.frames import check_column, check_frame, parse_column
from tests.frames.libraries import COLUMNS, plain, scalar
from tests.frames.test_columns import SEPARABLE

if TYPE_CHECKING:
    from collections.abc import Callable

DOCUMENT: dict[str, Any] = {
    **SEPARABLE,
    "channels": {"WBN": {"label": "Webinar"}, "EML": {"label": "Email"}},
    "conventions": {
        "dated": SEPARABLE["conventions"]["dated"],
        "channelled": {
            "forms": [
                {"name": "webinar", "template": "{region}_{title}_{topic}", "when": {"channel": "WBN"}},
                {"name": "other", "template": "{topic}_{title}_{id}"},
            ]
        },
    },
}
TAXONOMY = Taxonomy.load(DOCUMENT)
NAMES = ["EMEA_a-b_000017", "a_000017", "APJ_a_000017", "EMEA_x_Robotics", "Ships_x_000018", None, ""]
CREATED = ["2025-06-01", "2026-06-01", "", None, "2026-03-24T10:00:00", "2024-01-01"]
CHANNELS = ["WBN", "EML", None, ""]
ROWS = st.lists(
    st.tuples(st.sampled_from(NAMES), st.sampled_from(CREATED), st.sampled_from(CHANNELS)), max_size=12
)


@pytest.mark.parametrize("library", COLUMNS)
@given(rows=ROWS, name=st.sampled_from(TAXONOMY.conventions))
def test_each_row_is_judged_by_its_own_record(
    library: str, rows: list[tuple[str | None, str | None, str | None]], name: str
) -> None:
    """As the scalar engine judges it."""
    convention = TAXONOMY.convention(name)
    names, created, channels = ([row[at] for row in rows] for at in range(3))
    each = {"created": COLUMNS[library](created), "channel": channels, "owner": ["x"] * len(rows)}
    found = plain(check_column(convention, COLUMNS[library](names), records=each))
    expected = [
        scalar(convention, [text], {"record": {"created": day, "channel": channel}, "as_of": None})
        for text, day, channel in rows
    ]
    assert found == {column: [one[column][0] for one in expected] for column in found}


@pytest.mark.parametrize(
    "made",
    [
        lambda days: pd.Series(pd.to_datetime(days)),
        lambda days: pl.Series(days).str.to_date(),
        lambda days: pa.array([date.fromisoformat(day) if day else None for day in days]),
        lambda days: [datetime.fromisoformat(day) if day else None for day in days],
    ],
    ids=["pandas", "polars", "pyarrow", "list"],
)
def test_days_are_of_the_type_that_the_library_has(made: Callable[[list[str | None]], Any]) -> None:
    """Days, times and nulls."""
    convention = TAXONOMY.convention("dated")
    names = ["a_000017", "a_000017", "a_000017"]
    found = parse_column(convention, names, records={"created": made(["2025-06-01", "2026-06-01", None])})
    assert found["valid"] == [True, False, False]
    assert found["form"] == ["old", None, None]


def test_columns_of_a_frame_say_what_is_known() -> None:
    """By their names."""
    frame = pd.DataFrame({"ad": ["a_000017", "a_000017"], "Created At": ["2025-06-01", "2026-06-01"]})
    checked = check_frame(frame, {"ad": TAXONOMY.convention("dated")}, records={"created": "Created At"})
    assert checked["ad.valid"].tolist() == [True, False]


def test_a_day_asked_for_goes_before_the_record() -> None:
    """As in `Convention.parse`."""
    found = parse_column(
        TAXONOMY.convention("dated"), ["a_000017"], records={"created": ["2026-06-01"]}, as_of="2025-06-01"
    )
    assert found["valid"] == [True]


@pytest.mark.parametrize(
    ("records", "message"),
    [
        ({"created": ["2026-06-01"]}, "records: created has 1 rows for 2 names"),
        (
            {"created": ["2026-06-01", "soon"]},
            "records: created, row 2: 'soon' is not a day such as 2026-03-24",
        ),
        (
            {"Created": ["2026-06-01"] * 2},
            "records: nothing is asked about 'Created'; did you mean 'created'?",
        ),
    ],
)
def test_records_that_cannot_be_used_are_refused(records: dict[str, Any], message: str) -> None:
    """Before any name is read."""
    with pytest.raises(ValueError, match=r"^records") as raised:
        parse_column(TAXONOMY.convention("dated"), ["a_000017", None], records=records)
    assert str(raised.value) == message


@pytest.mark.parametrize("record", ["x", ["created"]])
def test_a_record_that_is_none_is_refused(record: Any) -> None:
    """It is a mapping."""
    with pytest.raises(
        TypeError, match=r"^record is a mapping, such as \{'channel': 'WBN'\}, not a (str|list)$"
    ):
        parse_column(TAXONOMY.convention("dated"), ["a_000017"], record=record)


def test_a_key_may_be_anything() -> None:
    """What nobody asks for is passed over."""
    records: Any = {5: ["x"], "created": ["2025-06-01"]}
    assert parse_column(TAXONOMY.convention("dated"), ["a_000017"], records=records)["valid"] == [True]


def test_times_are_days_where_they_were_told() -> None:
    """One instant is of two days in two zones; what is no number is unknown."""
    west = datetime(2025, 12, 31, 23, 30, tzinfo=timezone(timedelta(hours=-5)))
    east = west.astimezone(UTC)
    found = parse_column(
        TAXONOMY.convention("dated"), ["a_000017"] * 3, records={"created": [west, east, float("nan")]}
    )
    assert found["valid"] == [True, False, False]
    unknown = parse_column(TAXONOMY.convention("dated"), ["a_000017"], records={"created": [pd.NA]})
    assert unknown["valid"] == [False]


def test_what_nobody_asks_for_is_passed_over() -> None:
    """Also what is spelt much like what is asked for, where that is given."""
    each = {"created": ["2025-06-01"], "createdAt": ["x"], "created_by": ["y"]}
    assert parse_column(TAXONOMY.convention("dated"), ["a_000017"], records=each)["valid"] == [True]
    each = {"created_by": ["y"]}
    assert parse_column(TAXONOMY.convention("dated"), ["a_000017"], records=each)["valid"] == [False]
