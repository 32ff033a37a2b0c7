"""Valid names of the published conventions, as people would write them: what the damaged names were meant to be."""

from __future__ import annotations

from datetime import date, timedelta
from functools import cached_property
from itertools import islice
from random import Random
from typing import TYPE_CHECKING, Any, NamedTuple

from mops_taxonomy import InvalidName, InvalidValues
from mops_taxonomy.algebra.automaton import build
from mops_taxonomy.algebra.comparison import Alone
from mops_taxonomy.algebra.sampling import sampled
from mops_taxonomy.fault import Misfit
from mops_taxonomy.period import Period
from mops_taxonomy.structure import AlternativesPart, FieldPart, GroupPart, NamePart
from tests.conformance.published import Published, paths

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from mops_taxonomy import Name
    from mops_taxonomy.convention import Convention
    from mops_taxonomy.fields.base import Kind
    from mops_taxonomy.form import Form
    from mops_taxonomy.structure import Part as FormPart

__all__ = ["DAY", "Meant", "Names", "Part", "every_convention"]

DAY = date(2026, 6, 1)
"""The day of every judgement."""

WORDS = (
    "Spring", "Launch", "customer", "Stories", "retargeting", "Cloud", "Summer", "Sale", "brand", "Newsletter",
    "roadshow", "Robots", "Work", "lookalike", "Partner", "Day", "welcome", "Ebook", "Berlin", "analytics", "Winter",
    "Demo", "prospecting", "Security", "Guide", "Größe", "carousel", "Café", "Loyalty", "Pricing", "onboarding",
    "Summit", "2025", "B2B",
)  # fmt: skip

_TRIES = 30


class Part(NamedTuple):
    """A piece of a name: the text of a field, or what stands between fields.

    Attributes:
        path: the field; None for the text between fields.
        text: what stands there.
    """

    path: str | None
    text: str


class Meant(NamedTuple):
    """A valid name, canonical and with one reading.

    Attributes:
        source: the id of the file that the convention is of.
        convention: the convention.
        form: the form that it is read by.
        name: the name.
    """

    source: str
    convention: Convention
    form: Form
    name: Name

    @property
    def text(self) -> str:
        """The name as written."""
        return self.name.text

    @property
    def parts(self) -> tuple[Part, ...]:
        """The name taken apart, from left to right."""
        made: list[Part] = []
        at = 0
        for path, (start, end) in sorted(self.name.spans.items(), key=lambda item: item[1]):
            made += [Part(None, self.text[at:start])] if at < start else []
            made.append(Part(path, self.text[start:end]))
            at = end
        return (*made, Part(None, self.text[at:])) if at < len(self.text) else tuple(made)

    def kind(self, path: str) -> Kind:
        """The kind of a field of the name."""
        text = self.name.texts[path]
        return next(kind for kind in self.form.kinds[path] if kind.reads(text))

    def is_valid(self, text: str) -> bool:
        """Whether another text is a name of the convention."""
        return self.convention.is_valid(text, as_of=DAY)


