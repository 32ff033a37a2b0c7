"""Opening an input and finding out what it is."""

from __future__ import annotations

import io
import subprocess
import sys
from importlib import import_module, invalidate_caches
from typing import TYPE_CHECKING, Any

import pytest

from mops_taxonomy import inputs
from mops_taxonomy.inputs import InputError, Notice, Row, open_input

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.inputs.conftest import Read

TABLE = [("Foo", 2, 1)]
UNKNOWN_SUFFIXES = ["a", "a.txt", "a.dat", "a._row", "a.-"]

CONTENTS = [
    ("Name,Id\nFoo,1\n", TABLE),
    ("Id;Program Name\n1;Foo\n", TABLE),
    ("sep=;\nId;Name\n1;Foo\n", [("Foo", 3, 1)]),
    ("Title, or so\tName\n1\tFoo\n", TABLE),
    (
        "Id\tTitle\n1\tFoo\n",
        ['say which column holds the names (--column); the columns are "Id" and "Title"'],
    ),
    ('["Foo"]', [("Foo", 1, 1)]),
    ('[\n {"name": "Foo"}\n]', TABLE),
    ('{"result": [{"name": "Foo"}]}', [("Foo", 1, 1)]),
    ('{"result":\n [{"name": "Foo"}]}', TABLE),
    ('{"name": "Foo"}', [("Foo", 1, 1)]),
    ('{"name": "Foo"}\n{"name": "Bar"}', [("Foo", 1, 1), ("Bar", 2, 2)]),
    ("Foo\n\n  \nBar, Baz\r\nEMEA | WBN\n", [("Foo", 1, 1), ("Bar, Baz", 4, 2), ("EMEA | WBN", 5, 3)]),
    ("[WBN] 2026\n[EML] 2026\n", [("[WBN] 2026", 1, 1), ("[EML] 2026", 2, 2)]),
    ("{{my.Name}}_A\n", [("{{my.Name}}_A", 1, 1)]),
    ("EMEA | Campaign | A\n", [("EMEA | Campaign | A", 1, 1)]),
    (" Foo \n", [(" Foo ", 1, 1)]),
    ("PAR1_EMEA\n", [("PAR1_EMEA", 1, 1)]),
    ("\n \n", []),
]


@pytest.mark.parametrize(("content", "expected"), CONTENTS)
@pytest.mark.parametrize("name", UNKNOWN_SUFFIXES)
def test_format_by_content(read: Read, name: str, content: str, expected: list[Any]) -> None:
    """Where the suffix says nothing, the content does; what is nothing else is a list of names."""
    located = [f"{name}: {item}" if isinstance(item, str) else item for item in expected]
    assert read(name, content) == located


@pytest.mark.parametrize("content", [content for content, _ in CONTENTS])
def test_one_format_at_most_knows_a_text(content: str) -> None:
    """No two formats take a text for theirs, so the order in which they are asked does not matter."""
    modules = [import_module(f"mops_taxonomy.inputs.{name}") for name in inputs.names()]
    assert sum(module.resembles(content) for module in modules) <= 1


def test_names() -> None:
    """The formats are the modules of the folder."""
    assert inputs.names() == ("csv", "json", "jsonl", "parquet", "text", "tsv", "yaml")


