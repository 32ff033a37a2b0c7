"""Free texts, many at once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from mops_taxonomy import Taxonomy
from mops_taxonomy.algebra.charset import Charset
from mops_taxonomy.frames.freetext import plain_text, texts

if TYPE_CHECKING:
    from mops_taxonomy.fields.text import TextKind


def kind(**spec: Any) -> TextKind:
    """A field."""
    fields = {"t": {"kind": "text", **spec}}
    document = {"taxonomy": "t", "version": "1", "fields": fields, "conventions": {"c": {"forms": ["{t}_"]}}}
    return Taxonomy.load(document).convention().forms[0].kinds["t"][0]  # type: ignore[return-value]


KINDS = [
    kind(characters="a-z0-9", joiner="-"),
    kind(characters="a-z0-9", joiner="-."),
    kind(characters="A-Za-z0-9+"),
    kind(characters="A-Za-z", case="lower", joiner="-"),
    kind(characters="a-z", min_length=3, max_length=9, joiner="-"),
    kind(characters="!-^`-~"),
    kind(characters="a-z "),
    kind(characters="a-z ", joiner="-."),
    kind(characters=r"\p{L}", joiner="- "),
    kind(characters=r"\p{L}\p{N} ", joiner="-", case="lower", max_length=7),
    kind(joiner="-"),
]


@pytest.mark.parametrize("field", KINDS)
@given(st.data())
def test_texts_are_those_of_the_field(field: TextKind, data: st.DataObject) -> None:
    """Right where the field reads the text, whatever stands around it."""
    assert plain_text(field)
    near = st.text("abz09-. ", max_size=26)
    odd = st.text("aAz~+/:`{@[-. \x00\x7f", max_size=18)
    foreign = st.text("az0-áßł٣😀", max_size=12)
    listed = data.draw(st.lists(near | odd | foreign, min_size=1, max_size=9))
    lengths = np.array([len(text.encode()) for text in listed])
    joined = np.frombuffer("".join(listed).encode(), np.uint8)
    right, unsure = texts(joined, np.cumsum(lengths) - lengths, lengths, field.shape)
    beyond = not field.shape.allowed.isdisjoint(Charset.of("áßł٣😀"))
    assert unsure.tolist() == [row for row, text in enumerate(listed) if beyond and not text.isascii()]
    for row, text in enumerate(listed):
        assert row in unsure or right[row] == field.shape.accepts(text)


@pytest.mark.parametrize(
    "spec",
    [
        {"pattern": "[a-z]+", "help": "letters"},
        {"characters": "A-Za-z", "case": "title", "joiner": "-"},
        {"characters": "A-Za-z", "case": "lower", "accept": "case"},
    ],
)
def test_other_texts_are_no_plain_ones(spec: dict[str, Any]) -> None:
    """More than characters and lengths is asked of them."""
    assert not plain_text(kind(**spec))
