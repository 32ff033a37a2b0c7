"""Open text: characters of a set, words joined by a joiner, or a regular pattern."""

from __future__ import annotations

from functools import cache, cached_property
from typing import TYPE_CHECKING, Any

from mops_taxonomy.algebra.ambiguity import is_unambiguous
from mops_taxonomy.algebra.automaton import build
from mops_taxonomy.algebra.charset import PRINTABLE, SPACE, Charset, property_named
from mops_taxonomy.algebra.determinism import determinised
from mops_taxonomy.algebra.language import (
    Bounded,
    Chars,
    Language,
    Repeat,
    Seq,
    characters,
    fold,
    optional,
)
from mops_taxonomy.algebra.matching import matcher
from mops_taxonomy.algebra.pattern import parse_characters, parse_pattern
from mops_taxonomy.fault import Fault, Misfit, listed
from mops_taxonomy.fields.base import Kind, Scope, cased
from mops_taxonomy.finding import Suggestion

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import date

    from mops_taxonomy.fields.exact import Exact

__all__ = ["KIND", "TextShape"]


class TextShape:
    """The shape of an open text: what `characters`, `joiner`, the lengths or `pattern` say.

    Also the shape of the values of an open vocabulary that are not listed.
    """

    def __init__(self, spec: dict[str, Any], case: str | None) -> None:
        self.case = case
        self.joiner: str = spec["joiner"] or ""
        self.low: int = spec["min_length"]
        self.high: int | None = spec["max_length"]
        self.pattern: str | None = spec["pattern"]
        joiners = Charset.of(self.joiner)
        self.charset = _characters(spec["characters"], self.joiner, case)
        self.allowed = self.charset | joiners
        self.language, self.exact = self._pattern() if self.pattern else self._words(joiners)

    def _pattern(self) -> tuple[Language, bool]:
        source = parse_pattern(self.pattern or "")
        automaton = build(source)
        if not is_unambiguous(automaton):
            determinised(
                automaton
            )  # which forms may need: what is too large for it is refused when it is declared
        ends = [automaton.charsets[position] for position in (*automaton.first, *automaton.last)]
        spaced = any(" " in charset for charset in ends)
        if (self.low, self.high) == (1, None) and not automaton.nullable:
            return source, not spaced and self.case is None
        return Bounded(source, self.low, self.high), False

    def _words(self, joiners: Charset) -> tuple[Language, bool]:
        starts = _title_starts(self.charset) if self.case == "title" else self.charset
        word = _word(starts, self.charset)
        if not joiners and SPACE.isdisjoint(self.charset) and self.case != "title":
            return Repeat(Chars(self.charset), self.low, self.high), True
        language = Seq((word, Repeat(Seq((Chars(joiners), word))))) if joiners else word
        if (self.low, self.high) == (1, None):
            return language, True
        return Bounded(language, self.low, self.high), False

    def exactly(self, path: str) -> Exact:
        """The texts of this shape, as a language."""
        from mops_taxonomy.fields.exact import Exact, both

        if not self.pattern:
            return Exact(self.language)
        language = self.language
        inner = Chars(PRINTABLE - SPACE)
        if not SPACE.isdisjoint(characters(language)):
            language = both(language, Seq((inner, optional(Seq((Repeat(Chars(PRINTABLE)), inner))))))
        if self.case is not None:
            return Exact(language, (f"the case of `{path}`, beyond its pattern",))
        return Exact(language)

    def accepts(self, text: str) -> bool:
        """Whether the text has this shape: its length, its ends and its case included."""
        return self.long_enough(text) and bool(self.matches(text)) and self.well_written(text)

    def well_written(self, text: str) -> bool:
        """What a pattern leaves open: no space at the ends, and the case of the field."""
        return not self.pattern or (text == text.strip(" ") and text == recased(text, self.case, self.joiner))

    @cached_property
    def matches(self) -> Callable[[str], object]:
        """Whether a text is of this shape but for its length."""
        return matcher(self.language.part if isinstance(self.language, Bounded) else self.language)

    def long_enough(self, text: str) -> bool:
        """Whether the length is within the bounds."""
        return self.low <= len(text) and (self.high is None or len(text) <= self.high)

    def describe(self) -> str:
        """`up to 40 letters, digits ...`."""
        size = f"{self.low} to {self.high}" if self.high is not None else f"at least {self.low}"
        return f"text of {size} characters" if (self.low, self.high) != (1, None) else "text"


