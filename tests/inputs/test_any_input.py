"""Laws that hold for any input at all."""

from __future__ import annotations

import csv
import io
import json
from importlib import import_module
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from mops_taxonomy import inputs
from mops_taxonomy.inputs import InputError, Row, RowProblem
from mops_taxonomy.inputs._source import Source

BYTES = st.binary(max_size=60) | st.text(
    st.sampled_from('Name,;\t|"\r\n\0 []{}:ab1\xe9\ud83d') | st.characters(exclude_categories=()), max_size=60
).map(lambda text: text.encode("utf-8", "surrogatepass"))
CELLS = st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=8)


def items(format: str, content: bytes) -> list[Any]:  # noqa: A002
    """Everything that is read from the content."""
    return list(import_module(f"mops_taxonomy.inputs.{format}").read(Source("a", io.BytesIO(content)), {}))


@pytest.mark.parametrize("format", inputs.names())
@given(content=BYTES)
@example(content=b"[" * 20_000)
def test_nothing_but_input_errors(format: str, content: bytes) -> None:  # noqa: A002
    """Whatever the bytes are, they are read, or refused in one line."""
    try:
        seen = items(format, content)
    except InputError as error:
        assert str(error).startswith("a")  # noqa: PT017  either outcome is right
        assert "\n" not in str(error)  # noqa: PT017
    else:
        assert all(isinstance(item, Row | RowProblem) for item in seen)


@given(
    rows=st.lists(st.tuples(CELLS.filter(bool), CELLS), max_size=6),
    delimiter=st.sampled_from(",;\t|"),
    end=st.sampled_from(["\n", "\r\n"]),
)
def test_what_a_spreadsheet_writes_is_read(rows: list[tuple[str, str]], delimiter: str, end: str) -> None:
    """Every cell of a well-formed table comes back as it was, from the line where its row starts."""
    stream = io.StringIO(newline="")
    writer = csv.writer(stream, delimiter=delimiter, lineterminator=end, quoting=csv.QUOTE_ALL)
    starts = []
    for row in [("Name", "Note"), *rows]:
        starts.append(len(io.StringIO(stream.getvalue(), newline="").readlines()) + 1)
        writer.writerow(row)
    seen = items("csv", stream.getvalue().encode())
    assert [tuple(row.record.values()) for row in seen] == rows
    assert [row.line for row in seen] == starts[1:]


@given(names=st.lists(CELLS), indent=st.sampled_from([None, 0, 2]), ascii_only=st.booleans())
def test_what_json_writes_is_read(names: list[str], indent: int | None, *, ascii_only: bool) -> None:
    """Every name of a JSON list comes back as it was, alone or in an object, in a list or on lines."""
    objects = [{"id": 1, "name": name} for name in names]
    lists = [names, objects, {"total": 2, "result": objects}]
    for value in lists:
        content = json.dumps(value, indent=indent, ensure_ascii=ascii_only).encode()
        assert [row.name for row in items("json", content)] == names
    lines = "".join(json.dumps(value, ensure_ascii=ascii_only) + "\n" for value in objects)
    if names:
        assert [row.name for row in items("jsonl", lines.encode())] == names
