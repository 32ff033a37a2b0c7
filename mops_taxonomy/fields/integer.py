"""Whole numbers: versions, sequence numbers, sizes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from mops_taxonomy.algebra.charset import Charset
from mops_taxonomy.algebra.language import Capture, Chars, Choice, Language, Literal, Repeat, Seq
from mops_taxonomy.fault import Fault, Misfit
from mops_taxonomy.fields.base import Kind, Scope, cased
from mops_taxonomy.finding import Suggestion

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import date

    from mops_taxonomy.fields.misspelling import Misspelling

__all__ = ["KIND", "between"]

MOST_DIGITS = 4_000  # Python reads no longer numbers by default
_NUMBER = "{n}"
_FEW = 12  # digits that people mistype


def _digit(low: int, high: int) -> Chars:
    return Chars(Charset([(0x30 + low, 0x30 + high)]))


def between(low: int, high: int | None, width: int | None) -> Language:
    """The decimal texts of the whole numbers from `low` to `high`, both included.

    With `width`, exactly so many digits; without, no leading zeros.
    """
    if width is not None:
        most = 10**width - 1 if high is None else min(high, 10**width - 1)
        return _same_width(f"{low:0{width}}", f"{most:0{width}}")
    options: list[Language] = []
    size = len(str(low))
    last = size if high is None else len(str(high))
    for digits in range(size, last + 1):
        first = max(low, 10 ** (digits - 1) if digits > 1 else 0)
        most = 10**digits - 1 if high is None else min(high, 10**digits - 1)
        options.append(_same_width(str(first), str(most)))
    if high is None:
        options.append(Seq((_digit(1, 9), Repeat(_digit(0, 9), size))))
    return options[0] if len(options) == 1 else Choice(tuple(options))


def _same_width(low: str, high: str) -> Language:
    """The texts between two of the same length, as text and as numbers alike."""
    if not low:
        return Literal("")
    if low.strip("0") == "" and high.strip("9") == "":
        return Repeat(_digit(0, 9), len(low), len(low))
    if low[0] == high[0]:
        return Seq((Literal(low[0]), _same_width(low[1:], high[1:])))
    rest = len(low) - 1
    first, last = int(low[0]), int(high[0])
    options: list[Language] = []
    if low[1:].strip("0"):
        options.append(Seq((Literal(low[0]), _same_width(low[1:], "9" * rest))))
        first += 1
    tail: Language | None = None
    if high[1:].strip("9"):
        tail = Seq((Literal(high[0]), _same_width("0" * rest, high[1:])))
        last -= 1
    if first <= last:
        options.append(Seq((_digit(first, last), Repeat(_digit(0, 9), rest, rest))))
    if tail is not None:
        options.append(tail)
    return options[0] if len(options) == 1 else Choice(tuple(options))


class IntegerKind(Kind):
    """A whole number, in one or several formats of which the first is written."""

    def __init__(self, spec: dict[str, Any], path: str, scope: Scope) -> None:
        del scope
        super().__init__(spec, path)
        self.width: int | None = spec["width"]
        self.low: int = spec["min"]
        self.high: int | None = spec["max"]
        self.formats: list[tuple[str, str]] = []
        for form in spec["formats"]:
            before, _, after = form.partition(_NUMBER)
            self.formats.append((cased(before, self.case), cased(after, self.case)))
        digits = between(self.low, self.high, self.width)
        options = tuple(Seq((Literal(before), digits, Literal(after))) for before, after in self.formats)
        self.language = options[0] if len(options) == 1 else Choice(options)
        self.single = self.strict = len(options) == 1
        self.decode = int if self.formats == [("", "")] else self._decode
        if self.high is None and self.width is None:
            self.exact = False
        widest: int = 10 ** (self.width or MOST_DIGITS) - 1
        self._most: int = widest if self.high is None else min(self.high, widest)
        before, after = (part.replace("%", "%%") for part in self.formats[0])
        self._canonical = f"{before}%0{self.width}d{after}" if self.width else f"{before}%d{after}"

    def _decode(self, text: str) -> int:
        number: int = self.readings(text)[0]
        return number

    def misspelt(self, text: str, at: int, day: date) -> Iterator[Misspelling]:
        """The number with other leading zeros, or its format in another case."""
        from mops_taxonomy.fields.misspelling import Misspelling

        del day
        before, after = self.formats[0]
        match = re.compile(f"{re.escape(before)}([0-9]{{1,{_FEW}}}){re.escape(after)}", re.IGNORECASE).match(
            text, at
        )
        if match is None:
            return
        try:
            right = self.encode(int(match[1]))
        except Misfit:
            return
        if right != match[0]:
            # Of many zeros some may have been a number of their own.
            zeros = max(1, len(match[0]) - len(right))
            yield Misspelling(match.end(), right, "leading zeros", 0.1 * zeros)

    def tagged(self) -> Language | None:
        """The digits, by the format that they stand in."""
        if self.single:
            return None
        digits = Capture(0, between(self.low, self.high, self.width))
        options = (Seq((Literal(before), digits, Literal(after))) for before, after in self.formats)
        return Choice(tuple(options))

    def agrees(self, other: Kind) -> bool:
        """Whether both have one and the same format."""
        if self.same(other):
            return True
        return isinstance(other, IntegerKind) and self.single and self.formats == other.formats

    def readings(self, text: str, day: date | None = None) -> tuple[Any, ...]:
        """The number by every format that fits."""
        del day
        values = dict.fromkeys(
            int(digits)
            for before, after in self.formats
            if text.startswith(before) and text.endswith(after)
            if (digits := text[len(before) : len(text) - len(after)]).isdecimal() and digits.isascii()
            if self._written(int(digits)) == digits and self._within(int(digits), digits)
        )
        if not values:
            raise ValueError(f"{text!r} is not {self.describe()}")
        return tuple(values)

    def _within(self, number: int, digits: str) -> bool:
        wide_enough = self.width is None or len(digits) == self.width
        return wide_enough and self.low <= number and (self.high is None or number <= self.high)

    def _written(self, number: int) -> str:
        return f"{number:0{self.width or 0}}"

    def own_faults(self, text: str, day: date) -> Iterator[Fault]:
        """Longer than any number a computer counts with."""
        del day
        if len(text) > MOST_DIGITS:
            yield self.fault("bad_number", text, detail={"reason": f"it has more than {MOST_DIGITS} digits"})

    def diagnose(self, text: str, day: date) -> Iterator[Fault]:
        """Not a number, too few or too many digits, leading zeros, out of range."""
        del day
        yield self.fault("bad_number", text, **self._reason(text))

    def _reason(self, text: str) -> dict[str, Any]:
        for before, after in self.formats:
            inner = re.fullmatch(
                f"{re.escape(before)}(.*){re.escape(after)}", text, re.DOTALL | re.IGNORECASE
            )
            if inner is None or not inner[1].isdecimal():
                continue
            if not inner[1].isascii():
                return {"detail": {"reason": "its digits are not the plain 0 to 9"}}
            return self._out_of_shape(inner[1])
        return {"detail": {"reason": f"it is not written {self.spec['formats'][0]}"}}

    def _out_of_shape(self, digits: str) -> dict[str, Any]:
        if len(digits) > MOST_DIGITS:
            return {"detail": {"reason": f"it has more than {MOST_DIGITS} digits"}}
        number = int(digits)
        if number < self.low:
            return {"detail": {"reason": f"it is below {self.low}"}}
        if self.high is not None and number > self.high:
            return {"detail": {"reason": f"it is above {self.high}"}}
        try:
            suggestions: tuple[Suggestion, ...] = (Suggestion(self.encode(number)),)
        except Misfit:
            suggestions = ()
        if self.width and len(digits) != self.width:
            return {
                "detail": {"reason": f"it has {_digits(len(digits))}, not {self.width}"},
                "suggestions": suggestions,
            }
        reason = "wrong case" if digits == self._written(number) else "it has leading zeros"
        return {"detail": {"reason": reason}, "suggestions": suggestions}

    def encode(self, value: Any) -> str:
        """An int, or its decimal text."""
        if isinstance(value, str) and value.isdecimal() and value.isascii() and len(value) <= MOST_DIGITS:
            value = int(value)
        if not isinstance(value, int) or isinstance(value, bool):
            raise Misfit(f"{value!r} is not a whole number")
        digits = self._written(value) if value >= 0 else ""
        if (
            value < self.low
            or (self.high is not None and value > self.high)
            or (self.width and len(digits) > self.width)
        ):
            raise Misfit(f"{value} is not {self.describe()}")
        before, after = self.formats[0]
        return self.allowed(f"{before}{digits}{after}")

    def normal(self, value: Any) -> Any:
        """An int."""
        self.encode(value)
        return int(value)

    @property
    def write(self) -> Callable[[Any], str]:
        """Only ints within the bounds."""
        if self.excluded:
            return self.encode
        low, most, canonical = self.low, self._most, self._canonical

        def write(value: int) -> str:
            if type(value) is int and low <= value <= most:
                return canonical % value
            raise ValueError(value)

        return write

    def example(self) -> str:
        """The least number, or 1."""
        before, after = self.formats[0]
        return f"{before}{self._written(max(self.low, 1))}{after}"

    def describe(self) -> str:
        """`a whole number from 1 to 60, written v01`."""
        bounds = f" from {self.low}" if self.low or self.high is not None else ""
        bounds += f" to {self.high}" if self.high is not None else ""
        return f"a whole number{bounds}, written {self.example()}"


def _digits(count: int) -> str:
    return "1 digit" if count == 1 else f"{count} digits"


KIND = IntegerKind
