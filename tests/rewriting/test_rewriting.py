"""Changing names inside a file: every other byte stays as it was."""

from __future__ import annotations

import csv
import io
import json
from importlib import import_module
from typing import TYPE_CHECKING, Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from mops_taxonomy import inputs
from mops_taxonomy.inputs import InputError, Row, open_input
from mops_taxonomy.rewriting import Change, rewrite

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

MARK = b"\xef\xbb\xbf"


def changed(
    folder: Path, name: str, before: bytes, new: Mapping[str, str], columns: Mapping[str, str]
) -> bytes:
    """The bytes of a file after some of its names, each wherever it stands, became others."""
    path, copy = str(folder / name), str(folder / f"copy-{name}")
    (folder / name).write_bytes(before)
    changes = [
        Change(item.line, item.row, item.name, new[item.name])
        for item in open_input(path, columns=columns)
        if isinstance(item, Row) and item.name in new
    ]
    rewrite(path, copy, changes, columns)
    return (folder / f"copy-{name}").read_bytes()


A = {"a b": "A_B"}
"""The names of most cases, old and new."""

CASES: list[Any] = [
    pytest.param("x.csv", b"Name\na b\n", b"Name\nA_B\n", A, {}, id="one column"),
    pytest.param("x.csv", b"Name\na b", b"Name\nA_B", A, {}, id="no end of line at the end"),
    pytest.param("x.csv", MARK + b"Name;N\r\na b;1\r\n", MARK + b"Name;N\r\nA_B;1\r\n", A, {}, id="mark"),
    pytest.param(
        "x.csv", b"N,Name\r\n1,a b\n2,x\r3,a b\r\n\n\r\n4,a b", b"N,Name\r\n1,A_B\n2,x\r3,A_B\r\n\n\r\n4,A_B", A, {},
        id="mixed ends of lines and blank lines",
    ),
    pytest.param(
        "x.csv", b'"N","Name"\n"1","a b"\n2,a b,\n', b'"N","Name"\n"1","A_B"\n2,A_B,\n', A, {},
        id="quotes stay, and none are added",
    ),
    pytest.param("x.csv", b"Name,N\na b,1\n", b'Name,N\n"A,B",1\n', {"a b": "A,B"}, {}, id="quotes where needed"),
    pytest.param("x.csv", b"Name;N\na b;1\n", b"Name;N\nA,B;1\n", {"a b": "A,B"}, {}, id="no quotes else"),
    pytest.param("x.csv", b'Name\n"a ""b"""\n', b'Name\n"A ""B"""\n', {'a "b"': 'A "B"'}, {}, id="quotes in quotes"),
    pytest.param("x.csv", b'Name\na "b"\n', b"Name\nA\n", {'a "b"': "A"}, {}, id="quotes inside a bare cell"),
    pytest.param(
        "x.csv", b'T,Name,N\n"1\n\r\n""x"",2","a\nb",3\nz,a b,\n', b'T,Name,N\n"1\n\r\n""x"",2","AB",3\nz,A_B,\n',
        {"a\nb": "AB", **A}, {}, id="lines inside cells",
    ),
    pytest.param("x.csv", b"sep=|\r\nN|Name\r\n1|a b\r\n", b"sep=|\r\nN|Name\r\n1|A_B\r\n", A, {}, id="sep line"),
    pytest.param("x.csv", b"\n,\nName,N\na b,1\n", b"\n,\nName,N\nA_B,1\n", A, {}, id="blank rows before the header"),
    pytest.param("x.csv", b"a b,Name\na b,a b\n", b"a b,Name\na b,A_B\n", A, {}, id="the same text elsewhere"),
    pytest.param(
        "x.csv", b"Title,Id\na b,1\n", b"Title,Id\nA_B,1\n", A, {"name": "title"}, id="the column asked for",
    ),
    pytest.param(
        "x.csv", b'Name,N\nx\n"open" y,1\na b,2,3\na b,4\n', b'Name,N\nx\n"open" y,1\na b,2,3\nA_B,4\n', A, {},
        id="rows that cannot be read",
    ),
    pytest.param(
        "x.csv", b"Name,N\nCaf\xe9 b,\xff\xe4\n", b"Name,N\nCaf\xe9_B,\xff\xe4\n", {"Caf\xe9 b": "Caf\xe9_B"}, {},
        id="Windows-1252",
    ),
    pytest.param(
        "x.csv", b"Name,N\na b,\xe9\n", b"Name,N\nB\xe9,\xe9\n", {"a b": "B\xe9"}, {}, id="new letter in Windows-1252",
    ),
    pytest.param(
        "x.csv", b"Name,N\nC\xc3\xa9 b,\xe9\n", b"Name,N\nC\xc3\xa9_\xc3\xb6,\xe9\n", {"C\xe9 b": "C\xe9_\xf6"}, {},
        id="UTF-8 beside Windows-1252",
    ),
    pytest.param(
        "x.csv", b"Name,N\na b,\xe9\n", b"Name,N\n\xc3\x83\xc2\xa9,\xe9\n", {"a b": "\xc3\xa9"}, {},
        id="two letters that Windows-1252 would write as one of UTF-8",
    ),
    pytest.param(
        "x.csv", b"Name,N\na b,\xe9\n", b"Name,N\n\xe2\x86\x92,\xe9\n", {"a b": "→"}, {},
        id="a new letter that Windows-1252 has not",
    ),
    pytest.param("x.csv", "Name\né b\n".encode(), "Name\né→\n".encode(), {"é b": "é→"}, {}, id="UTF-8"),
    pytest.param(
        "x.csv", "\ufeffName,N\r\né b,1\r\n".encode("utf-16-le"), "\ufeffName,N\r\né→,1\r\n".encode("utf-16-le"),
        {"é b": "é→"}, {}, id="UTF-16",
    ),
    pytest.param(
        "x.csv", "\ufeffName,😀\na b,1".encode("utf-16-be"), "\ufeffName,😀\nA_B,1".encode("utf-16-be"), A, {},
        id="UTF-16, the other way round",
    ),
    pytest.param("x.tsv", b'Name\tN\na b\t"1"\n', b'Name\tN\nA,B\t"1"\n', {"a b": "A,B"}, {}, id="TSV"),
    pytest.param("x.txt", b"Name\tN\na b\t1\n", b"Name\tN\nA_B\t1\n", A, {}, id="TSV by its content"),
    pytest.param("x.list", b" x\r\n\r\na b\ra b  \n\na b", b" x\r\n\r\nA_B\ra b  \n\nA_B", A, {}, id="text"),
    pytest.param(
        "x.names", b"a b  # mops-taxonomy: ignore MT102\nC\xe9\n", b"A_B  # mops-taxonomy: ignore MT102\nC\xea\n",
        {**A, "C\xe9": "C\xea"}, {}, id="text with a comment",
    ),
    pytest.param("x.json", b'[ "a b" ,\n"x", "a b"]\n\n', b'[ "A_B" ,\n"x", "A_B"]\n\n', A, {}, id="JSON list"),
    pytest.param(
        "x.json", b'{"n": 1.50, "result": [{ "a b" :1e5, "name"\t: "a b"},\r\n {"name":"x"} ] , "z":null}',
        b'{"n": 1.50, "result": [{ "a b" :1e5, "name"\t: "A_B"},\r\n {"name":"x"} ] , "z":null}', A, {},
        id="JSON objects",
    ),
    pytest.param(
        "x.json", b'[{"p": {"id": "a b", "t": "a b"}, "q": [{"t": "a b"}]}]',
        b'[{"p": {"id": "a b", "t": "A_B"}, "q": [{"t": "a b"}]}]', A, {"name": "p.t"}, id="an object inside an object",
    ),
    pytest.param(
        "x.json", b'[{"p": {"t": "a b"}, "p.t": "a b"}]', b'[{"p": {"t": "a b"}, "p.t": "A_B"}]', A, {"name": "p.t"},
        id="a key with a dot goes before an object inside an object",
    ),
    pytest.param("x.json", b'[{"name": "x", "name": "a b"}]', b'[{"name": "x", "name": "A_B"}]', A, {}, id="twice"),
    pytest.param(
        "x.json", b'["caf\\u00e9\\/\\u0041\\ud83d\\ude00 b"]', b'["caf\\u00e9\\/\\u0041\\ud83d\\ude00_\\u00f6"]',
        {"café/A😀 b": "café/A😀_ö"}, {}, id="escapes stay, and new letters are escaped as well",
    ),
    pytest.param("x.json", '["é", "a b"]'.encode(), '["é", "ö"]'.encode(), {"a b": "ö"}, {}, id="letters stay"),
    pytest.param("x.json", b'["a b"]', b'["A\\"B\\\\"]', {"a b": 'A"B\\'}, {}, id="what must be escaped"),
    pytest.param("x.json", b'["\xe9 b"]', b'["\xe9_B"]', {"é b": "é_B"}, {}, id="JSON in Windows-1252"),
    pytest.param("x.json", b'[{"name": 12}]', b'[{"name": "A"}]', {"12": "A"}, {}, id="a number becomes text"),
    pytest.param("x.json", b'{"name": "a b"}\n', b'{"name": "A_B"}\n', A, {}, id="one object"),
    pytest.param(
        "x.jsonl", b'"x"\n\n {"name": "a b", "n": 1.0 }\r\n{"name": "a b"} \nno\n"a b"',
        b'"x"\n\n {"name": "A_B", "n": 1.0 }\r\n{"name": "A_B"} \nno\n"A_B"', A, {}, id="JSON Lines",
    ),
    pytest.param(
        "x.yaml", b"# a b\n- a b   # a b\n- 'a b'\n-   \"a b\"\n- x\n",
        b"# a b\n- A_B   # a b\n- 'A_B'\n-   \"A_B\"\n- x\n", A, {}, id="YAML list",
    ),
    pytest.param(
        "x.yml", b"n: a b\nitems:\r\n- name: a b\r\n  t: a b\r\n- {t: a b, name: a b}\r\n- name:\r\n    a b\r\n",
        b"n: a b\nitems:\r\n- name: A_B\r\n  t: a b\r\n- {t: a b, name: A_B}\r\n- name:\r\n    A_B\r\n", A, {},
        id="YAML objects",
    ),
    pytest.param(
        "x.yaml", b"- {name: 1, p: {t: a b}}\n- p:\n    t: a b\n", b"- {name: 1, p: {t: A_B}}\n- p:\n    t: A_B\n", A,
        {"name": "p.t"}, id="an object inside an object of YAML",
    ),
    pytest.param(
        "x.yaml", b"- a b\n- [x]\n- {name: a b}\n", b"- 'A: #B'\n- [x]\n- {name: 'A: #B'}\n", {"a b": "A: #B"}, {},
        id="quotes where YAML needs them",
    ),
    pytest.param("x.yaml", b"[a b, x]\n", b"['A,B', x]\n", {"a b": "A,B"}, {}, id="quotes inside brackets"),
    pytest.param("x.yaml", b"- a b\n", b"- A,B\n", {"a b": "A,B"}, {}, id="no quotes outside brackets"),
    pytest.param("x.yaml", b"- a b\n", b"- '2026'\n", {"a b": "2026"}, {}, id="text that would be a number"),
    pytest.param("x.yaml", b"- 'a b'\n", b"- 'It''s'\n", {"a b": "It's"}, {}, id="an apostrophe"),
    pytest.param(
        "x.yaml", b'- "caf\\u00e9 b"\n- "\xc3\xa9"\n', b'- "caf\\u00e9_B"\n- "\xc3\xa9"\n', {"café b": "café_B"}, {},
        id="escapes of YAML",
    ),
    pytest.param(
        "x.yaml", b"- &x a b\n- !!str\n  'a b'\n- &y !mine # &z a\n  # b\n  a b # c\n- !<tag:yaml.org,2002:str> a b\n",
        b"- &x A_B\n- !!str\n  'A_B'\n- &y !mine # &z a\n  # b\n  A_B # c\n- !<tag:yaml.org,2002:str> A_B\n",
        A, {}, id="anchors and tags",
    ),
    pytest.param("x.yaml", b"- a b\n- \xe9\n", b"- \xf6\n- \xe9\n", {"a b": "ö"}, {}, id="YAML in Windows-1252"),
    pytest.param("x.yaml", MARK + "- 😀é\n- a b".encode(), MARK + "- 😀é\n- A_B".encode(), A, {}, id="YAML, mark"),
    pytest.param("x", b"---\n- a b\n", b"---\n- A_B\n", A, {}, id="YAML by its content"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "before", "after", "new", "columns"), CASES)
