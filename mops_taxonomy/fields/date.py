"""Dates and periods: days, weeks, months, quarters, halves, years; calendar or fiscal."""

from __future__ import annotations

from datetime import date, datetime
from functools import cache, cached_property
from typing import TYPE_CHECKING, Any

from mops_taxonomy.algebra.ambiguity import is_unambiguous
from mops_taxonomy.algebra.automaton import build
from mops_taxonomy.algebra.language import Choice, Language
from mops_taxonomy.errors import TemplateSyntaxError
from mops_taxonomy.fault import Fault, Misfit
from mops_taxonomy.fields.base import Kind, Memo, Scope
from mops_taxonomy.fields.date_format import DateFormat
from mops_taxonomy.finding import Suggestion
from mops_taxonomy.period import Period

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from mops_taxonomy.fields.exact import Exact
    from mops_taxonomy.fields.misspelling import Misspelling

__all__ = ["KIND"]


class DateKind(Kind):
    """A day (`datetime.date`) or a `Period`, in one or several formats of which the first is written."""

    def __init__(self, spec: dict[str, Any], path: str, scope: Scope) -> None:
        super().__init__(spec, path)
        self.calendar = scope.calendar
        self.formats = [_format(source, self.case) for source in spec["formats"]]
        self.earliest = date.fromisoformat(spec["min"]) if spec["min"] else None
        self.latest = date.fromisoformat(spec["max"]) if spec["max"] else None
        self.decode = Memo(self._first).__getitem__
        units = self.formats[0].precision
        if "D" in units or ("W" in units and "Y" in units) or self.earliest or self.latest:
            self.exact = False
        self.recased = "case" in spec["accept"]
        options = tuple(map(self._read_by, self.formats))
        self.language: Language = options[0] if len(options) == 1 else Choice(options)
        self.single = len(options) == 1 or is_unambiguous(build(self.language))
        self.strict = len(options) == 1 and not self.recased
        if len(options) > 1:
            self.exact = False  # what another format can say, the canonical one may not: 1999 is not {YY}

    def _first(self, text: str) -> Any:
        return self.readings(text)[0]

    def readings(self, text: str, day: date | None = None) -> tuple[Any, ...]:
        """The day or period by every format that fits; those that are no real day only when there is none else."""
        del day
        values: dict[Any, None] = {}
        error: ValueError | None = None
        for form in self.formats:
            try:
                value = form.read((form.recased(text) if self.recased else None) or text)
            except ValueError as reason:
                error = reason
            else:
                if value is not None:
                    values[value] = None
        if not values:
            raise error or ValueError(f"{text!r} is not {self.describe()}")
        return tuple(values)

    def own_faults(self, text: str, day: date) -> Iterator[Fault]:
        """30 February, week 53 of a short year, a day before `min` or after `max`."""
        del day
        try:
            value = self.decode(text)
        except ValueError as error:
            yield self.fault("bad_date", text, detail={"reason": str(error)})
            return
        if reason := self._outside(value) or self._unwritable(value):
            yield self.fault("bad_date", text, detail={"reason": reason})

    def _unwritable(self, value: date | Period) -> str | None:
        try:
            self.formats[0].write(value)
        except ValueError:
            return f"{value} cannot be written {self.spec['formats'][0]}, the first format"
        return None

    def misspelt(self, text: str, at: int, day: date) -> Iterator[Misspelling]:
        """The same day or period in another format. What may be another day as well costs more."""
        from mops_taxonomy.fields.date_guess import guesses
        from mops_taxonomy.fields.misspelling import Misspelling

        del day
        for size in self._short_sizes:
            value = self._of_short_year(text[at : at + size])
            if value is not None:
                yield Misspelling(at + size, self.encode(value), "short year", 0.4)
        for guess in guesses(text, at):
            try:
                right = self.encode(guess.value)
            except Misfit:
                continue
            if right != text[at : guess.end]:
                mistake = "date format" if guess.sure else "ambiguous date"
                yield Misspelling(guess.end, right, mistake, 0.2 if guess.sure else 0.6)

    @cached_property
    def _short(self) -> DateFormat | None:
        """The canonical format with a year of two digits, where its own has four."""
        source = self.formats[0].source
        short = source.replace("{YYYY}", "{YY}").replace("{FYYY}", "{FY}")
        try:
            return _format(short, self.case) if short != source else None
        except TemplateSyntaxError:
            return None

    @cached_property
    def _short_sizes(self) -> tuple[int, ...]:
        """How long texts of that format may be."""
        if self._short is None:
            return ()
        size = len(self.example()) - 2
        return (size,) if self.formats[0].precision != "DMY" else tuple(range(size, size + 3))

    def _of_short_year(self, text: str) -> date | Period | None:
        try:
            value = self._short.read(text) if self._short is not None else None
        except ValueError:
            return None
        return value if value is not None and self._outside(value) is None else None

    def own_exactly(self, day: date | None) -> Exact:
        """The real days and periods within the bounds that the first format can write."""
        from mops_taxonomy.fields.date_exact import Bounds, Years, real_dates, years_of
        from mops_taxonomy.fields.exact import Exact

        del day
        bounded = self.earliest is not None or self.latest is not None
        bounds = Bounds(self.earliest, self.latest, self._allowed) if bounded else None
        canonical = years_of(self.formats[0])
        options: list[Language] = []
        for form in self.formats:
            years = years_of(form)
            if years is not None and canonical is not None:
                years = Years(max(years.first, canonical.first), min(years.last, canonical.last))
            options.append(real_dates(form, years, bounds, folded=self.recased))
        doubts = () if self.single else (f"which of several dates a text of `{self.path}` is",)
        return Exact(options[0] if len(options) == 1 else Choice(tuple(options)), doubts)

    def _allowed(self, value: date | Period) -> bool:
        return self._outside(value) is None

    def tagged(self) -> Language | None:
        """Years, months, days and the like told apart."""
        if self.single:
            return None
        return Choice(tuple(form.tagged(folded=self.recased) for form in self.formats))

    def same(self, other: Kind) -> bool:
        """Whether the calendar is the same too."""
        return super().same(other) and isinstance(other, DateKind) and self.calendar == other.calendar

    def agrees(self, other: Kind) -> bool:
        """Whether no text is of one format here and of another there."""
        if self.same(other):
            return True
        if not isinstance(other, DateKind) or (self.case, self.recased) != (other.case, other.recased):
            return False
        from mops_taxonomy.algebra.comparison import Both
        from mops_taxonomy.algebra.machine import shortest_word

        return all(
            shortest_word(Both(build(self._read_by(mine)), build(other._read_by(theirs)))) is None  # noqa: SLF001
            for mine in self.formats
            for theirs in other.formats
            if mine.source != theirs.source
        )

    def _read_by(self, form: DateFormat) -> Language:
        return form.folded if self.recased else form.language

    def days(self, value: date | Period) -> tuple[date, date]:
        """The first and the last day that a value speaks of; a period without a year speaks of none."""
        if not isinstance(value, Period):
            return value, value
        return self.calendar.days(value) if value.year is not None else (date.min, date.max)

    def _outside(self, value: date | Period) -> str | None:
        if self.earliest is None and self.latest is None:
            return None
        if isinstance(value, Period) and value.year is None:
            return None
        first, last = self.days(value)
        if self.earliest and last < self.earliest:
            return f"it is before {self.earliest}, the earliest allowed"
        if self.latest and first > self.latest:
            return f"it is after {self.latest}, the latest allowed"
        return None

    def diagnose(self, text: str, day: date) -> Iterator[Fault]:
        """A text that is not of the shape, or of the shape and no real date."""
        if any(_shaped(form, text) for form in self.formats):
            yield from self.faults(text, day)
            return
        recased = self._recased(text)
        if recased is not None:
            yield self.fault("wrong_case", text, suggestions=(Suggestion(recased),), expected=repr(recased))
            return
        suggestions = tuple(self._meant(text, day))
        yield self.fault("bad_date", text, suggestions=suggestions, detail={"reason": self._misshapen(text)})

    def _meant(self, text: str, day: date) -> Iterator[Suggestion]:
        """The same day or period as the field writes it; where it may be several, each with its day."""
        found = sorted((one.cost, one.text) for one in self.misspelt(text, 0, day) if one.end == len(text))
        rights = dict.fromkeys(right for _, right in found)
        for right in rights:
            yield Suggestion(right, str(self.decode(right)) if len(rights) > 1 else None)

    def _recased(self, text: str) -> str | None:
        """The text as it would be right, where only its case is wrong."""
        for form in self.formats:
            recased = form.recased(text)
            if recased is not None and _shaped(form, recased):
                return recased
        return None

    def _misshapen(self, text: str) -> str:
        for form in self.formats:
            if reason := form.out_of_range(text):
                return reason
        if not text.isascii() and any(c.isdigit() and not c.isascii() for c in text):
            return "its digits are not the plain 0 to 9"
        size = len(self.example())
        if text.isdigit() and self.example().isdigit() and len(text) != size:
            return f"it has {len(text)} digits, not {size}"
        return f"it is not written {self.spec['formats'][0]}"

    def encode(self, value: Any) -> str:
        """A date, a Period, or the text that `str` gives of one (`2026-03-24`, `FY2027-Q1`)."""
        value = self._understood(value)
        if reason := self._outside(value):
            raise Misfit(f"{value} cannot stand here: {reason}")
        try:
            text = self.formats[0].write(value)
        except ValueError:
            return self._other_year(value)
        return self.allowed(text)

    def normal(self, value: Any) -> Any:
        """A date or a Period."""
        return self._understood(value)

    @property
    def write(self) -> Callable[[Any], str]:
        """Each date or period is written once and remembered."""
        return Memo(self.encode).__getitem__

    def _other_year(self, value: Any) -> str:
        raise Misfit(f"{value} cannot be written as {self.spec['formats'][0]}; expected {self.describe()}")

    def _understood(self, value: Any) -> date | Period:
        if isinstance(value, datetime):
            value = value.date()
        if isinstance(value, (date, Period)):
            return value
        if isinstance(value, int) and not isinstance(value, bool):
            value = str(value)
        if isinstance(value, str):
            for read in (
                (date.fromisoformat, Period.parse) if "D" in self.formats[0].precision else (Period.parse,)
            ):
                try:
                    return read(value)
                except ValueError:
                    continue
        wanted = (
            "a day, as 2026-03-24"
            if "D" in self.formats[0].precision
            else "a period, as 2026, 2026-03 or FY2027-Q1"
        )
        raise Misfit(f"{value!r} is not {wanted}")

    def resembles(self, text: str) -> float:
        """Whether the text has the shape of a format, its numbers and its case apart."""
        shaped = any(form.shaped(text) for form in self.formats)
        return 1.0 if shaped else 0.8 * super().resembles(text)

    def example(self) -> str:
        """A text that is right: today's year, in the canonical format."""
        letters = set(self.formats[0].precision)
        if "D" in letters:
            return self.formats[0].write(date(2026, 3, 24))
        unit = next((unit for unit in "HQMW" if unit in letters), "Y")
        year = 2026 if letters & {"Y", "F"} else None
        return self.formats[0].write(Period(year, unit, 1, fiscal="F" in letters))

    def describe(self) -> str:
        """`a date such as 20260324`."""
        word = "date" if "D" in self.formats[0].precision else "period"
        return f"a {word} such as {self.example()}"


def _shaped(form: DateFormat, text: str) -> bool:
    try:
        return form.read(text) is not None
    except ValueError:
        return True


@cache
def _format(source: str, case: str | None) -> DateFormat:
    """One object for all the fields that have this format."""
    return DateFormat.parse(source).cased(case)


KIND = DateKind
