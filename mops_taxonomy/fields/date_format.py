"""The written form of dates and periods: `{YYYY}{MM}{DD}`, `FY{FY}Q{Q}`, `{Mon}{YY}`."""

from __future__ import annotations

import re
from datetime import date
from functools import cache, cached_property
from typing import TYPE_CHECKING, NamedTuple

from mops_taxonomy.algebra.ambiguity import is_unambiguous
from mops_taxonomy.algebra.automaton import build
from mops_taxonomy.algebra.charset import Charset
from mops_taxonomy.algebra.dialects.python import printed
from mops_taxonomy.algebra.language import (
    Capture,
    Chars,
    Language,
    Literal,
    Repeat,
    Seq,
    Words,
    fold,
    variants,
)
from mops_taxonomy.errors import TemplateSyntaxError
from mops_taxonomy.period import Period

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["MONTHS", "DateFormat"]

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip

_DIGIT = Chars(Charset.of("0123456789"))


def _numbers(first: int, last: int, width: int) -> Words:
    return Words(tuple(f"{n:0{width}}" for n in range(first, last + 1)))


class Token(NamedTuple):
    """A part of a date.

    Attributes:
        unit: what it counts: `Y`, `F` (fiscal year), `H`, `Q`, `M`, `W`, `D`.
        language: its texts.
        number: the number that a text means.
        write: the text of a number.
        hint: an example in a message.
    """

    unit: str
    language: Language
    number: Callable[[str], int]
    write: Callable[[int], str]


def _digits(unit: str, first: int, last: int, width: int) -> Token:
    return Token(unit, _numbers(first, last, width), int, lambda n: f"{n:0{width}}")


def _year(unit: str) -> Token:
    long = Seq((Chars(Charset.of("123456789")), Repeat(_DIGIT, 3, 3)))
    return Token(unit, long, int, _four_digits)


def _short_year(unit: str) -> Token:
    return Token(unit, Repeat(_DIGIT, 2, 2), lambda text: 2000 + int(text), _two_digits)


def _four_digits(year: int) -> str:
    if not 1000 <= year <= 9999:
        raise ValueError(f"a year has four digits here, not {year}")
    return str(year)


def _two_digits(year: int) -> str:
    if not 2000 <= year <= 2099:
        raise ValueError(f"a two-digit year stands for 2000 to 2099, not {year}")
    return f"{year - 2000:02}"


def _months(write: Callable[[str], str]) -> Token:
    names = tuple(map(write, MONTHS))
    return Token("M", Words(names), lambda text: names.index(text) + 1, lambda n: names[n - 1])


TOKENS: dict[str, Token] = {
    "YYYY": _year("Y"),
    "YY": _short_year("Y"),
    "FYYY": _year("F"),
    "FY": _short_year("F"),
    "H": _digits("H", 1, 2, 1),
    "Q": _digits("Q", 1, 4, 1),
    "QQ": _digits("Q", 1, 4, 2),
    "MM": _digits("M", 1, 12, 2),
    "M": _digits("M", 1, 12, 1),
    "Mon": _months(lambda name: name[:3]),
    "MON": _months(lambda name: name[:3].upper()),
    "mon": _months(lambda name: name[:3].lower()),
    "Month": _months(str),
    "MONTH": _months(str.upper),
    "month": _months(str.lower),
    "WW": _digits("W", 1, 53, 2),
    "DD": _digits("D", 1, 31, 2),
    "D": _digits("D", 1, 31, 1),
}
_TOKEN = re.compile(r"\{([^{}]*)\}")
_PRECISIONS = frozenset({"Y", "F", "HY", "FH", "H", "QY", "FQ", "Q", "MY", "M", "WY", "W", "DMY"})
_UNITS = "YFHQMWD"
_WORDS = {"Y": "year", "F": "fiscal year", "H": "half", "Q": "quarter", "M": "month", "W": "week", "D": "day"}