def test_only_the_names_change(
    tmp_path: Path, name: str, before: bytes, after: bytes, new: dict[str, str], columns: dict[str, str]
) -> None:
    """A changed file is, byte for byte, the old one with other names in it."""
    assert changed(tmp_path, name, before, new, columns) == after


@pytest.mark.parametrize(("name", "before", "after", "new", "columns"), CASES)
def test_nothing_to_change(
    tmp_path: Path, name: str, before: bytes, after: bytes, new: dict[str, str], columns: dict[str, str]
) -> None:
    """A file in which no name changes is copied as it is."""
    assert changed(tmp_path, name, before, {}, columns) == before
    assert changed(tmp_path, name, after, {old: old for old in new.values()}, columns) == after


REFUSED: list[Any] = [
    pytest.param("x.yaml", b"- |-\n  a b\n", "x.yaml:1: the name is not written on one line here", id="block"),
    pytest.param("x.yaml", b"- >-\n  a\n  b\n", "x.yaml:1: the name is not written on one line here", id="folded"),
    pytest.param("x.yaml", b"- !!int a b\n", "x.yaml:1: a tag says that the name is no text here", id="tag"),
    pytest.param(
        "x.yaml", b"- &x !<tag:yaml.org,2002:int> a b\n", "x.yaml:1: a tag says that the name is no text here",
        id="a tag in full",
    ),
    pytest.param(
        "x.csv", "\ufeffName\na b\n".encode("utf-16-le") + b"\x00\xd8\n\x00",
        "x.csv: parts of it are not UTF-16, so that it is not changed", id="broken UTF-16",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("name", "content", "message"), REFUSED)
def test_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, content: bytes, message: str
) -> None:
    """What cannot be changed alone is refused."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / name).write_bytes(content)
    with pytest.raises(InputError) as refusal:
        rewrite(name, "copy", [Change(1 if "yaml" in name else 2, 1, "a b", "A")], {})
    assert str(refusal.value) == message


OTHER = "was changed meanwhile by something else, so that nothing is written"
NOT_ALONE = "a name cannot be changed alone here, so that nothing is written"

OTHERS: list[Any] = [
    pytest.param(b"Name\nx\n", f"x.csv:2: {OTHER}", id="another name"),
    pytest.param(b"Name\n", f"x.csv: {OTHER}", id="fewer rows"),
    pytest.param(b'Name\n"a b', f"x.csv:2: {NOT_ALONE}", id="a quote that is not closed"),
    pytest.param(b"Name\n\na b\n", f"x.csv:3: {NOT_ALONE}", id="another line"),
]


@pytest.mark.parametrize(("content", "message"), OTHERS)
def test_changed_meanwhile(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, content: bytes, message: str
) -> None:
    """A file that is not any more as it was when the changes were found is refused."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "x.csv").write_bytes(content)
    with pytest.raises(InputError) as refusal:
        rewrite("x.csv", "copy.csv", [Change(2, 1, "a b", "A_B")], {})
    assert str(refusal.value) == message


