"""Texts that were judged before."""

from __future__ import annotations

from datetime import date
from typing import Any

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from mops_taxonomy import Taxonomy
from mops_taxonomy.frames.layout import Part, split_of
from mops_taxonomy.frames.lookup import Lookup
from mops_taxonomy.frames.schema import ColumnType
from mops_taxonomy.frames.words import word


def part() -> Part:
    """The first part of names: a term, and perhaps a number."""
    codes = ["A", "BB", "eight-ch", "nine-char", "sixteen-long-one", "seventeen-long-on"]
    fields = {"code": {"kind": "term", "terms": codes}, "number": {"kind": "integer"}}
    forms = [{"template": "{code}{?.{number}}_{number2}"}]
    document: dict[str, Any] = {
        "taxonomy": "t",
        "version": "1",
        "fields": {**fields, "number2": {"kind": "integer"}},
        "conventions": {"c": {"forms": forms}},
    }
    split = split_of(Taxonomy.load(document).convention(), None, date(2026, 6, 1))
    assert split is not None
    return split.forms[0].layouts[0].parts[0]


PART = part()
TYPES = {"code": ColumnType("term"), "number": ColumnType("integer")}
KNOWN = ["A", "BB", "eight-ch", "nine-char", "sixteen-long-one", "seventeen-long-on"]
TEXTS = st.one_of(
    st.sampled_from(KNOWN),
    st.builds("{}.{}".format, st.sampled_from(KNOWN), st.integers(0, 10**12)),
    st.text("AB-eo.1\x00é😀", max_size=80),
)


def laid_out(texts: list[str]) -> tuple[Any, Any, Any]:
    """The texts as bytes, with where each begins and how long it is."""
    lengths = np.array([len(text.encode()) for text in texts], np.int64)
    return np.frombuffer("".join(texts).encode(), np.uint8), np.cumsum(lengths) - lengths, lengths


@given(st.lists(st.lists(TEXTS, min_size=1, max_size=400), min_size=1, max_size=3))
def test_texts_are_judged_alike_however_often_they_are_asked_for(batches: list[list[str]]) -> None:
    """A code stands for the values that the part gives; 0 for texts that it refuses."""
    lookup = Lookup(PART, TYPES)
    for texts in batches:
        codes = lookup.codes(*laid_out(texts))
        found = [
            tuple(known.values[code] for known in lookup.values.values()) if code else None for code in codes
        ]
        assert found == [PART.judge(text) for text in texts]


@given(st.lists(st.binary(max_size=20), min_size=1, max_size=9))
def test_words_are_the_bytes_of_texts(texts: list[bytes]) -> None:
    """Little-endian, and zero where the text ends."""
    lengths = np.array([len(text) for text in texts], np.int64)
    data = np.frombuffer(b"".join(texts), np.uint8)
    starts = np.cumsum(lengths) - lengths
    for at in range(3):
        found = word(data, starts, lengths, at)
        assert found.tolist() == [int.from_bytes(text[8 * at : 8 * at + 8], "little") for text in texts]
