"""Names and records of random taxonomies: what a record is made from, it gives."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from mops_taxonomy import InvalidValues, Taxonomy
from mops_taxonomy.records import Program
from mops_taxonomy.testing import names_of
from tests.property.situations import Situation, names, situations
from tests.records.test_naming import DOCUMENT

if TYPE_CHECKING:
    from mops_taxonomy import Finding

# A random taxonomy is large, and loading it takes a moment: neither says anything about a law.
THOROUGHLY = settings(
    max_examples=60,
    deadline=None,
    derandomize=True,
    database=None,
    phases=[Phase.explicit, Phase.generate],  # shrinking a taxonomy takes minutes
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much],
)


TAXONOMY = Taxonomy.load(DOCUMENT)
PROGRAM = TAXONOMY.convention("program")
"""Names with dates of every role and with channels, which random ones seldom have."""

DAYS = st.dates(date(2000, 1, 1), date(2060, 12, 31))


def made(situation: Situation, text: str) -> Program:
    """The program of a name, which holds what the situation knows of it."""
    known: dict[str, Any] = {key: value for key, value in (situation.record or {}).items() if value}
    return Program.from_name(text, situation.convention, as_of=situation.as_of, other=known)


def written(situation: Situation, program: Program) -> str | tuple[Finding, ...]:
    """The name that a program gives, or why it gives none."""
    try:
        return program.to_name(situation.convention, as_of=situation.as_of)
    except InvalidValues as error:
        return error.findings


@THOROUGHLY
@given(st.data(), situations())
def test_a_record_made_from_a_canonical_name_gives_that_name(
    data: st.DataObject, situation: Situation
) -> None:
    """`from_name` and then `to_name` is nothing done, where there is nothing to note about the name."""
    text = data.draw(names(situation))
    program = made(situation, text)
    if not len(situation.convention.check(text, **situation.asked)) and "off" not in situation.levels:
        assert written(situation, program) == text


@THOROUGHLY
@given(st.data(), situations())
def test_a_record_made_from_a_name_gives_one_that_says_the_same(
    data: st.DataObject, situation: Situation
) -> None:
    """However a name is spelt: its record gives a name with the same values, or says why it gives none."""
    text = data.draw(names(situation))
    name = situation.convention.parse(text, **situation.asked)
    program = made(situation, text)
    again = written(situation, program)
    assert again
    if isinstance(again, str):
        values = situation.convention.parse(again, **situation.asked).values
        assert values == name.values or (name.ambiguous and values.items() >= name.values.items())


@THOROUGHLY
@given(names_of(PROGRAM))
def test_a_name_with_dates_and_a_channel_is_given_back(text: str) -> None:
    """Days go into the record by their roles, and the channel as it is spelt; both come back."""
    program = Program.from_name(text, TAXONOMY, system="marketo")
    again = program.to_name(TAXONOMY)

    assert PROGRAM.parse(again).values == PROGRAM.parse(text).values
    assert again == text or len(PROGRAM.check(text))
    assert Program.from_name(again, TAXONOMY, system="marketo") == program.model_copy(update={"name": again})


@THOROUGHLY
@given(names_of(PROGRAM).filter(lambda text: "launch" in PROGRAM.parse(text)), DAYS, DAYS)
def test_a_date_that_moves_changes_the_name_and_nothing_else(text: str, start: date, end: date) -> None:
    """The new name says the new days where the old one said days of these roles, and else what the old one said."""
    program = Program.from_name(text, TAXONOMY).model_copy(update={"start": start, "end": end})
    said = PROGRAM.parse(text).values
    moved = {"launch": start, "finish": end}

    try:
        again = program.to_name(TAXONOMY)
    except InvalidValues:
        assert "finish" in said
        assert start > end
    else:
        assert PROGRAM.parse(again).values == {path: moved.get(path, value) for path, value in said.items()}
