"""From bytes to lines of text."""

from __future__ import annotations

import codecs
import io
from typing import TYPE_CHECKING, Any

import pytest

from mops_taxonomy.inputs import InputError, Notice, Row, open_input
from mops_taxonomy.inputs._source import Source

if TYPE_CHECKING:
    from pathlib import Path

    from tests.inputs.conftest import Read

AS_WINDOWS = Notice("line 2 is not UTF-8: read as Windows-1252")
CHUNK = 1 << 18
WORKBOOK = "an Excel workbook or another zip archive"


@pytest.mark.parametrize(
    ("content", "notices"),
    [
        ("Name,Id\nGröße,1\n".encode(), []),
        ("Name,Id\nGröße,1\n".encode("utf-8-sig"), []),
        ("Name,Id\nGröße,1\n".encode("utf-16"), []),
        (codecs.BOM_UTF16_BE + "Name,Id\nGröße,1\n".encode("utf-16-be"), []),
        ("Name,Id\nGröße,1\n".encode("cp1252"), [AS_WINDOWS]),
        (b"Name,Id\nGr\xc3\xb6\xdfe,1\n", [AS_WINDOWS]),
    ],
)
def test_encodings(read: Read, content: bytes, notices: list[Notice]) -> None:
    """UTF-8 and UTF-16 are read as such, and what is not UTF-8 as Windows-1252, with a notice."""
    assert read("a.csv", content) == [("Größe", 2, 1), *notices]


@pytest.mark.parametrize(
    ("wrong", "character"),
    [(b"\x80", "€"), (b"\x81", "\x81"), (b"\xed\xa0\x80", "í\xa0€"), (b"\xe2\x82", "â\u201a")],
)
def test_bytes_that_are_not_utf_8(read: Read, wrong: bytes, character: str) -> None:
    """Every byte becomes a character: halves of characters, lone surrogates and what Windows left out too."""
    notice = Notice("line 1 is not UTF-8: read as Windows-1252")
    assert read("a.txt", wrong + b"x") == [(character + "x", 1, 1), notice]


def test_broken_utf_16(read: Read) -> None:
    """Half of a surrogate pair in UTF-16 is replaced, with a notice, and the rest is read."""
    content = codecs.BOM_UTF16_LE + b"A\0\x00\xd8B\0"
    notice = Notice("parts that are not UTF-16 were replaced by U+FFFD")
    assert read("a.txt", content) == [("A\ufffdB", 1, 1), notice]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("shift", range(4))
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_long_input(read: Read, end: str, shift: int, encoding: str) -> None:
    """No line and no character is lost or split where one part of the reading ends and the next begins."""
    lines = ["x" * shift, *(f"{number}-Größe-日本" for number in range(CHUNK // 10))]
    expected = [(line, number, number) for number, line in enumerate(lines, 1) if line]
    if not shift:
        expected = [(line, number + 1, number) for number, line in enumerate(lines[1:], 1)]
    assert read("a.txt", end.join(lines).encode(encoding)) == expected


def test_wrong_byte_far_into_the_input(read: Read) -> None:
    """A byte that is not UTF-8 is read, and told with its line, however late it comes."""
    seen = read("a.csv", b"Name\n" + b"Foo\n" * CHUNK + b"Gr\xf6\xdfe\n")
    assert seen[-2:] == [
        ("Größe", CHUNK + 2, CHUNK + 1),
        Notice("line 262,146 is not UTF-8: read as Windows-1252"),
    ]


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("a.csv", b"", "a.csv: the file is empty"),
        ("a.txt", b"", "a.txt: the file is empty"),
        ("a.csv", codecs.BOM_UTF8, "a.csv: the file is empty"),
        (
            "a.xlsx",
            b"PK\x03\x04\x14\0",
            f"a.xlsx: not a text file: it looks like {WORKBOOK}; export the table as CSV",
        ),
        (
            "a.xls",
            b"\xd0\xcf\x11\xe0\xa1",
            "a.xls: not a text file: it looks like an old Excel workbook; export the table as CSV",
        ),
        (
            "a.csv",
            b"PAR1\x15\0",
            "a.csv: not a text file: it looks like a Parquet file; export the table as CSV",
        ),
        (
            "a.csv",
            b"\x1f\x8b\x08\0",
            "a.csv: not a text file: it looks like compressed with gzip; unpack it first",
        ),
        (
            "a.xls",
            b"\n<HTML><table>",
            "a.xls: not a text file: it looks like a web page; export the table as CSV",
        ),
        ("a.csv", b"Name\nFo\0o\n", "a.csv: not a text file: it holds NUL bytes; export the table as CSV"),
        (
            "a.csv",
            "Name,Id\nGröße,1\n".encode("utf-16-le"),
            "a.csv: looks like UTF-16 without a byte order mark; save it as UTF-8",
        ),
        ("a.txt", b"x" * ((1 << 24) + CHUNK * 2), "a.txt: holds a line of more than 16,777,216 characters"),
    ],
)
def test_not_text(read: Read, name: str, content: bytes, message: str) -> None:
    """What is no text is refused in one line that says what it looks like and what to do."""
    assert read(name, content) == [message]


def test_text_longer_than_memory_should_hold(read: Read, monkeypatch: pytest.MonkeyPatch) -> None:
    """A JSON list beyond the limit is refused while it is read."""
    monkeypatch.setattr("mops_taxonomy.inputs._source._LONGEST_TEXT", 20)
    assert read("a.json", '["Foo", "Bar", "Baz", "Qux"]') == [
        "a.json: longer than 20 characters; write it as JSON Lines"
    ]


def test_reading_does_not_hold_the_input(tmp_path: Path) -> None:
    """The first row is there when little more than the first part of a long file has been read."""
    path = tmp_path / "a.csv"
    path.write_bytes(b"Name\n" + b"Foo\n" * CHUNK * 4)
    rows: Any = open_input(path)
    first = next(rows)
    assert isinstance(first, Row)
    assert rows.gi_frame.f_locals["source"].stream.tell() < path.stat().st_size
    rows.close()


def test_input_that_breaks_off() -> None:
    """A failing disk or network is an error of the input."""

    class Failing(io.BytesIO):
        def read(self, size: int | None = -1, /) -> bytes:  # noqa: ARG002
            raise OSError(5, "Input/output error")

    with pytest.raises(InputError, match=r"^a\.csv: cannot be read: Input/output error$"):
        list(Source("a.csv", Failing()).lines())
