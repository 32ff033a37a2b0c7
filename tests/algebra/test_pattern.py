"""The regular subset of regular expressions."""

from __future__ import annotations

import re
import warnings

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mops_taxonomy.algebra.automaton import build
from mops_taxonomy.algebra.charset import PRINTABLE, Charset, property_named
from mops_taxonomy.algebra.pattern import parse_characters, parse_pattern
from mops_taxonomy.errors import TemplateSyntaxError
from tests.algebra.languages import all_texts

TEXTS = all_texts(5, "ab1-")


@pytest.mark.parametrize(
    "pattern",
    [
        "a", "ab", "a|b", "(a|b)1", "(?:a|b)1", "a?", "a*b", "a+b?", "a{2}", "a{1,3}", "a{2,}", "a{0}", "a{0,1}1",
        "[ab]", "[a-b1]", "[^a]", "[a-]", "[-a]", "[]a]", "[^]a]", "[a\\-b]+", "[\\d-]+", "\\d", "\\w+", "a\\-b", "",
        "|a", "a|", "(|a)b", "(a|ab)(1|b1)", "((a))", "(a(b(1)?)?)?", "(a{2}){2}", "(ab)*", ".", ".{2}", "a\\.b",
        "\\[a\\]", "[.]", "[|()]", "}", "]", "-", "a{2}?"[:4], "((a|b)?1)*", "a{01,02}",
    ],
)  # fmt: skip
def test_accepted_patterns_mean_what_re_means(pattern: str) -> None:
    """A pattern of the subset matches the same texts as Python's `re` does."""
    automaton = build(parse_pattern(pattern))
    known = re.compile(pattern)
    assert [t for t in TEXTS if automaton.accepts(t)] == [t for t in TEXTS if known.fullmatch(t)]


_ATOMS = st.sampled_from(["a", "b", "1", "\\-", "[ab]", "[^a]", "\\d", ".", "[a-b-]", "\\w"])
_SIGNS = st.sampled_from(["", "", "?", "*", "+", "{2}", "{1,2}", "{0,}"])
_PATTERNS = st.recursive(
    st.builds(str.__add__, _ATOMS, _SIGNS),
    lambda inner: st.one_of(
        st.lists(inner, min_size=1, max_size=3).map("".join),
        st.lists(inner, min_size=1, max_size=3).map("|".join),
        st.builds("({}){}".format, inner, _SIGNS),
        st.builds("(?:{}){}".format, inner, _SIGNS),
    ),
    max_leaves=5,
)
SHORT = all_texts(4, "ab1-")
FEW = all_texts(2, "ab1-[")


@settings(max_examples=200, deadline=None)
@given(_PATTERNS)
def test_random_patterns_mean_what_re_means(pattern: str) -> None:
    """So do patterns put together at random."""
    automaton = build(parse_pattern(pattern))
    known = re.compile(pattern)
    assert [t for t in SHORT if automaton.accepts(t)] == [t for t in SHORT if known.fullmatch(t)]


@settings(max_examples=300, deadline=None)
@given(st.text("ab()[]{}|?*+\\^$.,-12dp:!<P", max_size=10))
def test_any_text_is_read_or_refused_with_a_place(source: str) -> None:
    """Whatever is written, the answer is a language, that of `re`, or a place in the text."""
    refusal = refused(source)
    if refusal is None:
        automaton = build(parse_pattern(source))
        with warnings.catch_warnings(action="ignore"):  # of brackets in classes, which may come to mean more
            known = re.compile(source)
        assert [t for t in FEW if automaton.accepts(t)] == [t for t in FEW if known.fullmatch(t)]
    else:
        assert 0 <= refusal.offset <= len(source)
        assert refusal.source == source


def refused(source: str) -> TemplateSyntaxError | None:
    """The error of a pattern that is not of the subset."""
    try:
        parse_pattern(source)
    except TemplateSyntaxError as error:
        return error
    return None


ANCHOR = "anchors are not needed: a pattern always matches the whole value"
LOOK = "look-around, named groups and flags are not regular here; use a plain group"
LAZY = "a repeat of a repeat, lazy and possessive ones too, means nothing here; use a group"
REPEAT = "write a repeat as {3}, {2,4} or {2,}; a literal brace as \\{"
COUNT = "a repeat counts upwards and to at most 1000"
NOTHING = "there is nothing to repeat here"
RANGE = "a range goes from the lower character to the higher one, as in a-z"


