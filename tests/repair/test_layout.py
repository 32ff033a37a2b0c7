"""Where the words of a text begin and end."""

from __future__ import annotations

import pytest

from mops_taxonomy.repair.layout import Layout


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("customerStories", ["customer", "Stories"]),
        ("ENGoogle", ["EN", "G", "oogle"]),
        ("Q42025US", ["Q", "42025", "US"]),
        ("Big-Sale_", ["Big", "-", "Sale", "_"]),
    ],
)
def test_words_end_where_the_next_begins_by_its_case(text: str, words: list[str]) -> None:
    """A capital that may end a code or begin a word is cut off on both sides."""
    layout = Layout(text)
    starts = [0, *(at for at in range(1, len(text)) if not layout.in_a_word(at))]

    assert [text[start : layout.words[start]] for start in starts] == words


def test_a_gap_is_all_that_divides() -> None:
    """Delimiters, spaces and what nobody sees are one gap, seen from each of its characters."""
    text = "EMEA \u200b-_WBN"
    layout = Layout(text)

    assert {layout.gap(at) for at in range(4, 8)} == {" \u200b-_"}
    assert [layout.beside_a_gap(at) for at in (0, 4, 8, 9)] == [False, True, True, False]
    assert [layout.after_a_delimiter(at) for at in (0, 5, 6, 8)] == [False, True, False, True]
