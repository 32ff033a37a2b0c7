"""CSV and TSV."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from mops_taxonomy.inputs import Row, RowProblem, open_input

if TYPE_CHECKING:
    from pathlib import Path

    from tests.inputs.conftest import Read


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("Id,Name\n1,Foo\n2,Bar\n", [("Foo", 2, 1), ("Bar", 3, 2)]),
        ("Id;Name\r\n1;Foo, with a comma\r\n", [("Foo, with a comma", 2, 1)]),
        ("Id\tName\n1\tFoo\n", [("Foo", 2, 1)]),
        ("Id|Name\n1|Foo\n", [("Foo", 2, 1)]),
        ("Id,Name\r1,Foo\r2,Bar\r", [("Foo", 2, 1), ("Bar", 3, 2)]),
        ('Id;Name;"a, b, c, d"\n1;Foo;x\n', [("Foo", 2, 1)]),
        (
            "sep=;\nId;Name,x\n1;Foo\n",
            ['a.csv: say which column holds the names (--column); the columns are "Id" and "Name,x"'],
        ),
        ("sep=\r\nFoo\r\n", [("Foo", 2, 1)]),
        ("sep=|\r\nId|Name\r\n1|Foo\r\n", [("Foo", 3, 1)]),
        ('"sep=;"\nId;Name\n1;Foo\n', [("Foo", 3, 1)]),
        ('Id,Name\n1,"Foo\nBar"\n2,Baz\n', [("Foo\nBar", 2, 1), ("Baz", 4, 2)]),
        ('Id,"Na\nme",Name\n1,x,Foo\n', [("Foo", 3, 1)]),
        ('Id,Name\n1,"say ""hi"""\n2,5" tall\n', [('say "hi"', 2, 1), ('5" tall', 3, 2)]),
        ("\n,,\nId,Name\n\n1,Foo\n\n,\n\n", [("Foo", 5, 1)]),
        ("Id,Name\n1,\n2,Foo\n", [("", 2, 1), ("Foo", 3, 2)]),
        ("Id,Name\n1, Foo \n", [(" Foo ", 2, 1)]),
        ("Name\n", []),
        ("Whatever\nFoo\n", [("Foo", 2, 1)]),
        ("Id,Name\n1,Foo,\n2,Bar,,\n", [("Foo", 2, 1), ("Bar", 3, 2)]),
        ("Name,Id\nFoo\n", [("Foo", 2, 1)]),
    ],
)
def test_csv(read: Read, content: str, expected: list[Any]) -> None:
    """Names are read with the line on which their row starts, whatever stands between the cells."""
    assert read("a.csv", content) == expected


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (
            "Id,Name\n1\n2,Foo\n",
            [RowProblem(2, 'the row ends before the column "Name"'), ("Foo", 3, 2)],
        ),
        (
            "Name,Id\nFoo, Bar,1\nBaz,2\n",
            [
                RowProblem(2, "3 cells under 2 headings: is a cell with a delimiter in it not quoted?"),
                ("Baz", 3, 2),
            ],
        ),
        (
            'Id,Name\n1,"Foo"x\n2,Bar\n',
            [
                RowProblem(2, "text follows a closing quote; a quote inside a cell is written twice"),
                ("Bar", 3, 2),
            ],
        ),
        (
            'Id,Name\n1,Foo\n2,"Bar\n3,Baz\n',
            [("Foo", 2, 1), RowProblem(3, "up to line 4: a quote is opened and never closed")],
        ),
        (
            f'Id,Name\n1,"{"x" * 200_000}"\n2,Bar\n',
            [RowProblem(2, "a cell is longer than 131,072 characters: is its quote closed?"), ("Bar", 3, 2)],
        ),
        ('"Id,Name\n1,Foo\n', ["a.csv:2: a quote is opened and never closed"]),
        ("\n\r\n\n", ["a.csv: holds no header row"]),
    ],
)
def test_what_cannot_be_read(read: Read, content: str, expected: list[Any]) -> None:
    """A row that cannot be read is told with its line, and the rows after it are read."""
    assert read("a.csv", content) == expected


@pytest.mark.parametrize("suffix", [".tsv", ".tab", ".TSV"])
def test_tsv_has_tabs_only(read: Read, suffix: str) -> None:
    """In a table of tabs a comma is a comma, in the header too."""
    assert read(f"a{suffix}", "Id, or so\tName\n1\tFoo, Bar\n") == [("Foo, Bar", 2, 1)]


def _records(path: Path, **options: Any) -> list[Any]:
    return [item.record for item in open_input(path, **options) if isinstance(item, Row)]


@pytest.mark.parametrize(
    ("content", "columns", "record"),
    [
        ("Id,Name\n1,Foo\n", {}, {"Id": "1", "Name": "Foo"}),
        (
            "Id,Program Name,Created At\n1,Foo,2026-03-24\n",
            {"name": "program name", "created": " Created At"},
            {
                "Id": "1",
                "Program Name": "Foo",
                "Created At": "2026-03-24",
                "name": "Foo",
                "created": "2026-03-24",
            },
        ),
        (
            "Name,Id,Id,,\nFoo,1,2,3,4\n",
            {"other": "Id (2)"},
            {"Name": "Foo", "Id": "1", "Id (2)": "2", "column 4": "3", "column 5": "4", "other": "2"},
        ),
        (
            "Name,Id,Channel\nFoo,1\n",
            {"id": "Id", "channel": "Channel"},
            {"Name": "Foo", "Id": "1", "id": "1"},
        ),
    ],
)
def test_record(tmp_path: Path, content: str, columns: dict[str, str], record: dict[str, str]) -> None:
    """A record has every column by its heading, and what was asked for by the caller's word."""
    path = tmp_path / "a.csv"
    path.write_text(content, encoding="utf-8")
    assert _records(path, columns=columns) == [record]
