"""Parquet."""

from __future__ import annotations

import io
import subprocess
import sys
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

import pyarrow as pa
import pytest
from pyarrow import parquet

from mops_taxonomy.inputs import InputError, Row, _parquet, format_of, open_batches, open_input

if TYPE_CHECKING:
    from pathlib import Path

    from tests.inputs.conftest import Read


def stored(table: Any, **options: Any) -> bytes:
    """The bytes of a file with this table; a dict of columns is one."""
    stream = io.BytesIO()
    parquet.write_table(table if isinstance(table, pa.Table) else pa.table(table), stream, **options)
    return stream.getvalue()


NO_MAGIC = (
    "Parquet magic bytes not found in footer. Either the file is corrupted or this is not a parquet file"
)
TEXTS = [
    ("string", pa.array(["a", None, ""])),
    ("large string", pa.array(["a", None, ""], pa.large_string())),
    ("view", pa.array(["a", None, ""], pa.string_view())),
    ("dictionary", pa.array(["a", None, ""]).dictionary_encode()),
]


@pytest.mark.parametrize("column", [column for _, column in TEXTS], ids=[name for name, _ in TEXTS])
@pytest.mark.parametrize("name", ["a.parquet", "a b.PQ", "a.dat", "a"])
def test_names_of_every_type_of_text(read: Read, name: str, column: Any) -> None:
    """Rows are numbered, a null is an empty name, and the format is told by the suffix, else by the first bytes."""
    content = stored({"Id": [1, 2, 3], "Name": column})
    assert read(name, content) == [("a", 1, 1), ("", 2, 2), ("", 3, 3)]


def test_nothing_but_nulls(read: Read) -> None:
    """A column without any text may be one of names."""
    assert read("a.parquet", stored({"Name": pa.nulls(2)})) == [("", 1, 1), ("", 2, 2)]


def test_no_rows(read: Read) -> None:
    """A file without rows holds no names."""
    assert read("a.parquet", stored({"Name": pa.array([], pa.string())})) == []


@pytest.mark.parametrize(
    ("column", "kind"),
    [
        (pa.array([1]), "int64"),
        (pa.array([b"x"]), "binary"),
        (pa.array([["x"]]), "list<element: string>"),
        (pa.array([{"text": "x"}]), "struct<text: string>"),
    ],
)
def test_names_that_are_no_text(read: Read, column: Any, kind: str) -> None:
    """What holds no text is refused with its type, and with what to do."""
    assert read("a.parquet", stored({"Name": column, "Id": [1]})) == [
        f'a.parquet: the column "Name" holds {kind}, not text; name another with --column, or store it as a string'
    ]


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "the file is empty"),
        (b"Name\nFoo\n", f"not a Parquet file, or a damaged one: {NO_MAGIC}"),
        (stored(pa.table({})), "holds no columns"),
        (
            stored({"Id": ["1"], "Kind": ["x"]}),
            'say which column holds the names (--column); the columns are "Id" and "Kind"',
        ),
    ],
)
def test_what_cannot_be_read(read: Read, content: bytes, message: str) -> None:
    """It is told in one line."""
    assert read("a.parquet", content) == [f"a.parquet: {message}"]


