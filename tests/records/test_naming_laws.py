"""Names and records of random taxonomies: what a record is made from, it gives."""

from __future__ import annotations

from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mops_taxonomy import InvalidValues
from mops_taxonomy.records import Program
from tests.property.situations import Situation, names, situations

# A random taxonomy is large, and loading it takes a moment: neither says anything about a law.
THOROUGHLY = settings(
    max_examples=60,
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much],
)


def made(situation: Situation, text: str) -> Program:
    """The program of a name, which holds what the situation knows of it."""
    known: dict[str, Any] = {key: value for key, value in (situation.record or {}).items() if value}
    return Program.from_name(text, situation.convention, as_of=situation.as_of, other=known)


@THOROUGHLY
@given(st.data(), situations())
def test_a_record_made_from_a_canonical_name_gives_that_name(
    data: st.DataObject, situation: Situation
) -> None:
    """`from_name` and then `to_name` is nothing done, where there is nothing to note about the name."""
    text = data.draw(names(situation))
    program = made(situation, text)
    if not len(situation.convention.check(text, **situation.asked)) and "off" not in situation.levels:
        assert program.to_name(situation.convention, as_of=situation.as_of) == text


@THOROUGHLY
@given(st.data(), situations())
def test_a_record_made_from_a_name_gives_one_that_says_the_same(
    data: st.DataObject, situation: Situation
) -> None:
    """However a name is spelt: its record gives a name with the same values, or says why it gives none."""
    text = data.draw(names(situation))
    name = situation.convention.parse(text, **situation.asked)
    program = made(situation, text)
    try:
        written = program.to_name(situation.convention, as_of=situation.as_of)
    except InvalidValues as error:
        assert error.findings
    else:
        again = situation.convention.parse(written, **situation.asked)
        assert not name.ambiguous or again.values.items() >= name.values.items()
        assert name.ambiguous or again.values == name.values