def test_a_name_that_cannot_stand_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A text that would read as something else is refused: plain text ends at the end of the line."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "x.list").write_bytes(b"a b\n")
    with pytest.raises(InputError) as refusal:
        rewrite("x.list", "copy.list", [Change(1, 1, "a b", "A\nB")], {})
    assert str(refusal.value) == "x.list:1: a name cannot be changed alone here, so that nothing is written"


@pytest.mark.parametrize("format", [name for name in inputs.names() if name != "parquet"])
def test_every_format_that_is_read_can_be_changed(format: str) -> None:  # noqa: A002
    """Each format of the inputs has a file here, but for Parquet, which is no text."""
    assert callable(import_module(f"mops_taxonomy.rewriting.{format}").rewritten)


def test_a_format_that_is_only_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A format without a file here is refused in one line, and no copy is made."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("mops_taxonomy.rewriting.format_of", lambda *_: "stone")
    with pytest.raises(InputError) as refusal:
        rewrite("x.stone", "copy", [], {})
    assert str(refusal.value) == (
        "x.stone: names in files of the format stone are read, but cannot be changed; "
        "--rename-map writes a table of the new ones"
    )
    assert list(tmp_path.iterdir()) == []


CELLS = st.text(st.sampled_from(" a,;\"\n\r\t#:'é→😀[]{}|"), max_size=6)


