"""Regular languages as data.

A language is a tree of these nodes. Every kind of field states its language once, in this form; matchers,
automata, proofs and the texts in the dialects of regular expressions are all made from it.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable

    from mops_taxonomy.algebra.automaton import Automaton
    from mops_taxonomy.algebra.charset import Charset

__all__ = [
    "NOTHING", "Bounded", "Capture", "Chars", "Choice", "Graph", "Language", "Literal", "Repeat", "Seq", "Words",
    "characters", "longest", "optional", "renumbered",
]  # fmt: skip


class Literal(NamedTuple):
    """One text."""

    text: str


class Chars(NamedTuple):
    """One character of a set."""

    charset: Charset


class Words(NamedTuple):
    """One of many texts; `fold` reads each character in either case."""

    texts: tuple[str, ...]
    fold: bool = False


class Seq(NamedTuple):
    """One after the other."""

    parts: tuple[Language, ...]


class Choice(NamedTuple):
    """Exactly one of these."""

    options: tuple[Language, ...]


class Repeat(NamedTuple):
    """`low` to `high` times; without `high`, any number of times from `low`."""

    part: Language
    low: int = 0
    high: int | None = None


class Bounded(NamedTuple):
    """The texts of `part` that are `low` to `high` characters long."""

    part: Language
    low: int
    high: int | None


class Capture(NamedTuple):
    """A part whose place in the text is wanted; captures are told apart by number."""

    number: int
    part: Language


class Graph(NamedTuple):
    """A language given by a deterministic automaton, with the tree that it was made from."""

    automaton: Automaton
    source: Language


Language = Literal | Chars | Words | Seq | Choice | Repeat | Bounded | Capture | Graph

NOTHING = Literal("")
_MORE_THAN_TWO = (
    "\u03a3\u03c3\u03c2",  # the Greek letter with two small forms
    "\u0398\u03b8\u03f4",  # theta, and its symbol
    "Kk\u212a", "\u00c5\u00e5\u212b", "\u03a9\u03c9\u2126",  # letters and the signs for kelvin, angstrom and ohm
    "\u00df\u1e9e",  # sharp s, whose capital is seldom written
)  # fmt: skip
"""Letters that are equal but for case, where Python's own lower and upper do not lead from each to all others."""


def optional(part: Language) -> Repeat:
    """`part` or nothing."""
    return Repeat(part, 0, 1)


def children(language: Language) -> tuple[Language, ...]:
    """The languages that this one is made of."""
    match language:
        case Seq(parts) | Choice(parts):
            return parts
        case Repeat(part) | Bounded(part) | Capture(_, part) | Graph(_, part):
            return (part,)
        case _:
            return ()


def characters(language: Language) -> Charset:
    """Every character that stands in some text of the language (at most: a bound may exclude some)."""
    from mops_taxonomy.algebra.charset import EMPTY, Charset

    match language:
        case Literal(text):
            return Charset.of(text)
        case Chars(charset):
            return charset
        case Words(texts, fold):
            letters = "".join(texts)
            return Charset.of("".join(map(variants, set(letters))) if fold else letters)
    return Charset(pair for child in children(language) for pair in characters(child).ranges) or EMPTY


def longest(language: Language) -> int | None:
    """The length of the longest text in characters; None where there is no longest."""
    match language:
        case Literal(text):
            return len(text)
        case Chars(charset):
            return 1 if charset else 0
        case Words(texts):
            return max(map(len, texts), default=0)
        case Choice():
            sizes = [longest(option) for option in language.options]
            return None if None in sizes else max(size for size in sizes if size is not None)
        case Bounded(part, _, high) if high is not None:
            size = longest(part)
            return high if size is None else min(size, high)
        case Repeat(part, _, high):
            size = longest(part)
            if size == 0 or high == 0:
                return 0
            return None if size is None or high is None else size * high
    total = 0
    for child in children(language):
        size = longest(child)
        if size is None:
            return None
        total += size
    return total


def nullable(language: Language) -> bool:
    """Whether the empty text is of the language."""
    match language:
        case Literal(text):
            return not text
        case Chars():
            return False
        case Words(texts):
            return "" in texts
        case Choice(options):
            return any(map(nullable, options))
        case Repeat(part, low, _):
            return low == 0 or nullable(part)
        case Bounded(part, low, _):
            return low == 0 and nullable(part)
    return all(map(nullable, children(language)))


def size(language: Language) -> int:
    """At most how many positions an automaton of the language has."""
    match language:
        case Literal(text):
            return len(text)
        case Chars():
            return 1
        case Words(texts):
            return sum(map(len, texts))
        case Repeat(part, low, high) | Bounded(part, low, high):
            return size(part) * max(low if high is None else high, 1)
        case Graph(automaton):
            return len(automaton.charsets)
    return sum(map(size, children(language)))


def sourced(language: Language) -> Language:
    """The language as it is printed: automata replaced by the trees that they were made from, bounds left out."""
    match language:
        case Graph(_, source):
            return sourced(source)
        case Capture(number, part):
            return Capture(number, sourced(part))
        case Seq(parts):
            return Seq(tuple(map(sourced, parts)))
        case Choice(options):
            return Choice(tuple(map(sourced, options)))
        case Repeat(part, low, high):
            return Repeat(sourced(part), low, high)
        case Bounded(part):
            return sourced(part)
    return language


def replaced(language: Language, change: Callable[[int, Language], Language]) -> Language:
    """The language with the part of every capture changed, knowing its number."""
    return _with_captures(language, lambda one: Capture(one.number, change(one.number, one.part)))


def renumbered(language: Language, by: int) -> Language:
    """The language with every capture's number raised, those inside captures too."""
    return _with_captures(language, lambda one: Capture(one.number + by, renumbered(one.part, by)))


def _with_captures(language: Language, change: Callable[[Capture], Language]) -> Language:
    """The language with every capture changed that is in no other."""
    match language:
        case Capture():
            return change(language)
        case Seq(parts):
            return Seq(tuple(_with_captures(part, change) for part in parts))
        case Choice(options):
            return Choice(tuple(_with_captures(option, change) for option in options))
        case Repeat(part, low, high):
            return Repeat(_with_captures(part, change), low, high)
    return language


@lru_cache(maxsize=4096)
def variants(character: str) -> str:
    """A character in either case, one character each; itself first."""
    for together in _MORE_THAN_TWO:
        if character in together:
            return character + together.replace(character, "")
    low = fold(character)
    others = {character.lower(), character.upper(), character.title()} - {character}
    return character + "".join(sorted(other for other in others if len(other) == 1 and fold(other) == low))


def fold(text: str) -> str:
    """The text with every character in lower case where that is one character: equal means equal but for case."""
    if text.isascii():
        return text.lower()
    return "".join(low if len(low := c.lower()) == 1 else c for c in text).replace("\u03c2", "\u03c3")
