"""YAML."""

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
        ("[]", []),
        ("- Foo\n- 'Bar'\n", [("Foo", 1, 1), ("Bar", 2, 2)]),
        (
            "# names\n\n- NO\r\n- 2026.10\r\n- 2026-03-24\r\n",
            [("NO", 3, 1), ("2026.10", 4, 2), ("2026-03-24", 5, 3)],
        ),
        ("---\n[Foo, {name: Bar}]\n", [("Foo", 2, 1), ("Bar", 2, 2)]),
        ("n: 1\nresult:\n- id: 1\n  name: Foo\n- name: |-\n    Bar\n", [("Foo", 3, 1), ("Bar", 5, 2)]),
        ("records: [{name: ~}]\nother: x\n", [("", 1, 1)]),
        ("errors: []\nresult: [Foo]\n", [("Foo", 2, 1)]),
        (
            "- Foo\n- ~\n- [1]\n- {id: 2, name: Bar}\n- {id: 1}\n-\n",
            [
                ("Foo", 1, 1),
                RowProblem(2, "not a name: null"),
                RowProblem(3, 'not a name: ["1"]'),
                ("Bar", 4, 4),
                RowProblem(5, 'the object has no "name"'),
                RowProblem(6, "not a name: null"),
            ],
        ),
        ("- 😀\n- !x Foo\n- &a Bar\n", [("😀", 1, 1), ("Foo", 2, 2), ("Bar", 3, 3)]),
    ],
)
def test_yaml(read: Read, content: str, expected: list[Any]) -> None:
    """Names are read from a list, or from the list in an object, as they are written and with their lines."""
    assert read("a.yaml", content) == expected


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("Foo\n", "a.yml: holds no list of names"),
        ("# nothing\n", "a.yml: holds no list of names"),
        ("a: Foo\n", "a.yml: holds no list of names"),
        ("a: [x]\nb: [y]\n", 'a.yml: holds several lists: "a", "b"; keep one'),
        ("- a\n---\n- b\n", "a.yml:2:1: a second document begins; keep one"),
        ("- &a x\n- *a\n", "a.yml:2:3: *a repeats another part; write it out"),
        ("- ? [x]\n  : y\n", "a.yml:1:5: a list or an object is a key here; write text"),
        ("- [\n", "a.yml:2:1: not YAML: did not find expected node content"),
        ("- a\x07b\n", "a.yml: not YAML: unacceptable character #x0007: control characters are not allowed"),
        ("[" * 200, "a.yml:1:101: lists inside lists, too deep to read"),
    ],
)
def test_refused(read: Read, content: str, message: str) -> None:
    """What is no YAML or holds no plain list of names is refused in one line, with its place."""
    assert read("a.yml", content) == [message]


def test_record(tmp_path: Path) -> None:
    """A record has every value as text, those of inner objects too; the last of two same keys counts."""
    (tmp_path / "a.yaml").write_text("- {name: Foo, id: 007, p: {q: 1e3, r: [NO]}, id: 008, e: }\n")
    (row,) = open_input(tmp_path / "a.yaml", columns={"number": "id"})
    assert isinstance(row, Row)
    assert row.record == {
        "name": "Foo", "id": "008", "p.q": "1e3", "p.r": '["NO"]', "e": "", "number": "008",
    }  # fmt: skip


def test_comments(tmp_path: Path) -> None:
    """A comment that leaves findings out counts for the row that begins on its line, and is no part of the name."""
    (tmp_path / "a.yaml").write_text(
        "- Foo # mops-taxonomy: ignore MT102, MT119\n- name: Bar  # mops-taxonomy: ignore MT1\n  id: 1\n- Baz # note\n"
    )
    rows = [row for row in open_input(tmp_path / "a.yaml") if isinstance(row, Row)]
    assert [(row.name, row.ignored) for row in rows] == [
        ("Foo", ("MT102", "MT119")),
        ("Bar", ("MT1",)),
        ("Baz", ()),
    ]
