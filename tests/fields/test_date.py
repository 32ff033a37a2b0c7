"""Fields of dates and periods."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

import pytest

from mops_taxonomy.fault import Misfit
from mops_taxonomy.period import Calendar, Period
from tests.fields.made import DAY, field, fits, shown

DAYS = ["{YYYY}{MM}{DD}", "{YYYY}-{MM}-{DD}"]
FISCAL = ["FY{FY}Q{Q}"]


@pytest.mark.parametrize(
    ("formats", "value", "text"),
    [
        (DAYS, date(2026, 3, 24), "20260324"),
        (DAYS, datetime(2026, 3, 24, 9, 30), "20260324"),  # noqa: DTZ001  a day is wanted, wherever the clock stands
        (DAYS, "2026-03-24", "20260324"),
        (FISCAL, Period(2027, "Q", 1, fiscal=True), "FY27Q1"),
        (FISCAL, "FY2027-Q1", "FY27Q1"),
        (["{YYYY}"], 2026, "2026"),
        (["{YYYY}"], "2026", "2026"),
        (["{YYYY}{MM}"], "2026-03", "202603"),
        (["Q{Q}"], "Q3", "Q3"),
        (["W{WW}"], "W05", "W05"),
    ],
)
def test_written(formats: list[str], value: Any, text: str) -> None:
    """A date, a period, or the text of either is written in the first format."""
    kind = field("date", formats=formats)
    assert kind.encode(value) == text
    assert kind.write(value) == text
    assert kind.encode(kind.decode(text)) == text


@pytest.mark.parametrize(
    ("formats", "value", "message"),
    [
        (DAYS, "20260324x", "'20260324x' is not a day, as 2026-03-24"),
        (DAYS, "2026-02-30", "'2026-02-30' is not a day, as 2026-03-24"),
        (DAYS, None, "None is not a day, as 2026-03-24"),
        (DAYS, 1.5, "1.5 is not a day, as 2026-03-24"),
        (DAYS, True, "True is not a day, as 2026-03-24"),
        (DAYS, "2026-03", "2026-03 cannot be written as {YYYY}{MM}{DD}; expected a date such as 20260324"),
        (DAYS, Period(2026), "2026 cannot be written as {YYYY}{MM}{DD}; expected a date such as 20260324"),
        (FISCAL, "2027-Q1", "2027-Q1 cannot be written as FY{FY}Q{Q}; expected a period such as FY26Q1"),
        (
            FISCAL,
            date(2026, 3, 24),
            "2026-03-24 cannot be written as FY{FY}Q{Q}; expected a period such as FY26Q1",
        ),
        (FISCAL, "Q1 2027", "'Q1 2027' is not a period, as 2026, 2026-03 or FY2027-Q1"),
        (FISCAL, "FY2127-Q1", "FY2127-Q1 cannot be written as FY{FY}Q{Q}; expected a period such as FY26Q1"),
    ],
)
def test_not_written(formats: list[str], value: Any, message: str) -> None:
    """What is no date of the field's precision is refused, saying what would be."""
    with pytest.raises(Misfit) as caught:
        field("date", formats=formats).encode(value)
    assert caught.value.message == message


def test_several_formats() -> None:
    """Each format is read; the other than the first is noted."""
    kind = field("date", formats=DAYS)
    assert kind.decode("20260324") == kind.decode("2026-03-24") == date(2026, 3, 24)
    assert shown(kind.notes("2026-03-24")) == [("other_format", (0, 10), "2026-03-24", ["20260324"])]
    assert shown(kind.notes("20260324")) == []


def test_one_text_may_be_several_days() -> None:
    """Where formats overlap, each real day is a reading; days that do not exist are none."""
    kind = field("date", formats=["{DD}{MM}{YYYY}", "{MM}{DD}{YYYY}"])
    assert kind.readings("03042026") == (date(2026, 4, 3), date(2026, 3, 4))
    assert kind.readings("03032026") == (date(2026, 3, 3),)
    assert kind.readings("24032026") == (date(2026, 3, 24),)
    with pytest.raises(ValueError, match="February 2026 has 28 days"):
        kind.readings("30022026")