class DateFormat:
    """One format, read.

    Attributes:
        source: as written in the taxonomy.
        precision: what it says, as letters in order: `DMY`, `FQ`, `Q`; equal letters, equal precision.
    """

    def __init__(self, source: str, parts: tuple[str | Token, ...]) -> None:
        self.source = source
        self.parts = parts
        units = {part.unit for part in parts if isinstance(part, Token)}
        self.precision = "".join(sorted(units))
        self._pattern: re.Pattern[str] | None = None

    @staticmethod
    @cache
    def parse(source: str) -> DateFormat:
        """Read a format.

        Raises:
            TemplateSyntaxError: an unknown token, a unit twice, or a day without its month and year.
        """
        parts: list[str | Token] = []
        at = 0
        for match in _TOKEN.finditer(source):
            parts += _literal(source, at, match.start())
            token = TOKENS.get(match[1])
            if token is None:
                known = ", ".join(f"{{{name}}}" for name in TOKENS)
                raise TemplateSyntaxError(
                    f"{match[0]} is no part of a date; known are {known}", source, match.start()
                )
            if any(isinstance(part, Token) and part.unit == token.unit for part in parts):
                raise TemplateSyntaxError(
                    f"the {_WORDS[token.unit]} stands here twice", source, match.start()
                )
            parts.append(token)
            at = match.end()
        parts += _literal(source, at, len(source))
        made = DateFormat(source, tuple(parts))
        if not made.precision:
            raise TemplateSyntaxError("a date format needs at least one part such as {YYYY}", source, 0)
        if made.precision not in _PRECISIONS:
            words = " and ".join(_WORDS[unit] for unit in made.precision)
            raise TemplateSyntaxError(f"{words} together are no date and no period", source, 0)
        if not is_unambiguous(build(made.language)):
            message = (
                "its parts run into one another, so that a date has two readings; write {MM} and {DD}, or put"
            )
            raise TemplateSyntaxError(f"{message} something between them", source, 0)
        return made

    def cased(self, case: str | None) -> DateFormat:
        """The same format, written in a case: `fy{FY}q{Q}` for `FY{FY}Q{Q}` in lower case."""
        if case not in {"lower", "upper"}:
            return self
        change = str.lower if case == "lower" else str.upper
        parts = tuple(
            _recased(part, change) if isinstance(part, Token) else change(part) for part in self.parts
        )
        return DateFormat(self.source, parts)

    @property
    def language(self) -> Language:
        """Every text of this shape, real days or not."""
        return Seq(tuple(Literal(part) if isinstance(part, str) else part.language for part in self.parts))

    @property
    def folded(self) -> Language:
        """The same in either case."""
        return Seq(
            tuple(
                Words((part,), fold=True) if isinstance(part, str) else _folded(part) for part in self.parts
            )
        )

    def tagged(self, *, folded: bool) -> Language:
        """Every text of this shape, each unit a capture of its own."""
        whole = self.folded if folded else self.language
        parts = zip(self.parts, whole.parts, strict=True) if isinstance(whole, Seq) else ()
        return Seq(
            tuple(
                language if isinstance(part, str) else Capture(_UNITS.index(part.unit), language)
                for part, language in parts
            )
        )

    def read(self, text: str) -> date | Period | None:
        """The day or period of a text; None when the text is not of this shape.

        Raises:
            ValueError: of this shape, but no real day or week; the message says why.
        """
        if self._pattern is None:
            groups = (
                f"({printed(p.language).pattern})" if isinstance(p, Token) else re.escape(p)
                for p in self.parts
            )
            self._pattern = re.compile("".join(groups))
        match = self._pattern.fullmatch(text)
        if match is None:
            return None
        return _value({t.unit: t.number(group) for t, group in zip(self.tokens, match.groups(), strict=True)})

    @cached_property
    def _loose(self) -> re.Pattern[str]:
        """Texts of the shape, whatever their numbers and their case."""
        groups = (
            f"({_loosely(part)})" if isinstance(part, Token) else _in_any_case(part) for part in self.parts
        )
        return re.compile("".join(groups), re.ASCII | re.IGNORECASE)

    @property
    def tokens(self) -> list[Token]:
        """The parts that are not fixed text."""
        return [part for part in self.parts if isinstance(part, Token)]

    def shaped(self, text: str) -> bool:
        """Whether the text has this shape, its numbers and its case apart."""
        return self._loose.fullmatch(text) is not None

    def out_of_range(self, text: str) -> str | None:
        """`there is no month 13`, for a text of the shape; None for any other."""
        match = self._loose.fullmatch(text)
        if match is None:
            return None
        for token, found in zip(self.tokens, match.groups(), strict=True):
            if isinstance(token.language, Words) and fold(found) not in map(fold, token.language.texts):
                return f"there is no {_WORDS[token.unit]} {found}"
        return None

    def recased(self, text: str) -> str | None:
        """The text in the case of the format; None when more than the case would change."""
        match = self._loose.fullmatch(text)
        if match is None:
            return None
        found = iter(match.groups())
        return "".join(part if isinstance(part, str) else _known(part, next(found)) for part in self.parts)

    def write(self, value: date | Period) -> str:
        """The text of a day or period.

        Raises:
            ValueError: the value has another precision than the format.
        """
        numbers = _numbers_of(value)
        if set(numbers) != set(self.precision):
            raise ValueError(f"{value} is not of the form {self.source}")
        return "".join(
            part if isinstance(part, str) else part.write(numbers[part.unit]) for part in self.parts
        )


