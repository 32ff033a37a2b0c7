"""The engine finds exactly the readings that trying everything finds."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from hypothesis import given
from hypothesis import strategies as st

from tests.property.oracle import Oracle
from tests.property.situations import Situation, short_texts, small_situations

if TYPE_CHECKING:
    from collections.abc import Iterable

MANY = 40
"""The engine need not list more readings of one text than this."""


def oracle_of(situation: Situation) -> Oracle:
    """The naive reader of a situation's convention."""
    day = situation.convention.day(situation.record, situation.as_of)
    return Oracle(situation.taxonomy.resolved, situation.convention.id, situation.record, day)


def same(found: Iterable[dict[str, Any]], expected: list[dict[str, Any]]) -> bool:
    """Whether both hold the same readings, in whatever order."""
    left = list(expected)
    for one in found:
        if one not in left:
            return False
        left.remove(one)
    return not left


@given(st.data(), small_situations())
def test_the_readings_are_those_found_by_trying_everything(data: st.DataObject, situation: Situation) -> None:
    """All values of all readings that no preference rules out, and no others."""
    text = data.draw(short_texts(situation))
    expected = oracle_of(situation).readings(text)
    if len(expected) < MANY:
        found = [name.values for name in situation.convention.readings(text, **situation.asked)]
        assert same(found, expected), f"{text!r}: {found}, not {expected}"


@given(st.data(), small_situations())
def test_a_form_proved_to_have_one_reading_has_no_other(data: st.DataObject, situation: Situation) -> None:
    """Where `one_reading` says so, trying everything divides a text in one way at most."""
    text = data.draw(short_texts(situation))
    oracle = oracle_of(situation)
    for number, form in enumerate(situation.convention.forms):
        if form.one_reading:
            ways = {
                tuple(place[:3] for place in found.places if place.path)
                for found in oracle.read(text, number)
            }
            assert len(ways) <= 1, f"{text!r} is divided as {ways}"
