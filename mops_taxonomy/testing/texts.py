"""Texts of a language, and texts that are nearly of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from hypothesis import strategies as st

from mops_taxonomy.algebra.language import (
    Bounded,
    Capture,
    Chars,
    Choice,
    Graph,
    Literal,
    Repeat,
    Seq,
    Words,
    variants,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

    from mops_taxonomy.algebra.charset import Charset
    from mops_taxonomy.algebra.language import Language

__all__ = ["Edit", "edited", "edits", "texts_of"]

_PLAIN = "abcxyzABC019-_+ .éÉßıſ"
"""Characters worth trying before all others: plain ones, and those whose case is odd."""

_WRONG = ["\n", "\x00", "\u0301", "\ud800", "\U0001f600", "\u212a", "ſ"]
"""Characters that hardly any name holds: controls, combining marks, half a pair, letters that only look plain."""


def texts_of(language: Language, more: int = 3) -> st.SearchStrategy[str]:
    """Texts of a language.

    Args:
        language: of a field, or of a whole form.
        more: how many more repetitions there are at most than are needed.
    """
    match language:
        case Literal(text):
            return st.just(text)
        case Chars(charset):
            return _characters(charset)
        case Words(texts, fold):
            words = st.sampled_from(texts)
            return words.flatmap(_in_any_case) if fold else words
        case Seq(parts):
            return st.tuples(*(texts_of(part, more) for part in parts)).map("".join)
        case Choice(options):
            return st.one_of([texts_of(option, more) for option in options])
        case Repeat(part, low, high):
            most = low + more if high is None else min(high, low + more)
            return st.lists(texts_of(part, more), min_size=low, max_size=most).map("".join)
        case Bounded(part, low, high):
            fitting = texts_of(part, low + 2)
            return fitting.filter(lambda text: low <= len(text) and (high is None or len(text) <= high))
        case Capture(_, part) | Graph(_, part):
            return texts_of(part, more)


def _characters(charset: Charset) -> st.SearchStrategy[str]:
    if not charset:
        return st.nothing()
    plain = [character for character in _PLAIN if character in charset]
    any_of_them = st.sampled_from(charset.ranges).flatmap(lambda pair: st.integers(*pair)).map(chr)
    return st.one_of(st.sampled_from(plain), any_of_them) if plain else any_of_them


def _in_any_case(text: str) -> st.SearchStrategy[str]:
    return st.tuples(*(st.sampled_from(variants(character)) for character in text)).map("".join)


class Edit(NamedTuple):
    """At a place, as a part of the length, characters are taken away and others put in."""

    at: float
    gone: int
    put: str


def edits(literal: Iterable[str]) -> st.SearchStrategy[Edit]:
    """Edits that take a few characters away and put one in: of `literal`, a plain one, or a wrong one."""
    put = st.sampled_from(["", *sorted(set(literal)), *"aA1-_+ .", *_WRONG])
    return st.builds(Edit, st.floats(0, 1), st.integers(0, 2), put)


def edited(text: str, made: Iterable[Edit]) -> str:
    """A text after some edits."""
    for at, gone, put in made:
        start = round(at * len(text))
        text = text[:start] + put + text[start + gone :]
    return text
