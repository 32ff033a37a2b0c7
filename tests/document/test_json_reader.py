"""JSON: places, styles, repeated keys, and what is refused."""

from __future__ import annotations

import pytest

from mops_taxonomy.document import read_document
from mops_taxonomy.errors import InvalidTaxonomy


def test_values_keep_their_style() -> None:
    """Text is told from bare numbers, booleans and null."""
    data = read_document('{"a": ["x", 1.50, true, null, -2e3]}', format="json").data
    assert [(str(item), item.style) for item in data["a"]] == [
        ("x", "quoted"),
        ("1.50", "number"),
        ("true", "boolean"),
        ("", "null"),
        ("-2e3", "number"),
    ]


def test_places() -> None:
    """Lines and columns are counted over line breaks and escapes."""
    document = read_document('{\n  "a": [1,\n    "\\u00e9", {"b": 2}]\n}', file="t.json")
    assert [str(document.place(path)) for path in [("a",), ("a", 1), ("a", 2, "b")]] == [
        "t.json:2:8",
        "t.json:3:5",
        "t.json:3:21",
    ]


def test_repeated_keys_are_noted() -> None:
    """The second key is reported."""
    document = read_document('{"a": 1,\n "a": 2}', file="t.json")
    assert [str(finding) for finding in document.repeated] == [
        "t.json:2:2: MT903 the key 'a' is already on line 1\n    \"a\": 2}\n    ^^^"
    ]


@pytest.mark.parametrize(
    ("text", "message", "drawing"),
    [
        (
            "",
            "t.json:1:1: MT901 the file is empty",
            [],
        ),
        (
            "{} x",
            "t.json:1:4: MT901 there is something after the end of the document",
            ["{} x", "   ^"],
        ),
        (
            '{"a" 1}',
            "t.json:1:6: MT901 a colon is expected after the key",
            ['{"a" 1}', "     ^"],
        ),
        (
            "{a: 1}",
            "t.json:1:2: MT901 a key in double quotes is expected here",
            ["{a: 1}", " ^"],
        ),
        (
            '{"a": x}',
            "t.json:1:7: MT901 a value is expected here; text stands in double quotes",
            ['{"a": x}', "      ^"],
        ),
        (
            "[1 2]",
            "t.json:1:4: MT901 a comma or ] is expected here",
            ["[1 2]", "   ^"],
        ),
        (
            "[1,]",
            "t.json:1:4: MT901 there is a comma too many before ]",
            ["[1,]", "   ^"],
        ),
        (
            '["x',
            "t.json:1:2: MT901 this text is not closed with a double quote",
            ['["x', " ^"],
        ),
        (
            '["\\q"]',
            "t.json:1:3: MT901 a backslash begins an escape in JSON: write it twice",
            ['["\\q"]', "  ^"],
        ),
        (
            "[1,",
            "t.json:1:4: MT901 the file ends too early",
            ["[1,", "   ^"],
        ),
        (
            "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[",
            "t.json:1:52: MT901 lists and mappings are nested more than 50 deep",
            [
                "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[",
                "                                                   ^",
            ],
        ),
    ],
)
def test_what_is_refused(text: str, message: str, drawing: list[str]) -> None:
    """Every refusal is in plain words, at its place."""
    with pytest.raises(InvalidTaxonomy) as caught:
        read_document(text, file="t.json")
    assert str(caught.value).split("\n    ") == [message, *drawing]