@pytest.mark.parametrize(
    ("own", "text", "reason"),
    [
        ({}, "20260230", "February 2026 has 28 days"),
        ({"min": "2026-01-01"}, "20251231", "it is before 2026-01-01, the earliest allowed"),
        ({"min": "2026-01-01"}, "20260101", None),
        ({"max": "2026-12-31"}, "20270101", "it is after 2026-12-31, the latest allowed"),
        ({"max": "2026-12-31"}, "20261231", None),
        ({"formats": ["{YYYY}W{WW}"]}, "2025W53", "2025 has 52 weeks"),
        ({"formats": ["{YYYY}W{WW}"]}, "2026W53", None),
        ({"formats": ["{YYYY}Q{Q}"], "min": "2026-03-31"}, "2026Q1", None),
        (
            {"formats": ["{YYYY}Q{Q}"], "min": "2026-04-01"},
            "2026Q1",
            "it is before 2026-04-01, the earliest allowed",
        ),
        ({"formats": ["{YYYY}Q{Q}"], "max": "2026-04-01"}, "2026Q2", None),
        ({"formats": ["Q{Q}"], "min": "2026-04-01"}, "Q1", None),
        ({"formats": FISCAL, "max": "2026-01-31"}, "FY27Q1", "it is after 2026-01-31, the latest allowed"),
        ({"formats": FISCAL, "max": "2026-02-01"}, "FY27Q1", None),
    ],
)
def test_faults(own: dict[str, Any], text: str, reason: str | None) -> None:
    """Of the shape, but no real day, or outside of `min` and `max`; a period counts when any day of it is inside."""
    kind = field("date", calendar=Calendar(2, "end"), **own)
    faults = list(kind.faults(text, DAY))
    assert [(fault.name, fault.detail["reason"]) for fault in faults] == (
        [("bad_date", reason)] if reason else []
    )
    assert fits(kind, text, DAY) is (reason is None)


def test_values_outside_are_not_written() -> None:
    """A day before `min` is refused when writing, too."""
    with pytest.raises(Misfit) as caught:
        field("date", min="2026-01-01").encode(date(2025, 12, 31))
    assert (
        caught.value.message == "2025-12-31 cannot stand here: it is before 2026-01-01, the earliest allowed"
    )


@pytest.mark.parametrize(
    ("own", "text", "name", "reason"),
    [
        ({}, "20260230", "bad_date", "February 2026 has 28 days"),
        ({}, "20261301", "bad_date", "there is no month 13"),
        ({}, "20260100", "bad_date", "there is no day 00"),
        ({}, "2026031", "bad_date", "it has 7 digits, not 8"),
        ({}, "202603011", "bad_date", "it has 9 digits, not 8"),
        ({}, "٢٠٢٦0324", "bad_date", "its digits are not the plain 0 to 9"),
        ({}, "soon", "bad_date", "it is not written {YYYY}{MM}{DD}"),
        ({"formats": FISCAL}, "Q127", "bad_date", "it is not written FY{FY}Q{Q}"),
        ({"formats": FISCAL}, "FY27Q5", "bad_date", "there is no quarter 5"),
        ({"formats": FISCAL}, "fy27q5", "bad_date", "there is no quarter 5"),
    ],
)
def test_diagnose(own: dict[str, Any], text: str, name: str, reason: str) -> None:
    """Why a text is no date of the field."""
    (fault,) = field("date", **own).diagnose(text, DAY)
    assert (fault.name, fault.detail.get("reason")) == (name, reason)
    assert fault.span == (0, len(text))


