"""Whole numbers."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mops_taxonomy.algebra.ambiguity import is_unambiguous
from mops_taxonomy.algebra.automaton import build
from mops_taxonomy.fault import Misfit
from mops_taxonomy.fields.integer import MOST_DIGITS, between
from tests.fields.made import DAY, field, fits, shown


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 1_200), st.one_of(st.none(), st.integers(0, 1_200)))
def test_between_without_a_width(low: int, more: int | None) -> None:
    """The language holds the numbers between the bounds without leading zeros, each with one run."""
    high = None if more is None else low + more
    automaton = build(between(low, high, None))
    expected = {str(n) for n in range(low, (2_600 if high is None else high) + 1)}
    asked = {f"{n:0{width}}" for n in range(2_600) for width in (1, 4)}
    assert {text for text in asked if automaton.accepts(text)} == expected & asked
    assert is_unambiguous(automaton)


@settings(max_examples=60, deadline=None)
@given(st.integers(1, 3), st.data())
def test_between_with_a_width(width: int, data: st.DataObject) -> None:
    """With a width, exactly so many digits, leading zeros included."""
    low = data.draw(st.integers(0, 10**width - 1))
    high = data.draw(st.one_of(st.none(), st.integers(low, 2 * 10**width)))
    automaton = build(between(low, high, width))
    most = min(10**width - 1, 10**width if high is None else high)
    asked = {f"{n:0{size}}" for n in range(10**width) for size in range(1, width + 2)}
    assert {text for text in asked if automaton.accepts(text)} == {
        f"{n:0{width}}" for n in range(low, most + 1)
    }
    assert is_unambiguous(automaton)


@pytest.mark.parametrize(
    ("own", "value", "text"),
    [
        ({}, 0, "0"),
        ({}, 12, "12"),
        ({"width": 2}, 7, "07"),
        ({"formats": ["v{n}"], "width": 2, "min": 1}, 2, "v02"),
        ({"formats": ["{n}s"], "max": 60}, 60, "60s"),
        ({"formats": ["po#{n}", "POUS{n}"]}, 15, "po#15"),
        ({"formats": ["V{n}"], "case": "lower"}, 3, "v3"),
        ({"formats": ["v{n}"], "case": "upper"}, 3, "V3"),
        ({"formats": ["100%{n}%d"]}, 5, "100%5%d"),
        ({"formats": ["{n}{n}"]}, 5, "5{n}"),
    ],
)
def test_written_and_read(own: dict[str, Any], value: int, text: str) -> None:
    """The first format is written and read, by the quick way and the careful one."""
    kind = field("integer", **own)
    assert kind.encode(value) == text
    assert kind.write(value) == text
    assert kind.decode(text) == value
    assert build(kind.language).accepts(text)
    assert list(kind.faults(text, DAY)) == []


@pytest.mark.parametrize(
    ("value", "text"),
    [("7", "07"), ("007", "07"), (7, "07"), ("0", None), (0, None), (100, None), (-1, None)],
)
def test_values_as_text(value: str | int, text: str | None) -> None:
    """The decimal text of a number is a value too; what does not fit is refused."""
    kind = field("integer", width=2, min=1)
    if text is not None:
        assert kind.encode(value) == text
        return
    with pytest.raises(Misfit, match=f"^{value} is not a whole number from 1, written 01$"):
        kind.encode(value)


@pytest.mark.parametrize("value", [1.0, True, None, "x", "", "1.0", "-1", "²", "٣", (1,)])
def test_values_that_are_no_numbers(value: Any) -> None:
    """Neither truth values nor fractions nor other digits are whole numbers."""
    kind = field("integer")
    with pytest.raises(Misfit, match="is not a whole number"):
        kind.encode(value)
    with pytest.raises((LookupError, TypeError, ValueError)):
        kind.write(value)


def test_other_formats_are_noted() -> None:
    """A second format is read, and the first proposed."""
    kind = field("integer", formats=["po#{n}", "POUS{n}"])
    assert kind.decode("POUS15") == 15
    assert shown(kind.notes("POUS15")) == [("other_format", (0, 6), "POUS15", ["po#15"])]
    assert shown(kind.notes("po#15")) == []


def test_formats_that_differ_by_case() -> None:
    """Where only the case differs, the note says so."""
    assert shown(field("integer", formats=["v{n}", "V{n}"]).notes("V2")) == [
        ("accepted_case", (0, 2), "V2", ["v2"])
    ]


def test_one_text_may_be_several_numbers() -> None:
    """Where formats overlap, every number is a reading."""
    kind = field("integer", formats=["1{n}", "{n}1"])
    assert set(kind.readings("121")) == {21, 12}
    assert not kind.single


@pytest.mark.parametrize(
    ("own", "text", "reason", "suggested"),
    [
        ({}, "x", "it is not written {n}", []),
        ({}, "007", "it has leading zeros", ["7"]),
        ({}, "٣", "its digits are not the plain 0 to 9", []),
        ({"formats": ["v{n}"], "width": 2}, "v1", "it has 1 digit, not 2", ["v01"]),
        ({"formats": ["v{n}"], "width": 2}, "v001", "it has 3 digits, not 2", ["v01"]),
        ({"formats": ["v{n}"], "width": 2}, "v123", "it has 3 digits, not 2", []),
        ({"formats": ["v{n}"], "width": 2}, "V12", "wrong case", ["v12"]),
        ({"formats": ["v{n}"], "width": 2}, "12", "it is not written v{n}", []),
        ({"min": 5}, "4", "it is below 5", []),
        ({"max": 60}, "61", "it is above 60", []),
        ({"formats": ["{n}s"], "max": 60}, "1\n2s", "it is not written {n}s", []),
        ({}, "9" * (MOST_DIGITS + 1), f"it has more than {MOST_DIGITS} digits", []),
    ],
)
def test_diagnose(own: dict[str, Any], text: str, reason: str, suggested: list[str]) -> None:
    """Why a text is no number of the field, with the number as it would be right."""
    (fault,) = field("integer", **own).diagnose(text, DAY)
    assert (fault.name, fault.detail["reason"]) == ("bad_number", reason)
    assert [one.text for one in fault.suggestions] == suggested
    assert fault.span == (0, len(text))


def test_longer_than_any_number() -> None:
    """A number of more digits than Python reads is a fault, not a crash."""
    kind = field("integer")
    (fault,) = kind.faults("9" * (MOST_DIGITS + 1), DAY)
    assert fault.detail["reason"] == f"it has more than {MOST_DIGITS} digits"
    assert kind.decode("9" * MOST_DIGITS) == 10**MOST_DIGITS - 1


@pytest.mark.parametrize(
    ("own", "words"),
    [
        ({}, "a whole number, written 1"),
        ({"max": 60, "formats": ["{n}s"]}, "a whole number from 0 to 60, written 1s"),
        ({"min": 1, "width": 2, "formats": ["v{n}"]}, "a whole number from 1, written v01"),
        ({"min": 5, "max": 9}, "a whole number from 5 to 9, written 5"),
    ],
)
def test_describe(own: dict[str, Any], words: str) -> None:
    """What stands there, for people."""
    assert field("integer", **own).describe() == words


@pytest.mark.parametrize(
    "own", [{}, {"width": 3, "min": 7, "max": 120}, {"formats": ["v{n}", "{n}x"], "max": 50}]
)
def test_what_is_written_is_read(own: dict[str, Any]) -> None:
    """Every number within the bounds is written to a text that is read as the same number."""
    kind = field("integer", **own)
    automaton = build(kind.language)
    for number in range(own.get("min", 0), own.get("max", 130) + 1):
        text = kind.encode(number)
        assert kind.write(number) == text
        assert kind.decode(text) == number
        assert automaton.accepts(text)


@pytest.mark.parametrize(
    ("value", "own"), [(121, {"max": 120}), (6, {"min": 7}), (1000, {"width": 3}), (-1, {})]
)
def test_what_is_out_of_bounds_is_not_written(value: int, own: dict[str, Any]) -> None:
    """Neither way writes a number outside of the bounds."""
    kind = field("integer", **own)
    with pytest.raises(Misfit):
        kind.encode(value)
    with pytest.raises(ValueError, match=str(value)):
        kind.write(value)


def test_excepted_numbers() -> None:
    """`except` refuses a number as it is written, in either case."""
    kind = field("integer", formats=["v{n}"], refused=["v13"])
    assert shown(kind.faults("V13", DAY)) == [("excluded_value", (0, 3), "V13", [])]
    assert fits(kind, "v14", DAY)