@pytest.fixture
def own_format(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Where to put a module so that it is one of the formats."""
    monkeypatch.setattr(inputs, "__path__", [*inputs.__path__, str(tmp_path)])
    invalidate_caches()
    yield tmp_path
    for name in ("shouted", "broken"):
        sys.modules.pop(f"mops_taxonomy.inputs.{name}", None)
        vars(inputs).pop(name, None)


def test_a_new_file_is_a_new_format(own_format: Path, tmp_path: Path) -> None:
    """A module in the folder is a format, known by its name, its suffix and its content."""
    (own_format / "shouted.py").write_text(
        "from mops_taxonomy.inputs import Row\n"
        "SUFFIXES = ('.loud',)\n"
        "def resembles(start): return start.startswith('!')\n"
        "def read(source, columns): yield Row(source.text().upper(), 1, 1)\n",
        encoding="utf-8",
    )
    for name, content, format_ in [("a.csv", "x", "shouted"), ("a.loud", "x", None), ("a", "!x", None)]:
        (tmp_path / name).write_text(content, encoding="utf-8")
        rows = [row.name for row in open_input(tmp_path / name, format=format_) if isinstance(row, Row)]
        assert rows == [content.upper()]
    assert "shouted" in inputs.names()


def test_format_with_a_missing_library(own_format: Path) -> None:
    """A format whose own import fails says so; it is not called unknown."""
    (own_format / "broken.py").write_text("import no_such_library\n", encoding="utf-8")
    with pytest.raises(ModuleNotFoundError, match="no_such_library"):
        list(open_input(__file__, format="broken"))


def test_format_given(read: Read) -> None:
    """A format that is given is believed, whatever the suffix says."""
    assert read("a.csv", "Name,Id\nx,1\n", format="text") == [("Name,Id", 1, 1), ("x,1", 2, 2)]


def test_named_column_makes_a_table(read: Read) -> None:
    """A column can only be asked for in a table, so a text of unknown format is one."""
    assert read("a.txt", "Titel,Id\nFoo,1\n", columns={"name": "titel"}) == TABLE


@pytest.mark.parametrize("format", ["xml", "_row", "text.x", ""])
def test_unknown_format(read: Read, format: str) -> None:  # noqa: A002
    """A format that does not exist is refused with those that do; an empty one is none."""
    refused = f'a.csv: no format "{format}"; there are csv, json, jsonl, parquet, text, tsv, yaml'
    assert read("a.csv", "Name\nFoo\n", format=format) == ([refused] if format else TABLE)


def test_place_of_a_name_on_its_line(tmp_path: Path) -> None:
    """A name in plain text starts in column 1 and has no record; in a table the column is of no use."""
    text, table = tmp_path / "a.list", tmp_path / "a.csv"
    text.write_text("Foo\n", encoding="utf-8")
    table.write_text("Name\nFoo\n", encoding="utf-8")
    rows = [item for path in (text, table) for item in open_input(path) if isinstance(item, Row)]
    assert [(row.column, row.record) for row in rows] == [(1, None), (None, {"Name": "Foo"})]
    assert repr(rows[1]) == "<Row 1, line 2: 'Foo'>"


@pytest.mark.parametrize(
    ("path", "message"),
    [
        ("missing.csv", "missing.csv: no such file"),
        (".", ".: is a directory, not a file"),
        ("a\0b.csv", "a\0b.csv: cannot be opened: embedded null byte"),
    ],
)
def test_cannot_be_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, path: str, message: str) -> None:
    """A path that cannot be opened is refused in one line."""
    monkeypatch.chdir(tmp_path)
    with pytest.raises(InputError) as caught:
        list(open_input(path))
    assert str(caught.value) == message


def test_error_knows_its_place() -> None:
    """An error tells the input, the line and the column apart."""
    error = InputError("a.json", "not JSON", 3, 7)
    assert (str(error), error.label, error.message, error.line, error.column) == (
        "a.json:3:7: not JSON", "a.json", "not JSON", 3, 7,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (b"", []),
        (b"Foo\nBar", ["Foo", "Bar"]),
        (b"Id,Name\n1,Foo\n", ["Foo"]),
        (b"Gr\xf6\xdfe\n", ["Größe", Notice("line 1 is not UTF-8: read as Windows-1252")]),
    ],
)
def test_standard_input(monkeypatch: pytest.MonkeyPatch, content: bytes, expected: list[Any]) -> None:
    """`-` is standard input, read as bytes; it may hold nothing, and it stays open."""
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(content), encoding="ascii"))
    seen = [item.name if isinstance(item, Row) else item for item in open_input("-")]
    assert seen == expected
    assert not sys.stdin.buffer.closed


def test_standard_input_is_named_in_errors(monkeypatch: pytest.MonkeyPatch) -> None:
    """An error about standard input calls it that."""
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"%PDF-")))
    with pytest.raises(InputError, match=r"^standard input: not a text file: it looks like a PDF document"):
        list(open_input("-"))


def test_nothing_heavy_is_imported(tmp_path: Path) -> None:
    """Reading a CSV file and writing a report load none of the slow libraries, nor other formats."""
    path = tmp_path / "a.csv"
    path.write_text("Id,Name\n1,Foo\n", encoding="utf-8")
    program = (
        "import sys\n"
        "from mops_taxonomy.inputs import open_input\n"
        "from mops_taxonomy.reporters import reporter\n"
        "list(open_input(sys.argv[1])); reporter('text', sys.stdout)\n"
        "slow = {'pydantic', 'rich', 'importlib.metadata', 'dataclasses', 'inspect', 'dateutil', 'yaml',\n"
        "        'rapidfuzz', 'json', 'pkgutil'}\n"
        "print(sorted(slow & set(sys.modules)))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, str(path)], capture_output=True, text=True, check=True
    )
    assert done.stdout == "[]\n"
