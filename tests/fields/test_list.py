"""Lists of values."""

from __future__ import annotations

from typing import Any

import pytest

from mops_taxonomy.algebra.automaton import build
from mops_taxonomy.fault import Misfit
from tests.fields.made import DAY, field, shown, spec, term

COUNTRIES = spec("term", terms={"DE": term(), "NO": term(until="2025-12-31"), "FI": term()}, accept=["case"])
WORDS = spec("text", characters="a-z+")


@pytest.mark.parametrize(
    ("own", "text", "values"),
    [
        ({"of": COUNTRIES}, "DE", ("DE",)),
        ({"of": COUNTRIES}, "FI+DE", ("FI", "DE")),
        ({"of": COUNTRIES, "separator": ", "}, "DE, FI", ("DE", "FI")),
        ({"of": spec("integer", width=2)}, "01+02+03", (1, 2, 3)),
        ({"of": spec("text", characters="a-z")}, "x+y", ("x", "y")),
    ],
)
def test_read_and_written(own: dict[str, Any], text: str, values: tuple[Any, ...]) -> None:
    """Values keep their order, and their own type."""
    kind = field("list", **own)
    assert build(kind.language).accepts(text)
    assert kind.decode(text) == values
    assert kind.encode(values) == kind.encode(list(values)) == kind.encode(iter(values)) == text


@pytest.mark.parametrize(
    ("own", "counts"),
    [({}, {1, 2, 3, 4, 5}), ({"min": 2}, {2, 3, 4, 5}), ({"max": 3}, {1, 2, 3}), ({"min": 2, "max": 2}, {2})],
)
def test_counts(own: dict[str, Any], counts: set[int]) -> None:
    """As many values as `min` and `max` allow are read and written."""
    kind = field("list", of=COUNTRIES, **own)
    automaton = build(kind.language)
    for count in range(6):
        text = "+".join(["DE"] * count)
        assert automaton.accepts(text) is (count in counts)
        if count in counts:
            assert kind.encode(["DE"] * count) == text
        else:
            with pytest.raises(Misfit, match=f"^{count} values where "):
                kind.encode(["DE"] * count)


@pytest.mark.parametrize("value", ["DE", 5, None])
def test_values_that_are_no_lists(value: Any) -> None:
    """A text is no list of values."""
    with pytest.raises(Misfit, match="is not a list of values"):
        field("list", of=COUNTRIES).encode(value)


def test_a_faulty_item_is_refused_by_its_own_kind() -> None:
    """An item that does not fit is refused as its kind refuses it, suggestions too."""
    with pytest.raises(Misfit, match="'DEE' is not one of DE or FI") as caught:
        field("list", of={**COUNTRIES, "only": ["DE", "FI"]}).encode(["FI", "DEE"])
    assert [one.text for one in caught.value.suggestions] == ["DE"]


def test_unique() -> None:
    """A value stands once, in whatever spelling."""
    kind = field("list", of=COUNTRIES, unique=True)
    with pytest.raises(Misfit, match="DE, FI and DE: a value stands here twice"):
        kind.encode(["DE", "FI", "DE"])
    assert shown(kind.faults("DE+FI+de", DAY)) == [("bad_list", (6, 8), "de", [])]
    assert shown(kind.diagnose("DE+DE", DAY)) == [("bad_list", (3, 5), "DE", [])]
    assert list(field("list", of=COUNTRIES).faults("DE+DE", DAY)) == []


@pytest.mark.parametrize("unique", [False, True])
def test_an_item_that_has_no_value_is_a_fault(unique: bool) -> None:
    """Its value is not asked for."""
    kind = field("list", of=spec("date", format="{YYYY}{MM}{DD}"), unique=unique, separator=",")
    found = list(kind.faults("20260301,20260230", DAY))
    assert [(fault.name, fault.span) for fault in found] == [("bad_date", (9, 17))]


def test_faults_of_items_stand_in_their_places() -> None:
    """What is wrong with an item is found where the item stands."""
    kind = field("list", of=COUNTRIES)
    assert shown(kind.faults("DE+NO+FI", DAY)) == [("term_retired", (3, 5), "NO", [])]
    assert shown(kind.notes("DE+fi")) == [("accepted_case", (3, 5), "fi", ["FI"])]


@pytest.mark.parametrize(
    ("own", "text", "expected"),
    [
        ({}, "DE+FII", [("unknown_term", (3, 6), "FII", ["FI"])]),
        ({}, "XX+DE+YY", [("unknown_term", (0, 2), "XX", []), ("unknown_term", (6, 8), "YY", [])]),
        ({}, "DE++FI", [("bad_list", (3, 3), "", [])]),
        ({}, "DE+", [("bad_list", (3, 3), "", [])]),
        ({"min": 3}, "DE+FI", [("bad_list", (3, 5), "FI", [])]),
        ({"max": 1}, "DE+FI", [("bad_list", (3, 5), "FI", [])]),
        ({"max": 1}, "DE+FI+DE", [("bad_list", (3, 5), "FI", [])]),
    ],
)
def test_diagnose(own: dict[str, Any], text: str, expected: list[Any]) -> None:
    """Items that are wrong, missing, too few or too many."""
    assert shown(field("list", of=COUNTRIES, **own).diagnose(text, DAY)) == expected


@pytest.mark.parametrize(
    ("own", "text", "reason"),
    [
        ({"min": 3}, "DE+FI", "2 where at least 3 are expected"),
        ({"max": 1}, "DE+FI", "2 where at most 1 are allowed"),
        ({}, "DE+", "an item is missing"),
        ({"unique": True}, "DE+DE", "DE stands here twice"),
    ],
)
def test_reasons(own: dict[str, Any], text: str, reason: str) -> None:
    """The fault says what is wrong with the list."""
    (fault,) = field("list", of=COUNTRIES, **own).diagnose(text, DAY)
    assert fault.detail == {"reason": reason}


def test_items_may_hold_the_separator() -> None:
    """Where items may hold the separator, every way to take the text apart is a reading."""
    kind = field("list", of=WORDS, max=2)
    assert not kind.single
    assert set(kind.readings("a+b+c")) == {("a+b+c",), ("a+b", "c"), ("a", "b+c")}
    with pytest.raises(ValueError, match="is not 1 to 2 of: text"):
        kind.readings("A")


def test_very_many_readings_are_cut() -> None:
    """No more than 64 ways are looked at."""
    assert len(field("list", of=WORDS).readings("+".join("abcdefghijkl"))) == 64


def test_case_of_items() -> None:
    """The case of the list is that of its items, unless they have their own."""
    assert field("list", of=COUNTRIES, case="lower").encode(["DE", "FI"]) == "de+fi"
    assert field("list", of={**COUNTRIES, "case": "upper"}, case="lower").encode(["DE"]) == "DE"


@pytest.mark.parametrize(
    ("own", "words", "example"),
    [
        ({}, "at least 1 of: one of DE, NO or FI, with '+' between them", "DE"),
        ({"min": 2, "max": 3}, "2 to 3 of: one of DE, NO or FI, with '+' between them", "DE+DE"),
    ],
)
def test_describe(own: dict[str, Any], words: str, example: str) -> None:
    """What stands there, for people."""
    kind = field("list", of=COUNTRIES, **own)
    assert (kind.describe(), kind.example()) == (words, example)