@pytest.mark.parametrize(
    ("pattern", "offset", "message"),
    [
        ("a)", 1, "this `)` closes nothing"),
        ("(a", 0, "this `(` is not closed"),
        ("a(b|(c)", 1, "this `(` is not closed"),
        ("[a", 0, "this `[` is not closed"),
        ("x[", 1, "this `[` is not closed"),
        ("[]", 0, "this `[` is not closed"),
        ("^a", 0, ANCHOR),
        ("a$", 1, ANCHOR),
        ("*a", 0, NOTHING),
        ("a|+", 2, NOTHING),
        ("(?", 0, LOOK),
        ("?", 0, NOTHING),
        ("{2}", 0, NOTHING),
        ("a{", 1, REPEAT),
        ("a{x}", 1, REPEAT),
        ("a{,3}", 1, REPEAT),
        ("a{2,x}", 1, REPEAT),
        ("a{3,2}", 1, COUNT),
        ("a{1001}", 1, COUNT),
        ("a{0,1001}", 1, COUNT),
        ("a*?", 2, LAZY),
        ("a++", 2, LAZY),
        ("a??", 2, LAZY),
        ("a{2}?", 4, LAZY),
        ("ab{2}+", 5, LAZY),
        ("(?=a)", 0, LOOK),
        ("x(?!a)", 1, LOOK),
        ("(?<=a)b", 0, LOOK),
        ("(?P<n>a)", 0, LOOK),
        ("(?i)a", 0, LOOK),
        ("(a)\\1", 3, "back-references are not regular"),
        ("\\0", 0, "back-references are not regular"),
        ("a\\b", 1, "`\\b` has no meaning here; known are \\d \\w \\s \\p{..}"),
        ("\\D", 0, "`\\D` has no meaning here; known are \\d \\w \\s \\p{..}"),
        ("[\\n]", 1, "`\\n` has no meaning here; known are \\d \\w \\s \\p{..}"),
        ("a\\", 2, "the pattern ends too early"),
        ("\\pL", 0, "write a Unicode property as \\p{L}"),
        ("\\p{L", 0, "write a Unicode property as \\p{L}"),
        ("[z-a]", 1, RANGE),
        ("[a-\\d]", 1, RANGE),
        ("(" * 51 + "a" + ")" * 51, 50, "groups are nested too deeply"),
    ],
)
def test_refusals(pattern: str, offset: int, message: str) -> None:
    """What is not of the subset is refused at the character where it stands."""
    with pytest.raises(TemplateSyntaxError) as caught:
        parse_pattern(pattern)
    assert (caught.value.message, caught.value.offset) == (message, offset)
    assert caught.value.source == pattern


def test_a_repeat_without_an_end_has_a_limit_too() -> None:
    """`{1001,}` counts too far, as `{1001}` does."""
    with pytest.raises(TemplateSyntaxError) as caught:
        parse_pattern("a{1001,}")
    assert (caught.value.message, caught.value.offset) == (COUNT, 1)


def test_an_unknown_property_is_refused_with_those_known() -> None:
    """The message lists the properties there are."""
    with pytest.raises(
        TemplateSyntaxError, match=r"there is no Unicode property `Elvish`; known are .*Latin"
    ) as caught:
        parse_pattern("a\\p{Elvish}")
    assert caught.value.offset == 1


@pytest.mark.parametrize(
    ("pattern", "read", "not_read"),
    [
        ("\\d+", ["0123456789"], ["٣", "²", ""]),
        ("\\w+", ["Az_09"], ["é", "-"]),
        ("a\\sb", ["a b"], ["a\tb", "a\xa0b"]),
        (".", ["a", "é", " ", "漢"], ["\n", "\t", "\x7f", "\u200b"]),
        ("[^a]", ["b", "é"], ["a", "\n", "\t"]),
        ("\\p{Lu}\\p{Ll}+", ["Été"], ["été", "ÉTÉ"]),
        ("[\\p{L}\\-_]+", ["né-_Z"], ["1"]),
        ("\\{\\}\\(\\)", ["{}()"], []),
        ("é+", ["éé"], ["e"]),
    ],
)
def test_classes_do_not_depend_on_flags(pattern: str, read: list[str], not_read: list[str]) -> None:
    """Shorthands mean ASCII, `.` and negated classes mean what can be seen."""
    automaton = build(parse_pattern(pattern))
    assert [text for text in (*read, *not_read) if automaton.accepts(text)] == read


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("A-Za-z0-9", Charset([(0x41, 0x5A), (0x61, 0x7A), (0x30, 0x39)])),
        ("abc", Charset.of("abc")),
        ("a-", Charset.of("a-")),
        ("-a", Charset.of("-a")),
        ("^", Charset.of("^")),
        ("a^", Charset.of("a^")),
        ("\\p{L}", property_named("L")),
        ("\\p{L}\\d_", property_named("L") | Charset.of("0123456789_")),
        ("^_", PRINTABLE - Charset.of("_")),
        ("^_\\-", PRINTABLE - Charset.of("_-")),
        ("]", Charset.of("]")),
        ("[]", Charset.of("[]")),
        ("\\]", Charset.of("]")),
        ("&", Charset.of("&")),
        (" ", Charset.of(" ")),
        ("", Charset()),
    ],
)
def test_characters(source: str, expected: Charset) -> None:
    """The inside of a class is read as a set of characters."""
    assert parse_characters(source) == expected


@pytest.mark.parametrize(
    ("source", "offset"), [("z-a", 0), ("a\\", 2), ("b\\q", 1), ("\\p{Xx}", 0), ("\\pL", 0)]
)
def test_characters_are_refused_with_a_place(source: str, offset: int) -> None:
    """A faulty set of characters is refused at the character at fault."""
    with pytest.raises(TemplateSyntaxError) as caught:
        parse_characters(source)
    assert caught.value.offset == offset
