"""Quoting."""

from __future__ import annotations

import pytest

from mops_taxonomy.diff.words import listed, quoted, shown


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("EMEA", "`EMEA`"),
        ("a b", "`a b`"),
        ("", "`  `"),
        (" x", "`  x `"),
        ("a`b", "``a`b``"),
        ("`", "`` ` ``"),
        ("a``", "``` a`` ```"),
        ("a\nb\u200b", "`a\\nb\\u200b`"),
    ],
)
def test_quoted(text: str, expected: str) -> None:
    """A quoted text is a code span of Markdown, whatever it holds."""
    assert quoted(text) == expected


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (3, "3"),
        (True, "true"),
        (False, "false"),
        ("x", "`x`"),
        (["a", "b"], "`a, b`"),
        ({"a": ["b", "c"], "d": None, "e": 1}, "`a: b, c, e: 1`"),
        ("x" * 100, f"`{'x' * 100}`"),
        ("x" * 101, f"`{'x' * 99}…`"),
    ],
)
def test_shown(value: object, expected: str) -> None:
    """Values are written as people write them, and long ones are cut."""
    assert shown(value) == expected


@pytest.mark.parametrize(
    ("words", "expected"), [(["a"], "a"), (["a", "b"], "a and b"), (["a", "b", "c"], "a, b and c")]
)
def test_listed(words: list[str], expected: str) -> None:
    """The last of several comes after `and`."""
    assert listed(words) == expected
