"""The JSON Schema of the file, for editors."""

from __future__ import annotations

from typing import Any

import pytest

from mops_taxonomy.model import TaxonomyModel


@pytest.fixture(scope="module")
def schema() -> dict[str, Any]:
    """The schema of the whole file."""
    return TaxonomyModel.model_json_schema()


def test_every_key_is_described(schema: dict[str, Any]) -> None:
    """Each key of each part has a description."""
    parts = {"taxonomy": schema, **schema["$defs"]}
    bare = [
        f"{part}.{key}"
        for part, one in parts.items()
        for key, v in one["properties"].items()
        if "description" not in v
    ]
    assert bare == []


def test_keys_are_named_as_the_file_names_them(schema: dict[str, Any]) -> None:
    """Words that Python reserves keep their names in the file."""
    assert {"as", "if"} <= schema["$defs"]["Reader"]["properties"].keys()
    assert "except" in schema["$defs"]["TermField"]["properties"]


@pytest.mark.parametrize(
    ("part", "key", "types"),
    [
        ("Vocabulary", "terms", {"object", "array", "string"}),
        ("Convention", "forms", {"array"}),
        ("DateField", "format", {"string", "array"}),
    ],
)
def test_shorthands_are_visible(schema: dict[str, Any], part: str, key: str, types: set[str]) -> None:
    """An editor accepts the short form of a value."""
    value = schema["$defs"][part]["properties"][key]
    assert {one["type"] for one in value.get("anyOf", [value])} == types
