r"""The regular subset of regular expressions that a taxonomy file may use, read into algebra.

Literals, classes, `.`, groups, `|`, `? * + {m,n}`; nothing that looks around, remembers or depends on flags.
`\d`, `\w` and `\s` mean ASCII digits, ASCII letters with digits and `_`, and the plain space.
"""

from __future__ import annotations

from typing import NoReturn

from mops_taxonomy.algebra.charset import EMPTY, PRINTABLE, SPACE, Charset, property_named
from mops_taxonomy.algebra.language import Chars, Choice, Language, Literal, Repeat, Seq, optional
from mops_taxonomy.errors import TemplateSyntaxError

__all__ = ["parse_characters", "parse_pattern"]

_DIGITS = Charset([(0x30, 0x39)])
_WORD = Charset.of("_") | _DIGITS | Charset([(0x41, 0x5A), (0x61, 0x7A)])
_SHORTHANDS = {"d": _DIGITS, "w": _WORD, "s": SPACE}
_MOST_REPEATS = 1000


def parse_pattern(source: str) -> Language:
    """The language of a pattern such as `[A-Z]{2,4}[0-9]{3,5}`.

    Raises:
        TemplateSyntaxError: it is not of the regular subset; `offset` is the character at fault.
    """
    reader = _Reader(source)
    language = reader.choice()
    if not reader.done:
        reader.fail("this `)` closes nothing")
    return language


def parse_characters(source: str) -> Charset:
    r"""The set of characters written as the inside of a regex class: `A-Za-z0-9`, `\p{L}`, `^_`.

    A set that begins with `^` holds every printable character but these.

    Raises:
        TemplateSyntaxError: it cannot be read; `offset` is the character at fault.
    """
    reader = _Reader(source)
    negated = source.startswith("^") and len(source) > 1
    reader.at += negated
    charset = EMPTY
    while not reader.done:
        charset |= reader.class_item()
    return PRINTABLE - charset if negated else charset


class _Reader:
    """A cursor over the source of a pattern."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.at = 0
        self.depth = 0

    @property
    def done(self) -> bool:
        return self.at >= len(self.source)

    def peek(self) -> str:
        return self.source[self.at : self.at + 1]

    def take(self) -> str:
        if self.done:
            self.fail("the pattern ends too early")
        self.at += 1
        return self.source[self.at - 1]

    def fail(self, message: str, offset: int | None = None) -> NoReturn:
        raise TemplateSyntaxError(message, self.source, self.at if offset is None else offset)

    def choice(self) -> Language:
        options = [self.sequence()]
        while self.peek() == "|":
            self.at += 1
            options.append(self.sequence())
        return options[0] if len(options) == 1 else Choice(tuple(options))

    def sequence(self) -> Language:
        parts: list[Language] = []
        while not self.done and self.peek() not in "|)":
            parts.append(self.repeated())
        return parts[0] if len(parts) == 1 else Seq(tuple(parts))

    def repeated(self) -> Language:
        part = self.atom()
        if self.peek() and self.peek() in "?*+{":
            part = self.repeat(part, self.take())
            if self.peek() and self.peek() in "?*+{":
                self.fail(
                    "a repeat of a repeat, lazy and possessive ones too, means nothing here; use a group"
                )
        return part

    def repeat(self, part: Language, sign: str) -> Language:
        if sign == "?":
            return optional(part)
        if sign in "*+":
            return Repeat(part, int(sign == "+"))
        start = self.at - 1
        end = self.source.find("}", self.at)
        low, comma, high = self.source[self.at : end].partition(",") if end >= 0 else ("", "", "")
        if not low.isdecimal() or (high and not high.isdecimal()):
            self.fail("write a repeat as {3}, {2,4} or {2,}; a literal brace as \\{", start)
        self.at = end + 1
        most = int(high) if high else None if comma else int(low)
        if not int(low) <= (int(low) if most is None else most) <= _MOST_REPEATS:
            self.fail(f"a repeat counts upwards and to at most {_MOST_REPEATS}", start)
        return Repeat(part, int(low), most)

    def atom(self) -> Language:
        start = self.at
        character = self.take()
        match character:
            case "(":
                return self.group(start)
            case "[":
                return Chars(self.character_class(start))
            case ".":
                return Chars(PRINTABLE)
            case "\\":
                return self.escape(start)
            case "^" | "$":
                self.fail("anchors are not needed: a pattern always matches the whole value", start)
            case "?" | "*" | "+" | "{":
                self.fail("there is nothing to repeat here", start)
        return Literal(character)

    def group(self, start: int) -> Language:
        if self.source.startswith("?:", self.at):
            self.at += 2
        elif self.peek() == "?":
            self.fail("look-around, named groups and flags are not regular here; use a plain group", start)
        self.depth += 1
        if self.depth > 50:
            self.fail("groups are nested too deeply", start)
        language = self.choice()
        if self.peek() != ")":
            self.fail("this `(` is not closed", start)
        self.at += 1
        self.depth -= 1
        return language

    def escape(self, start: int) -> Language:
        if self.peek().isdigit():
            self.fail("back-references are not regular", start)
        charset = self.escaped(start)
        only = charset.only()
        return Literal(only) if only is not None else Chars(charset)

    def escaped(self, start: int) -> Charset:
        character = self.take()
        if character in _SHORTHANDS:
            return _SHORTHANDS[character]
        if character == "p":
            return self.unicode_property(start)
        if character.isalnum():
            self.fail(f"`\\{character}` has no meaning here; known are \\d \\w \\s \\p{{..}}", start)
        return Charset.of(character)

    def unicode_property(self, start: int) -> Charset:
        end = self.source.find("}", self.at)
        if self.peek() != "{" or end < 0:
            self.fail("write a Unicode property as \\p{L}", start)
        name = self.source[self.at + 1 : end]
        self.at = end + 1
        try:
            return property_named(name)
        except KeyError as error:
            self.fail(f"there is no Unicode property `{name}`; known are {', '.join(error.args[0])}", start)

    def character_class(self, start: int) -> Charset:
        negated = self.peek() == "^"
        self.at += negated
        charset = EMPTY
        first = True
        while first or self.peek() != "]":
            if self.done:
                self.fail("this `[` is not closed", start)
            charset |= self.class_item()
            first = False
        self.at += 1
        return PRINTABLE - charset if negated else charset

    def class_item(self) -> Charset:
        start = self.at
        low = self.class_character()
        only = low.only()
        if self.peek() != "-" or self.source[self.at + 1 : self.at + 2] in {"", "]"} or only is None:
            return low
        self.at += 1
        high = self.class_character().only()
        if high is None or high < only:
            self.fail("a range goes from the lower character to the higher one, as in a-z", start)
        return Charset([(ord(only), ord(high))])

    def class_character(self) -> Charset:
        start = self.at
        character = self.take()
        return self.escaped(start) if character == "\\" else Charset.of(character)