@cache
def _word(starts: Charset, charset: Charset) -> Language:
    """Characters without a space at either end; after a space a word starts anew."""
    rest = charset - SPACE
    first = Chars(starts - SPACE)
    run: Language = Seq((first, Repeat(Chars(rest)))) if starts != charset else Repeat(Chars(rest), 1)
    if SPACE.isdisjoint(charset):
        return run
    return Seq((run, Repeat(Seq((Repeat(Chars(SPACE), 1), run)))))


@cache
def _characters(source: str | None, joiner: str, case: str | None) -> Charset:
    """The characters of the words of a text in this case. Fields of one taxonomy share few such sets."""
    charset = (parse_characters(source) if source else PRINTABLE) - Charset.of(joiner)
    if case == "lower":
        return charset - property_named("Lu") - property_named("Lt")
    return charset - property_named("Ll") if case == "upper" else charset


@cache
def _title_starts(charset: Charset) -> Charset:
    return charset - property_named("Ll")


class TextKind(Kind):
    """A text is its own value."""

    open = True

    def __init__(self, spec: dict[str, Any], path: str, scope: Scope) -> None:
        del scope
        super().__init__(spec, path)
        self.shape = TextShape(spec, self.case)
        self.language = self.shape.language
        self.exact = self.exact and self.shape.exact
        self.recased = "case" in spec["accept"] and self.case is not None
        self.strict = not self.recased
        if self.recased:
            self.language = TextShape(spec, None).language
            self.exact = False
        self.decode = self._recase if self.recased else str

    def own_exactly(self, day: date | None) -> Exact:
        """Every text of the shape; of recased ones, every text that may have it."""
        from mops_taxonomy.fields.exact import Exact

        del day
        if not self.recased:
            return self.shape.exactly(self.path)
        return Exact(self.language, (f"which spellings in another case `{self.path}` takes",))

    @property
    def excluded_doubts(self) -> tuple[str, ...]:
        """None: a text is its own value, but for its case."""
        return ()

    def agrees(self, other: Kind) -> bool:
        """Whether both keep the text as it is, or change it alike."""
        if isinstance(other, TextKind):
            mine, theirs = ((one.case, one.shape.joiner) if one.recased else None for one in (self, other))
            return mine == theirs
        table, folded = getattr(other, "table", None), getattr(other, "folded", None)
        return (
            table is not None
            and not folded
            and not self.recased
            and all(other.decode(text) == text for text in table)
        )

    def _recase(self, text: str) -> str:
        return recased(text, self.case, self.shape.joiner)

    def own_faults(self, text: str, day: date) -> Iterator[Fault]:
        """A length that the printed pattern could not state."""
        del day
        if not self.shape.long_enough(text):
            yield self._length(text)
        elif not self.shape.accepts(self.decode(text)):
            yield self._misshapen(text)

    def _length(self, text: str) -> Fault:
        name = "too_short" if len(text) < self.shape.low else "too_long"
        limit = self.shape.low if name == "too_short" else self.shape.high
        return self.fault(name, text, detail={"length": len(text), "limit": limit})

    def diagnose(self, text: str, day: date) -> Iterator[Fault]:
        """A character that is not allowed, words ill joined, a wrong case, a wrong length."""
        if self.excluded and fold(text) in self.excluded:
            yield self.fault("excluded_value", text, expected="another value")
        elif not self.shape.long_enough(text):
            yield self._length(text)
        elif not self.shape.accepts(self.decode(text)):
            yield self._misshapen(text)
        else:
            yield from self.faults(text, day)

    def _misshapen(self, text: str) -> Fault:
        shape = self.shape
        if shape.pattern:
            if shape.accepts(self._recase(text)):
                return self._wrong_case(text, 0)
            return self.fault("bad_pattern", text, expected=self.spec["help"])
        for at, character in enumerate(text):
            if character in shape.allowed:
                continue
            recased = cased(character, self.case)
            if recased != character and len(recased) == 1 and recased in shape.allowed:
                return self._wrong_case(text, at)
            end = at + 1
            while end < len(text) and text[end] not in shape.allowed:
                end += 1
            return self.fault("bad_characters", text, (at, end))
        if shape.case == "title" and shape.accepts(self._recase(text)):
            ends = f" {shape.joiner}"
            at = next(i for i, c in enumerate(text) if c != c.upper() and (i == 0 or text[i - 1] in ends))
            return self._wrong_case(text, at)
        return self._ill_joined(text)

    def _wrong_case(self, text: str, at: int) -> Fault:
        right = self._recase(text)
        suggestions = (Suggestion(right),) if self.shape.accepts(right) else ()
        span = (0, len(text)) if suggestions else (at, at + 1)
        return self.fault("wrong_case", text, span, suggestions=suggestions, expected=f"{self.case} case")

    def _ill_joined(self, text: str) -> Fault:
        ends = f" {self.shape.joiner}"
        for at, character in enumerate(text):
            if character in ends and (at in {0, len(text) - 1} or text[at - 1] in ends):
                return self.fault(
                    "bad_characters", text, (at, at + 1), expected="words joined once, none at the ends"
                )
        return self.fault("bad_characters", text)

    def encode(self, value: Any) -> str:
        """The text itself, when it has the shape of the field."""
        if not isinstance(value, str):
            raise Misfit(f"{value!r} is not text")
        if not self.excluded and self.shape.accepts(value):
            return value
        self.allowed(value)
        if not self.shape.long_enough(value):
            raise Misfit(f"{value!r} has {len(value)} characters; expected {self.shape.describe()}")
        if not self.shape.accepts(value):
            raise self._refusal(value)
        return value

    def normal(self, value: Any) -> Any:
        """The text itself."""
        return self.encode(value)

    @property
    def write(self) -> Callable[[Any], str]:
        """One match, where that says everything."""
        if not self.exact:
            return self.encode
        matches = self.shape.matches

        def write(value: str) -> str:
            if not matches(value):
                raise ValueError(value)
            return value

        return write

    def _refusal(self, value: str) -> Misfit:
        fault = self._misshapen(value)
        what = (
            f"{fault.found!r} cannot stand in {value!r}"
            if fault.found != value
            else f"{value!r} does not fit"
        )
        return Misfit(f"{what}; expected {fault.expected}", fault.suggestions)

    def joints(self) -> int | None:
        """Any number."""
        return None

    def example(self) -> str:
        """Some letters: nothing better is known of an open text."""
        return "text"

    def describe(self) -> str:
        """The field's own help, or its characters and length."""
        if self.shape.pattern:
            return str(self.spec["help"])
        words = self.shape.describe()
        characters: str = self.spec["characters"] or ""
        if characters.startswith("^"):
            words += f", any characters but {_named(characters[1:])}"
        elif characters:
            words = f"{words.removesuffix(' characters')} of the characters {characters}"
        if self.shape.joiner:
            words += f", words joined by {' or '.join(repr(c) for c in self.shape.joiner)}"
        return words


def _named(characters: str) -> str:
    """Single characters by name, so that a space can be seen; a class of them as it is written."""
    if "-" in characters[1:-1] or "\\" in characters:
        return characters
    return listed(["a space" if character == " " else character for character in characters], "and")


def recased(text: str, case: str | None, joiner: str) -> str:
    """The text in this case; in title case every word begins with a capital."""
    if case != "title":
        return cased(text, case)
    ends = f" {joiner}"
    return "".join(c.upper() if i == 0 or text[i - 1] in ends else c for i, c in enumerate(text))


KIND = TextKind
