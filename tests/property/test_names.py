"""A parsed name can be shown, copied and handed on, whatever it holds."""

from __future__ import annotations

import copy
import json
import pickle
from html import escape
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mops_taxonomy import AmbiguousValue, Name
from tests.property.situations import Situation, names, situations


def parsed(data: st.DataObject, situation: Situation) -> Name:
    """A name of the situation, read."""
    return situation.convention.parse(data.draw(names(situation)), **situation.asked)


@given(st.data(), situations())
def test_a_name_is_a_mapping_of_its_values(data: st.DataObject, situation: Situation) -> None:
    """`dict`, iteration, length, `in` and `[]` all tell of the same values; disputed fields raise."""
    name = parsed(data, situation)
    assert dict(name) == name.values == {field: name[field] for field in name}
    assert len(name) == len(name.values)
    assert all(field in name for field in name)
    for field in name.ambiguous:
        with pytest.raises(AmbiguousValue) as caught:
            name[field]
        assert len(caught.value.readings) == len(
            list(situation.convention.readings(name.text, **situation.asked))
        )


@given(st.data(), situations())
def test_the_spans_of_a_name_show_its_texts(data: st.DataObject, situation: Situation) -> None:
    """Every value has a span and a text, in the order of the template and without overlap."""
    name = parsed(data, situation)
    assert name.values.keys() <= name.spans.keys() == name.texts.keys()
    assert all(name.text[start:end] == name.texts[field] != "" for field, (start, end) in name.spans.items())
    edges = sorted(name.spans.values())
    assert all(before[1] <= after[0] for before, after in pairwise(edges))


@given(st.data(), situations())
def test_a_name_can_be_written_as_json(data: st.DataObject, situation: Situation) -> None:
    """`to_dict` holds only what JSON can hold, and comes back as it was."""
    name = parsed(data, situation)
    plain = name.to_dict()
    assert json.loads(json.dumps(plain)) == plain
    assert plain["values"].keys() == name.values.keys()


@given(st.data(), situations())
def test_a_name_can_be_shown(data: st.DataObject, situation: Situation) -> None:
    """`str` is the name; `repr` is one line; HTML shows no character of the name as markup."""
    name = parsed(data, situation)
    assert str(name) == name.text
    assert "\n" not in repr(name)
    html = name._repr_html_()
    assert escape(name.text) in html
    for field, text in name.texts.items():
        if field in name:
            assert f"<code>{escape(text)}</code>" in html


@given(st.data(), situations())
def test_a_copy_of_a_name_is_equal_to_it(data: st.DataObject, situation: Situation) -> None:
    """Copies, shallow and deep, equal their name and have its hash."""
    name = parsed(data, situation)
    for same in (copy.copy(name), copy.deepcopy(name)):
        assert same == name
        assert hash(same) == hash(name)


@given(st.data(), situations())
def test_a_name_is_not_pickled(data: st.DataObject, situation: Situation) -> None:
    """A name belongs to its convention: pickling it says at once that only its text can be handed on."""
    name = parsed(data, situation)
    with pytest.raises(TypeError, match="to_dict"):
        pickle.dumps(name)
