"""Names of a convention, listed one by one, to ask the parser about each: the proofs are not trusted here."""

from __future__ import annotations

from functools import cached_property
from itertools import islice, pairwise, product
from random import Random
from typing import TYPE_CHECKING, Any

from mops_taxonomy.algebra.automaton import TooLarge, build
from mops_taxonomy.algebra.comparison import Alone
from mops_taxonomy.algebra.machine import words
from mops_taxonomy.proofs.shape import shape
from mops_taxonomy.template import Group, Slot, Text, parse_template

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from mops_taxonomy.convention import Convention
    from mops_taxonomy.fields.base import Kind
    from mops_taxonomy.form import Form

__all__ = ["Enumerated"]

_LETTERS = "aA1"
_BORROWED = 2
_ALIKE = 40
"""Texts that are tried in one place; two places side by side are tried with all pairs."""

Item = tuple[str, bool]
"""Fixed text, or the path of a field (True)."""


class Enumerated:
    """The names that are tried of a convention.

    Args:
        convention: the convention.
        day: the day of the judgement.
        most: names of each sort that are tried at most for a form.
    """

    def __init__(self, convention: Convention, day: date, most: int) -> None:
        self.convention = convention
        self.day = day
        self.most = most

    def disputed(self) -> str | None:
        """A name that the parser reads in two ways; None where none was found."""
        for text in self.names():
            if len(list(self.convention.readings(text, as_of=self.day))) > 1:
                return text
        return None

    def names(self) -> Iterator[str]:
        """Texts that may be names, form by form."""
        seen: set[str] = set()
        for form in self.convention.in_force(None, self.day):
            for text in (*self._short(form), *self._sampled(form)):
                if text not in seen:
                    seen.add(text)
                    yield text

    def _short(self, form: Form) -> Iterator[str]:
        """The shortest words of the form's automaton."""
        try:
            yield from islice(words(Alone(shape(self.convention, form, self.day).automaton)), self.most)
        except TooLarge:
            return

    def _sampled(self, form: Form) -> list[str]:
        """Names of two odd texts side by side and plain ones elsewhere; some of them, where there are too many."""
        texts = list(dict.fromkeys(self._built(form)))
        if len(texts) <= self.most:
            return texts
        return Random(len(texts)).sample(texts, self.most)  # noqa: S311  always the same ones

    def _built(self, form: Form) -> Iterator[str]:
        tried = _Tried(self.convention, form)
        for sequence in dict.fromkeys(
            _sequences(parse_template(form.template).parts, form.spec["fields"], "")
        ):
            plain = [tried.plain(text) if is_field else text for text, is_field in sequence]
            places = [at for at, (_, is_field) in enumerate(sequence) if is_field]
            pairs = list(pairwise(places)) or [(at, at) for at in places]
            for one, other in pairs:
                for first, second in product(tried[sequence[one][0]], tried[sequence[other][0]]):
                    name = [*plain]
                    name[other], name[one] = second, first
                    yield "".join(name)


class _Tried(dict[str, list[str]]):
    """The texts that are tried for each field of a form."""

    def __init__(self, convention: Convention, form: Form) -> None:
        super().__init__()
        self.form = form
        self.forms = convention.forms

    def __missing__(self, path: str) -> list[str]:
        found: dict[str, None] = {}
        for kind in self.form.kinds[path]:
            found |= dict.fromkeys(_likely(kind))
            found |= dict.fromkeys(text for text in self._odd if kind.reads(text))
        self[path] = list(found)[:_ALIKE]
        return self[path]

    def plain(self, path: str) -> str:
        """A plain text for a field."""
        return self[path][0]

    @cached_property
    def _odd(self) -> list[str]:
        """Texts of up to three letters and delimiters, texts of other fields, and both joined."""
        literal = "".join(_texts(parse_template(self.form.template).parts))
        marks = [mark for mark in dict.fromkeys(literal) if not mark.isalnum()][:3]
        borrowed = list(dict.fromkeys(self._borrowed()))
        short = [
            "".join(letters)
            for size in (1, 2, 3)
            for letters in product((*_LETTERS, *marks), repeat=size)
            if len(set(letters) & set(_LETTERS)) == 1
        ]
        joined = [f"{text}{mark}a" for mark in marks for text in borrowed[:4]]
        ends = [f"a{mark}{text}" for mark in marks for text in borrowed[:4]]
        return [*short[:3], *borrowed, *joined, *ends, *short[3:]]

    def _borrowed(self) -> Iterator[str]:
        """A few texts of every other field of the convention, and its fixed words."""
        for form in self.forms:
            for kinds in form.kinds.values():
                yield from islice(_likely(kinds[0]), _BORROWED)
            for text in _texts(parse_template(form.template).parts):
                yield text.strip("_- |:./")


def _likely(kind: Kind) -> Iterator[str]:
    """Texts that a field surely has: its example, its shortest, codes that hold something like a delimiter."""
    yield kind.example()
    yield from islice(words(Alone(build(kind.language))), 3)
    table = getattr(kind, "table", None) or {}
    yield from islice((code for code in table if not code.isalnum()), 3)


def _texts(parts: tuple[Any, ...]) -> Iterator[str]:
    for part in parts:
        if isinstance(part, Text):
            yield part.text
        elif isinstance(part, Group):
            yield from _texts(part.parts)


def _sequences(parts: tuple[Any, ...], fields: dict[str, Any], prefix: str) -> Iterator[tuple[Item, ...]]:
    """What may stand in a name, in order: with every choice of alternatives, with and without every group."""
    if not parts:
        yield ()
        return
    for head in _heads(parts[0], fields, prefix):
        for rest in _sequences(parts[1:], fields, prefix):
            yield (*head, *rest)


def _heads(part: Text | Slot | Group, fields: dict[str, Any], prefix: str) -> Iterator[tuple[Item, ...]]:
    match part:
        case Text(text=text):
            yield ((text, False),)
        case Group(parts=parts):
            yield from _sequences(parts, fields, prefix)
            yield ()
        case Slot(fields=names):
            for name in names:
                spec = fields[name]
                if spec["kind"] == "name":
                    inner = parse_template(spec["template"]).parts
                    yield from _sequences(inner, spec["fields"], f"{prefix}{name}.")
                else:
                    yield ((f"{prefix}{name}", True),)
