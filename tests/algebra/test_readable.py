"""People are shown the character of a set that says most to them."""

from __future__ import annotations

import pytest

from mops_taxonomy.algebra.charset import ANY, EMPTY, PRINTABLE, Charset, property_named
from mops_taxonomy.algebra.readable import rank, readable


@pytest.mark.parametrize(
    ("charset", "shown"),
    [
        (Charset.of("zyx"), "x"),
        (Charset.of("AZaz"), "a"),
        (Charset.of("0129Z"), "Z"),
        (Charset.of("01"), "1"),
        (Charset.of("0-_"), "0"),
        (Charset.of("_-"), "-"),
        (Charset.of(" _"), "_"),
        (Charset.of("é日"), "é"),
        (Charset.of("😀日"), "日"),
        (Charset.of("é\u0301"), "é"),
        (Charset.of("😀😁"), "😀"),
        (Charset.of("\u0301"), "\u0301"),
        (property_named("Cyrillic"), "Ѐ"),
        (PRINTABLE, "a"),
        (ANY, "a"),
        (~Charset([(0x20, 0x7E)]), "ª"),
    ],
)
def test_shown(charset: Charset, shown: str) -> None:
    """Small letters come before capitals, digits and signs, what is on every keyboard before the rest."""
    assert readable(charset) == shown


def test_no_character() -> None:
    """Of an empty set nothing can be shown."""
    with pytest.raises(ValueError, match="no character"):
        readable(EMPTY)


def test_sets_are_sorted_by_what_they_show() -> None:
    """Letters before digits, signs and what is not on every keyboard."""
    sets = [Charset.of(letters) for letters in ("日", "é", "-_", "0", "10", "Zz", "B", "ab")]
    assert [readable(one) for one in sorted(sets, key=rank)] == ["a", "z", "B", "1", "0", "-", "é", "日"]
