"""Small random languages, and what can be said of them without an automaton: by listing their texts."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING

from hypothesis import strategies as st

from mops_taxonomy.algebra.charset import Charset
from mops_taxonomy.algebra.language import (
    Bounded,
    Capture,
    Chars,
    Choice,
    Graph,
    Language,
    Literal,
    Repeat,
    Seq,
    Words,
    variants,
)

if TYPE_CHECKING:
    from hypothesis.strategies import SearchStrategy

    from mops_taxonomy.algebra.automaton import Automaton

__all__ = [
    "ALPHABET",
    "LONGEST",
    "all_texts",
    "capture_choices",
    "languages",
    "run_count",
    "sequences",
    "texts",
]

ALPHABET = "ab-"
LONGEST = 6
"""Texts up to this length are listed."""


def all_texts(longest: int = LONGEST, alphabet: str = ALPHABET) -> list[str]:
    """Every text over the alphabet up to a length, the empty one first."""
    return ["".join(chosen) for size in range(longest + 1) for chosen in product(alphabet, repeat=size)]


def texts(language: Language, longest: int = LONGEST) -> set[str]:
    """The texts of a language up to a length, straight from the meaning of its nodes."""
    match language:
        case Literal(text):
            found = {text}
        case Chars(charset):
            found = {character for character in "abAB-" if character in charset}
        case Words(words, fold):
            found = {one for word in words for one in (_either_case(word) if fold else {word})}
        case Seq(parts):
            found = {""}
            for part in parts:
                found = _joined(found, texts(part, longest), longest)
        case Choice(options):
            found = {text for option in options for text in texts(option, longest)}
        case Repeat(part, low, high):
            found = _repeated(texts(part, longest), low, high, longest)
        case Bounded(part, low, high):
            most = longest if high is None else high
            found = {text for text in texts(part, longest) if low <= len(text) <= most}
        case Capture(_, part) | Graph(_, part):
            found = texts(part, longest)
    return {text for text in found if len(text) <= longest}


def _either_case(word: str) -> set[str]:
    return {"".join(chosen) for chosen in product(*map(variants, word))}


def _joined(left: set[str], right: set[str], longest: int) -> set[str]:
    return {a + b for a in left for b in right if len(a) + len(b) <= longest}


def _repeated(part: set[str], low: int, high: int | None, longest: int) -> set[str]:
    made = {""}
    for _ in range(low):
        made = _joined(made, part, longest)
    whole = set(made)
    # More rounds than characters add nothing: every round that matters adds one at least.
    for _ in range(longest + 1 if high is None else high - low):
        made = _joined(made, part, longest)
        whole |= made
    return whole


def run_count(automaton: Automaton, text: str) -> int:
    """How many sequences of positions read the text, counted one character at a time."""
    if not text:
        return int(automaton.nullable)
    counts = {p: 1 for p in automaton.first if text[0] in automaton.charsets[p]}
    for character in text[1:]:
        after: dict[int, int] = {}
        for p, ways in counts.items():
            for q in automaton.follow[p]:
                if character in automaton.charsets[q]:
                    after[q] = after.get(q, 0) + ways
        counts = after
    return sum(ways for p, ways in counts.items() if p in automaton.last)


def sequences(parts: list[Language]) -> Seq:
    """One part after the other, each a capture of its own, by index."""
    return Seq(tuple(Capture(index, part) for index, part in enumerate(parts)))


def capture_choices(parts: list[Language], text: str) -> set[tuple[tuple[int, int, int], ...]]:
    """Every way to share a text out among captured parts; a part that takes nothing is left out."""
    ways: set[tuple[int, tuple[tuple[int, int, int], ...]]] = {(0, ())}
    for index, part in enumerate(parts):
        known = texts(part, len(text))
        ways = {
            (end, segments if end == start else (*segments, (index, start, end)))
            for start, segments in ways
            for end in range(start, len(text) + 1)
            if text[start:end] in known
        }
    return {segments for end, segments in ways if end == len(text)}


_LEAVES: SearchStrategy[Language] = st.one_of(
    st.text(ALPHABET, min_size=0, max_size=2).map(Literal),
    st.text(ALPHABET, min_size=1, max_size=3).map(lambda letters: Chars(Charset.of(letters))),
    st.lists(st.text(ALPHABET, min_size=1, max_size=3), min_size=1, max_size=3, unique=True).map(
        lambda words: Words(tuple(words))
    ),
)


def languages(leaves: int = 6) -> SearchStrategy[Language]:
    """Languages over the alphabet with up to so many leaves; without captures."""
    return st.recursive(_LEAVES, _grown, max_leaves=leaves)


def _grown(inner: SearchStrategy[Language]) -> SearchStrategy[Language]:
    several = st.lists(inner, min_size=1, max_size=3).map(tuple)
    low = st.integers(0, 2)
    more = st.one_of(st.none(), st.integers(0, 2))
    return st.one_of(
        several.map(Seq),
        several.map(Choice),
        st.builds(lambda part, a, b: Repeat(part, a, None if b is None else a + b), inner, low, more),
        st.builds(lambda part, a, b: Bounded(part, a, None if b is None else a + b), inner, low, more),
    )
