"""Drawing names so that marks stand under what they mean."""

from __future__ import annotations

import pytest

from mops_taxonomy.reporters._drawing import draw


@pytest.mark.parametrize(
    ("text", "span", "shown", "before", "marks"),
    [
        ("abc", (1, 2), "abc", 1, 1),
        ("abc", (3, 3), "abc", 3, 1),
        ("", (0, 0), "", 0, 1),
        ("abc", None, "abc", 0, 1),
        ("日本x", (2, 3), "日本x", 4, 1),
        ("x日本", (1, 3), "x日本", 1, 4),
        ("Ｗx", (1, 2), "Ｗx", 2, 1),
        ("ｱx", (1, 2), "ｱx", 1, 1),
        ("e\u0301x", (2, 3), "e\u0301x", 1, 1),
        ("xe\u0301", (1, 3), "xe\u0301", 1, 1),
        ("xe\u0301y", (2, 3), "xe\u0301y", 2, 1),
        ("\u1112\u1161\u11abx", (3, 4), "\u1112\u1161\u11abx", 2, 1),
        ("🚀x", (1, 2), "🚀x", 2, 1),
        ("❤\ufe0fx", (2, 3), "❤\ufe0fx", 2, 1),
        ("a\ufe0fx", (2, 3), "a\ufe0fx", 1, 1),
        ("👩\u200d🚀x", (3, 4), r"👩\u200d🚀x", 10, 1),
        ("a\tb", (2, 3), r"a\tb", 3, 1),
        ("a\tb", (1, 2), r"a\tb", 1, 2),
        ("a\n\r\0\x7f\x85b", (6, 7), r"a\n\r\x00\x7f\x85b", 17, 1),
        ("\u200bb", (0, 1), r"\u200bb", 0, 6),
        ("\ud800b", (1, 2), r"\ud800b", 6, 1),
        ("\U000e0041b", (1, 2), r"\U000e0041b", 10, 1),
        ("a\xa0b", (1, 2), r"a\xa0b", 1, 4),
        ("a b", (2, 3), "a b", 2, 1),
        ("abc", (2, 99), "abc", 2, 1),
        ("abc", (9, 9), "abc", 3, 1),
    ],
)
def test_draw(text: str, span: tuple[int, int] | None, shown: str, before: int, marks: int) -> None:
    """What cannot be seen is escaped, and every character is as wide as a terminal shows it."""
    assert draw(text, span, 80) == (shown, before, marks)


@pytest.mark.parametrize(
    ("span", "shown", "before", "marks"),
    [
        ((0, 2), "0123456789…", 0, 2),
        ((35, 36), "…qrstuvwxyz", 10, 1),
        ((18, 19), "…defghijklm…", 6, 1),
        ((5, 30), "…56789abcde…", 1, 10),
        ((20, 20), "…fghijklmno…", 6, 1),
        (None, "0123456789…", 0, 1),
    ],
)
def test_draw_in_twelve_columns(span: tuple[int, int] | None, shown: str, before: int, marks: int) -> None:
    """A name that is too wide is cut on the sides where something is missing; the fault stays in view."""
    assert draw("0123456789abcdefghijklmnopqrstuvwxyz", span, 12) == (shown, before, marks)


def test_wide_characters_are_not_halved() -> None:
    """A character that takes two columns is shown whole or not at all."""
    assert draw("日本語" * 9, (13, 14), 12) == ("…語日本語日…", 5, 2)


def test_drawing_a_huge_name_looks_at_little_of_it() -> None:
    """Only what is shown is measured, however long the name is."""
    assert draw("x" * 10_000_000 + "日", (5_000_000, 5_000_001), 12) == ("…xxxxxxxxxx…", 6, 1)
