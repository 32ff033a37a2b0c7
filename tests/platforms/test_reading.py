"""Where records are read from: files, streams, answers, in any encoding, whole or cut."""

from __future__ import annotations

import gzip
import json
from io import BytesIO, StringIO
from typing import TYPE_CHECKING, Any

import pytest

from mops_taxonomy.finding import Finding
from mops_taxonomy.platforms import readable
from mops_taxonomy.platforms.reading import ReadError, read
from mops_taxonomy.records import Origin
from tests.platforms.told import records, told

if TYPE_CHECKING:
    from pathlib import Path

NAMES = ["2026_Harbour", "2026_Lighthouse", "2026_Müller"]
ROWS = [{"id": number, "name": name} for number, name in enumerate(NAMES, 1)]
PAGE = {"success": True, "requestId": "1#1", "result": ROWS}
TABLE = "id,name\n" + "".join(f"{row['id']},{row['name']}\n" for row in ROWS)
WORKBOOK = "an Excel workbook or another zip archive; export the table as CSV"
LINES = "".join(json.dumps(row) + "\n" for row in ROWS)


def test_readable() -> None:
    """The systems whose records can be read."""
    assert readable() == ("account_engagement", "eloqua", "hubspot", "marketo", "salesforce")


@pytest.mark.parametrize(
    "source",
    [
        PAGE,
        ROWS,
        [PAGE],
        [ROWS],
        iter(ROWS),
        StringIO(json.dumps(PAGE)),
        StringIO(json.dumps(PAGE, indent=2)),
        BytesIO(json.dumps(PAGE, ensure_ascii=False).encode()),
        StringIO(json.dumps(ROWS)),
        StringIO(json.dumps([{**PAGE, "result": ROWS[:1]}, {**PAGE, "result": ROWS[1:]}])),
        StringIO(json.dumps({**PAGE, "result": ROWS[:1]}) + json.dumps({**PAGE, "result": ROWS[1:]})),
        StringIO(LINES),
        StringIO(LINES.replace("\n", "\r\n\n")),
        StringIO(
            json.dumps({**PAGE, "result": ROWS[:1]}) + "\n" + json.dumps({**PAGE, "result": ROWS[1:]}) + "\n"
        ),
        StringIO(TABLE),
        StringIO(TABLE.replace(",", ";")),
        StringIO(TABLE.replace(",", "\t")),
        StringIO("sep=|\n" + TABLE.replace(",", "|")),
        BytesIO(TABLE.encode("utf-8-sig")),
        BytesIO(TABLE.encode("utf-16")),
        BytesIO(json.dumps(PAGE, ensure_ascii=False).encode("utf-16")),
        BytesIO(gzip.compress(TABLE.encode())),
        BytesIO(gzip.compress(json.dumps(PAGE).encode())),
        BytesIO(gzip.compress(LINES[:30].encode()) + gzip.compress(LINES[30:].encode())),
    ],
)
def test_sources(source: Any) -> None:
    """Answers, lists, JSON, JSON Lines and tables, as text or bytes, packed or not, give the same records."""
    assert [(one.id, one.name) for one in records(source, "marketo")] == [
        (str(number), name) for number, name in enumerate(NAMES, 1)
    ]


@pytest.mark.parametrize("name", ["a.json", "a.jsonl", "a.csv", "a.csv.gz", "export", "a.json.gz"])
def test_files(tmp_path: Path, name: str) -> None:
    """The suffix of a file says its format, else how it begins; packed files are unpacked."""
    text = LINES if "jsonl" in name else json.dumps(PAGE) if "json" in name else TABLE
    path = tmp_path / name
    path.write_bytes(gzip.compress(text.encode()) if name.endswith(".gz") else text.encode())

    assert [one.name for one in records(path, "marketo")] == NAMES
    assert [one.name for one in records(str(path), "marketo")] == NAMES


@pytest.mark.parametrize(
    ("source", "origins"),
    [
        (PAGE, [(None, 1, "result[0]"), (None, 2, "result[1]"), (None, 3, "result[2]")]),
        ([PAGE, ROWS[0]], [*((None, at + 1, f"[0].result[{at}]") for at in range(3)), (None, 4, "[1]")]),
        (StringIO(TABLE), [(2, 1, None), (3, 2, None), (4, 3, None)]),
        (StringIO(LINES), [(1, 1, None), (2, 2, None), (3, 3, None)]),
        (StringIO("[\n" + LINES.replace("\n", ",\n") + "{}]"), [(2, 1, "[0]"), (3, 2, "[1]"), (4, 3, "[2]")]),
    ],
)
def test_origin(source: Any, origins: list[Any]) -> None:
    """Each record knows its line, its number and the way to it."""
    found = [one for one in read(source, "marketo") if not isinstance(one, Finding)]

    assert [one.origin for one in found] == [Origin(None, *origin) for origin in origins]


