"""What is written is read back, and what is read is written again."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from mops_taxonomy import InvalidValues
from mops_taxonomy.testing import values_of
from tests.property.situations import Situation, names, situations


@given(st.data(), situations())
def test_values_that_can_be_written_are_read_back(data: st.DataObject, situation: Situation) -> None:
    """A name that `format` writes has exactly the values that it was made of; else `format` says what is wrong."""
    convention, asked = situation.convention, situation.asked
    values = data.draw(values_of(convention))
    form = data.draw(st.sampled_from([None, *(form.name for form in convention.forms)]))
    try:
        text = convention.format(values, form=form, **asked)
    except InvalidValues as error:
        assert error.findings
        return
    if form is None or convention.is_valid(text, **asked):
        assert convention.parse(text, **asked).values == values


@given(st.data(), situations())
def test_a_name_without_findings_is_what_its_values_write(data: st.DataObject, situation: Situation) -> None:
    """A canonical name with one reading is written again from its form and values."""
    convention, asked = situation.convention, situation.asked
    text = data.draw(names(situation))
    report = convention.check(text, **asked)
    if not len(report):
        name = convention.parse(text, **asked)
        assert convention.format(form=name.form, **name.values, **asked) == text


@given(st.data(), situations())
def test_every_reading_is_one_of_values_that_fit(data: st.DataObject, situation: Situation) -> None:
    """The values of any valid name can be written, or the finding says which other values would be read."""
    convention, asked = situation.convention, situation.asked
    name = convention.parse(data.draw(names(situation)), **asked)
    try:
        text = convention.format(name.values, form=name.form, **asked)
    except InvalidValues as error:
        assert error.findings
        return
    assert convention.parse(text, **asked).values == name.values