@pytest.mark.parametrize(
    ("formats", "text", "right"),
    [(FISCAL, "fy27q1", "FY27Q1"), (["{D}{Mon}{YY}"], "4MAR26", "4Mar26"), (["{Mon}"], "june", None)],
)
def test_wrong_case(formats: list[str], text: str, right: str | None) -> None:
    """Where only the case is wrong, the text as it is right is proposed."""
    (fault,) = field("date", formats=formats).diagnose(text, DAY)
    assert fault.name == ("wrong_case" if right else "bad_date")
    assert [one.text for one in fault.suggestions] == ([right] if right else [])


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [("FY27Q1", date(2026, 2, 1), date(2026, 4, 30)), ("FY27Q4", date(2026, 11, 1), date(2027, 1, 31))],
)
def test_days(text: str, first: date, last: date) -> None:
    """A period speaks of its days in the taxonomy's calendar."""
    kind: Any = field("date", formats=FISCAL, calendar=Calendar(2, "end"))
    assert kind.days(kind.decode(text)) == (first, last)


def test_days_of_a_period_without_a_year() -> None:
    """A period without a year may be any time; a day is that day."""
    kind: Any = field("date", formats=["Q{Q}"])
    assert kind.days(kind.decode("Q1")) == (date.min, date.max)
    assert kind.days(date(2026, 3, 1)) == (date(2026, 3, 1), date(2026, 3, 1))


@pytest.mark.parametrize(
    ("formats", "words"),
    [
        (DAYS, "a date such as 20260324"),
        (FISCAL, "a period such as FY26Q1"),
        (["{YYYY}"], "a period such as 2026"),
        (["Q{Q}"], "a period such as Q1"),
        (["{Mon}{YY}"], "a period such as Jan26"),
        (["W{WW}"], "a period such as W01"),
    ],
)
def test_describe(formats: list[str], words: str) -> None:
    """What stands there, by example."""
    assert field("date", formats=formats).describe() == words


@pytest.mark.parametrize(("text", "likeness"), [("20269999", 1.0), ("hello", 0.0)])
def test_resembles(text: str, likeness: float) -> None:
    """A text of the shape resembles a date whatever its numbers; letters do not."""
    assert field("date").resembles(text) == likeness


@pytest.mark.parametrize(
    ("own", "exact"),
    [
        ({}, False),
        ({"formats": ["{YYYY}{MM}"]}, True),
        ({"formats": FISCAL}, True),
        ({"formats": ["W{WW}"]}, True),
        ({"formats": ["{YYYY}W{WW}"]}, False),
        ({"formats": ["{YYYY}"], "min": "2020-01-01"}, False),
        ({"formats": ["{YYYY}"], "except": ["2020"]}, False),
    ],
)
def test_exact(own: dict[str, Any], exact: bool) -> None:
    """Only where the shape says everything, the shape is enough."""
    assert field("date", **own).exact is exact


def test_excepted_dates() -> None:
    """A date that `except` names is refused as it is written."""
    kind = field("date", refused=["20260101"])
    assert shown(kind.faults("20260101", DAY)) == [("excluded_value", (0, 8), "20260101", [])]
    assert fits(kind, "20260102", DAY)


@pytest.mark.parametrize(
    ("text", "suggested"),
    [
        ("24-03-2026", ["20260324"]),
        ("Mar 24 2026", ["20260324"]),
        ("04-03-2026", ["20260304 (2026-03-04)", "20260403 (2026-04-03)"]),  # nobody can tell day from month
        ("260324", ["20260324 (2026-03-24)", "20240326 (2024-03-26)"]),
        ("20263003", []),
        ("soon", []),
    ],
)
def test_a_day_in_another_format_is_suggested(text: str, suggested: list[str]) -> None:
    """What is a day elsewhere is told as the field writes it; where it may be several, each with its day."""
    kind = field("date", formats=DAYS[:1])

    (fault,) = kind.diagnose(text, DAY)

    assert [str(one) for one in fault.suggestions] == suggested
