"""The written form of dates and periods."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from mops_taxonomy.algebra.automaton import build
from mops_taxonomy.errors import TemplateSyntaxError
from mops_taxonomy.fields.date_format import MONTHS, TOKENS, DateFormat
from mops_taxonomy.period import Period

DAY = date(2026, 3, 4)


@pytest.mark.parametrize(
    ("source", "text", "value"),
    [
        ("{YYYY}{MM}{DD}", "20260304", DAY),
        ("{YYYY}-{M}-{D}", "2026-3-4", DAY),
        ("{DD}.{MM}.{YY}", "04.03.26", DAY),
        ("{D}{Mon}{YYYY}", "4Mar2026", DAY),
        ("{DD}{MON}{YY}", "04MAR26", DAY),
        ("{mon}{D}-{YY}", "mar4-26", DAY),
        ("{Month} {D}, {YYYY}", "March 4, 2026", DAY),
        ("{MONTH}{DD}{YYYY}", "MARCH042026", DAY),
        ("{month}_{D}_{YYYY}", "march_4_2026", DAY),
        ("{YYYY}", "2026", Period(2026)),
        ("{YY}", "26", Period(2026)),
        ("FY{FYYY}", "FY2027", Period(2027, fiscal=True)),
        ("FY{FY}", "FY27", Period(2027, fiscal=True)),
        ("{YYYY}{MM}", "202603", Period(2026, "M", 3)),
        ("{Mon}{YY}", "May26", Period(2026, "M", 5)),
        ("{Month}{YY}", "May26", Period(2026, "M", 5)),
        ("{MM}", "03", Period(None, "M", 3)),
        ("{M}", "12", Period(None, "M", 12)),
        ("{mon}", "dec", Period(None, "M", 12)),
        ("{YYYY}-Q{Q}", "2026-Q1", Period(2026, "Q", 1)),
        ("{QQ}{YY}", "0426", Period(2026, "Q", 4)),
        ("FY{FY}Q{Q}", "FY27Q1", Period(2027, "Q", 1, fiscal=True)),
        ("Q{Q}", "Q3", Period(None, "Q", 3)),
        ("{YYYY}H{H}", "2026H2", Period(2026, "H", 2)),
        ("H{H}FY{FYYY}", "H1FY2027", Period(2027, "H", 1, fiscal=True)),
        ("H{H}", "H2", Period(None, "H", 2)),
        ("{YYYY}W{WW}", "2026W53", Period(2026, "W", 53)),
        ("W{WW}", "W53", Period(None, "W", 53)),
        ("{YY}{WW}", "2601", Period(2026, "W", 1)),
        ("[{YYYY}].*", "[2026].*", Period(2026)),
        ("{YYYY}{M}{DD}", "20261104", date(2026, 11, 4)),
    ],
)
def test_read_and_written(source: str, text: str, value: date | Period) -> None:
    """Every token reads what it writes, and the language of the format holds it."""
    form = DateFormat.parse(source)
    assert form.read(text) == value
    assert form.write(value) == text
    assert build(form.language).accepts(text)


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("{YYYY}{MM}{DD}", "2026034"),
        ("{YYYY}{MM}{DD}", "20261304"),
        ("{YYYY}{MM}{DD}", "20260300"),
        ("{YYYY}{MM}{DD}", "20260332"),
        ("{YYYY}{MM}{DD}", "02260304"),
        ("{YYYY}{MM}{DD}", "٢٠٢٦0304"),
        ("{YYYY}{MM}{DD}", "20260304 "),
        ("{YYYY}{MM}{DD}", "20260304\n"),
        ("{YYYY}-{M}", "2026-03"),
        ("{YYYY}-{M}", "2026-13"),
        ("{D}.{M}.{YY}", "04.3.26"),
        ("{Mon}{YY}", "mar26"),
        ("{Mon}{YY}", "March26"),
        ("{Month}{YY}", "Mar26"),
        ("Q{Q}", "Q0"),
        ("Q{Q}", "Q5"),
        ("H{H}", "H3"),
        ("{QQ}", "5"),
        ("W{WW}", "W0"),
        ("W{WW}", "W54"),
        ("W{WW}", "W5"),
        ("FY{FY}Q{Q}", "fy27q1"),
        ("a{YYYY}", "b2026"),
    ],
)
def test_another_shape(source: str, text: str) -> None:
    """A text of another shape is no date, and no reason is given; nor does the language hold it."""
    form = DateFormat.parse(source)
    assert form.read(text) is None
    assert not build(form.language).accepts(text)


@pytest.mark.parametrize(
    ("source", "text", "reason"),
    [
        ("{YYYY}{MM}{DD}", "20260230", "February 2026 has 28 days"),
        ("{YYYY}{MM}{DD}", "20240230", "February 2024 has 29 days"),
        ("{YYYY}{MM}{DD}", "21000229", "February 2100 has 28 days"),
        ("{YYYY}{MM}{DD}", "20260431", "April 2026 has 30 days"),
        ("{D}{Mon}{YY}", "31Jun26", "June 2026 has 30 days"),
        ("{YYYY}W{WW}", "2025W53", "2025 has 52 weeks"),
        ("{YYYY}{MM}{DD}", "99990231", "February 9999 has 28 days"),
    ],
)
def test_no_real_day(source: str, text: str, reason: str) -> None:
    """Of the right shape, but the calendar has no such day or week."""
    form = DateFormat.parse(source)
    with pytest.raises(ValueError, match=f"^{reason}$"):
        form.read(text)
    assert build(form.language).accepts(text)


def test_every_day_of_leap_and_other_years() -> None:
    """Every day is written and read back, 29 February in leap years and only there."""
    form = DateFormat.parse("{YYYY}{MM}{DD}")
    for year in (2023, 2024, 2000, 2100):
        day, count = date(year, 1, 1), 0
        while day.year == year:
            assert form.read(form.write(day)) == day
            day, count = day + timedelta(days=1), count + 1
        assert count == (366 if year in {2024, 2000} else 365)


@pytest.mark.parametrize("year", range(2015, 2045))
def test_week_53(year: int) -> None:
    """Week 53 is read in the years that have one."""
    form = DateFormat.parse("{YYYY}W{WW}")
    try:
        date.fromisocalendar(year, 53, 1)
    except ValueError:
        with pytest.raises(ValueError, match="has 52 weeks"):
            form.read(f"{year}W53")
    else:
        assert form.read(f"{year}W53") == Period(year, "W", 53)


@pytest.mark.parametrize(
    "source", ["{Mon}", "{MON}", "{mon}", "{Month}", "{MONTH}", "{month}", "{MM}", "{M}"]
)
def test_every_month(source: str) -> None:
    """Each month is written and read back by every token."""
    form = DateFormat.parse(source)
    written = [form.write(Period(None, "M", number)) for number in range(1, 13)]
    assert len(set(written)) == 12
    assert [form.read(text) for text in written] == [Period(None, "M", number) for number in range(1, 13)]


def test_months_begin_as_they_are_abbreviated() -> None:
    """The months are those of the English calendar."""
    assert [date(2026, n, 1).strftime("%m") for n in range(1, 13)] == [
        f"{n:02}" for n in range(1, len(MONTHS) + 1)
    ]
    assert (MONTHS[0], MONTHS[11]) == ("January", "December")


KNOWN = ", ".join(f"{{{name}}}" for name in TOKENS)


@pytest.mark.parametrize(
    ("source", "offset", "message"),
    [
        ("{YYYY}{mm}", 6, f"{{mm}} is no part of a date; known are {KNOWN}"),
        ("{}", 0, f"{{}} is no part of a date; known are {KNOWN}"),
        ("{YYYY}{YY}", 6, "the year stands here twice"),
        ("{MM}{Mon}", 4, "the month stands here twice"),
        ("{Q}{QQ}", 3, "the quarter stands here twice"),
        ("2026", 0, "a date format needs at least one part such as {YYYY}"),
        ("", 0, "a date format needs at least one part such as {YYYY}"),
        ("{DD}", 0, "day together are no date and no period"),
        ("{MM}{DD}", 0, "day and month together are no date and no period"),
        ("{YYYY}{DD}", 0, "day and year together are no date and no period"),
        ("{FY}{MM}", 0, "fiscal year and month together are no date and no period"),
        ("{FY}{MM}{DD}", 0, "day and fiscal year and month together are no date and no period"),
        ("{YYYY}{FY}", 0, "fiscal year and year together are no date and no period"),
        ("{YYYY}{Q}{MM}", 0, "month and quarter and year together are no date and no period"),
        ("{FY}W{WW}", 0, "fiscal year and week together are no date and no period"),
        ("{YYYY", 0, "this `{` has no partner"),
        ("{YYYY}}", 6, "this `}` has no partner"),
        ("a}b{YYYY}", 1, "this `}` has no partner"),
    ],
)
def test_refusals(source: str, offset: int, message: str) -> None:
    """A faulty format is refused at the character at fault."""
    with pytest.raises(TemplateSyntaxError) as caught:
        DateFormat.parse(source)
    assert (caught.value.message, caught.value.offset) == (message, offset)


@pytest.mark.parametrize(
    ("source", "value", "reason"),
    [
        ("{YYYY}{MM}{DD}", Period(2026, "M", 3), "2026-03 is not of the form {YYYY}{MM}{DD}"),
        ("{YYYY}", DAY, "2026-03-04 is not of the form {YYYY}"),
        ("Q{Q}", Period(2026, "Q", 1), "2026-Q1 is not of the form Q{Q}"),
        ("{YYYY}Q{Q}", Period(2026, "Q", 1, fiscal=True), "FY2026-Q1 is not of the form {YYYY}Q{Q}"),
        ("FY{FY}", Period(2026), "2026 is not of the form FY{FY}"),
        ("{YY}", Period(1999), "a two-digit year stands for 2000 to 2099, not 1999"),
        ("{YY}{MM}{DD}", date(2100, 1, 1), "a two-digit year stands for 2000 to 2099, not 2100"),
        ("FY{FY}", Period(2100, fiscal=True), "a two-digit year stands for 2000 to 2099, not 2100"),
    ],
)
def test_not_written(source: str, value: date | Period, reason: str) -> None:
    """A value of another precision, or a year that two digits cannot say, is not written."""
    with pytest.raises(ValueError) as caught:  # noqa: PT011  the reason is compared in whole
        DateFormat.parse(source).write(value)
    assert str(caught.value) == reason


@pytest.mark.parametrize("value", [date(999, 1, 1), Period(999), Period(12345)])
def test_years_without_four_digits_are_not_written(value: date | Period) -> None:
    """Such a year would not be read back: it is not written."""
    form = DateFormat.parse("{YYYY}{MM}{DD}" if isinstance(value, date) else "{YYYY}")
    with pytest.raises(ValueError, match=r"999|12345"):
        form.write(value)


@pytest.mark.parametrize(
    ("source", "case", "text"),
    [
        ("FY{FY}Q{Q}", "lower", "fy27q1"),
        ("fy{FY}q{Q}", "upper", "FY27Q1"),
        ("FY{FY}Q{Q}", "title", "FY27Q1"),
        ("FY{FY}Q{Q}", None, "FY27Q1"),
    ],
)
def test_case_of_fixed_text(source: str, case: str | None, text: str) -> None:
    """Lower and upper case change the fixed text, title and none do not."""
    form = DateFormat.parse(source).cased(case)
    assert form.write(Period(2027, "Q", 1, fiscal=True)) == text
    assert form.read(text) == Period(2027, "Q", 1, fiscal=True)


@pytest.mark.parametrize(("case", "text"), [("lower", "mar"), ("upper", "MAR"), (None, "Mar")])
def test_case_of_month_names(case: str | None, text: str) -> None:
    """The names of months are written in the case asked for."""
    form = DateFormat.parse("{Mon}").cased(case)
    assert form.write(Period(None, "M", 3)) == text
    assert form.read(text) == Period(None, "M", 3)


@pytest.mark.parametrize(
    ("source", "text", "reason"),
    [
        ("{YYYY}{MM}{DD}", "20261301", "there is no month 13"),
        ("{YYYY}{MM}{DD}", "20260132", "there is no day 32"),
        ("{YYYY}Q{Q}", "2026Q7", "there is no quarter 7"),
        ("{YYYY}H{H}", "2026h3", "there is no half 3"),
        ("{Mon}{YY}", "Foo26", "there is no month Foo"),
        ("{YYYY}W{WW}", "2026W54", "there is no week 54"),
        ("{YYYY}{MM}{DD}", "20260101", None),
        ("{YYYY}{MM}{DD}", "2026", None),
    ],
)
def test_out_of_range(source: str, text: str, reason: str | None) -> None:
    """For a text of the shape, the number that does not exist is named."""
    assert DateFormat.parse(source).out_of_range(text) == reason


@pytest.mark.parametrize(
    ("source", "text", "recased"),
    [
        ("FY{FY}Q{Q}", "fy27q1", "FY27Q1"),
        ("{D}{Mon}{YY}", "4mAR26", "4Mar26"),
        ("{MON}{YY}", "mar26", "MAR26"),
        ("{Mon}{YY}", "foo26", "foo26"),
        ("{Mon}{YY}", "26", None),
    ],
)
def test_recased(source: str, text: str, recased: str | None) -> None:
    """The text in the case of the format; nothing where it has another shape."""
    assert DateFormat.parse(source).recased(text) == recased


@pytest.mark.parametrize(
    ("source", "precision"),
    [
        ("{YYYY}{MM}{DD}", "DMY"), ("{DD}{Mon}{YY}", "DMY"), ("FY{FY}Q{Q}", "FQ"), ("{FYYY}", "F"), ("{YY}", "Y"),
        ("Q{QQ}", "Q"), ("{YYYY}H{H}", "HY"), ("{WW}", "W"),
    ],
)  # fmt: skip
def test_precision(source: str, precision: str) -> None:
    """Formats that say the same things have one precision."""
    assert DateFormat.parse(source).precision == precision
