"""Tables of comma-separated values."""

from __future__ import annotations

import csv
import io

from hypothesis import given
from hypothesis import strategies as st

from mops_taxonomy.reporters._table import Table


def test_a_carriage_return_is_quoted_and_rows_end_with_a_line_feed() -> None:
    """Else readers take it for the end of a row."""
    stream = io.StringIO(newline="")

    table = Table(stream)
    table.row(["a\rb", "c\nd", 'e"f', "g"])
    table.row(["", 1])

    assert stream.getvalue() == '"a\rb","c\nd","e""f",g\n,1\n'


@given(st.lists(st.lists(st.text(max_size=5), min_size=2, max_size=3), max_size=4))
def test_rows_are_read_back(rows: list[list[str]]) -> None:
    """Whatever cells hold, a reader of tables gets them back."""
    stream = io.StringIO(newline="")
    table = Table(stream)
    for row in rows:
        table.row(row)
    stream.seek(0)

    assert list(csv.reader(stream)) == rows