def test_damaged_in_the_middle(read: Read) -> None:
    """What was read before stays read."""
    content = bytearray(stored({"Name": [f"name {at}" for at in range(20_000)]}, row_group_size=10_000))
    content[len(content) // 2 : -2000] = bytes(len(content) // 2 - 2000 + len(content) % 2)
    *rows, problem = read("a.parquet", bytes(content))
    assert rows == [(f"name {at}", at + 1, at + 1) for at in range(10_000)]
    assert problem.startswith("a.parquet: not a Parquet file, or a damaged one: ")


def test_not_utf_8(read: Read) -> None:
    """Bytes that are no text are no names."""
    column = pa.Array.from_buffers(pa.string(), 1, pa.array([b"\xff"]).buffers())
    (problem,) = read("a.parquet", stored({"Name": column}))
    assert problem == (
        'a.parquet: the column "Name" of type dictionary<values=string, indices=int32, ordered=0> cannot be read '
        "as text: 'utf-8' codec can't decode byte 0xff in position 0: invalid start byte"
    )


def test_records(tmp_path: Path) -> None:
    """Other columns are text, too; nested ones are JSON; of two with one name the second gets a number."""
    columns = [
        ("Name", pa.array(["a", "b"])),
        ("Id", pa.array([7, None])),
        ("Id", pa.array(["x", "y"])),
        ("Day", pa.array([date(2026, 3, 24), None])),
        ("Time", pa.array([datetime(2026, 3, 24, 10, 30), None], pa.timestamp("s"))),  # noqa: DTZ001
        ("Live", pa.array([True, None])),
        ("Kind", pa.array(["x", None]).dictionary_encode()),
        ("Tags", pa.array([["u", "v"], None])),
        ("a.b", pa.array([{"c": 1}, None])),
    ]
    path = tmp_path / "a.parquet"
    path.write_bytes(stored(pa.table([column for _, column in columns], names=[name for name, _ in columns])))
    rows = [row for row in open_input(path, columns={"created": "day"}) if isinstance(row, Row)]
    empty = dict.fromkeys(("Id", "Day", "Time", "Live", "Kind", "Tags", "a.b", "created"), "")
    assert [row.record for row in rows] == [
        {
            "Name": "a",
            "Id": "7",
            "Id (2)": "x",
            "Day": "2026-03-24",
            "Time": "2026-03-24 10:30:00.000",
            "Live": "true",
            "Kind": "x",
            "Tags": '["u", "v"]',
            "a.b": '{"c": 1}',
            "created": "2026-03-24",
        },
        {"Name": "b", "Id (2)": "y", **empty},
    ]


def test_only_columns_asked_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of a batch, the names and what was asked for are read, and its share of the file is known."""
    monkeypatch.setattr(_parquet, "_ROWS", 2)
    path = tmp_path / "a.parquet"
    path.write_bytes(stored({key: ["p", "q", "p", "p"] for key in ("Id", "Name", "Channel", "Team")}))
    batches = list(open_batches(path, columns={"channel": "Channel"}, asked={"Team", "nothing"}))
    assert [(len(batch), batch.share) for batch in batches] == [(2, 0.5), (2, 1.0)]
    assert batches[0].row(1).record == {"Name": "q", "Channel": "q", "Team": "q", "channel": "q"}
    keys = ("Team", "nothing", "Id")
    assert list(batches[0].asked(keys)) == [("p", "p", None, None), ("q", "q", None, None)]
    assert list(batches[1].distinct(keys)) == [("p", "p", None, None)]
    assert batches[1].places(keys, {("p", "p", None, None)}) == [
        (0, ("p", "p", None, None)),
        (1, ("p", "p", None, None)),
    ]


def test_format(tmp_path: Path) -> None:
    """The format is known by name, as whoever changes files asks for it."""
    path = tmp_path / "a.dat"
    path.write_bytes(stored({"Name": ["a"]}))
    assert format_of(path) == "parquet"


def test_a_pipe_is_refused(tmp_path: Path) -> None:
    """A Parquet file is read from its end, so it cannot come through a pipe; redirected, it can be read."""
    path = tmp_path / "a.parquet"
    path.write_bytes(stored({"Name": ["a"]}))
    code = "from mops_taxonomy.inputs import open_input; print(list(open_input('-')))"
    command = [sys.executable, "-c", code]
    piped = subprocess.run(command, input=path.read_bytes(), capture_output=True, check=False)
    assert (
        piped.stderr.decode()
        .splitlines()[-1]
        .endswith("InputError: standard input: a Parquet file cannot be read from a pipe; name the file")
    )
    with path.open("rb") as file:
        redirected = subprocess.run(command, stdin=file, capture_output=True, check=False)
    assert redirected.stdout.decode().split() == ["[<Row", "1,", "line", "1:", "'a'>]"]


def test_without_pyarrow(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What to install is said."""
    path = tmp_path / "a.parquet"
    path.write_bytes(stored({"Name": ["a"]}))
    monkeypatch.setitem(sys.modules, "pyarrow.parquet", None)
    with pytest.raises(InputError) as caught:
        list(open_input(path))
    assert caught.value.message == (
        "Parquet is read by pyarrow, which is not installed; "
        "pip install 'mops_taxonomy[pyarrow]', or export the table as CSV"
    )
