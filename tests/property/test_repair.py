"""What holds of repairs, whatever the convention."""

from __future__ import annotations

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from tests.property.situations import Situation, names, situations, texts

EXAMPLES = settings().max_examples // 2
"""Each convention is made ready for repairs anew, which takes a moment."""


@settings(max_examples=EXAMPLES)
@given(st.data(), situations(simple=True))
def test_a_repair_is_valid(data: st.DataObject, situation: Situation) -> None:
    """Every repair of anything is a valid name, and different from what it repairs."""
    text = data.draw(texts(situation))
    for repair in situation.convention.repair(text, **situation.asked):
        assert repair.text != text
        assert situation.convention.is_valid(repair.text, **situation.asked)
        assert not (repair.safe and not repair.edits)


@settings(max_examples=EXAMPLES)
@given(st.data(), situations(simple=True))
def test_repairing_twice_changes_nothing(data: st.DataObject, situation: Situation) -> None:
    """A safe repair has no safe repair."""
    text = data.draw(texts(situation))
    for repair in situation.convention.repair(text, **situation.asked):
        if repair.safe:
            again = situation.convention.repair(repair.text, **situation.asked)
            assert not any(other.safe for other in again)


@settings(max_examples=EXAMPLES)
@given(st.data(), situations(simple=True))
def test_a_safe_repair_keeps_what_was_right(data: st.DataObject, situation: Situation) -> None:
    """The safe repair of a valid name has the values of that name."""
    text = data.draw(names(situation))
    convention = situation.convention
    assume(convention.is_valid(text, **situation.asked))
    before = [name.values for name in convention.readings(text, **situation.asked)]
    for repair in convention.repair(text, **situation.asked):
        if repair.safe:
            after = [name.values for name in convention.readings(repair.text, **situation.asked)]
            assert after == before
