"""Every way to ask whether a text is a name gives the same answer."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from mops_taxonomy import InvalidName
from tests.property.situations import Situation, situations, texts


def verdicts(situation: Situation, text: str) -> dict[str, bool]:
    """The answer of each call."""
    convention, asked = situation.convention, situation.asked
    try:
        parsed = convention.parse(text, **asked).text == text
    except InvalidName:
        parsed = False
    return {
        "is_valid": convention.is_valid(text, **asked),
        "parse": parsed,
        "check": convention.check(text, **asked).ok,
        "readings": any(True for _ in convention.readings(text, **asked)),
    }


@given(st.data(), situations())
def test_all_calls_agree_about_every_text(data: st.DataObject, situation: Situation) -> None:
    """`is_valid`, `parse`, `check` and `readings` agree about names, near misses and any other text."""
    text = data.draw(texts(situation))
    answers = verdicts(situation, text)
    assert len(set(answers.values())) == 1, answers


@given(st.data(), situations())
def test_parse_and_readings_and_check_tell_of_the_same_name(
    data: st.DataObject, situation: Situation
) -> None:
    """What `parse` returns is the name of the report; without a dispute it is the only reading."""
    convention, asked = situation.convention, situation.asked
    text = data.draw(texts(situation))
    name = convention.check(text, **asked).name
    if name is None:
        return
    assert convention.parse(text, **asked) == name
    readings = list(convention.readings(text, **asked))
    assert bool(name.ambiguous) == (len(readings) > 1)
    for reading in readings:
        assert not reading.ambiguous
        assert name.values.items() <= reading.values.items()
