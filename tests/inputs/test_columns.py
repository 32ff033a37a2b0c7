"""Choosing the column that holds the names."""

from __future__ import annotations

import pytest

from mops_taxonomy.inputs import InputError
from mops_taxonomy.inputs._columns import choose, keys


@pytest.mark.parametrize(
    ("header", "columns", "index"),
    [
        (["Whatever"], {}, 0),
        (["Id", "Name"], {}, 1),
        (["Id", " CAMPAIGN NAME "], {}, 1),
        (["Id", "Program Name"], {}, 1),
        (["Id", "campaign"], {}, 1),
        (["Id", "Program"], {}, 1),
        (["Id", "Title"], {"name": "Title"}, 1),
        (["Title", "title"], {"name": "title"}, 1),
        (["Id", " Title"], {"name": "TITLE "}, 1),
        (["Id", ""], {"name": "column 2"}, 1),
        (["Id", "Name"], {"created": "Id"}, 1),
    ],
)
def test_choose(header: list[str], columns: dict[str, str], index: int) -> None:
    """The column asked for, its exact heading first; else the only one, or the one with a usual heading."""
    assert choose(header, columns, "a.csv")[0] == index


@pytest.mark.parametrize(
    ("header", "columns", "message"),
    [
        (
            ["Id", "Name"],
            {"name": "Nmae"},
            'a.csv: no column "Nmae" (did you mean "Name"?); the columns are "Id" and "Name"',
        ),
        (["Id"], {"name": "Title"}, 'a.csv: no column "Title"; the only column is "Id"'),
        (
            ["Id", "Name"],
            {"created": "Created At"},
            'a.csv: no column "Created At"; the columns are "Id" and "Name"',
        ),
        (
            ["Id", "Title", "Owner"],
            {},
            'a.csv: say which column holds the names (--column); the columns are "Id", "Title" and "Owner"',
        ),
        (
            ["Name", "Program"],
            {},
            'a.csv: the names may be in "Name" or "Program": say which column holds them (--column)',
        ),
        (
            ["Title", "Title"],
            {"name": "Title"},
            'a.csv: 2 columns are called "Title"; the columns are "Title" and "Title (2)"',
        ),
        (
            ["A\n b", "C"],
            {},
            'a.csv: say which column holds the names (--column); the columns are "A b" and "C"',
        ),
        (
            ["Title", "title"],
            {"name": "TITLE"},
            'a.csv: 2 columns are called "TITLE"; the columns are "Title" and "title"',
        ),
        (
            [f"f{number}" for number in range(1, 24)],
            {},
            "a.csv: say which column holds the names (--column); the columns are "
            + ", ".join(f'"f{number}"' for number in range(1, 21))
            + " and 3 more",
        ),
    ],
)
def test_no_choice(header: list[str], columns: dict[str, str], message: str) -> None:
    """Where the choice is not plain, the error says what there is."""
    with pytest.raises(InputError) as caught:
        choose(header, columns, "a.csv")
    assert str(caught.value) == message


def test_keys_differ() -> None:
    """Every column gets a key of its own."""
    assert keys(["Id", "", "Id", " ", "Id"]) == ["Id", "column 2", "Id (2)", "column 4", "Id (3)"]
