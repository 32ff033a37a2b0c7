"""Whole numbers, many at once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from mops_taxonomy import Taxonomy
from mops_taxonomy.frames.digits import numbers

if TYPE_CHECKING:
    from mops_taxonomy.fields.integer import IntegerKind


def kind(**spec: Any) -> IntegerKind:
    """A field."""
    fields = {"n": {"kind": "integer", **spec}}
    document = {"taxonomy": "t", "version": "1", "fields": fields, "conventions": {"c": {"forms": ["{n}_"]}}}
    return Taxonomy.load(document).convention().forms[0].kinds["n"][0]  # type: ignore[return-value]


KINDS = [
    kind(),
    kind(width=1),
    kind(width=6),
    kind(width=8, min=17),
    kind(width=16),
    kind(min=10, max=12_345_678_901),
]


@pytest.mark.parametrize("field", KINDS)
@given(st.data())
def test_numbers_are_those_of_the_field(field: IntegerKind, data: st.DataObject) -> None:
    """Right where the field reads the text, and then its value."""
    digits = st.text("0123456789", min_size=1, max_size=16)
    odd = st.text("0123456789/:a \x00\x7f", max_size=16) | st.text("019á٣😀", max_size=4)
    texts = data.draw(st.lists(digits | odd | st.integers(0, 10**16 - 1).map(str), min_size=1, max_size=9))
    lengths = np.array([len(text.encode()) for text in texts])
    ends = np.cumsum(lengths)
    joined = np.frombuffer("".join(texts).encode(), np.uint8)
    if not len(joined):
        return
    found, right = numbers(joined, ends - lengths, lengths, field)
    assert right.tolist() == [field.reads(text) for text in texts]
    assert [int(n) for n, good in zip(found, right, strict=True) if good] == [
        field.decode(text) for text in texts if field.reads(text)
    ]