def as_csv(rows: list[dict[str, str]]) -> bytes:
    """Rows as a spreadsheet writes them."""
    stream = io.StringIO(newline="")
    csv.writer(stream).writerows([("name", "note"), *(one.values() for one in rows)])
    return stream.getvalue().encode()


def of_csv(content: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(content.decode(), newline="")))


FORMATS: list[Any] = [
    pytest.param("x.csv", as_csv, of_csv, id="CSV"),
    pytest.param("x.json", lambda rows: json.dumps(rows).encode(), json.loads, id="JSON, ASCII"),
    pytest.param("x.json", lambda rows: json.dumps(rows, ensure_ascii=False).encode(), json.loads, id="JSON"),
    pytest.param("x.yaml", lambda rows: yaml.safe_dump(rows).encode(), yaml.safe_load, id="YAML, ASCII"),
    pytest.param(
        "x.yaml", lambda rows: yaml.safe_dump(rows, allow_unicode=True).encode(), yaml.safe_load, id="YAML"
    ),
]


@pytest.mark.parametrize(("name", "written", "read"), FORMATS)
@given(names=st.lists(CELLS.filter(bool), min_size=1, max_size=4), note=CELLS, new=CELLS.filter(str.strip))
def test_any_name_can_become_any_other(
    tmp_path_factory: pytest.TempPathFactory,
    name: str,
    written: Callable[[Any], bytes],
    read: Callable[[bytes], Any],
    names: list[str],
    note: str,
    new: str,
) -> None:
    """Whatever the texts are, other programs read the new ones, and everything else as before."""
    folder = tmp_path_factory.mktemp("any")
    before = written([{"name": old, "note": note} for old in names])
    after = changed(folder, name, before, dict.fromkeys(names, new), {})
    assert read(after) == [{"name": new, "note": note} for _ in names]
