"""Texts as people can see all of them."""

from __future__ import annotations

import pytest

from mops_taxonomy.visible import visible


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("", ""),
        ("plain", "plain"),
        ("a b", "a b"),
        ("Größe", "Größe"),
        ("日本 🚀", "日本 🚀"),
        ("a\tb\nc\rd", r"a\tb\nc\rd"),
        ("a\x00\x85\xa0b", r"a\x00\x85\xa0b"),
        ("a\u2028b\u200b", r"a\u2028b\u200b"),
        ("\u202eba", r"\u202eba"),
        ("\ud800", r"\ud800"),
        ("\U000e0041", r"\U000e0041"),
    ],
)
def test_visible(text: str, shown: str) -> None:
    """Letters stay; what cannot be seen, would break the line or turn it round is escaped."""
    assert visible(text) == shown
