"""Languages as patterns of Python's `re`.

What `re` cannot state is the length of a whole part: a `Bounded` part is printed without its bounds, and the
matcher checks the length of what was captured.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

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
    from collections.abc import Container

    from mops_taxonomy.algebra.charset import Charset

__all__ = ["Printed", "printed"]

_SPECIAL = frozenset("\\]^-[&~|")
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


def printed(language: Language, captures: Container[int] | None = None) -> Printed:
    """The pattern of a language, with groups for all captures or only for these."""
    groups: list[int] = []

    def text(node: Language) -> str:
        match node:
            case Literal(literal):
                return re.escape(literal)
            case Chars(charset):
                return _class(charset)
            case Words(texts, folded):
                return _words(texts, folded=folded)
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


def _class(charset: Charset) -> str:
    only = charset.only()
    if only is not None:
        return re.escape(only)
    if not charset:
        return "(?!)"
    outside = ~charset
    if len(outside.ranges) < len(charset.ranges):
        return f"[^{_ranges(outside)}]" if outside else "[\\s\\S]"
    return f"[{_ranges(charset)}]"


def _ranges(charset: Charset) -> str:
    return "".join(
        _point(lo) if lo == hi else f"{_point(lo)}{'-' if hi > lo + 1 else ''}{_point(hi)}"
        for lo, hi in charset.ranges
    )


def _point(point: int) -> str:
    character = chr(point)
    if character in _SPECIAL:
        return "\\" + character
    if 0x20 < point < 0x7F:
        return character
    if character.isprintable():
        return character
    if point < 0x100:
        return f"\\x{point:02x}"
    return f"\\u{point:04x}" if point < 0x10000 else f"\\U{point:08x}"


def _words(texts: tuple[str, ...], *, folded: bool) -> str:
    """A prefix tree: the matcher never tries two words that begin differently."""
    trie: Trie = {}
    for text in texts:
        node = trie
        for character in fold(text) if folded else text:
            node = node.setdefault(character, {})
        node[_END] = {}
    pattern = _branches(trie, folded=folded)
    return f"(?:{pattern})" if "|" not in pattern or not pattern.startswith("(?:") else pattern


def _branches(trie: Trie, *, folded: bool) -> str:
    options = []
    for character, node in sorted(trie.items()):
        if character == _END:
            continue
        # A run of characters without a branch is followed here, not by recursion: codes may be long.
        run, end = _letter(character, folded=folded), node
        while len(end) == 1 and _END not in end:
            ((letter, end),) = end.items()
            run += _letter(letter, folded=folded)
        options.append(run + (_branches(end, folded=folded) if end.keys() != {_END} else ""))
    body = options[0] if len(options) == 1 and _END not in trie else f"(?:{'|'.join(options)})"
    return f"{body}?" if _END in trie else body


def _letter(character: str, *, folded: bool) -> str:
    if not folded:
        return re.escape(character)
    both = variants(character)
    return re.escape(both) if len(both) == 1 else f"[{re.escape(both)}]"
