"""What is written is read back, and what is read is written again."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from hypothesis import given
from hypothesis import strategies as st

from mops_taxonomy import InvalidValues
from mops_taxonomy.testing import values_of
from tests.property.situations import Situation, names, situations

if TYPE_CHECKING:
    from mops_taxonomy import Finding


def written(situation: Situation, values: dict[str, Any], form: str | None) -> str | tuple[Finding, ...]:
    """The name of some values, or why there is none."""
    try:
        return situation.convention.format(values, form=form, **situation.asked)
    except InvalidValues as error:
        return error.findings


def is_in_force(situation: Situation, form: str | None) -> bool:
    """Whether names of a form are judged by it in this situation."""
    convention, day = situation.convention, situation.convention.day(**situation.asked)
    return form is None or form in [one.name for one in convention.in_force(situation.record, day)]


@given(st.data(), situations())
def test_values_that_can_be_written_are_read_back(data: st.DataObject, situation: Situation) -> None:
    """A name that `format` writes has exactly the values that it was made of; else `format` says what is wrong."""
    convention = situation.convention
    values = data.draw(values_of(convention))
    form = data.draw(st.sampled_from([None, *(form.name for form in convention.forms)]))
    text = written(situation, values, form)
    assert text
    if isinstance(text, str) and is_in_force(situation, form):
        assert convention.parse(text, **situation.asked).values == values


@given(st.data(), situations())
def test_a_name_without_findings_is_what_its_values_write(data: st.DataObject, situation: Situation) -> None:
    """A canonical name with one reading is written again from its form and values."""
    text = data.draw(names(situation))
    report = situation.convention.check(text, **situation.asked)
    # Where findings are switched off, a name without any may still be spelt in another way than is written.
    if not len(report) and "off" not in situation.levels:
        name = situation.convention.parse(text, **situation.asked)
        assert written(situation, name.values, name.form) == text


@given(st.data(), situations())
def test_the_values_of_any_name_can_be_written_or_are_refused(
    data: st.DataObject, situation: Situation
) -> None:
    """The values of a valid name write a name with the same values, or are refused with a reason."""
    name = situation.convention.parse(data.draw(names(situation)), **situation.asked)
    text = written(situation, name.values, name.form)
    assert text
    if isinstance(text, str):
        assert situation.convention.parse(text, **situation.asked).values == name.values