def test_windows_1252() -> None:
    """A table of an old spreadsheet is read, and it is told that it was not UTF-8."""
    assert told(BytesIO(TABLE.encode("cp1252")), "marketo") == [
        *NAMES,
        "MT351 line 4 is not UTF-8: read as Windows-1252",
    ]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        (
            '{"success": true, "result": [{"id": 1, "name": "2026_A"}, {"id": 2, "name": "2026_B"}, {"id": 3, "na',
            ["2026_A", "2026_B", "1: MT350 record 3 is cut off: the source ends inside it"],
        ),
        (
            '[{"id": 1, "name": "2026_A"}, {"success": true, "result": [{"id": 2, "name": "2026_B"}, {"id"',
            ["2026_A", "2026_B", "1: MT350 record 3 is cut off: the source ends inside it"],
        ),
        (
            '[{"id": 1, "name": "2026_A"}, nothing, {"id": 2, "name": "2026_B"}]',
            ["2026_A", "1: MT350 record 2 is not JSON: Expecting value"],
        ),
        (
            '{"id": 1, "name": "2026_A"}\n{"id": 2, "name": \n{"id": 3, "name": "2026_C"}\n{"id": 4',
            [
                "2026_A",
                "2: MT350 record 2 is not JSON: Expecting value, at column 18",
                "2026_C",
                "4: MT350 record 4 is not JSON: Expecting ',' delimiter, at column 9",
            ],
        ),
        (
            "id,name\n1,2026_A\n2,2026_B,x\n3,2026_C\n4",
            [
                "2026_A",
                "3: MT350 record 2 has 3 cells under 2 headings: is a cell with a delimiter not quoted?",
                "2026_C",
                "5: MT350 record 4 has one cell only",
            ],
        ),
        (
            "id,name,type\n1,2026_A,Event\n2,2026_B",
            ["2026_A", "3: MT350 record 2 is cut off: the source ends inside it"],
        ),
        (
            'id,name\n1,2026_A\n2,"2026_B\n',
            ["2026_A", "3: MT350 record 2 is cut off: a quote is opened and never closed"],
        ),
        (
            'id,name\n1,"2026_A"x\n2,2026_B\n',
            [
                "2: MT350 record 1 has text behind a closing quote; a quote inside a cell is written twice",
                "2026_B",
            ],
        ),
        (
            '[1, null, "x", [], {"id": 1, "name": "2026_A"}]',
            [
                "1: MT350 record 1 ([0]) is 1, not an object",
                "1: MT350 record 2 ([1]) is null, not an object",
                "1: MT350 record 3 ([2]) is 'x', not an object",
                "2026_A",
            ],
        ),
    ],
)
def test_what_is_cut_or_damaged(text: str, lines: list[str]) -> None:
    """What is whole is read; what is not is told in its place."""
    assert told(StringIO(text), "marketo") == lines


