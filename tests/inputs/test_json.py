"""JSON and JSON Lines."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from mops_taxonomy.inputs import Row, RowProblem, open_input

if TYPE_CHECKING:
    from pathlib import Path

    from tests.inputs.conftest import Read

DEEP = 100_000


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("[]", []),
        ('["Foo", "Bar"]', [("Foo", 1, 1), ("Bar", 1, 2)]),
        ('\n[\n "Foo",\n "Bar"\n]\n', [("Foo", 3, 1), ("Bar", 4, 2)]),
        ("[2026.10, 1e3]", [("2026.10", 1, 1), ("1e3", 1, 2)]),
        ('[{"id": 1, "name": "Foo"}, {"name": 2026.10}]', [("Foo", 1, 1), ("2026.10", 1, 2)]),
        ('[{"id": 1, "name": null}, {"id": 1, "name": true}]', [("", 1, 1), ("true", 1, 2)]),
        ('{"success": true,\n "result": [{"name": "Foo"}]}', [("Foo", 2, 1)]),
        ('{"records": [\n{"name": "Foo"}], "totalSize": 1}', [("Foo", 2, 1)]),
        ('{"errors": [], "warnings": [], "elements": ["Foo"]}', [("Foo", 1, 1)]),
        ('{"a": {"b": [1]}, "list": ["]", "Foo"]}', [("]", 1, 1), ("Foo", 1, 2)]),
        ('{"name": "Foo"}\n{"name": "Bar"}\n', [("Foo", 1, 1), ("Bar", 2, 2)]),
        ('["\\ud83d", "Bar"]', [("\ud83d", 1, 1), ("Bar", 1, 2)]),
        (
            '["Foo", null, [1], {"name": "Bar"}, {"id": 1}]',
            [
                ("Foo", 1, 1),
                RowProblem(1, "not a name: null"),
                RowProblem(1, 'not a name: ["1"]'),
                ("Bar", 1, 4),
                RowProblem(1, 'the object has no "name"'),
            ],
        ),
    ],
)
def test_json(read: Read, content: str, expected: list[Any]) -> None:
    """Names are read from a list, or from the list inside an object, with the line where each begins."""
    assert read("a.json", content) == expected


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (
            '["Foo",\n "Bar" "Baz"]',
            [("Foo", 1, 1), ("Bar", 2, 2), "a.json:2:8: not JSON: Expecting ',' delimiter"],
        ),
        ('["Foo"] x', [("Foo", 1, 1), "a.json:1:9: not JSON: Extra data"]),
        ('{"result": ["Foo"]}\n\n}', ["a.json:3:1: not JSON: Extra data"]),
        ('["Foo",', [("Foo", 1, 1), "a.json:1:8: not JSON: Expecting value"]),
        ("nonsense", ["a.json:1:1: not JSON: Expecting value"]),
        ('"Foo"', ["a.json: holds no list of names"]),
        ('{"id": 1,\n "name": "Foo"}', ["a.json: holds no list of names"]),
        ('{"a": ["Foo"], "b": ["Bar"]}', ['a.json: holds several lists: "a", "b"; keep one']),
        (
            '[{"id": 1, "title": "Foo"}]',
            ['a.json: say which column holds the names (--column); the columns are "id" and "title"'],
        ),
        ("[" * DEEP, ["a.json: lists inside lists, too deep to read"]),
    ],
)
def test_json_that_cannot_be_read(read: Read, content: str, expected: list[Any]) -> None:
    """What is wrong is told with its line and column, after the names before it."""
    assert read("a.json", content) == expected


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ('"Foo"\n\n{"name": "Bar"}\r\n7\n', [("Foo", 1, 1), ("Bar", 3, 2), ("7", 4, 3)]),
        (
            '{"name": "Foo"}\n{"name": \n{"name": "Bar"}\n',
            [("Foo", 1, 1), RowProblem(2, "not JSON: Expecting value, at column 10"), ("Bar", 3, 3)],
        ),
        ('["Foo"]\n"Bar"', [RowProblem(1, 'not a name: ["Foo"]'), ("Bar", 2, 2)]),
        (
            '"Foo"\n["' + "x" * 60 + '"]',
            [("Foo", 1, 1), RowProblem(2, f'not a name: ["{"x" * 37}…')],
        ),
        ('"Foo"\n' + "[" * DEEP, [("Foo", 1, 1), RowProblem(2, "lists inside lists, too deep to read")]),
        ("Foo\nBar\n", ["a.jsonl:1:1: not JSON Lines: Expecting value"]),
        (
            '{"id": 1, "title": "Foo"}',
            ['a.jsonl: say which column holds the names (--column); the columns are "id" and "title"'],
        ),
    ],
)
def test_json_lines(read: Read, content: str, expected: list[Any]) -> None:
    """Each line stands for itself: one that is not JSON is a problem, unless it is the first."""
    assert read("a.jsonl", content) == expected


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.json", '[{"id": 7, "tags": ["a"], "properties": {"hs_name": "Foo", "cost": 1.50, "end": null}}]'),
        (
            "a.ndjson",
            '{"id": 7, "tags": ["a"], "properties": {"hs_name": "Foo", "cost": 1.50, "end": null}}\n',
        ),
    ],
)
def test_record(tmp_path: Path, name: str, content: str) -> None:
    """A record has every value as text, those of inner objects by a dotted key, and the caller's words."""
    path = tmp_path / name
    path.write_text(content, encoding="utf-8")
    columns = {"name": "properties.HS_name", "key": "ID"}
    records = [item.record for item in open_input(path, columns=columns) if isinstance(item, Row)]
    assert records == [
        {
            "id": "7",
            "tags": '["a"]',
            "properties.hs_name": "Foo",
            "properties.cost": "1.50",
            "properties.end": "",
            "name": "Foo",
            "key": "7",
        }
    ]


def test_record_without_a_column(tmp_path: Path) -> None:
    """What an object leaves out its record leaves out, under the caller's word too."""
    path = tmp_path / "a.json"
    path.write_text('[{"id": 1, "name": "Foo"}, {"name": "Bar"}]', encoding="utf-8")
    records = [item.record for item in open_input(path, columns={"key": "id"}) if isinstance(item, Row)]
    assert records == [{"id": "1", "name": "Foo", "key": "1"}, {"name": "Bar"}]
