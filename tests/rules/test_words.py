"""How messages quote what was found."""

from __future__ import annotations

import pytest

from mops_taxonomy.rules._words import escaped, one_of, quoted

QUOTED = [
    (None, "this text"),
    ("", "nothing"),
    (" ", "a space"),
    ("   ", "3 spaces"),
    ("EMEA", "`EMEA`"),
    ("Größe 顧客", "`Größe 顧客`"),
    ("a\tb\r\n", r"`a\tb\r\n`"),
    ("\x1b[31m", r"`\x1b[31m`"),
    ("\xa0", r"`\xa0`"),
    ("\u202e\u200b\u2028", r"`\u202e\u200b\u2028`"),
    ("\ud800\U000e0041", r"`\ud800\U000e0041`"),
    (7, "`7`"),
    ("x" * 100, f"`{'x' * 100}`"),
    ("x" * 101, f"`{'x' * 99}…`"),
]


@pytest.mark.parametrize(("text", "shown"), QUOTED)
def test_quoted_text_can_be_seen(text: object, shown: str) -> None:
    """Text stands between backticks, in words where it is only space, and is cut where it is long."""
    assert quoted(text) == shown


def test_an_escape_leaves_letters_alone() -> None:
    """Only what cannot be seen is escaped: accents and emoji stay as they are."""
    assert escaped("Gro\u0308ße 🚀\0") == "Gro\u0308ße 🚀\\x00"


@pytest.mark.parametrize(
    ("names", "words"),
    [((), "nothing"), (("a",), "`a`"), (("a", "b"), "`a` or `b`"), (["a", "b", "c"], "`a`, `b` or `c`")],
)
def test_names_are_listed_in_words(names: tuple[str, ...] | list[str], words: str) -> None:
    """Commas, and `or` before the last."""
    assert one_of(names) == words
