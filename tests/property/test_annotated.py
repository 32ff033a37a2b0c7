"""The JSON Schema of a convention refuses none of its names."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter

from tests.property.situations import Situation, names, situations


def in_python(pattern: str) -> str:
    """A pattern of JSON Schema as Python's `re` writes it: code points beyond four digits have another escape."""
    return re.sub(r"\\u\{([0-9a-f]+)\}", lambda match: f"\\U{int(match[1], 16):08x}", pattern)


@given(st.data(), situations())
def test_every_name_fits_the_json_schema(data: st.DataObject, situation: Situation) -> None:
    """A name is of the pattern and no longer than the longest that the schema allows."""
    name = data.draw(names(situation))
    schema = TypeAdapter(situation.convention.annotated).json_schema()
    assert re.search(in_python(schema["pattern"]), name)
    assert len(name) <= schema.get("maxLength", len(name))
