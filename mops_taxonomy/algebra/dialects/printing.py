"""Languages as text: what all dialects of regular expressions share.

What no dialect states well is the length of a whole part: a `Bounded` part is printed without its bounds, and who
uses the pattern checks the length.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

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
    fold,
    variants,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Container

    from mops_taxonomy.algebra.charset import Charset

__all__ = ["Dialect", "Printed", "print_in"]

Trie = dict[str, "Trie"]
_END = ""


class Printed:
    """A pattern and the captures that its groups stand for.

    Attributes:
        pattern: text for `re.compile`.
        groups: the capture index of group 1, 2, ...
    """

    __slots__ = ("groups", "pattern")

    def __init__(self, pattern: str, groups: list[int]) -> None:
        self.pattern = pattern
        self.groups = groups


class Dialect(NamedTuple):
    """What differs between dialects.

    Attributes:
        literal: a text as a pattern that matches just it.
        point: a code point inside of a class.
        nothing: a pattern that matches no text.
    """

    literal: Callable[[str], str]
    point: Callable[[int], str]
    nothing: str


def print_in(dialect: Dialect, language: Language, captures: Container[int] | None = None) -> Printed:
    """The pattern of a language, with groups for all captures or only for these."""
    groups: list[int] = []

    def text(node: Language) -> str:
        match node:
            case Literal(literal):
                return dialect.literal(literal)
            case Chars(charset):
                return _class(dialect, charset)
            case Words(texts, folded):
                return _words(dialect, texts, folded=folded)
            case Seq(parts):
                return "".join(_option(text(part), part) for part in parts)
            case Choice(options):
                return "|".join(text(option) for option in options)
            case Repeat(part, low, high):
                return _atom(text(part), part) + _times(low, high)
            case Bounded(part):
                return text(part)
            case Capture(index, part) if captures is None or index in captures:
                groups.append(index)
                return f"({text(part)})"
            case Capture(_, part):
                return _option(text(part), part)
            case Graph(_, source):
                return text(source)

    return Printed(text(language), groups)


def _option(pattern: str, node: Language) -> str:
    """Inside a sequence, alternatives need brackets of their own."""
    return f"(?:{pattern})" if _alternates(node) else pattern


def _alternates(node: Language) -> bool:
    match node:
        case Choice():
            return True
        case Bounded(part) | Graph(_, part):
            return _alternates(part)
        case Seq((part,)):
            return _alternates(part)
    return False


def _atom(pattern: str, node: Language) -> str:
    match node:
        case Chars() | Words():
            return pattern
        case Literal(literal) if len(literal) == 1:
            return pattern
    return f"(?:{pattern})"


def _times(low: int, high: int | None) -> str:
    signs = {(0, None): "*", (1, None): "+", (0, 1): "?", (1, 1): ""}
    if (low, high) in signs:
        return signs[low, high]
    return f"{{{low}}}" if low == high else f"{{{low},{'' if high is None else high}}}"


def _class(dialect: Dialect, charset: Charset) -> str:
    only = charset.only()
    if only is not None:
        return dialect.literal(only)
    if not charset:
        return dialect.nothing
    outside = ~charset
    if len(outside.ranges) < len(charset.ranges):
        return f"[^{_ranges(dialect, outside)}]" if outside else "[\\s\\S]"
    return f"[{_ranges(dialect, charset)}]"


def _ranges(dialect: Dialect, charset: Charset) -> str:
    point = dialect.point
    return "".join(
        point(lo) if lo == hi else f"{point(lo)}{'-' if hi > lo + 1 else ''}{point(hi)}"
        for lo, hi in charset.ranges
    )


def _words(dialect: Dialect, texts: tuple[str, ...], *, folded: bool) -> str:
    """A prefix tree: the matcher never tries two words that begin differently."""
    trie: Trie = {}
    for text in texts:
        node = trie
        for character in fold(text) if folded else text:
            node = node.setdefault(character, {})
        node[_END] = {}
    pattern = _branches(dialect, trie, folded=folded)
    return f"(?:{pattern})" if "|" not in pattern or not pattern.startswith("(?:") else pattern


def _branches(dialect: Dialect, trie: Trie, *, folded: bool) -> str:
    options = []
    for character, node in sorted(trie.items()):
        if character == _END:
            continue
        # A run of characters without a branch is followed here, not by recursion: codes may be long.
        run, end = _letter(dialect, character, folded=folded), node
        while len(end) == 1 and _END not in end:
            ((letter, end),) = end.items()
            run += _letter(dialect, letter, folded=folded)
        options.append(run + (_branches(dialect, end, folded=folded) if end.keys() != {_END} else ""))
    body = options[0] if len(options) == 1 and _END not in trie else f"(?:{'|'.join(options)})"
    return f"{body}?" if _END in trie else body


def _letter(dialect: Dialect, character: str, *, folded: bool) -> str:
    both = variants(character) if folded else character
    return dialect.literal(both) if len(both) == 1 else f"[{''.join(dialect.point(ord(c)) for c in both)}]"