class Names:
    """The names of one form, drawn with seeds.

    Attributes:
        source: the id of the file.
        convention: the convention.
        form: one of its forms.
    """

    def __init__(self, source: str, convention: Convention, form: Form, known: dict[str, list[Any]]) -> None:
        self.source = source
        self.convention = convention
        self.form = form
        self._known = known

    def drawn(self, seed: int) -> Iterator[Meant]:
        """Names without end, most of them different; ends where the form hardly takes any."""
        dice = Random(f"{seed} {self.source} {self.convention.id} {self.form.name}")
        failed = 0
        while failed < _TRIES:
            meant = self._drawn(dice)
            failed = failed + 1 if meant is None else 0
            if meant is not None:
                yield meant

    def _drawn(self, dice: Random) -> Meant | None:
        try:
            values = self._values(self.form.parts, dice)
            text = self.convention.format(values, form=self.form.name, as_of=DAY)
            name = self.convention.parse(text, as_of=DAY)
        except (InvalidValues, InvalidName, Misfit, LookupError):
            return None
        if name.form != self.form.name or name.ambiguous:
            return None
        return Meant(self.source, self.convention, self.form, name)

    def _values(self, parts: Iterable[FormPart], dice: Random) -> dict[str, Any]:
        values: dict[str, Any] = {}
        for part in parts:
            match part:
                case FieldPart(path, kind):
                    values[path] = self._value(path, kind, dice)
                case AlternativesPart(options):
                    values |= self._values([dice.choice(options)], dice)
                case GroupPart(inner) if dice.random() < 0.6:
                    values |= self._values(inner, dice)
                case NamePart(_, forms):
                    values |= self._values(dice.choice(forms).parts, dice)
        return values

    def _value(self, path: str, kind: Kind, dice: Random) -> Any:
        known = [value for value in self._known.get(path, ()) if self._fits(kind, value)]
        if known and dice.random() < 0.5 and kind.spec["kind"] not in {"date", "integer"}:
            return dice.choice(known)
        return self._made(kind, dice, known)

    def _fits(self, kind: Kind, value: Any) -> bool:
        try:
            return bool(kind.encode(value))
        except (Misfit, TypeError):
            return False

    def _made(self, kind: Kind, dice: Random, known: list[Any]) -> Any:
        spec = kind.spec
        match spec["kind"]:
            case "term" if kind.terms:  # type: ignore[attr-defined]
                return dice.choice(list(kind.terms))  # type: ignore[attr-defined]
            case "date":
                return _moment(kind, dice)
            case "integer":
                most = spec["max"] if spec["max"] is not None else spec["min"] + 98
                return dice.randint(spec["min"], min(most, 10 ** (spec["width"] or 9) - 1))
            case "list":
                items = {self._made(kind.item, dice, []) for _ in range(dice.randint(1, 3))}  # type: ignore[attr-defined]
                return tuple(sorted(items, key=str))
        return _text(kind, dice) or dice.choice(known or list(sampled(Alone(build(kind.language)), 3, 1)))


def _moment(kind: Kind, dice: Random) -> date | Period:
    """A day or a period from 2024 to 2026."""
    letters = set(kind.formats[0].precision)  # type: ignore[attr-defined]
    if "D" in letters:
        return date(2024, 1, 1) + timedelta(dice.randrange(1000))
    unit = next((unit for unit in "HQMW" if unit in letters), "Y")
    year = dice.randint(2024, 2026) if letters & {"Y", "F"} else None
    number = dice.randint(1, {"H": 2, "Q": 4, "M": 12, "W": 52}.get(unit, 1))
    return Period(year, unit, number, fiscal="F" in letters)


def _text(kind: Kind, dice: Random) -> str | None:
    """One to three words as the field takes them; None where it takes none."""
    joiner = (kind.spec.get("joiner") or " ")[0]
    for size in (dice.randint(1, 3), 1, 1, 1, 1):
        words = joiner.join(dice.sample(WORDS, size))
        for text in (words, words.title(), words.lower(), words.upper()):
            if kind.reads(text) and not any(kind.faults(text, DAY)):
                return text
    return None


class _Source:
    """One file with the values that its examples hold."""

    def __init__(self, published: Published) -> None:
        self.published = published

    @cached_property
    def known(self) -> dict[str, list[Any]]:
        """The values of each field in the valid examples."""
        found: dict[str, list[Any]] = {}
        for case in self.published.cases("valid"):
            for path, value in case.convention.parse(case.name, **case.asked).values.items():
                found.setdefault(path, []).append(value)
        return found

    def forms(self) -> Iterator[Names]:
        """The forms that names are written by on the day of judgement."""
        taxonomy = self.published.taxonomy
        for convention in map(taxonomy.convention, taxonomy.conventions):
            for form in convention.in_force(None, DAY):
                if not form.tolerated:
                    yield Names(self.published.id, convention, form, self.known)


def every_convention(count: int, seed: int) -> Iterator[list[Meant]]:
    """For every form of every published convention, some names; fewer where there are no more."""
    for path in paths():
        for names in _Source(Published(path)).forms():
            found = {meant.text: meant for meant in islice(names.drawn(seed), count * 3)}
            yield list(found.values())[:count]
