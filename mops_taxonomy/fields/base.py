"""What every kind of field can do."""

from __future__ import annotations

from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, Any, NamedTuple

from mops_taxonomy.algebra.language import fold
from mops_taxonomy.algebra.matching import matcher
from mops_taxonomy.fault import Fault, Misfit
from mops_taxonomy.finding import Suggestion

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import date

    from mops_taxonomy.algebra.language import Language
    from mops_taxonomy.fields.exact import Exact
    from mops_taxonomy.fields.misspelling import Misspelling
    from mops_taxonomy.period import Calendar

__all__ = ["Kind", "Memo", "Scope", "cased"]


class Scope(NamedTuple):
    """What a field may refer to.

    Attributes:
        vocabularies: the resolved vocabularies, by name.
        calendar: how the organisation counts its years.
        kinds: the fields made so far, by path and specification: forms share what they declare alike.
    """

    vocabularies: dict[str, dict[str, Any]]
    calendar: Calendar
    kinds: dict[tuple[str, str], Kind]


class Memo(dict[Any, Any]):
    """Answers worked out once: names in one file share their dates and codes."""

    MOST = 10_000

    __slots__ = ("_work",)

    def __init__(self, work: Callable[[Any], Any]) -> None:
        super().__init__()
        self._work = work

    def __missing__(self, asked: Any) -> Any:
        answer = self._work(asked)
        if len(self) < self.MOST:
            self[asked] = answer
        return answer