def _in_any_case(text: str) -> str:
    """A pattern of the text: ASCII letters in the case that the flags of the pattern say, others in any."""
    return "".join(re.escape(c) if c.isascii() else f"[{re.escape(variants(c))}]" for c in text)


def _loosely(token: Token) -> str:
    """Digits as many as the token has, or letters."""
    if not isinstance(token.language, Words):
        return printed(token.language).pattern
    texts = token.language.texts
    if not texts[0].isdigit():
        return "[a-z]+"
    return f"[0-9]{{{min(map(len, texts))},{max(map(len, texts))}}}"


def _folded(token: Token) -> Language:
    return Words(token.language.texts, fold=True) if isinstance(token.language, Words) else token.language


def _known(token: Token, text: str) -> str:
    """The token's own spelling of a text that differs from it by case."""
    if not isinstance(token.language, Words):
        return text
    return next((known for known in token.language.texts if fold(known) == fold(text)), text)


def _literal(source: str, start: int, end: int) -> list[str]:
    text = source[start:end]
    for brace in "{}":
        if brace in text:
            raise TemplateSyntaxError(f"this `{brace}` has no partner", source, start + text.index(brace))
    return [text] if text else []


def _recased(token: Token, change: Callable[[str], str]) -> Token:
    if not isinstance(token.language, Words):
        return token
    texts = tuple(map(change, token.language.texts))
    if texts == token.language.texts:
        return token
    return Token(token.unit, Words(texts), lambda text: texts.index(text) + 1, lambda n: texts[n - 1])


def _value(numbers: dict[str, int]) -> date | Period:
    year = numbers.get("Y", numbers.get("F"))
    if "D" in numbers:
        return _day(numbers["Y"], numbers["M"], numbers["D"])
    for unit in "HQMW":
        if unit in numbers:
            if unit == "W" and year is not None and numbers[unit] == 53:
                _check_last_week(year)
            return Period(year, unit, numbers[unit], fiscal="F" in numbers)
    return Period(year, fiscal="F" in numbers)


def _day(year: int, month: int, day: int) -> date:
    try:
        return date(year, month, day)
    except ValueError:
        last = (date(year + month // 12, month % 12 + 1, 1) - date(year, month, 1)).days
        raise ValueError(f"{MONTHS[month - 1]} {year} has {last} days") from None


def _check_last_week(year: int) -> None:
    if date(year, 12, 28).isocalendar().week < 53:
        raise ValueError(f"{year} has 52 weeks")


def _numbers_of(value: date | Period) -> dict[str, int]:
    if isinstance(value, date):
        return {"Y": value.year, "M": value.month, "D": value.day}
    numbers = {} if value.year is None else {"F" if value.fiscal else "Y": value.year}
    return numbers if value.unit == "Y" else {**numbers, value.unit: value.number}
