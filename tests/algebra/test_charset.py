"""Sets of characters behave as Python's sets do."""

from __future__ import annotations

import sys
from unicodedata import category

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mops_taxonomy.algebra.charset import ANY, EMPTY, LAST, PRINTABLE, SPACE, Charset, property_named

POINTS = range(0x40)
RANGES = st.lists(
    st.tuples(st.integers(0, 0x3F), st.integers(0, 0x3F)).map(lambda pair: (min(pair), max(pair)))
)


def members(charset: Charset) -> set[int]:
    """The code points of a set below 64."""
    return {point for point in POINTS if chr(point) in charset}


@given(RANGES, RANGES)
def test_operators(left: list[tuple[int, int]], right: list[tuple[int, int]]) -> None:
    """Union, intersection, difference, complement and the tests are those of sets."""
    one, other = Charset(left), Charset(right)
    a = {point for lo, hi in left for point in range(lo, hi + 1)}
    b = {point for lo, hi in right for point in range(lo, hi + 1)}
    assert members(one) == a
    assert members(one | other) == a | b
    assert members(one & other) == a & b
    assert members(one - other) == a - b
    assert members(~one) == set(POINTS) - a
    assert one.isdisjoint(other) == a.isdisjoint(b)
    assert (len(one), bool(one)) == (len(a), bool(a))
    assert (one == other) == (a == b)
    assert ~~one == one
    assert one.only() == (chr(min(a)) if len(a) == 1 else None)


@given(RANGES)
def test_ranges_are_sorted_and_apart(ranges: list[tuple[int, int]]) -> None:
    """However a set is given, its ranges are the fewest there can be; equal sets are equal keys."""
    charset = Charset(ranges)
    assert all(hi + 1 < lo for (_, hi), (lo, _) in zip(charset.ranges, charset.ranges[1:], strict=False))
    shuffled = Charset(reversed([(lo, hi) for lo, hi in ranges]))
    assert (charset, hash(charset)) == (shuffled, hash(shuffled))


def test_the_ends_of_unicode() -> None:
    """The first and the last character can be in a set or out of it."""
    assert (len(ANY), len(EMPTY), ~ANY) == (LAST + 1, 0, EMPTY)
    assert all(chr(point) in ANY for point in (0, LAST))
    assert (~Charset([(0, 0), (LAST, LAST)])).ranges == ((1, LAST - 1),)


def test_a_set_is_not_equal_to_something_else() -> None:
    """A set of characters equals only another one."""
    assert Charset.of("a") != "a"


@pytest.mark.parametrize(
    ("charset", "shown"),
    [
        (EMPTY, "Charset()"),
        (Charset.of("a"), "Charset('a')"),
        (Charset.of("abx"), "Charset('a'-'b', 'x')"),
        (
            Charset.of("acegikmoq"),
            "Charset('a', 'c', 'e', 'g', 'i', 'k', 'm', 'o'...)",
        ),
    ],
)
def test_repr(charset: Charset, shown: str) -> None:
    """A set shows its first eight ranges."""
    assert repr(charset) == shown


@pytest.mark.parametrize(
    ("character", "printable"),
    [
        (" ", True),
        ("a", True),
        ("é", True),
        ("漢", True),
        ("😀", True),
        ("\u2013", True),
        ("\t", False),
        ("\n", False),
        ("\x7f", False),
        ("\x85", False),
        ("\xa0", False),
        ("\xad", False),
        ("\u200b", False),
        ("\u200f", False),
        ("\u2028", False),
        ("\u202e", False),
        ("\u3000", False),
        ("\ud800", False),
        ("\ufeff", False),
        ("\U000e0041", False),
    ],
)
def test_printable(character: str, printable: bool) -> None:
    """What people can see and type; of all spaces the plain one only."""
    assert (character in PRINTABLE) is printable


def test_printable_leaves_out_what_unicode_calls_invisible() -> None:
    """Of assigned characters, controls, format characters, surrogates and separators but the space are left out."""
    wrong = [
        f"{point:x}"
        for point in range(sys.maxunicode + 1)
        if (kind := category(chr(point))) not in {"Cn", "Co"}
        and (chr(point) in PRINTABLE)
        == (kind in {"Cc", "Cf", "Cs", "Zl", "Zp"} or (kind == "Zs" and point != 0x20))
    ]
    # The format controls of some historic scripts (Kaithi, hieroglyphs, shorthand) are not known to the set.
    assert [point for point in wrong if point not in HISTORIC] == []


HISTORIC = {f"{point:x}" for point in (0x110BD, 0x110CD, *range(0x13430, 0x13440), *range(0x1BCA0, 0x1BCA4))}

CATEGORIES = [
    "Lu", "Ll", "Lt", "Lm", "Lo", "Mn", "Mc", "Nd", "Nl", "No",
    "Pc", "Pd", "Ps", "Pe", "Pi", "Pf", "Po", "Sm", "Sc", "Sk", "So", "Zs",
]  # fmt: skip


@pytest.mark.parametrize("name", [*CATEGORIES, "L", "N", "P", "S"])
def test_categories_are_those_of_unicode(name: str) -> None:
    """Of the characters that this Python knows, the table holds those that Unicode puts in the category."""
    charset = property_named(name)
    points = range(sys.maxunicode + 1)
    known = {point for point in points if category(chr(point)).startswith(name)}
    held = {point for lo, hi in charset.ranges for point in range(lo, hi + 1)}
    assigned = {point for point in held ^ known if category(chr(point)) != "Cn"}
    # A later Unicode may move a character to another category; it has done so a handful of times.
    assert len(assigned) <= 5


@pytest.mark.parametrize(
    ("script", "inside", "outside"),
    [
        ("Latin", "aÉßœ", "αж1-漢"),
        ("Greek", "αΩἀ", "aж"),
        ("Cyrillic", "жЯѣ", "aα"),
        ("Han", "漢字々", "aあア"),
        ("Hiragana", "あん", "ア漢"),
        ("Katakana", "アン", "あ漢"),
        ("Hangul", "한글", "漢a"),
        ("Arabic", "عربي", "אa"),
        ("Hebrew", "שלום", "عa"),
        ("Devanagari", "हिन्दी", "aॐ"[:1]),
        ("Thai", "ไทย", "a฿"),
        ("Armenian", "Հայ", "aж"),
    ],
)
def test_scripts(script: str, inside: str, outside: str) -> None:
    """A script holds its letters and no others."""
    charset = property_named(script)
    assert [c for c in inside + outside if c in charset] == list(inside)


def test_unknown_property() -> None:
    """A property that does not exist is refused with the list of those that do."""
    with pytest.raises(KeyError) as caught:
        property_named("Klingon")
    (known,) = caught.value.args
    assert {"Lu", "Nd", "Latin"} <= set(known)
    assert list(known) == sorted(known)


def test_a_category_is_not_found_by_a_part_of_its_name() -> None:
    """`L` is all letters; neither `Lat` nor the empty name is anything."""
    for name in ("Lat", "", "l", "u"):
        with pytest.raises(KeyError):
            property_named(name)


def test_space_is_one_character() -> None:
    """SPACE is the plain space."""
    assert SPACE.only() == " "
