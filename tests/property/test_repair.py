"""What holds of repairs, whatever the convention."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING
from unicodedata import normalize
from urllib.parse import quote

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from mops_taxonomy.testing import near_names_of
from tests.property.situations import Situation, names, situations, texts

if TYPE_CHECKING:
    from collections.abc import Callable

EXAMPLES = settings().max_examples // 2
"""Each convention is made ready for repairs anew, which takes a moment."""

MARKS = ["Copy of {}", "{} (copy 2)", "{}_v3 FINAL", "Template_{}", '"{}"', " {} ", "{}\u200b"]
"""What stands around names that were copied from somewhere."""

DAMAGES: dict[str, Callable[[str], str]] = {
    "nothing": str,
    "case": str.swapcase,
    "a link": lambda text: quote(text, safe="", errors="replace"),
    "decomposed": lambda text: normalize("NFD", text),
    "no delimiters": lambda text: text.replace("_", "").replace("-", ""),
    "other delimiters": lambda text: text.replace("_", "+").replace("-", " _ "),
    "turned round": lambda text: "_".join(reversed(text.split("_"))),
}
"""What happens to all of a name."""


@st.composite
def damaged(draw: st.DrawFn, situation: Situation) -> str:
    """Names, and nearly names, to which two things happened: more than one mend is made of them."""
    text = draw(names(situation) | near_names_of(situation.convention))
    for _ in range(2):
        text = DAMAGES[draw(st.sampled_from(sorted(DAMAGES)))](text)
        text = draw(st.sampled_from(["{}", *MARKS])).format(text)
    return text


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
def test_the_edits_of_a_repair_lead_to_its_text(data: st.DataObject, situation: Situation) -> None:
    """The edits stand apart from left to right, each changes something, and all together give the name."""
    text = data.draw(damaged(situation))
    for repair in situation.convention.repair(text, **situation.asked):
        assert all(one.end <= other.start for one, other in pairwise(repair.edits))
        right = text
        for edit in reversed(repair.edits):
            assert text[edit.start : edit.end] == edit.old != edit.new
            right = right[: edit.start] + edit.new + right[edit.end :]
        assert right == repair.text


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
