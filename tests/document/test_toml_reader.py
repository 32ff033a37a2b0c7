"""TOML: values of the standard reader with places of our own."""

from __future__ import annotations

import pytest

from mops_taxonomy.document import read_document
from mops_taxonomy.errors import InvalidTaxonomy

_FILE = '''\
title = "a # b"   # a comment = no key
[region]
"N A".label = 'North'
many = [
  { name = "A", on = true },  # ] }
  { name = "B", size = 1_000 },
]
text = """
x = 1
"""
[[forms]]
template = "{a}"
[[forms]]
when.channel = ["W", 2026-01-01, 1.50]
[forms.deep]
x = 1
'''


@pytest.mark.parametrize(
    ("path", "key", "place"),
    [
        (("title",), False, "t.toml:1:9"),
        (("region",), True, "t.toml:2:2"),
        (("region", "N A"), True, "t.toml:3:1"),
        (("region", "N A", "label"), True, "t.toml:3:7"),
        (("region", "N A", "label"), False, "t.toml:3:15"),
        (("region", "many", 1, "size"), True, "t.toml:6:17"),
        (("region", "many", 1, "size"), False, "t.toml:6:24"),
        (("region", "text"), False, "t.toml:8:8"),
        (("forms", 0, "template"), False, "t.toml:12:12"),
        (("forms", 1, "when", "channel", 1), False, "t.toml:14:22"),
        (("forms", 1, "deep", "x"), True, "t.toml:16:1"),
    ],
)
def test_places(path: tuple[str | int, ...], key: bool, place: str) -> None:
    """Tables, dotted and quoted keys, inline tables, arrays and arrays of tables are found."""
    assert str(read_document(_FILE, file="t.toml").place(path, key=key)) == place


def test_values_keep_their_style() -> None:
    """Text is told from bare numbers, booleans and days; a number is its value, not its spelling."""
    data = read_document(_FILE, file="t.toml").data
    items = [
        *data["forms"][1]["when"]["channel"],
        data["region"]["many"][1]["size"],
        data["region"]["many"][0]["on"],
    ]
    assert [(str(item), item.style) for item in items] == [
        ("W", "quoted"),
        ("2026-01-01", "date"),
        ("1.50", "number"),
        ("1000", "number"),
        ("true", "boolean"),
    ]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("# nothing\n", "t.toml:1:1: MT901 the file is empty\n    # nothing\n    ^"),
        (
            "a = 1\nb = x\n",
            "t.toml:2:5: MT901 a value is expected here; text stands in quotes\n    b = x\n        ^",
        ),
        ("a = 1\na = 2\n", "t.toml:2:1: MT903 this key or table is already set above\n    a = 2\n    ^"),
        ("a 1\n", "t.toml:1:3: MT901 an equals sign is expected after the key\n    a 1\n      ^"),
        (
            "a = " + "[" * 5000,
            f"t.toml:1:1: MT901 lists and mappings are nested more than 50 deep\n    a = {'[' * 36}\n    ^",
        ),
        (
            ".".join("a" * 300) + " = 1\n",
            f"t.toml:1:1: MT901 lists and mappings are nested more than 50 deep\n    {'a.' * 20}\n    ^",
        ),
    ],
    ids=["empty", "value", "repeated", "equals", "deep", "dotted"],
)
def test_what_is_refused(text: str, message: str) -> None:
    """Every refusal is in plain words, at its place."""
    with pytest.raises(InvalidTaxonomy) as caught:
        read_document(text, file="t.toml")
    assert str(caught.value) == message