class Kind:
    """A field of one kind in one place of a form.

    Attributes:
        path: the field's name in values and messages: `region`, `size.width`.
        spec: the resolved specification.
        language: every text that is read, whether canonical or only accepted.
        exact: whether every text of the language, as patterns print it, is a clean value on every day.
        single: whether every text of the language has one value.
        open: whether values may stand here that nobody listed.
        problem: what keeps values from being told apart, in words; None in a sound taxonomy.
        strict: whether every text of the language is canonical: then there is nothing to note.
        decode: the value of a text of the language.
        prefer: `shortest`, `longest` or None.
    """

    language: Language
    decode: Callable[[str], Any]
    exact: bool = True
    single: bool = True
    open: bool = False
    strict: bool = True
    problem: str | None = None

    def __init__(self, spec: dict[str, Any], path: str) -> None:
        self.path = path
        self.spec = spec
        self.case: str | None = spec["case"]
        self.prefer: str | None = spec.get("prefer")
        self.excluded = frozenset(map(fold, spec["except"]))
        if self.excluded:
            self.exact = False

    @property
    def label(self) -> str:
        """What people call the field."""
        return self.spec["label"] or self.path

    @cached_property
    def _matches(self) -> Callable[[str], object]:
        return matcher(self.language)

    def reads(self, text: str) -> bool:
        """Whether the text is of the language, as far as its pattern can say."""
        return bool(self._matches(text))

    def resembles(self, text: str) -> float:
        """How likely, from 0 to 1, a text that is not of the language was meant for this field."""
        mine, theirs = _shape(self.example()), _shape(text)
        return 1.0 if mine == theirs else len(set(mine) & set(theirs)) / (len(set(mine) | set(theirs)) + 1)

    def joints(self) -> int | None:
        """How many separators a text of this field holds at most; None where there is no telling."""
        return separators(self.example())

    def example(self) -> str:
        """A text that is right, for messages."""
        raise NotImplementedError

    def misspelt(self, text: str, at: int, day: date) -> Iterator[Misspelling]:
        """What may stand at this place of a name and is not read on this day, and what is right."""
        del text, at, day
        yield from ()

    def exactly(self, day: date | None) -> Exact:
        """The texts that are valid on a day, as a language; without a day, those valid on any.

        Raises:
            TooLarge: the language cannot be written down.
        """
        from mops_taxonomy.fields.exact import Exact, without  # proofs are wanted by few

        language, doubts = self.own_exactly(day)
        if not self.excluded:
            return Exact(language, doubts)
        language = without(language, sorted(self.excluded), fold=True)
        return Exact(language, (*doubts, *self.excluded_doubts))

    @property
    def excluded_doubts(self) -> tuple[str, ...]:
        """What `except` refuses beyond the texts that it names: other spellings of the same value."""
        return (f"which spellings `except` refuses in `{self.path}`",)

    def own_exactly(self, day: date | None) -> Exact:
        """What the kind allows, `except` apart."""
        from mops_taxonomy.fields.exact import Exact

        del day
        return Exact(self.language)

    @property
    def turns(self) -> frozenset[date]:
        """The days on which other texts become valid than the day before."""
        return frozenset()

    def tagged(self) -> Language | None:
        """The language with captures such that two values of one text differ in them; None where none has two."""
        return None

    def same(self, other: Kind) -> bool:
        """Whether both surely read the same texts, mean the same by them and find the same at fault, on every day."""
        return type(self) is type(other) and self.spec == other.spec

    def admits(self, older: Kind) -> bool:
        """Whether what is right by an older kind, on any day, surely is so by this one, and means the same."""
        return self.same(older)

    def agrees(self, other: Kind) -> bool:
        """Whether a text that both kinds read surely has one value; False may also mean that it is not known."""
        return self.same(other)

    def faults(self, text: str, day: date) -> Iterator[Fault]:
        """What is wrong with a text of the language beyond its shape."""
        if self.excluded and self._is_excluded(text):
            yield self.fault("excluded_value", text, expected="another value")
        yield from self.own_faults(text, day)

    def _is_excluded(self, text: str) -> bool:
        """Whether `except` names the text, or the value that it is the spelling of."""
        if fold(text) in self.excluded:
            return True
        try:
            return fold(str(self.decode(text))) in self.excluded
        except ValueError:
            return False

    def own_faults(self, text: str, day: date) -> Iterator[Fault]:
        """What only this kind can find wrong with a text of the language."""
        del text, day
        yield from ()

    def notes(self, text: str) -> Iterator[Fault]:
        """What is notable about a valid text: spellings that are accepted but not canonical."""
        canonical = self.encode(self.decode(text))
        if canonical != text:
            name = "accepted_case" if fold(canonical) == fold(text) else "other_format"
            yield self.fault(
                name, text, suggestions=(Suggestion(canonical),), detail={"canonical": canonical}
            )

    def diagnose(self, text: str, day: date) -> Iterator[Fault]:
        """Why a text is not a value of this field; at least one fault for every text that is not."""
        raise NotImplementedError

    def readings(self, text: str, day: date | None = None) -> tuple[Any, ...]:
        """Every value of a text of the language; with a day, those that are right on it, if any are."""
        del day
        return (self.decode(text),)

    def encode(self, value: Any) -> str:
        """The canonical text of a value.

        Raises:
            Misfit: there is none.
        """
        raise NotImplementedError

    def normal(self, value: Any) -> Any:
        """The value itself, for any of the ways to give it: a date for `"2026-03-24"`, a tuple for a list.

        Raises:
            Misfit: it is no value of this field.
        """
        return self.decode(self.encode(value))

    @property
    def write(self) -> Callable[[Any], str]:
        """Like `encode`, but may raise any LookupError, TypeError or ValueError without a reason."""
        return self.encode

    def describe(self) -> str:
        """What stands here, for people: `a date such as 20260324`."""
        raise NotImplementedError

    def fault(
        self,
        name: str,
        text: str,
        span: tuple[int, int] | None = None,
        *,
        expected: str | None = None,
        **more: Any,
    ) -> Fault:
        """A fault of this field in this text, over the whole of it unless a span is given."""
        start, end = span or (0, len(text))
        return Fault(
            name,
            field=self.path,
            span=(start, end),
            found=text[start:end],
            expected=expected if expected is not None else self.describe(),
            **more,
        )

    def allowed(self, text: str) -> str:
        """The text, unless `except` names it.

        Raises:
            Misfit: it does.
        """
        if self.excluded and self._is_excluded(text):
            raise Misfit(f"{text!r} is refused here")
        return text


def separators(text: str) -> int:
    """How many runs of characters other than letters and digits the text holds."""
    return sum(not c.isalnum() and (i == 0 or text[i - 1].isalnum()) for i, c in enumerate(text))


@lru_cache(maxsize=4096)  # the tokens of one name are laid against every field
def _shape(text: str) -> str:
    """Letters as a, digits as 9: `20260324` and `20260230` have one shape."""
    return "".join("9" if c.isdigit() else "a" if c.isalpha() else c for c in text)


def cased(text: str, case: str | None) -> str:
    """The text as `case` writes it."""
    match case:
        case "lower":
            return text.lower()
        case "upper":
            return text.upper()
        case "title":
            return text[:1].upper() + text[1:]
    return text