def test_packed_file_that_is_cut() -> None:
    """What can be unpacked of a packed file is read, and that there was more is told."""
    table = "id,name\n" + "".join(f"{number},2026_{number * 7919 % 100_003}\n" for number in range(12_000))
    packed = gzip.compress(table.encode())
    found = told(BytesIO(packed[: len(packed) // 2]), "marketo")

    assert found[:2] == ["2026_0", "2026_7919"]
    assert len(found) > 2_000
    assert found[-1].endswith("cannot be read: the packed data ends too early")


def test_file_longer_than_a_piece() -> None:
    """A long text is read in pieces, and nothing is lost where one ends and the next begins."""
    rows = [{"id": number, "name": f"2026_{number}_" + "é" * (number % 97)} for number in range(20_000)]
    text = json.dumps({**PAGE, "result": rows}, ensure_ascii=False)
    found = records(BytesIO(text.encode()), "marketo")

    assert len(text) > 1 << 20
    assert [one.name for one in found] == [row["name"] for row in rows]


@pytest.mark.parametrize(
    ("source", "message"),
    [
        (StringIO(""), "the stream: the file is empty"),
        (StringIO("\n\n"), "the stream: holds no header"),
        (StringIO('{"success": tr'), "the stream: cut off: the source ends inside it, at line 1"),
        (StringIO('{"success": nothing}'), "the stream: not JSON: Expecting value, at line 1"),
        (
            StringIO("[" * 100_000),
            "the stream: cannot be read: lists inside lists, too deep to read, at line 1",
        ),
        (BytesIO(b"PK\x03\x04 a workbook"), f"the stream: not a text file: it looks like {WORKBOOK}"),
        (BytesIO(b"\x1f\x8b nothing"), "the stream: the packed data is damaged"),
    ],
)
def test_nothing_can_be_read(source: Any, message: str) -> None:
    """What holds nothing that can be read is an error, which says why."""
    with pytest.raises(ReadError) as caught:
        list(read(source, "marketo"))

    assert str(caught.value) == message


def test_stream_in_the_wrong_encoding(tmp_path: Path) -> None:
    """A stream of text that was opened in the wrong encoding says what to do."""
    path = tmp_path / "a.csv"
    path.write_bytes(TABLE.encode("cp1252"))
    with path.open(encoding="utf-8") as stream, pytest.raises(ReadError) as caught:
        list(read(stream, "marketo"))

    assert caught.value.reason == "the text is not utf-8; open it as bytes"


def test_no_file(tmp_path: Path) -> None:
    """A path without a file, or with a directory, is an error, with the path."""
    for path, reason in ((tmp_path / "none.csv", "no such file"), (tmp_path, "is a directory, not a file")):
        with pytest.raises(ReadError) as caught:
            list(read(path, "marketo"))
        assert (caught.value.file, caught.value.reason) == (str(path), reason)


@pytest.mark.parametrize("source", [None, 5, b"bytes"])
def test_no_source(source: Any) -> None:
    """What is no source is an error of the program, not of the data."""
    with pytest.raises(TypeError, match=r"^a source is a path, a stream, an answer"):
        list(read(source, "marketo"))


@pytest.mark.parametrize(
    ("source", "system"),
    [
        (PAGE, "marketo"),
        ({"requestId": "1", "success": True}, None),
        ([{"attributes": {"type": "Campaign"}, "Name": "2026_A"}], "salesforce"),
        (StringIO("Id,Name\n701000000000001AAA,2026_A\n"), "salesforce"),
        (StringIO("Campaign ID,Campaign Name\n701000000000001,2026_A\n"), "salesforce"),
        ({"results": [{"id": "1", "properties": {"hs_name": "2026_A"}}]}, "hubspot"),
        (
            {"elements": [{"type": "Campaign", "id": "1", "name": "2026_A"}], "page": 1, "pageSize": 5},
            "eloqua",
        ),
        ({"values": [{"id": 1, "name": "2026_A"}], "nextPageToken": None}, "account_engagement"),
        (StringIO("id,name,channel,workspace,sfdc_id\n1,2026_A,Webinar,Default,\n"), "marketo"),
        ([], None),
    ],
)
def test_system_is_told_by_the_shape(source: Any, system: str | None) -> None:
    """Where the source itself shows of which system it is, nobody has to say it."""
    assert {one.system for one in records(source)} == ({system} if system else set())


@pytest.mark.parametrize("source", [ROWS, StringIO(TABLE), [{"Id": "1", "Name": "x"}], ["x"]])
def test_system_is_never_guessed(source: Any) -> None:
    """Where the source does not show it, the choices are named."""
    with pytest.raises(ReadError) as caught:
        list(read(source))

    assert caught.value.reason == (
        "does not show of which system it is; say which: account_engagement, eloqua, hubspot, marketo, salesforce"
    )


@pytest.mark.parametrize(
    ("system", "kind", "reason"),
    [
        (
            "pardot",
            None,
            'no records of "pardot" can be read; there are account_engagement, eloqua, hubspot, marketo, salesforce',
        ),
        (
            "marketo",
            "campaign",
            'Marketo has no "campaign"; there are program, channel, tag_type, tokens, member',
        ),
    ],
)
def test_unknown_system_or_object(system: str, kind: str | None, reason: str) -> None:
    """A system or a kind of object that is not known is an error that names those there are."""
    with pytest.raises(ReadError) as caught:
        list(read(ROWS, system, kind))

    assert str(caught.value) == reason


def test_system_as_the_command_line_writes_it() -> None:
    """`account-engagement` is `account_engagement`."""
    assert [one.system for one in records(ROWS[:1], "account-engagement")] == ["account_engagement"]


def test_half_characters_are_replaced() -> None:
    """Half a character, which no text may hold, is replaced, in a name as in what is kept besides."""
    (program,) = records(
        StringIO('[{"id": 1, "name": "a\\ud800", "k\\udc00": {"x\\udc00": ["\\ud801"]}}]'), "marketo"
    )

    assert program.name == "a\N{REPLACEMENT CHARACTER}"
    assert json.dumps(program.other, ensure_ascii=False).encode() == '{"k�": {"x�": ["�"]}}'.encode()


@pytest.mark.parametrize(
    ("system", "text"),
    [
        ("marketo", json.dumps([{"id": number, "name": "2026_A"} for number in range(60_000)])),
        ("marketo", json.dumps({"result": [{"id": number, "name": "2026_A"} for number in range(60_000)]})),
        ("salesforce", "Name,Type\n" + "2026_A,Webinar\n" * 60_000),
    ],
    ids=["list", "page", "table"],
)
def test_stream_is_read_as_it_is_asked_for(system: str, text: str) -> None:
    """The first record is there before the rest of a long source has been read."""
    source = StringIO(text)

    assert next(read(source, system)).name == "2026_A"
    assert source.tell() < len(text) * 3 // 4


@pytest.mark.parametrize(
    "source",
    [[{"id": 10**5000, "name": "2026_A"}], StringIO('[{"id": 1%s, "name": "2026_A"}]' % ("0" * 5000))],
)
def test_number_of_thousands_of_digits(source: Any) -> None:
    """A number that is longer than Python writes or reads is kept as text."""
    (program,) = records(source, "marketo")

    assert len(program.id) > 4_000
